"""The preview of a request of about ten pages: composed, set in type, and laid out in the window."""

import statistics
import time

from PySide6.QtWidgets import QApplication

from bench._window import largest_sample, window_on

LIMIT_MS = 60


def report(*, quick: bool) -> list[str]:
    """Return the medians: composing alone, until the part in sight is shown, until the last page is laid out."""
    window = window_on(largest_sample("mla"))
    work = window.work
    assert work is not None
    work.show_tab(1)
    letter = work.pane.letter
    composed, shown, whole = [], [], []
    for _ in range(5 if quick else 40):
        start = time.perf_counter()
        letter._preview("")  # noqa: SLF001
        composed.append(time.perf_counter() - start)
        letter.refresh()
        start = time.perf_counter()
        letter.compose()
        QApplication.processEvents()
        shown.append(time.perf_counter() - start)
        letter.page.document().size()
        whole.append(time.perf_counter() - start)
    return [
        f"composed                     {1000 * statistics.median(composed):6.1f} ms",
        f"shown in the window          {1000 * statistics.median(shown):6.1f} ms   (limit {LIMIT_MS} ms)",
        f"laid out to the last page    {1000 * statistics.median(whole):6.1f} ms   (limit {LIMIT_MS} ms)",
    ]
