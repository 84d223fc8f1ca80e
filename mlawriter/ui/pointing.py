"""While the mode is on, a click on a text of the window asks for the message behind it."""

from collections.abc import Callable
from functools import singledispatch

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QTextEdit,
    QWidget,
)

_CLICKS = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}

Place = tuple[str, int]
"""A text, and where in it somebody pointed (-1: anywhere)."""


class Pointing(QObject):
    """Watches for clicks; with Ctrl they work as usual. `pointed` carries the text and the place in it."""

    pointed = Signal(str, int)

    def __init__(self, window: QWidget, passes: Callable[[str], bool]) -> None:
        super().__init__(window)
        self._passes = passes
        program = QApplication.instance()
        assert program is not None
        program.installEventFilter(self)
        window.setCursor(Qt.CursorShape.WhatsThisCursor)

    def stop(self) -> None:
        """Let clicks work as usual again."""
        window = self.parent()
        if isinstance(window, QWidget):
            window.unsetCursor()
        self.setParent(None)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep clicks on texts from what is clicked, and tell of them."""
        if event.type() not in _CLICKS or not isinstance(event, QMouseEvent) or not isinstance(watched, QWidget):
            return False
        if event.button() is not Qt.MouseButton.LeftButton or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        text, at = self._text(watched, event.position().toPoint())
        if not text:
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            self._tell(watched, text, at)
        return True

    def _text(self, widget: QWidget, point: QPoint) -> Place:
        """Return what is to be looked up; nothing where a click works as usual."""
        if isinstance(widget.window(), QDialog) and widget.window().objectName() == "translations":
            return "", -1
        if isinstance(widget, QMenu):
            action = widget.actionAt(point)
            return ("", -1) if action is None or self._passes(action.objectName()) else (action.text(), -1)
        if isinstance(widget, QMenuBar | QScrollBar | QSplitterHandle):
            return "", -1
        return text_at(widget, point)

    def _tell(self, watched: QWidget, text: str, at: int) -> None:
        menu: QWidget | None = watched
        while isinstance(menu, QMenu):
            menu.close()
            menu = menu.parentWidget()
        self.pointed.emit(text, at)


def text_at(widget: QWidget, point: QPoint) -> Place:
    """Return the text at a point of a widget, or of one that it is part of."""
    here: QWidget | None = widget
    while here is not None:
        place = _text_of(here, widget.mapTo(here, point))
        if place[0].strip():
            return place
        here = None if here.isWindow() else here.parentWidget()
    return "", -1


@singledispatch
def _text_of(widget: QWidget, point: QPoint) -> Place:
    del point
    return widget.toolTip() or widget.accessibleName(), -1


@_text_of.register
def _(widget: QLabel, point: QPoint) -> Place:
    del point
    return widget.text(), -1


@_text_of.register
def _(widget: QAbstractButton, point: QPoint) -> Place:
    del point
    return widget.text() or widget.toolTip() or widget.accessibleName(), -1


@_text_of.register
def _(widget: QComboBox, point: QPoint) -> Place:
    del point
    return widget.currentText() or widget.accessibleName(), -1


@_text_of.register
def _(widget: QLineEdit, point: QPoint) -> Place:
    del point
    return widget.placeholderText() or widget.accessibleName(), -1


@_text_of.register
def _(widget: QPlainTextEdit, point: QPoint) -> Place:
    del point
    return widget.placeholderText() or widget.accessibleName(), -1


@_text_of.register
def _(widget: QGroupBox, point: QPoint) -> Place:
    del point
    return widget.title(), -1


@_text_of.register
def _(widget: QTabBar, point: QPoint) -> Place:
    at = widget.tabAt(point)
    return (widget.tabText(at), -1) if at >= 0 else ("", -1)


@_text_of.register
def _(widget: QHeaderView, point: QPoint) -> Place:
    at = widget.logicalIndexAt(point)
    return (str(widget.model().headerData(at, widget.orientation())), -1) if at >= 0 else ("", -1)


@_text_of.register
def _(widget: QAbstractItemView, point: QPoint) -> Place:
    index = widget.indexAt(widget.viewport().mapFrom(widget, point))
    return str(index.data() or ""), -1


@_text_of.register
def _(widget: QTextEdit, point: QPoint) -> Place:
    cursor = widget.cursorForPosition(widget.viewport().mapFrom(widget, point))
    return cursor.block().text(), cursor.positionInBlock()
