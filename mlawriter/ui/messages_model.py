"""The messages of a language as a table: how each one stands, its English text, its translation."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication

from mlawriter.app.lines import Line
from mlawriter.app.proofs.fault import Remark
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.ui.icons import attention_icon, coming_icon, done_icon

Place = QModelIndex | QPersistentModelIndex
HEADS = (
    Message("State", context="column of translations"),
    Message("English", context="column of translations"),
    Message("Translation", context="column of translations"),
)
OPEN = Message("to translate", context="state of a translation")
AGAIN = Message("to check", context="state of a translation")
WRONG = Message("with remarks", context="state of a translation")
DONE = Message("translated", context="state of a translation")
OWN = Message("your own", context="state of a translation")
_NO_PARENT = QModelIndex()


def standing(line: Line, wrong: Mapping[str, tuple[Remark, ...]]) -> Message:
    """Return how a message stands."""
    if not line.is_done:
        return AGAIN if line.entry.fuzzy else OPEN
    if line.id in wrong:
        return WRONG
    return OWN if line.is_own else DONE


class MessagesModel(QAbstractTableModel):
    """Shows some messages, each in one line."""

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self._lines: Sequence[Line] = ()
        self._wrong: Mapping[str, tuple[Remark, ...]] = {}

    def show(self, found: Sequence[Line], wrong: Mapping[str, tuple[Remark, ...]]) -> None:
        """Show these messages."""
        self.beginResetModel()
        self._lines, self._wrong = found, wrong
        self.endResetModel()

    @property
    def lines(self) -> Sequence[Line]:
        """The messages that are shown."""
        return self._lines

    def line(self, row: int) -> Line | None:
        """Return the message in a row, if there is one."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, name: str) -> int:
        """Return the row of the message with an id; -1 if it is not shown."""
        return next((row for row, line in enumerate(self._lines) if line.id == name), -1)

    def rowCount(self, parent: Place = _NO_PARENT) -> int:
        """Return how many messages are shown."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Place = _NO_PARENT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._say(HEADS[section])
        return None

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return one cell, and before the first one a sign."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(line, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            palette = QApplication.palette()
            if not line.is_done:
                return coming_icon(palette)
            return attention_icon(palette) if line.id in self._wrong else done_icon(palette)
        return None

    def _cell(self, line: Line, column: int) -> str:
        if column == 0:
            return self._say(standing(line, self._wrong))
        words = line.entry.source if column == 1 else line.entry.target
        return words[0].replace("\n", " ") if words else ""
