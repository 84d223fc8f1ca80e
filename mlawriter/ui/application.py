"""The program with its window, from start to end."""

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from mlawriter.app.resources import Resources
from mlawriter.i18n.message import Message
from mlawriter.ui.asking import AskInWindow
from mlawriter.ui.office import Office
from mlawriter.ui.qt_words import QtWords
from mlawriter.ui.settings import usual_folders
from mlawriter.ui.sources import let_go
from mlawriter.ui.warming import warm
from mlawriter.ui.window import TITLE, Window

_IDLE_MS = 50
_UNEXPECTED = Message(
    "Something unexpected happened. Your answers are kept: save the case now, then close the program and open it again."
)


def run(path: Path | None, packs: Sequence[Path] = (), locale_files: Sequence[Path] = (), language: str = "") -> int:
    """Open the window, on a case if a file is given; return the exit status when it is closed."""
    window = start(path, packs, locale_files, language)
    window.office.tell_damaged()
    window.desk.recover()
    QTimer.singleShot(_IDLE_MS, lambda: warm(window.office))
    return QApplication.exec()


def start(
    path: Path | None, packs: Sequence[Path] = (), locale_files: Sequence[Path] = (), language: str = ""
) -> Window:
    """Return the window of this user, shown, on a case if a file is given."""
    QApplication.instance() or QApplication(sys.argv[:1])
    window = open_window(packs, path, locale_files, language)
    window.show()
    return window


def open_window(
    packs: Sequence[Path] = (), path: Path | None = None, locale_files: Sequence[Path] = (), language: str = ""
) -> Window:
    """Return the window of this user, on a case if a file is given, not shown yet.

    `packs` are further templates, `locale_files` catalogues that complete those of the program, `language` is one to
    speak instead of the one remembered.
    """
    QApplication.setApplicationName("mlawriter")
    QApplication.setApplicationDisplayName(TITLE)
    let_go()
    folders = usual_folders()
    resources = Resources(*packs, own_locales=folders.locales, locale_files=tuple(locale_files))
    languages = resources.languages
    tag = languages.best(language or folders.read_settings().language or QLocale.system().name())
    say = languages.translator(tag)
    ask = AskInWindow(say)
    words = QtWords(QCoreApplication.instance() or QApplication(sys.argv[:1]))
    words.speak(say)
    sys.excepthook = _excepthook(lambda: _tell_unexpected(ask))
    office = Office(resources, folders, lambda: datetime.now(tz=UTC).astimezone().date(), ask, language=language)
    window = Window(office, path)
    ask.parent = window
    window.spoken.connect(ask.speak)
    window.spoken.connect(words.speak)
    return window


def _tell_unexpected(ask: AskInWindow) -> str:
    from mlawriter.ui.queries import failed

    return ask.choose(failed(_UNEXPECTED))


def _excepthook(tell: Callable[[], str]) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def hook(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        place = trace
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
        sys.stderr.write(f"mlawriter: {kind.__name__} at {where}\n")
        tell()

    return hook
