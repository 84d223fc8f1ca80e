"""Words that change while one types.

A label would have the whole page laid out anew at every change of its words, which takes longer than all checks.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_ENDLESS = 10_000


class Caption(QWidget):
    """Shows a line in bold, cut off where there is no more room."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.08)
        font.setBold(True)
        self.setFont(font)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the words."""
        return self._text

    def setText(self, text: str) -> None:
        """Show other words."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Want the height of a line."""
        return QSize(0, self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        words = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, words)


class Wrapping(QWidget):
    """Shows words that wrap; what is around them is laid out anew only when they take another height."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """Return the words."""
        return self._text

    def setText(self, text: str) -> None:
        """Show other words."""
        if text != self._text:
            height, self._text = self.heightForWidth(self.width()), text
            if height != self.heightForWidth(self.width()) or self.minimumSizeHint().width() > self.width():
                self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        """Want the height that the words take at a width."""
        return self._room(width).height()

    def sizeHint(self) -> QSize:
        """Want to stand on one line."""
        return self._room(_ENDLESS).size()

    def minimumSizeHint(self) -> QSize:
        """Need room for the longest word."""
        return QSize(self._room(0).width(), self.fontMetrics().height())

    def _room(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, width, _ENDLESS), _flags(), self._text or " ")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        QPainter(self).drawText(self.rect(), _flags(), self._text)


def _flags() -> int:
    return int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeading) | int(Qt.AlignmentFlag.AlignTop)
