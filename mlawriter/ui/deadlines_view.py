"""The deadlines of the request: a picture, the list, and why the chosen one is on its day."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mlawriter.app.agenda import wording
from mlawriter.checks.deadlines import deadlines
from mlawriter.checks.dues import Due
from mlawriter.i18n.message import Message
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.controls import Push
from mlawriter.ui.deadlines_model import DeadlinesModel
from mlawriter.ui.early import never_sideways
from mlawriter.ui.style import Words
from mlawriter.ui.timeline import TimelineView
from mlawriter.ui.two_lines import show_in_two_lines

REST_MS = 1200
NONE = Message("No deadlines yet. They appear here once the days that they are counted from are entered.")
LOST = Message(
    "{n} deadline is passed or cannot be met any more", plural="{n} deadlines are passed or cannot be met any more"
)


class DeadlinesView(QWidget):
    """Picture and list of the deadlines, and what can be done about the chosen one; `settle` fills it."""

    path_wanted = Signal(object)
    export_wanted = Signal()
    lost_counted = Signal(int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        words = wording(bridge.session.checked, bridge.say)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        self.count = Words(bold=True)
        self.picture = TimelineView(words)
        self.picture.path_wanted.connect(self.path_wanted)
        self._frame = _scrolled(self.picture)
        self.model, self.list = DeadlinesModel(words), QListView()
        self._furnish_list()
        self.why = Words(quiet=True)
        self._below = _Below(self.why)
        for widget, stretch in ((self.count, 0), (self._frame, 2), (self.list, 3), (self._below, 0)):
            column.addWidget(widget, stretch)
        column.addLayout(self._buttons())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)
        bridge.case_changed.connect(self._rest.start)

    def settle(self) -> None:
        """Show the deadlines as they are now; the chosen one stays chosen."""
        checked = self._bridge.session.checked
        dues, words = deadlines(checked.view), wording(checked, self._bridge.say)
        chosen = self.chosen()
        self.model.show(dues, words)
        if chosen is not None and (line := self.model.line_of(chosen)) >= 0:
            self.list.setCurrentIndex(self.model.index(line))
        self.picture.show_dues(dues, words)
        self._frame.setVisible(not self.picture.isHidden())
        self._count(dues)
        self._describe()

    def chosen(self) -> Due | None:
        """Return the deadline that is chosen."""
        return self.model.due(self.list.currentIndex().row())

    def _furnish_list(self) -> None:
        view, model = self.list, self.model
        view.setAccessibleName(self._bridge.say(Message("Deadlines")))
        view.setModel(model)
        show_in_two_lines(view)
        view.clicked.connect(lambda index: self._go(model.due(index.row())))
        view.activated.connect(lambda index: self._go(model.due(index.row())))
        view.selectionModel().currentChanged.connect(self._describe)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.go = Push(self._bridge.say(Message("Go to the answer", context="button")), lambda: self._go(self.chosen()))
        self.export = Push(self._bridge.say(Message("Export (.ics)…", context="button")), self.export_wanted.emit)
        row.addWidget(self.go)
        row.addWidget(self.export)
        row.addStretch()
        return row

    def _count(self, dues: tuple[Due, ...]) -> None:
        lost = sum(due.is_lost for due in dues)
        said = LOST.fill(n=lost) if lost else Message("Deadlines") if dues else NONE
        self.count.setText(self._bridge.say(said))
        self.list.setVisible(bool(dues))
        self.export.setEnabled(bool(dues))
        self.lost_counted.emit(lost)

    def _describe(self) -> None:
        due = self.chosen()
        self.go.setEnabled(due is not None)
        words = wording(self._bridge.session.checked, self._bridge.say)
        lines = list(words.details(due)) if due else []
        self.why.setText("\n".join(lines))
        self._below.setVisible(bool(lines))
        self._below.updateGeometry()

    def _go(self, due: Due | None) -> None:
        if due is not None:
            self.path_wanted.emit(due.path)


class _Below(QScrollArea):
    """Words that take the height they need, and scroll where there is less."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.setWidget(words)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        never_sideways(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """Return what the words need at the present width."""
        return QSize(self.width(), self._words.heightForWidth(self.viewport().width()))

    def minimumSizeHint(self) -> QSize:
        """Return two lines."""
        return QSize(0, 2 * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the width is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setAccessibleName(widget.accessibleName())
    return area
