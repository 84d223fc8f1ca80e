"""A box to tick whose words wrap, however long they are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from mlawriter.ui.caption import Wrapping


class Tick(QWidget):
    """A check box and its words; `ticked` says that the user changed it."""

    ticked = Signal()

    def __init__(self, words: str, name: str, description: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleDescription(description)
        self.box.clicked.connect(lambda: self.ticked.emit())
        self._words = _Clickable()
        self._words.pressed.connect(self.box.click)
        self.setFocusProxy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.box, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.entitle(words, name)

    def entitle(self, words: str, name: str) -> None:
        """Show other words."""
        self._words.setText(words)
        self.box.setAccessibleName(name)

    def words(self) -> str:
        """Return the words beside the box."""
        return self._words.text()

    def is_ticked(self) -> bool:
        """Say whether the box is ticked."""
        return self.box.isChecked()

    def set_ticked(self, ticked: bool) -> None:
        """Tick the box or not, without telling."""
        self.box.setChecked(ticked)


class _Clickable(Wrapping):
    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the words be clicked like the box."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
