"""Breaking text into lines where its script breaks: between words, and in Chinese between most signs."""

import re
import textwrap
from collections.abc import Iterator
from unicodedata import category, east_asian_width

_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6\U00020000-\U0003ffff]"
)
_UNSEEN = frozenset({"Cf", "Mn", "Me"})
_NEVER_FIRST = frozenset("，。、；：？！）】》」』〉〕”’…—％・～")
_NEVER_LAST = frozenset("（【《「『〈〔“‘")


def is_wide(text: str) -> bool:
    """Say whether a text has signs of full width."""
    return _WIDE.search(text) is not None


def width_of(text: str) -> int:
    """Return how many columns a text takes: two for a sign of full width, none for a mark that is not seen."""
    if text.isascii():
        return len(text)
    return sum(0 if category(sign) in _UNSEEN else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def wrapped(text: str, width: int, first: str = "", further: str = "") -> list[str]:
    """Return a text in lines of a width in columns, the first and the others after a beginning of their own."""
    if text.isascii() or (not is_wide(text) and width_of(text) == len(text)):
        return _narrow(text, width, first, further)
    lines, line, used, is_begun = list[str](), first, width_of(first), False
    for unit in _units(text):
        room = width_of(unit.rstrip())
        if is_begun and used + room > width:
            lines.append(line.rstrip(" "))
            line, used, is_begun = further, width_of(further), False
        kept = unit if is_begun else unit.lstrip(" ")
        line, used, is_begun = line + kept, used + width_of(kept), is_begun or bool(kept)
    return [*lines, line.rstrip(" ")] if is_begun else lines


def _narrow(text: str, width: int, first: str, further: str) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _units(text: str) -> Iterator[str]:
    """Yield what must stay on one line: words with the room behind them, signs with their punctuation."""
    unit = ""
    for sign in text.replace("\n", " ").replace("\t", " "):
        if unit and _may_break(unit[-1], sign):
            yield unit
            unit = ""
        unit += sign
    if unit:
        yield unit


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in _NEVER_FIRST or before in _NEVER_LAST or category(after) in _UNSEEN:
        return False
    return before == " " or is_wide(before) or is_wide(after)
