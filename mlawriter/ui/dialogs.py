"""The one way to put a question to the user: `Ask`. The window never opens a dialog by itself."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator


class Tone(StrEnum):
    """How a message is meant."""

    NOTE = "note"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Way:
    """One button: what it stands for, its words, and whether Escape means it."""

    key: str
    words: Message
    escape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question with its ways out, in order; the first one is the default."""

    title: Message
    text: Message
    details: str = ""
    ways: tuple[Way, ...] = (Way("ok", Message("OK", context="button"), escape=True),)
    tone: Tone = Tone.NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class FileQuery:
    """A question for a file. `start` is where to look first; `name` says what kind of file, `ending` how it ends."""

    title: Message
    start: Path
    name: Message
    ending: str


class Ask(Protocol):
    """Somebody who can be asked: the user, or a test."""

    def choose(self, query: Query) -> str:
        """Return the key of the way that was taken."""
        ...

    def words(self, title: Message, prompt: Message, text: str) -> str | None:
        """Return what was typed; nothing if the question was left."""
        ...

    def file_to_open(self, query: FileQuery) -> Path | None:
        """Return the file to open; nothing if the question was left."""
        ...

    def file_to_write(self, query: FileQuery) -> Path | None:
        """Return the file to write; nothing if the question was left."""
        ...

    def folder_to_write(self, query: FileQuery) -> Path | None:
        """Return the folder to write into; nothing if the question was left."""
        ...


@dataclass
class AskInWindow:
    """Asks the user in dialogs of the desktop; mutable, as its window comes after it."""

    say: Translator
    parent: "QWidget | None" = None

    def choose(self, query: Query) -> str:
        """Return the key of the button that was pressed."""
        from PySide6.QtWidgets import QMessageBox

        icon = QMessageBox.Icon.Warning if query.tone is Tone.WARNING else QMessageBox.Icon.Information
        box = QMessageBox(icon, self.say(query.title), self.say(query.text), parent=self.parent)
        box.setInformativeText(query.details)
        buttons: dict[QPushButton, Way] = {}
        for way in query.ways:
            role = QMessageBox.ButtonRole.RejectRole if way.escape else QMessageBox.ButtonRole.AcceptRole
            buttons[box.addButton(self.say(way.words), role)] = way
        box.setDefaultButton(next(iter(buttons)))
        box.exec()
        pressed = box.clickedButton()
        for button, way in buttons.items():
            if button is pressed:
                return way.key
        return next((way.key for way in query.ways if way.escape), query.ways[-1].key)

    def words(self, title: Message, prompt: Message, text: str) -> str | None:
        """Return the text typed into a small dialog."""
        from PySide6.QtWidgets import QInputDialog

        dialog = QInputDialog(self.parent)
        dialog.setWindowTitle(self.say(title))
        dialog.setLabelText(self.say(prompt))
        dialog.setTextValue(text)
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        accepted = dialog.exec() == QInputDialog.DialogCode.Accepted
        return dialog.textValue().strip() if accepted else None

    def file_to_open(self, query: FileQuery) -> Path | None:
        """Return the file chosen in the desktop's own dialog."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self.parent, self.say(query.title), str(query.start), _pattern(self.say(query.name), query.ending)
        )
        return Path(name) if name else None

    def file_to_write(self, query: FileQuery) -> Path | None:
        """Return the file named in the desktop's own dialog, with its ending."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(
            self.parent, self.say(query.title), str(query.start), _pattern(self.say(query.name), query.ending)
        )
        if not name:
            return None
        file = Path(name)
        return file if file.suffix or query.ending == "*" else file.with_name(f"{file.name}.{query.ending}")

    def folder_to_write(self, query: FileQuery) -> Path | None:
        """Return the folder chosen (or made) in the desktop's own dialog."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self.parent, self.say(query.title), str(query.start))
        return Path(name) if name else None


def _pattern(name: str, ending: str) -> str:
    return f"{name} (*)" if ending == "*" else f"{name} (*.{ending})"
