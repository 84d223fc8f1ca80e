"""Getting the rest of the program ready while the first page is already there."""

import gc
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer

from mlawriter.ui.office import Office
from mlawriter.ui.sources import let_go


def warm(office: Office) -> None:
    """Load law and workspace in short steps, one each time the window is idle.

    What is loaded stays for good. At the end it is set apart (`gc.freeze`): Python would look through all of it for
    garbage every now and then, in the midst of typing, and take as long as twenty keystrokes.
    """
    _go_on(steps(office))


def steps(office: Office) -> Iterator[Callable[[], object]]:
    """Yield what there is to load, bit by bit."""
    yield _load_checks
    yield lambda: office.law
    yield _load_editors
    yield _load_workplace
    yield gc.freeze


def _go_on(steps: Iterator[Callable[[], object]]) -> None:
    step = next(steps, None)
    if step is not None:
        step()
        let_go()
        QTimer.singleShot(0, lambda: _go_on(steps))


def _load_checks() -> None:
    import mlawriter.app.session  # noqa: F401


def _load_editors() -> None:
    import mlawriter.ui.editors.registry  # noqa: F401


def _load_workplace() -> None:
    import mlawriter.ui.case_commands
    import mlawriter.ui.workplace  # noqa: F401
