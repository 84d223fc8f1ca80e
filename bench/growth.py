"""Ten times the content against once: checking, composing, and writing a Word file."""

import statistics
import time
from collections.abc import Callable

from bench._content import RESOURCES, case_times, draft_times
from bench._window import TODAY
from mlawriter.checks.checker import check
from mlawriter.compose.letter import compose
from mlawriter.export.word import to_docx

LIMIT = 12


def report(*, quick: bool) -> list[str]:
    """Return for each kind of work the medians and their ratio."""
    rounds = 2 if quick else 9
    english = RESOURCES.languages.translator("en")
    cases = {times: case_times(times) for times in (1, 10)}
    drafts = {times: draft_times(times) for times in (1, 10)}
    works: dict[str, Callable[[int], object]] = {
        "checking": lambda times: check(RESOURCES.law, cases[times], cases[times].requests[0].id, TODAY).report,
        "composing": lambda times: compose(cases[times], cases[times].requests[0].id, RESOURCES.law, english, TODAY),
        "writing Word": lambda times: to_docx(drafts[times], house=RESOURCES.house_style),
    }
    return [_line(name, work, rounds) for name, work in works.items()]


def _line(name: str, work: Callable[[int], object], rounds: int) -> str:
    once, tenfold = (_median(lambda times=times: work(times), rounds) for times in (1, 10))  # type: ignore[misc]
    figures = f"{1000 * once:7.1f} ms   tenfold {1000 * tenfold:8.1f} ms   ratio {tenfold / once:5.2f}"
    return f"{name:13} {figures}   (limit {LIMIT})"


def _median(act: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)
