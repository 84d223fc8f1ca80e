"""Peak memory of the window with the largest sample open, against an empty Qt main window (whole processes)."""

import statistics
import sys
import tempfile
from pathlib import Path

from bench._process import run
from bench._window import largest_sample
from mlawriter.storage.casefile import Stored, save_case

LIMIT = 1.8
_PEAK = """
import pathlib
lines = pathlib.Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""
_EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 820)
window.show()
application.processEvents()
"""
_OURS = """
import sys
from pathlib import Path
from mlawriter.cli.window import _load_core
_load_core(with_law=True)
from PySide6.QtWidgets import QApplication
from mlawriter.ui.application import start
window = start(Path(sys.argv[1]))
window.work.show_tab(1)
QApplication.processEvents()
window.work.pane.letter.compose()
QApplication.processEvents()
"""


def report(*, quick: bool) -> list[str]:
    """Return the medians and their ratio; only where there is /proc."""
    if not sys.platform.startswith("linux"):
        return ["measured on Linux only"]
    rounds = 3 if quick else 7
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sample.mlaw"
        save_case(Stored(largest_sample()), file, "")
        empty = statistics.median(_kilobytes(_EMPTY, folder) for _ in range(rounds))
        ours = statistics.median(_kilobytes(_OURS, folder, str(file)) for _ in range(rounds))
    return [
        f"empty main window {empty / 1024:6.0f} MB",
        f"sample open       {ours / 1024:6.0f} MB   ratio {ours / empty:.2f}   (limit {LIMIT})",
    ]


def _kilobytes(script: str, home: str, *arguments: str) -> int:
    return int(run(script + _PEAK, home, *arguments).split()[-1])
