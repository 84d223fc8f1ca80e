"""A keystroke in the largest sample, until findings and outline are refreshed (no timer left, everything painted)."""

import time
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench._window import largest_sample, percentile, window_on
from mlawriter.ui.field_view import FieldView
from mlawriter.ui.window import Window

LIMIT_MS = 16
KINDS = ("mla", "")
"""The largest sample of the kind that checks most, and the largest of all."""
FIELDS = ("case.case_name", "case.facts_summary", "request.our_ref", "person.name_family")


def report(*, quick: bool) -> list[str]:
    """Return median and 99th percentile over several fields of each sample."""
    strokes = 20 if quick else 200
    times: dict[str, list[float]] = {}
    for kind in KINDS:
        window = window_on(largest_sample(kind))
        for name in FIELDS:
            times.setdefault(name, []).extend(_typed(window, name, strokes))
    lines = [_line_of(name, of_one) for name, of_one in times.items()]
    return [*lines, _line_of("all", [each for of_one in times.values() for each in of_one])]


def _line_of(name: str, times: list[float]) -> str:
    median, high = percentile(times, 0.5), percentile(times, 0.99)
    return f"{name:20} {len(times):4} keys: median {median:5.1f} ms   p99 {high:5.1f} ms   (limit p99 {LIMIT_MS} ms)"


def _typed(window: Window, name: str, strokes: int) -> Iterator[float]:
    target = _target(window, name)
    QApplication.processEvents()
    for number in range(strokes):
        start = time.perf_counter()
        QTest.keyClick(target, Qt.Key.Key_A if number % 40 < 20 else Qt.Key.Key_Backspace)
        QApplication.processEvents()
        yield 1000 * (time.perf_counter() - start)


def _target(window: Window, name: str) -> QWidget:
    work = window.work
    assert work is not None
    path = next(path for path in work.bridge.case.answers if path.field == name)
    view = work.navigator.view_of(path)
    assert isinstance(view, FieldView)
    view.take_focus()
    target = view.editor.focusProxy()
    assert target is not None
    return target
