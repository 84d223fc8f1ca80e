"""Asking the user in dialogs of the desktop; what is asked and why is not known here (see `ui.dialogs`)."""

from pathlib import Path
from typing import TYPE_CHECKING

from mlawriter.i18n.translator import Translator

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from mlawriter.i18n.message import Message
    from mlawriter.ui.dialogs import FileQuery, Query, Way


class AskInWindow:
    """Asks the user in dialogs; mutable, as its window comes after it."""

    def __init__(self, say: Translator, parent: "QWidget | None" = None) -> None:
        self.say, self.parent = say, parent

    def speak(self, say: Translator) -> None:
        """Ask in another language from now on."""
        self.say = say

    def choose(self, query: "Query") -> str:
        """Return the key of the button that was pressed."""
        from PySide6.QtWidgets import QMessageBox

        from mlawriter.ui.dialogs import Tone

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

    def words(self, title: "Message", prompt: "Message", text: str) -> str | None:
        """Return the text typed into a small dialog."""
        from PySide6.QtWidgets import QInputDialog

        dialog = QInputDialog(self.parent)
        dialog.setWindowTitle(self.say(title))
        dialog.setLabelText(self.say(prompt))
        dialog.setTextValue(text)
        dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
        accepted = dialog.exec() == QInputDialog.DialogCode.Accepted
        return dialog.textValue().strip() if accepted else None

    def file_to_open(self, query: "FileQuery") -> Path | None:
        """Return the file chosen in the desktop's own dialog."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(
            self.parent, self.say(query.title), str(query.start), _pattern(self.say(query.name), query.ending)
        )
        return Path(name) if name else None

    def file_to_write(self, query: "FileQuery") -> Path | None:
        """Return the file named in the desktop's own dialog, with its ending."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(
            self.parent, self.say(query.title), str(query.start), _pattern(self.say(query.name), query.ending)
        )
        if not name:
            return None
        file = Path(name)
        return file if file.suffix or query.ending == "*" else file.with_name(f"{file.name}.{query.ending}")

    def folder_to_write(self, query: "FileQuery") -> Path | None:
        """Return the folder chosen (or made) in the desktop's own dialog."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self.parent, self.say(query.title), str(query.start))
        return Path(name) if name else None


def _pattern(name: str, ending: str) -> str:
    return f"{name} (*)" if ending == "*" else f"{name} (*.{ending})"
