"""A small panel in which one types to find something and takes it with Enter: commands, questions, answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator

_MOST = 60
_MOVING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be picked: its words, more words that are searched too, and what picking it does."""

    words: str
    act: Callable[[], None]
    more: str = ""

    def matches(self, parts: Sequence[str]) -> bool:
        """Say whether all parts of a search occur."""
        text = f"{self.words} {self.more}".casefold()
        return all(part in text for part in parts)


class Picker(QFrame):
    """Lists entries and narrows them down while one types; Escape leaves."""

    def __init__(self, parent: QWidget, say: Translator) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._over = parent
        self._say = say
        self._entries: Sequence[Entry] = ()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        column = QVBoxLayout(self)
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(say(Message("Found")))
        self.list.setWordWrap(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self._take)
        self.list.itemClicked.connect(lambda _: self._take())

    def offer(self, title: Message, entries: Sequence[Entry]) -> None:
        """Open the panel over its window with these entries."""
        self._entries = entries
        self.line.setAccessibleName(self._say(title))
        self.line.setPlaceholderText(self._say(title))
        self.line.clear()
        self._narrow("")
        room = self._over.rect()
        self.resize(min(640, room.width() - 40), min(420, room.height() - 80))
        corner = self._over.mapToGlobal(room.topLeft())
        self.move(corner.x() + (room.width() - self.width()) // 2, corner.y() + 60)
        self.show()
        self.line.setFocus()

    def _narrow(self, text: str) -> None:
        parts = text.casefold().split()
        self.list.clear()
        found = [entry for entry in self._entries if entry.matches(parts)]
        for entry in found[:_MOST]:
            line = QListWidgetItem(f"{entry.words}\n{entry.more}" if entry.more else entry.words)
            line.setData(Qt.ItemDataRole.UserRole, self._entries.index(entry))
            self.list.addItem(line)
        if found:
            self.list.setCurrentRow(0)
        else:
            nothing = QListWidgetItem(self._say(Message("Nothing found. Try fewer letters.")))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)

    def _take(self) -> None:
        chosen = self.list.currentItem()
        at = chosen.data(Qt.ItemDataRole.UserRole) if chosen else None
        if isinstance(at, int):
            self.hide()
            QTimer.singleShot(0, self._entries[at].act)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the line has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                return True
            if event.key() in _MOVING:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)
