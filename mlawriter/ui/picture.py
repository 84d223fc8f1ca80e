"""The picture of a letter in the window: a diagram, drawn where it stands in the text."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from mlawriter.export.drawing import FONT, LINE, PADDING, Box, Drawing
from mlawriter.ui.typefaces import FAMILIES

_KIND = QTextFormat.ObjectTypes.UserObject.value + 1
_NUMBER = QTextFormat.Property.UserProperty.value + 1
_STROKE = 0.75
_PAPER, _INK = "#ffffff", "#000000"


class Pictures(QPyTextObject):
    """The pictures of one document. It draws them in the program's own way, so that no reader of images is loaded."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.clear()
        document.documentLayout().registerHandler(_KIND, self)

    @classmethod
    def of(cls, document: QTextDocument) -> "Pictures":
        """Return the pictures of a document that was cleared: none yet."""
        found = document.findChild(cls) or cls(document)
        found.clear()
        return found

    def clear(self) -> None:
        """Let go of the pictures so far."""
        self.drawings: list[Drawing] = []

    def insert(self, cursor: QTextCursor, drawing: Drawing, caption: str) -> None:
        """Put a picture at a cursor."""
        look = QTextCharFormat()
        look.setObjectType(_KIND)
        look.setProperty(_NUMBER, len(self.drawings))
        look.setProperty(QTextFormat.Property.ImageAltText.value, caption)
        look.setToolTip(caption)
        self.drawings.append(drawing)
        cursor.insertText("\ufffc", look)

    def intrinsicSize(self, document: QTextDocument, position: int, format: QTextFormat) -> QSizeF:  # noqa: A002
        """Return the room that a picture needs."""
        del document, position
        drawing = self.drawings[int(format.property(_NUMBER))]
        return QSizeF(drawing.width + 1, drawing.height + 1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        format: QTextFormat,  # noqa: A002
    ) -> None:
        """Draw a picture."""
        del document, position
        drawing = self.drawings[int(format.property(_NUMBER))]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(_PAPER))
        painter.translate(rect.left() + _STROKE, rect.top() + _STROKE)
        painter.setPen(QPen(QColor(_INK), _STROKE))
        for stroke in drawing.strokes:
            painter.drawLine(QPointF(stroke.x1, stroke.y1), QPointF(stroke.x2, stroke.y2))
        for box in drawing.boxes:
            _draw(painter, box)
        painter.restore()


def _draw(painter: QPainter, box: Box) -> None:
    frame = QRectF(box.x, box.y, box.width, box.height)
    if not box.is_head:
        painter.fillRect(frame, QColor(_PAPER))
        painter.drawRect(frame)
    font = QFont(list(FAMILIES))
    font.setPointSizeF(FONT * 72 / painter.device().logicalDpiY())
    font.setBold(box.is_head)
    painter.setFont(font)
    for number, words in enumerate(box.lines):
        line = QRectF(box.x, box.y + PADDING + number * LINE, box.width, LINE)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)
