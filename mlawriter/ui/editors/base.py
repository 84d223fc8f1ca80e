"""What every editor does: it shows a value and says when the user gives another one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.definitions import RequestKind
from mlawriter.knowledge.index import Index
from mlawriter.model.case import Path
from mlawriter.model.ids import RowId
from mlawriter.model.values import Attachment, Value
from mlawriter.ui.question import Question


@dataclass(frozen=True, slots=True)
class Choosable:
    """One row that a reference may point to: its id, its name, and the record it is of."""

    row: RowId
    name: str
    record: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an editor may use of its surroundings: words, knowledge, the rows at hand, and a way to take in a file."""

    say: Translator
    index: Index
    rows: Callable[[Sequence[str]], Sequence[Choosable]]
    take_in: Callable[[Path], None]
    give_out: Callable[[Attachment], None]
    kind: Callable[[], RequestKind]
    own_states: Callable[[], Sequence[str]] = field(default=tuple)
    own_languages: Callable[[], Sequence[str]] = field(default=tuple)


class Editor(QWidget):
    """Shows one answer and reports changes; decides nothing.

    `given` carries a new value, `cleared` says that nothing is answered, `unreadable` carries the sentence
    that says what was not understood (the text stays), `row_wanted` the record a new row is wanted of.
    """

    given = Signal(object)
    cleared = Signal()
    unreadable = Signal(object)
    readable = Signal()
    row_wanted = Signal(str)

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__()
        self.question = question
        self.setting = setting
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)

    def say(self, message: Message) -> str:
        """Return a message in the language of the window."""
        return self.setting.say(message)

    def name(self, widget: QWidget, part: Message | None = None) -> None:
        """Give a control its accessible name: the label of the field, and of which part it is."""
        label = self.say(self.question.label)
        widget.setAccessibleName(f"{label}: {self.say(part)}" if part else label)
        widget.setAccessibleDescription(self.say(self.question.hint))

    def lead(self, widget: QWidget) -> None:
        """Let this control take the focus that is given to the editor."""
        self.setFocusProxy(widget)

    def add_line(self, line: QWidget) -> None:
        """Put a line where the reading begins: one that runs from left to right would go to the left by itself."""
        row = QHBoxLayout()
        row.addWidget(line, 1)
        row.addStretch()
        self.column.addLayout(row)

    def show_value(self, value: Value | None) -> None:
        """Show an answer, or that there is none; what the user is typing stays when it means the same."""
        raise NotImplementedError

    def commit(self) -> None:
        """Report what stands in the editor now, however unfinished."""

    def refresh(self) -> None:
        """Take up rows and names that have changed elsewhere."""
