"""Settings that the widgets of the first page take without the names of `Qt`.

PySide builds all enumerations of `Qt` and of `QEvent`, well over a hundred, when the first of them is named. The
first page is there sooner without them, so it sets what it needs as properties, by number.
"""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

_NO_FOCUS = 0
_STRONG_FOCUS = 11
_PLAIN_TEXT = 0
_ALWAYS_OFF = 1
_LEFT, _RIGHT = 0x91, 0x92
"""`AlignLeft` or `AlignRight`, with `AlignAbsolute` and `AlignVCenter`."""


def without_focus(widget: QWidget) -> None:
    """Let the focus pass a widget by (`Qt.FocusPolicy.NoFocus`)."""
    widget.setProperty("focusPolicy", _NO_FOCUS)


def not_by_wheel(widget: QWidget) -> None:
    """Give a widget the focus by key and click, never by the wheel (`Qt.FocusPolicy.StrongFocus`)."""
    widget.setProperty("focusPolicy", _STRONG_FOCUS)


def say_plainly(label: QLabel) -> None:
    """Show the words of a label as they are, whatever signs are in them (`Qt.TextFormat.PlainText`)."""
    label.setProperty("textFormat", _PLAIN_TEXT)


def begin_at_side(label: QLabel, *, right: bool) -> None:
    """Begin the words of a label at a side, whatever letters they have (`Qt.AlignmentFlag.AlignAbsolute`)."""
    label.setProperty("alignment", _RIGHT if right else _LEFT)


def never_sideways(area: QAbstractScrollArea) -> None:
    """Let words that wrap have no bar to scroll sideways (`Qt.ScrollBarPolicy.ScrollBarAlwaysOff`)."""
    area.setProperty("horizontalScrollBarPolicy", _ALWAYS_OFF)


def direct(widget: QWidget | QCoreApplication, *, rtl: bool) -> None:
    """Lay a widget, or all of a program, out from right to left, or from left to right (`Qt.LayoutDirection`)."""
    widget.setProperty("layoutDirection", int(rtl))
