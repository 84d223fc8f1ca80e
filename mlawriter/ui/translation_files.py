"""Files of translations: the user's own catalogues, their folder, tables for others."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mlawriter.app.lines import Line
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import PoError
from mlawriter.storage.casefile import StorageError, cannot_write, write_atomically
from mlawriter.ui.dialogs import FileQuery, Query, Tone
from mlawriter.ui.queries import failed

if TYPE_CHECKING:
    from mlawriter.ui.translations import Translations
    from mlawriter.ui.window import Window

TABLES = Message("Tables", context="format")
TITLE = Message("Translations")
TAKEN = Message("{n} translation was taken over.", plural="{n} translations were taken over.")
_MOST = 20
"""Problems that are listed; there may be thousands."""


class TranslationFiles:
    """Does what the dialog wants done with files, and tells the user what came of it."""

    def __init__(self, window: "Window", dialog: "Translations") -> None:
        self._window, self._dialog = window, dialog

    def keep(self, line: Line, target: Sequence[str]) -> bool:
        """Write a translation into the user's own catalogue; say whether that was possible."""
        try:
            self._dialog.bench.keep(line, target)
        except (PoError, StorageError) as error:
            self._ask(failed(error.message))
        else:
            return True
        return False

    def open_folder(self) -> None:
        """Show the folder of the user's own catalogues in the desktop."""
        folder = self._dialog.bench.folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._ask(failed(cannot_write(folder, error).message))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def give_out(self, lines: Sequence[Line]) -> None:
        """Write messages as a table where the user wants it."""
        bench, languages = self._dialog.bench, self._window.office.languages
        start = Path.home() / f"mlawriter-{bench.language}.xlsx"
        file = self._window.office.ask.file_to_write(FileQuery(title=TITLE, start=start, name=TABLES, ending="xlsx"))
        if file is None:
            return
        try:
            write_atomically(file, bench.table(lines, rtl=languages.conventions(bench.language).rtl))
        except StorageError as error:
            self._ask(failed(error.message))

    def take_in(self) -> None:
        """Take translations from a table that the user chooses, and tell what is wrong in it."""
        from mlawriter.export.sheets import SheetError

        query = FileQuery(title=TITLE, start=Path.home(), name=TABLES, ending="xlsx")
        file = self._window.office.ask.file_to_open(query)
        if file is None:
            return
        try:
            taken = self._dialog.bench.take(file)
        except (SheetError, PoError, StorageError) as error:
            self._ask(failed(error.message))
            return
        self._dialog.reread()
        problems = "\n".join(f"• {self._window.say(problem)}" for problem in taken.problems[:_MOST])
        tone = Tone.WARNING if problems else Tone.NOTE
        self._ask(Query(title=TITLE, text=TAKEN.fill(n=taken.count), details=problems, tone=tone))

    def _ask(self, query: Query) -> None:
        self._window.office.ask.choose(query)
