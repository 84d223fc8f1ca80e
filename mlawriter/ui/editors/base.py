"""What every editor does: it shows a value and says when the user gives another one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.index import Index
from mlawriter.model.case import Path
from mlawriter.model.ids import RowId
from mlawriter.model.values import Attachment, Value
from mlawriter.ui.question import Question

_SHORT = 30
_LINE = 72


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

    def show_value(self, value: Value | None) -> None:
        """Show an answer, or that there is none; what the user is typing stays when it means the same."""
        raise NotImplementedError

    def commit(self) -> None:
        """Report what stands in the editor now, however unfinished."""

    def refresh(self) -> None:
        """Take up rows and names that have changed elsewhere."""


def travels(widget: QWidget, event: QKeyEvent) -> bool:
    """Say whether a key asked for undo or redo, which belong to the whole window and are done there."""
    for key, name in ((QKeySequence.StandardKey.Undo, "undo"), (QKeySequence.StandardKey.Redo, "redo")):
        if event.matches(key):
            action = widget.window().findChild(QAction, name)
            if isinstance(action, QAction):
                action.trigger()
            return True
    return False


class Line(QLineEdit):
    """A line to type in; undo and redo are left to the window."""

    def __init__(self, *, short: bool = False, ltr: bool = False) -> None:
        super().__init__()
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * (_SHORT if short else _LINE))
        if ltr:
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the window."""
        if not travels(self, event):
            super().keyPressEvent(event)


class TextBox(QPlainTextEdit):
    """Several lines to type in; grows with its text, Tab goes on, undo and redo are left to the window."""

    left = Signal()

    def __init__(self, *, rows: int = 3, most: int = 14) -> None:
        super().__init__()
        self._rows, self._most = rows, most
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * (_LINE + 18))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        lines = min(max(int(self.document().size().height()), self._rows), self._most)
        height = lines * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin()) + 6
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the window."""
        if not travels(self, event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the box was left."""
        super().focusOutEvent(event)
        self.left.emit()


class Combo(QComboBox):
    """A list to choose from; the wheel scrolls the page, not the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LINE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class Leaving(QObject):
    """Tells when a widget loses the focus; for controls that have no such signal."""

    left = Signal()
    entered = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass every event on, and report the two that matter."""
        if event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        elif event.type() is QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)
