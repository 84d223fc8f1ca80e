"""Opening each page of the largest samples for the first time, until it is laid out, filled and painted."""

import statistics
import time

from PySide6.QtWidgets import QApplication

from bench._window import largest_sample, window_on
from mlawriter.ui.window import Window

LIMIT_MS = 100
_ROUNDS = 3
"""So often what is waiting is done: a page must need one round only, the others show what is left for later."""


def report(*, quick: bool) -> list[str]:
    """Return the median of all pages and the slowest one."""
    windows = [window_on(largest_sample(kind)) for kind in ("mla", "") for _ in range(1 if quick else 5)]
    times: dict[str, list[float]] = {}
    for window in windows:
        for key in _steps(window):
            times.setdefault(f"{_kind(window)} {key}", []).append(_opened(window, key))
    medians = {key: statistics.median(of_one) for key, of_one in times.items()}
    slowest = max(medians, key=lambda key: medians[key])
    return [
        f"{len(medians)} pages: median {statistics.median(medians.values()):5.1f} ms   (limit {LIMIT_MS} ms)",
        f"slowest ({slowest}): {medians[slowest]:5.1f} ms",
    ]


def _steps(window: Window) -> list[str]:
    assert window.work is not None
    return [step.key for step in window.work.navigator.steps]


def _kind(window: Window) -> str:
    assert window.work is not None
    return window.work.bridge.kind.id


def _opened(window: Window, key: str) -> float:
    assert window.work is not None
    start = time.perf_counter()
    window.work.navigator.show_step(key)
    for _ in range(_ROUNDS):
        QApplication.processEvents()
    return 1000 * (time.perf_counter() - start)
