"""Process start to a usable first page, against an empty Qt main window (medians of whole processes, in turns)."""

import statistics
import tempfile
import time

from bench._process import run

LIMIT = 1.6
_EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 820)
"""
_OURS = """
import sys
import mlawriter.__main__
from mlawriter.cli.window import _load_core
_load_core(with_law=False)
from mlawriter.ui.application import open_window
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
window = open_window()
"""
_UNTIL_SHOWN = """
window.show()
while not window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
"""


def report(*, quick: bool) -> list[str]:
    """Return the medians and their ratio."""
    times: dict[str, list[float]] = {"empty": [], "ours": []}
    with tempfile.TemporaryDirectory() as folder:
        for script in (_EMPTY, _OURS):
            _seconds(script + _UNTIL_SHOWN, folder)
        for _ in range(5 if quick else 21):
            times["empty"].append(_seconds(_EMPTY + _UNTIL_SHOWN, folder))
            times["ours"].append(_seconds(_OURS + _UNTIL_SHOWN, folder))
    empty, ours = (statistics.median(times[name]) for name in ("empty", "ours"))
    return [
        f"empty main window {1000 * empty:7.0f} ms",
        f"first page        {1000 * ours:7.0f} ms   ratio {ours / empty:.2f}   (limit {LIMIT})",
    ]


def _seconds(script: str, folder: str) -> float:
    start = time.perf_counter()
    run(script, folder)
    return time.perf_counter() - start
