"""The deadlines as a list: what falls on a day, and how far it is."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from mlawriter.app.agenda import Wording
from mlawriter.app.wording import WEIGHTS
from mlawriter.checks.dues import Due, Standing
from mlawriter.ui.icons import attention_icon, coming_icon, done_icon, lost_icon
from mlawriter.ui.style import lost_colour, quiet_colour, warning_colour

Place = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_PRESSING = frozenset({Standing.NEAR, Standing.OUT_OF_REACH, Standing.PASSED})


class DeadlinesModel(QAbstractListModel):
    """Deadlines, the next ones first."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._lines: tuple[Due, ...] = ()

    def show(self, dues: Sequence[Due], wording: Wording) -> None:
        """Show these deadlines."""
        self.beginResetModel()
        self._lines, self._wording = tuple(dues), wording
        self.endResetModel()

    def due(self, line: int) -> Due | None:
        """Return the deadline on a line, if there is one."""
        return self._lines[line] if 0 <= line < len(self._lines) else None

    def line_of(self, sought: Due) -> int:
        """Return the line of a deadline, also after its day has moved; -1 if it is gone."""
        wanted = (sought.id, sought.row)
        return next((at for at, line in enumerate(self._lines) if (line.id, line.row) == wanted), -1)

    def words(self, due: Due) -> str:
        """Return the day and what falls on it, and beneath it what kind of deadline it is and what is left."""
        say = self._wording.speak
        below = " · ".join((say(WEIGHTS[due.weight]), self._wording.standing(due)))
        return f"{self._wording.day(due.day)}: {say(due.title)}\n{below}"

    def rowCount(self, parent: Place = _NO_PARENT) -> int:
        """Return how many deadlines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return words, sign and colour of a deadline."""
        due = self.due(index.row())
        if due is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(due)
        palette = QApplication.palette()
        if role == Qt.ItemDataRole.DecorationRole:
            return _sign(due, palette)
        return standing_colour(due, palette) if role == Qt.ItemDataRole.ForegroundRole else None


def standing_colour(due: Due, palette: QPalette) -> QColor:
    """Return the colour that goes with how a deadline stands."""
    if due.is_lost:
        return lost_colour(palette)
    return warning_colour(palette) if due.standing in _PRESSING else quiet_colour(palette)


def _sign(due: Due, palette: QPalette) -> QIcon:
    if due.standing.is_over:
        return done_icon(palette)
    if due.is_lost:
        return lost_icon(palette)
    return attention_icon(palette) if due.standing in _PRESSING else coming_icon(palette)
