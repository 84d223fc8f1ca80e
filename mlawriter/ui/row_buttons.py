"""What can be done with the rows of a list, as a line of buttons."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.index import GUARANTEES, ITEMS
from mlawriter.model.ids import ListName
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.flow import Flow


class RowButtons(QWidget):
    """Buttons to add, open, duplicate, move and remove; items and undertakings are added from a menu."""

    added = Signal(str)
    suggested = Signal()
    opened = Signal()
    duplicated = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, name: ListName, title: str, bridge: Bridge) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._name, self._title, self._bridge = name, title, bridge
        self._row = Flow(self)
        self.adding = self._button(self._add_words(), self._add)
        self.suggesting = self._button(Message("Give all that are called for", context="button"), self.suggested.emit)
        self.opening = self._button(Message("Open", context="button"), self.opened.emit)
        self.duplicating = self._button(Message("Duplicate", context="button"), self.duplicated.emit)
        self.up = self._button(Message("Move up", context="button"), lambda: self.moved.emit(-1))
        self.down = self._button(Message("Move down", context="button"), lambda: self.moved.emit(1))
        self.removing = self._button(Message("Remove", context="button"), self.removed.emit)
        if name in (ITEMS, GUARANTEES):
            self._menu = QMenu(self.adding)
            self._menu.aboutToShow.connect(self._fill_menu)
            self.adding.setMenu(self._menu)

    def refresh(self, line: int, lines: int) -> None:
        """Offer what can be done with the selected line."""
        some = lines > 0
        for button in (self.up, self.down, self.removing):
            button.setVisible(some)
        self.duplicating.setVisible(some and self._name != GUARANTEES)
        self.opening.setVisible(some and self._name == ITEMS)
        self.suggesting.setVisible(self._name == GUARANTEES)
        if self._name == GUARANTEES:
            self.suggesting.setEnabled(self._bridge.suggests)
        self.up.setEnabled(line > 0)
        self.down.setEnabled(0 <= line < lines - 1)

    def _add_words(self) -> Message:
        if self._name == ITEMS:
            return Message("Add assistance", context="button")
        record = self._bridge.index.record_of(self._name)
        return Message("Add: {thing}", context="button").fill(thing=texts.title("record", record.id, record.title))

    def _button(self, message: Message, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(self._bridge.say(message))
        button.setAccessibleName(f"{self._title}: {button.text()}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        self._row.addWidget(button)
        return button

    def _add(self) -> None:
        if self._name not in (ITEMS, GUARANTEES):
            self.added.emit("")

    def _fill_menu(self) -> None:
        self._menu.clear()
        for offer in self._bridge.addable(self._name):
            stands_alone = not offer.title or len(offer.things) == 1
            menu = self._menu if stands_alone else self._menu.addMenu(offer.title.replace("&", "&&"))
            for of, title in offer.things:
                menu.addAction(title.replace("&", "&&"), self._adding(of))

    def _adding(self, of: str) -> Callable[[], None]:
        return lambda: self.added.emit(of)
