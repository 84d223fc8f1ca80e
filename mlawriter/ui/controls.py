"""Controls that behave as one does in this window: undo belongs to the window, the wheel to the page.

The first page needs this module, so `Qt` is named in methods only (see `ui.early`).
"""

from collections.abc import Callable, Sequence
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mlawriter.ui.early import direct, never_sideways, not_by_wheel

_SHORT = 30
_LINE = 72


def travels(widget: QWidget, event: QKeyEvent) -> bool:
    """Say whether a key asked for undo or redo, which belong to the whole window and are done there."""
    for key, name in ((QKeySequence.StandardKey.Undo, "undo"), (QKeySequence.StandardKey.Redo, "redo")):
        if event.matches(key):
            action = widget.window().findChild(QAction, name)
            if isinstance(action, QAction):
                action.trigger()
            return True
    return False


def runs_from_right(text: str) -> bool:
    """Say whether the first letter of a text is one of a script that runs from right to left."""
    directions = (bidirectional(sign) for sign in text)
    return next((each != "L" for each in directions if each in {"L", "R", "AL"}), False)


class Push(QPushButton):
    """A button in a tab or a list: named by its words, reached with Tab, never pressed by Enter elsewhere."""

    def __init__(self, words: str, act: Callable[[], object]) -> None:
        from PySide6.QtCore import Qt

        super().__init__(words)
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: act())


class Line(QLineEdit):
    """A line to type in; undo and redo are left to the window."""

    def __init__(self, *, short: bool = False, ltr: bool = False) -> None:
        super().__init__()
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * (_SHORT if short else _LINE))
        if ltr:
            direct(self, rtl=False)

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
        never_sideways(self)
        self.setUndoRedoEnabled(False)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * (_LINE + 18))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.document().contentsChanged.connect(self._align)
        self._align()
        self._grow()

    def _grow(self) -> None:
        lines = min(max(self._lines(), self._rows), self._most)
        height = lines * self.fontMetrics().lineSpacing() + 2 * int(self.document().documentMargin()) + 6
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _align(self) -> None:
        """Begin at the side that the text is read from; an empty box at that of the window."""
        from PySide6.QtCore import Qt

        text = self.document().firstBlock().text()
        from_right = runs_from_right(text) if text else self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)

    def _lines(self) -> int:
        """Return how many lines the text has, as far as they can be seen: Qt breaks no line before it is asked."""
        lines, block = 0, self.document().begin()
        while block.isValid() and lines < self._most:
            self.document().documentLayout().blockBoundingRect(block)
            lines += block.layout().lineCount()
            block = block.next()
        return lines

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the window."""
        if not travels(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where less width takes more lines."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Begin at the other side in a window that is read from there."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the box was left."""
        super().focusOutEvent(event)
        self.left.emit()


class Combo(QComboBox):
    """A list to choose from; the wheel scrolls the page, not the answer."""

    def __init__(self) -> None:
        super().__init__()
        not_by_wheel(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LINE)

    def offer(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer these entries (what each stands for, and its words), keeping the choice if it is still there."""
        shown = [(str(self.itemData(at)), self.itemText(at)) for at in range(self.count())]
        if [key for key, _ in shown] == [key for key, _ in entries]:
            self._rename([words for _, words in entries])
            return
        chosen = self.currentData()
        self.clear()
        for key, words in entries:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def _rename(self, names: Sequence[str]) -> None:
        """Give the entries other words in place: filled anew, the list would have the whole page laid out anew."""
        for at, words in enumerate(names):
            if self.itemText(at) != words:
                self.setItemText(at, words)

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
