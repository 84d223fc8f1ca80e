"""The words that Qt itself puts into buttons and menus of text: Qt's own translation, or ours where it has none."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.ui.early import direct

_OURS = {
    message.text: message
    for message in (
        Message("OK", context="Qt"),
        Message("Cancel", context="Qt"),
        Message("Close", context="Qt"),
        Message("&Yes", context="Qt"),
        Message("&No", context="Qt"),
        Message("Save", context="Qt"),
        Message("Open", context="Qt"),
        Message("&Undo", context="Qt"),
        Message("&Redo", context="Qt"),
        Message("Cu&t", context="Qt"),
        Message("&Copy", context="Qt"),
        Message("&Paste", context="Qt"),
        Message("Delete", context="Qt"),
        Message("Select All", context="Qt"),
        Message("Copy &Link Location", context="Qt"),
    )
}


class OwnWords(QTranslator):
    """Says what Qt writes with the words of our own catalogues."""

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say

    def isEmpty(self) -> bool:
        """Say that there are words."""
        return False

    def translate(self, _context: str, text: str, _distinction: str | None = None, _number: int = -1) -> str | None:
        """Return Qt's words in this language; nothing for what the catalogues do not know."""
        message = _OURS.get(text)
        return self._say(message) if message else None


class QtWords(QObject):
    """Lets Qt speak the language of the window; it holds the translation that Qt has at present, hence mutable."""

    def __init__(self, program: QCoreApplication) -> None:
        super().__init__(program)
        self._program = program
        self._now: QTranslator | None = None

    def speak(self, say: Translator) -> None:
        """Let Qt speak a language from now on, in dialogs too, and lay everything out in its direction."""
        direct(self._program, rtl=say.rtl)
        if self._now is not None:
            QCoreApplication.removeTranslator(self._now)
        self._now = qt_translator(say) or OwnWords(say)
        QCoreApplication.installTranslator(self._now)


def qt_translator(say: Translator) -> QTranslator | None:
    """Return Qt's own translation into a language, if there is one into this very variety of it."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    locale = QLocale(say.conventions.cldr)
    for name in (locale.name(), say.language.replace("-", "_"), locale.name().partition("_")[0]):
        file, translator = folder / f"qtbase_{name}.qm", QTranslator()
        if file.is_file() and translator.load(str(file)):
            return translator
    return None
