"""Opening the window, where there is a display. The only module that reaches into `mlawriter.ui`."""

import os
import sys
from pathlib import Path

from mlawriter.cli.context import USAGE, Context, Refusal
from mlawriter.i18n.message import Message

NO_DISPLAY = Message(
    "There is no display for the window; use “mlawriter demo --no-window”, “mlawriter check” or “mlawriter export”."
)
NO_QT = Message(
    "The window cannot start because a system library is missing ({reason}); see “Try it” in the README, or use "
    "“mlawriter demo --no-window”, “mlawriter check” or “mlawriter export”."
)


def has_display() -> bool:
    """Say whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.split(":")[0] in {"offscreen", "minimal", "vnc"}:
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(context: Context, file: Path | None) -> int:
    """Show the window and return its exit status when it closes; refuse with one sentence without a display."""
    if not has_display():
        raise Refusal(USAGE, context.say(NO_DISPLAY))
    try:
        from mlawriter.ui.application import run
    except ImportError as error:
        raise Refusal(USAGE, context.say(NO_QT.fill(reason=str(error)))) from None
    return run(file)
