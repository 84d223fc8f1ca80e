"""Which editor belongs to which kind of answer."""

from collections.abc import Mapping

from mlawriter.knowledge.definitions import Kind
from mlawriter.ui.editors.base import Editor, Setting
from mlawriter.ui.editors.choosing import ChoiceEditor, ChoicesEditor, YesNoEditor
from mlawriter.ui.editors.days import DayEditor, MomentEditor, MomentsEditor, PeriodEditor
from mlawriter.ui.editors.files import AttachmentEditor
from mlawriter.ui.editors.naming import NameEditor, NamesEditor
from mlawriter.ui.editors.pointing import RefEditor, RefsEditor
from mlawriter.ui.editors.typed_line import DecimalEditor, MoneyEditor, WholeEditor
from mlawriter.ui.editors.words import LongTextEditor, TextEditor, TextsEditor
from mlawriter.ui.question import Question

EDITORS: Mapping[Kind, type[Editor]] = {
    Kind.TEXT: TextEditor,
    Kind.LONGTEXT: LongTextEditor,
    Kind.TEXTS: TextsEditor,
    Kind.WHOLE: WholeEditor,
    Kind.DECIMAL: DecimalEditor,
    Kind.YESNO: YesNoEditor,
    Kind.DAY: DayEditor,
    Kind.PERIOD: PeriodEditor,
    Kind.MOMENT: MomentEditor,
    Kind.MOMENTS: MomentsEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.CHOICES: ChoicesEditor,
    Kind.COUNTRY: NameEditor,
    Kind.COUNTRIES: NamesEditor,
    Kind.LANGUAGE: NameEditor,
    Kind.LANGUAGES: NamesEditor,
    Kind.MONEY: MoneyEditor,
    Kind.REF: RefEditor,
    Kind.REFS: RefsEditor,
    Kind.ATTACHMENT: AttachmentEditor,
}


def make_editor(question: Question, setting: Setting) -> Editor:
    """Return an editor for the kind of answer that a question takes."""
    return EDITORS[question.field.kind](question, setting)
