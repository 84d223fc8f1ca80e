"""Every kind of answer has an editor that shows it, takes another, and keeps what it cannot read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mlawriter.app.resources import Resources
from mlawriter.i18n.message import Message
from mlawriter.knowledge.definitions import Field, Kind
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import CASE, FieldName, RowId
from mlawriter.ui.editors.base import Choosable, Editor, Setting
from mlawriter.ui.editors.choosing import ChoiceEditor, ChoicesEditor, YesNoEditor
from mlawriter.ui.editors.days import DayEditor, MomentEditor, MomentsEditor, PeriodEditor
from mlawriter.ui.editors.files import AttachmentEditor
from mlawriter.ui.editors.naming import NameEditor, NamesEditor
from mlawriter.ui.editors.pointing import RefEditor, RefsEditor
from mlawriter.ui.editors.registry import EDITORS, make_editor
from mlawriter.ui.editors.typed_line import DecimalEditor, MoneyEditor, WholeEditor
from mlawriter.ui.editors.words import LongTextEditor, TextEditor, TextsEditor
from mlawriter.ui.question import Question

WORDS = {"one": "First", "two": "Second", "three": "Third"}
ROWS = (Choosable(RowId("p1"), "Velk Darin", "person"), Choosable(RowId("p2"), "Novak Ada", "person"))
DATE = v.Day(1979, 4, 11)
TIME = v.Moment(datetime.fromisoformat("2026-04-21T09:00:00+02:00"))

SHOWN: Mapping[Kind, v.Value] = {
    Kind.TEXT: v.Text("Velk"),
    Kind.LONGTEXT: v.Text("One.\nTwo."),
    Kind.TEXTS: v.Texts(("a", "b")),
    Kind.WHOLE: v.Whole(48),
    Kind.DECIMAL: v.Number(Decimal("1.50")),
    Kind.YESNO: v.YesNo(yes=True),
    Kind.DAY: DATE,
    Kind.PERIOD: v.DayRange(v.Day(2025, 1), v.Day(2025, 6, 30)),
    Kind.MOMENT: TIME,
    Kind.MOMENTS: v.Moments((TIME,)),
    Kind.CHOICE: v.Choice("two"),
    Kind.CHOICES: v.Choices(("two", "one")),
    Kind.COUNTRY: v.Country("FR"),
    Kind.COUNTRIES: v.Countries(("FR", "XA")),
    Kind.LANGUAGE: v.Language("fr"),
    Kind.LANGUAGES: v.Languages(("fr", "qbe")),
    Kind.MONEY: v.Money(Decimal("10.00"), "EUR"),
    Kind.REF: v.Ref(RowId("p2")),
    Kind.REFS: v.Refs((RowId("p2"),)),
    Kind.ATTACHMENT: v.Attachment("0" * 64, "statute.pdf", 2048),
}


@dataclass
class Heard:
    """What an editor reported."""

    given: list[v.Value] = field(default_factory=list)
    cleared: int = 0
    unreadable: list[Message] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)

    def clear(self) -> None:
        self.cleared += 1


Make = Callable[[Kind], tuple[Editor, Heard]]


@pytest.fixture
def make(qtbot: QtBot, resources: Resources) -> Make:
    def build(kind: Kind) -> tuple[Editor, Heard]:
        setting = Setting(
            say=resources.languages.translator("en"),
            index=resources.law.index,
            rows=lambda _: ROWS,
            take_in=lambda path: heard.wanted.append(path.field),
            give_out=lambda attachment: heard.wanted.append(attachment.name),
            kind=lambda: resources.law.knowledge.requests["mla"],
            own_states=lambda: ("XA",),
        )
        entry = Field(id="x", kind=kind, label="Something", choices=WORDS, to=("person",))
        editor = make_editor(Question(Path(CASE, FieldName("case.x")), entry, "case.x"), setting)
        heard = Heard()
        editor.given.connect(heard.given.append)
        editor.cleared.connect(heard.clear)
        editor.unreadable.connect(heard.unreadable.append)
        editor.row_wanted.connect(heard.wanted.append)
        qtbot.addWidget(editor)
        editor.show()
        return editor, heard

    return build


def test_every_kind_has_an_editor() -> None:
    assert set(EDITORS) == set(Kind)


@pytest.mark.parametrize("kind", list(Kind))
def test_showing_an_answer_reports_nothing(make: Make, kind: Kind) -> None:
    editor, heard = make(kind)
    editor.show_value(SHOWN[kind])
    editor.show_value(None)
    editor.show_value(SHOWN[kind])
    editor.commit()
    editor.refresh()
    assert heard == Heard()


def test_a_text_is_given_as_it_is_typed(make: Make, qtbot: QtBot) -> None:
    editor, heard = make(Kind.TEXT)
    assert isinstance(editor, TextEditor)
    qtbot.keyClicks(editor.line, "Ve")
    assert heard.given == [v.Text("V"), v.Text("Ve")]
    editor.line.selectAll()
    qtbot.keyClick(editor.line, Qt.Key.Key_Delete)
    assert heard.cleared == 1


def test_a_long_text_keeps_its_lines_and_tab_leaves_it(make: Make, qtbot: QtBot) -> None:
    editor, heard = make(Kind.LONGTEXT)
    assert isinstance(editor, LongTextEditor)
    qtbot.keyClicks(editor.box, "One")
    qtbot.keyClick(editor.box, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.box, "Two")
    qtbot.keyClick(editor.box, Qt.Key.Key_Tab)
    assert heard.given[-1] == v.Text("One\nTwo")


def test_texts_are_one_per_line(make: Make, qtbot: QtBot) -> None:
    editor, heard = make(Kind.TEXTS)
    assert isinstance(editor, TextsEditor)
    editor.box.setPlainText("a\n\n b ")
    assert heard.given[-1] == v.Texts(("a", "b"))
    editor.box.setPlainText("")
    assert heard.cleared == 1


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.WHOLE, "48", v.Whole(48)),
        (Kind.DECIMAL, "1,50", v.Number(Decimal("1.50"))),
        (Kind.DAY, "11.4.1979", DATE),
        (Kind.DAY, "April 1979", v.Day(1979, 4)),
        (Kind.MOMENT, "21.04.2026 09:00 +02:00", TIME),
    ],
)
def test_typed_answers_are_read_when_the_line_is_left(
    make: Make, qtbot: QtBot, kind: Kind, text: str, value: v.Value
) -> None:
    editor, heard = make(kind)
    assert isinstance(editor, WholeEditor | DecimalEditor | DayEditor | MomentEditor)
    qtbot.keyClicks(editor.line, text)
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert heard.given == [value]


@pytest.mark.parametrize("kind", [Kind.WHOLE, Kind.DECIMAL, Kind.DAY, Kind.MOMENT])
def test_what_cannot_be_read_stays_and_is_explained(make: Make, qtbot: QtBot, kind: Kind) -> None:
    editor, heard = make(kind)
    assert isinstance(editor, WholeEditor | DecimalEditor | DayEditor | MomentEditor)
    editor.show_value(SHOWN[kind])
    editor.line.clear()
    qtbot.keyClicks(editor.line, "soon")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    editor.show_value(None)
    assert editor.line.text() == "soon"
    assert len(heard.unreadable) == 1
    assert heard.cleared == 1


def test_a_date_is_read_back_in_words(make: Make, qtbot: QtBot) -> None:
    editor, _ = make(Kind.DAY)
    assert isinstance(editor, DayEditor)
    qtbot.keyClicks(editor.line, "3/2/1979")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    assert editor.line.text() == "3 February 1979"


def test_a_period_may_be_open(make: Make, qtbot: QtBot) -> None:
    editor, heard = make(Kind.PERIOD)
    assert isinstance(editor, PeriodEditor)
    qtbot.keyClicks(editor.start, "2025-01")
    editor.commit()
    qtbot.keyClicks(editor.end, "2024")
    editor.commit()
    assert heard.given[0] == v.DayRange(v.Day(2025, 1))
    assert "before it begins" in heard.unreadable[0].text


def test_moments_are_one_per_line(make: Make) -> None:
    editor, heard = make(Kind.MOMENTS)
    assert isinstance(editor, MomentsEditor)
    editor.box.setPlainText("2026-04-21 09:00 +02:00")
    editor.commit()
    assert heard.given == [v.Moments((TIME,))]
    editor.box.setPlainText("noon")
    editor.commit()
    assert len(heard.unreadable) == 1


def test_money_is_given_once_both_parts_are_there(make: Make, qtbot: QtBot) -> None:
    editor, heard = make(Kind.MONEY)
    assert isinstance(editor, MoneyEditor)
    qtbot.keyClicks(editor.amount, "1 000,00")
    editor.currency.setEditText("eur")
    editor.setFocus()
    editor.amount.clearFocus()
    editor.commit()
    assert heard.given == [v.Money(Decimal("1000.00"), "EUR")]


def test_yes_and_no_start_unanswered(make: Make, qtbot: QtBot) -> None:
    editor, heard = make(Kind.YESNO)
    assert isinstance(editor, YesNoEditor)
    assert not editor.yes.isChecked()
    assert not editor.no.isChecked()
    editor.no.click()
    assert heard.given == [v.YesNo(yes=False)]


def test_a_choice_can_be_taken_back(make: Make, qtbot: QtBot) -> None:
    editor, heard = make(Kind.CHOICE)
    assert isinstance(editor, ChoiceEditor)
    qtbot.keyClicks(editor.combo, "S")
    editor.combo.activated.emit(2)
    assert heard.given[-1] == v.Choice("two")
    editor.combo.setCurrentIndex(0)
    editor.combo.activated.emit(0)
    assert heard.cleared == 1


def test_a_choice_that_is_no_longer_offered_is_still_shown(make: Make) -> None:
    editor, _ = make(Kind.CHOICE)
    assert isinstance(editor, ChoiceEditor)
    editor.show_value(v.Choice("old"))
    assert editor.combo.currentText() == "old"


def test_choices_keep_the_order_of_choosing(make: Make) -> None:
    editor, heard = make(Kind.CHOICES)
    assert isinstance(editor, ChoicesEditor)
    editor.boxes["three"].box.click()
    editor.boxes["one"].box.click()
    assert heard.given[-1] == v.Choices(("three", "one"))
    editor.boxes["three"].box.click()
    editor.boxes["one"].box.click()
    assert heard.cleared == 1


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (Kind.COUNTRY, "Germany", v.Country("DE")),
        (Kind.COUNTRY, "de", v.Country("DE")),
        (Kind.COUNTRY, "xb", v.Country("XB")),
        (Kind.LANGUAGE, "French", v.Language("fr")),
        (Kind.LANGUAGE, "sr-Cyrl", v.Language("sr-Cyrl")),
    ],
)
def test_a_name_or_a_code_will_do(make: Make, qtbot: QtBot, kind: Kind, text: str, value: v.Value) -> None:
    editor, heard = make(kind)
    assert isinstance(editor, NameEditor)
    qtbot.keyClicks(editor.line, text)
    editor.commit()
    assert heard.given == [value]


@pytest.mark.parametrize("kind", [Kind.COUNTRY, Kind.LANGUAGE])
def test_an_unknown_name_stays_and_is_explained(make: Make, qtbot: QtBot, kind: Kind) -> None:
    editor, heard = make(kind)
    assert isinstance(editor, NameEditor)
    qtbot.keyClicks(editor.line, "Atlantis")
    editor.commit()
    assert editor.line.text() == "Atlantis"
    assert "Atlantis" in str(heard.unreadable[0].args["text"])


def test_states_are_added_and_removed_one_by_one(make: Make, qtbot: QtBot) -> None:
    editor, heard = make(Kind.COUNTRIES)
    assert isinstance(editor, NamesEditor)
    for name in ("France", "XA", "France"):
        qtbot.keyClicks(editor.line, name)
        editor.commit()
    assert heard.given[-1] == v.Countries(("FR", "XA"))
    editor.findChildren(QPushButton)[-2].click()
    assert heard.given[-1] == v.Countries(("XA",))


def test_a_row_is_chosen_or_a_new_one_wanted(make: Make) -> None:
    editor, heard = make(Kind.REF)
    assert isinstance(editor, RefEditor)
    editor.combo.setCurrentIndex(1)
    editor.combo.activated.emit(1)
    assert heard.given == [v.Ref(RowId("p1"))]
    editor.findChildren(QPushButton)[0].click()
    assert heard.wanted == ["person"]


def test_several_rows_are_ticked(make: Make) -> None:
    editor, heard = make(Kind.REFS)
    assert isinstance(editor, RefsEditor)
    editor.boxes["p2"].box.click()
    editor.boxes["p1"].box.click()
    assert heard.given[-1] == v.Refs((RowId("p2"), RowId("p1")))
    editor.boxes["p1"].box.click()
    editor.boxes["p2"].box.click()
    assert heard.cleared == 1


def test_a_file_is_chosen_copied_out_and_taken_out(make: Make) -> None:
    editor, heard = make(Kind.ATTACHMENT)
    assert isinstance(editor, AttachmentEditor)
    editor.choose.click()
    editor.show_value(SHOWN[Kind.ATTACHMENT])
    assert "statute.pdf" in editor.label.text()
    editor.save.click()
    editor.remove.click()
    assert heard.wanted == ["case.x", "statute.pdf"]
    assert heard.cleared == 1
