"""What can be done in the window: words, keys, and the act; menus and the palette are made from one list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator

if TYPE_CHECKING:
    from mlawriter.ui.picker import Entry

Keys = QKeySequence.StandardKey | str | None


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. `menu` is where it stands; an empty one means the palette only."""

    id: str
    menu: str
    words: Message
    act: Callable[[], None]
    keys: Keys = None


MENUS: Mapping[str, Message] = {
    "file": Message("&File", context="menu"),
    "edit": Message("&Edit", context="menu"),
    "answer": Message("&Answer", context="menu"),
    "go": Message("&Go", context="menu"),
    "view": Message("&View", context="menu"),
}


def make_actions(commands: Iterable[Command], owner: QWidget, say: Translator) -> dict[str, QAction]:
    """Return an action for each command, with its keys, working anywhere in the window."""
    made: dict[str, QAction] = {}
    for command in commands:
        action = QAction(owner)
        action.setText(say(command.words))
        action.setObjectName(command.id)
        if command.keys is not None:
            action.setProperty("shortcut", QKeySequence(command.keys))
        action.triggered.connect(_acting(command))
        owner.addAction(action)
        made[command.id] = action
    return made


def fill_menus(menus: Mapping[str, QMenu], commands: Sequence[Command], actions: Mapping[str, QAction]) -> None:
    """Put each action into its menu."""
    for command in commands:
        if command.menu in menus:
            menus[command.menu].addAction(actions[command.id])


def entries(commands: Sequence[Command], actions: Mapping[str, QAction], say: Translator) -> "list[Entry]":
    """Return the commands that can be given now, for the palette."""
    from mlawriter.ui.picker import Entry

    found = []
    for command in commands:
        action = actions[command.id]
        if action.isEnabled():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            found.append(Entry(say(command.words).replace("&", "").rstrip("…"), action.trigger, keys))
    return found


def _acting(command: Command) -> Callable[[], None]:
    return lambda: command.act()
