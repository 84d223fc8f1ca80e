"""Opening the window, where there is a display. The only module that reaches into `mlawriter.ui`."""

import os
import sys
from pathlib import Path

from mlawriter.i18n.message import Message

NO_DISPLAY = Message(
    "There is no display for the window; use “mlawriter demo --no-window”, “mlawriter check” or “mlawriter export”."
)
NO_QT = Message(
    "The window cannot start because a system library is missing ({reason}); see “Try it” in the README, or use "
    "“mlawriter demo --no-window”, “mlawriter check” or “mlawriter export”."
)


class NoWindow(Exception):
    """The window cannot be shown here; `message` says what works instead."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def has_display() -> bool:
    """Say whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.split(":")[0] in {"offscreen", "minimal", "vnc"}:
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(
    file: Path | None, packs: tuple[Path, ...] = (), locale_files: tuple[Path, ...] = (), language: str = ""
) -> int:
    """Show the window and return its exit status when it closes.

    `packs` are further folders of templates, `locale_files` catalogues that complete those of the program;
    `language` is the one to speak, if not the one remembered.

    Raises:
        NoWindow: without a display, or where Qt lacks a library of the system.
    """
    if not has_display():
        raise NoWindow(NO_DISPLAY)
    _load_core(with_law=file is not None)
    try:
        from mlawriter.ui.application import run
    except ImportError as error:
        raise NoWindow(NO_QT.fill(reason=str(error))) from None
    return run(file, packs, locale_files, language)


def _load_core(*, with_law: bool) -> None:
    """Load what is needed besides Qt before it: PySide reads the source of every module that is imported after it."""
    import mlawriter.app.resources

    if with_law:
        import mlawriter.app.agenda
        import mlawriter.app.issued
        import mlawriter.app.lawbook
        import mlawriter.app.route
        import mlawriter.app.session
        import mlawriter.app.timeline
        import mlawriter.export.drawing
        import mlawriter.i18n.cldr
        import mlawriter.knowledge.loader  # noqa: F401
