"""A layout that sets its widgets side by side and goes on to the next line where there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Widgets in lines, in the direction of reading; hidden ones take no room."""

    def __init__(self, parent: QWidget, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or nothing past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or nothing past the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than there is."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that less width takes more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        places = self._places(width)
        return max((place.bottom() + 1 for _, place in places), default=0)

    def sizeHint(self) -> QSize:
        """Return the size of a single line."""
        places = self._places(1 << 20)
        return QSize(max((place.right() + 1 for _, place in places), default=0), self.heightForWidth(1 << 20))

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        widest, highest = (max(lengths, default=0) for lengths in (map(QSize.width, sizes), map(QSize.height, sizes)))
        return QSize(widest, highest)

    def setGeometry(self, rect: QRect) -> None:
        """Set the items into their lines."""
        super().setGeometry(rect)
        parent = self.parentWidget()
        rtl = parent is not None and parent.isRightToLeft()
        for item, place in self._places(rect.width()):
            left = rect.width() - place.right() - 1 if rtl else place.left()
            item.setGeometry(QRect(rect.topLeft() + QPoint(left, place.top()), place.size()))

    def _places(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        found: list[tuple[QLayoutItem, QRect]] = []
        corner, line = QPoint(0, 0), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if corner.x() and corner.x() + size.width() > width:
                corner, line = QPoint(0, corner.y() + line + self.spacing()), 0
            found.append((item, QRect(corner, QSize(min(size.width(), width), size.height()))))
            corner = QPoint(corner.x() + size.width() + self.spacing(), corner.y())
            line = max(line, size.height())
        return found
