"""Languages that nobody speaks, for testing: longer, accented, bracketed English, and the same from right to left."""

import re
from gettext import NullTranslations

LONG, MIRRORED = "qps-ploc", "qps-plocm"
PSEUDO = (LONG, MIRRORED)

_KEPT = re.compile(r"(\{[^{}]*\}| \| |&(?=\w)|\n|\d+(?:\(\w+\))+)")
_PLAIN = "AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz"
_ACCENTED = "ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþǪǫŔŕŠšŢţÛûṼṽŴŵẊẋÝýŽž"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_OVERRIDE, _POP = "\u202e", "\u202c"
_GROWTH = 3
"""Every third letter once more: about a third longer."""


class Pseudo(NullTranslations):
    """A catalogue that translates every message, whatever it is."""

    def __init__(self, *, mirrored: bool = False) -> None:
        super().__init__()
        self._mirrored = mirrored

    def gettext(self, message: str) -> str:
        """Return a message as it would look in a longer language."""
        return pseudo(message, mirrored=self._mirrored) if message else ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a message for a number."""
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return a message as it would look in a longer language."""
        del context
        return self.gettext(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form of a message for a number."""
        del context
        return self.ngettext(msgid1, msgid2, n)


def pseudo(text: str, *, mirrored: bool = False) -> str:
    """Return a text accented, a third longer and in brackets; placeholders, bars and letters for Alt stay."""
    parts = (part if at % 2 else _said(part, mirrored=mirrored) for at, part in enumerate(_KEPT.split(text)))
    lines = "".join(parts).split(" | ")
    return " | ".join(f"[{line}]" if line.strip() else line for line in lines)


def _said(part: str, *, mirrored: bool) -> str:
    longer = "".join(sign * 2 if sign.isalpha() and at % _GROWTH == 1 else sign for at, sign in enumerate(part))
    words = longer.translate(_ACCENTS)
    return f"{_OVERRIDE}{words}{_POP}" if mirrored and words.strip() else words
