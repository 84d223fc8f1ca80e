"""Entries of a list in two lines: a sign, a sentence, and quietly beneath it what belongs to it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from mlawriter.ui.style import quiet_colour

_BESIDE_BAR = 4
"""Room that a style may leave between entries and scroll bar."""
_PAD = 8
_SIGN = 16


class TwoLines(QStyledItemDelegate):
    """Draws an entry; the model gives both lines as one text, the sign, and a colour for the second line.

    It keeps the height of every entry at the present width: a list asks for all of them whenever one changes.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._heights: dict[str, int] = {}
        self._made_for = (0, "")

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry."""
        view = self.parent()
        if not isinstance(view, QListView):
            return
        headline, _, source = str(index.data()).partition("\n")
        super().paint(painter, option, index)
        chosen = view.selectionModel().isSelected(index)
        sign, text, below = _parts(option, view, headline)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, sign)
        palette = view.palette()
        painter.setFont(option.font)
        painter.setPen(palette.highlightedText().color() if chosen else palette.text().color())
        painter.drawText(text, _flags(view), headline)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        second = colour if isinstance(colour, QColor) else quiet_colour(palette)
        painter.setPen(palette.highlightedText().color() if chosen else second)
        painter.drawText(below, _flags(view), source)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave to the style what lies behind an entry, and no words or signs."""
        super().initStyleOption(option, index)
        option.text, option.icon = "", QIcon()
        option.features = QStyleOptionViewItem.ViewItemFeature(0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room that both lines need at the width of the list."""
        view = self.parent()
        if not isinstance(view, QListView):
            return QSize()
        width, words = _width(view), str(index.data())
        if self._made_for != (width, option.font.key()):
            self._made_for, self._heights = (width, option.font.key()), {}
        if words not in self._heights:
            self._heights[words] = _height(option, view, words)
        return QSize(width, self._heights[words])


def show_in_two_lines(view: QListView) -> None:
    """Let a list show its entries so; lines wrap and nothing scrolls sideways."""
    view.setWordWrap(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setItemDelegate(TwoLines(view))


def _height(option: QStyleOptionViewItem, view: QListView, words: str) -> int:
    option.rect = QRect(QPoint(0, 0), QSize(_width(view), 0))
    headline, _, source = words.partition("\n")
    text = _parts(option, view, headline)[1]
    below = option.fontMetrics.boundingRect(text, _flags(view), source)
    return text.height() + below.height() + 2 * _PAD


def _width(view: QListView) -> int:
    """Return the width of the entries; for an answer about the viewport, PySide would make all its widgets ready."""
    bar = view.verticalScrollBar()
    return view.maximumViewportSize().width() - (bar.width() + _BESIDE_BAR if bar.isVisible() else 0)


def _parts(option: QStyleOptionViewItem, view: QListView, headline: str) -> tuple[QRect, QRect, QRect]:
    inside = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
    width = inside.width() - _SIGN - _PAD
    room = QRect(0, 0, width, 10_000)
    height = option.fontMetrics.boundingRect(room, _flags(view), headline).height()
    rtl = view.isRightToLeft()
    left = inside.left() if rtl else inside.left() + _SIGN + _PAD
    sign = QRect(inside.right() - _SIGN if rtl else inside.left(), inside.top(), _SIGN, _SIGN)
    text = QRect(left, inside.top(), width, height)
    return sign, text, QRect(left, text.bottom() + 1, width, max(0, inside.bottom() - text.bottom()) + 40)


def _flags(view: QListView) -> int:
    side = Qt.AlignmentFlag.AlignRight if view.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    return int(Qt.TextFlag.TextWordWrap) | int(side) | int(Qt.AlignmentFlag.AlignTop)
