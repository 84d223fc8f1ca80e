"""A window on a case, as the benchmarks of the window use it."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import json
import sys
import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from mlawriter.app.resources import Resources
from mlawriter.app.session import Session
from mlawriter.i18n.translator import Translator
from mlawriter.model.case import Case
from mlawriter.model.ids import CASE
from mlawriter.resources import samples_folder
from mlawriter.storage.codec import from_json
from mlawriter.ui.asking import AskInWindow
from mlawriter.ui.office import Office
from mlawriter.ui.settings import Folders
from mlawriter.ui.warming import steps
from mlawriter.ui.window import Window

TODAY = date(2026, 3, 2)


def largest_sample(kind: str = "") -> Case:
    """Return the sample case whose first request, of this kind or of any, sees the most answers."""
    cases = [from_json(json.loads(file.read_text(encoding="utf-8"))) for file in samples_folder().glob("*.json")]
    return max((case for case in cases if kind in ("", case.requests[0].kind)), key=_answers_seen)


def _answers_seen(case: Case) -> int:
    scopes = {CASE, case.requests[0].scope}
    return sum(path.scope in scopes for path in case.answers)


def application() -> QApplication:
    """Return the one application of this process."""
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication(sys.argv[:1])


def window_on(case: Case) -> Window:
    """Return a shown window with a case open, as it is when the program has been running for a moment."""
    application()
    resources = Resources()
    folder = Path(tempfile.mkdtemp())
    say: Translator = resources.languages.translator("en")
    office = Office(resources, Folders(folder, folder), lambda: TODAY, AskInWindow(say))
    window = Window(office)
    window.show()
    for step in steps(office):
        step()
    window.desk.lay(Session(office.law, case, TODAY, case.requests[0].id))
    QApplication.processEvents()
    return window


def percentile(values: list[float], share: float) -> float:
    """Return the value below which a share of all values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
