"""One line of words in little room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle

from mlawriter.ui.early import say_plainly


class Elided(QLabel):
    """One line of words that ends in dots where there is no more room; the whole of it is its tool tip."""

    def __init__(self) -> None:
        super().__init__()
        say_plainly(self)

    def say(self, words: str) -> None:
        """Show words."""
        self.setText(words)
        self.setToolTip(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as many of the words as there is room for."""
        painter, room = QPainter(self), self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(painter, room, side, self.palette(), self.isEnabled(), words, self.foregroundRole())
