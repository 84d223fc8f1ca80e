"""What letters need of CLDR for one language: names of States, languages and months, dates, numbers, lists.

It is kept beside the catalogues as `cldr.json`, an excerpt of what Babel knows (`i18n.excerpt` writes it and stands in
where it is missing); loading Babel itself takes as much memory as all of the law.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal
from pathlib import Path

_FIELD = re.compile(r"'((?:[^']|'')*)'|(([A-Za-z])\3*)")
_DECIMALS = Decimal("0.001")
_LONG = Context(prec=400, rounding=ROUND_HALF_EVEN)


class CannotWrite(Exception):
    """A date pattern has a field that this module does not write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cldr:
    """The excerpt of one CLDR locale. `months` hold twelve names by usage and width (`format wide`)."""

    name: str
    territories: Mapping[str, str]
    languages: Mapping[str, str]
    months: Mapping[str, Sequence[str]]
    long_date: str
    decimal: str
    group: str
    grouping: Sequence[int]
    listing: Mapping[str, str]

    def number(self, number: int | Decimal) -> str:
        """Return a number with the separators of the language and at most three decimals."""
        value = Decimal(number)
        whole, _, part = f"{_rounded(value):f}".lstrip("-").partition(".")
        words = self._grouped(whole)
        if part.rstrip("0"):
            words = f"{words}{self.decimal}{part.rstrip('0')}"
        return f"-{words}" if value.is_signed() else words

    def date(self, at: datetime, pattern: str) -> str:
        """Return a moment in a CLDR pattern of years, months, days, hours, minutes and literal words.

        Raises:
            CannotWrite: if the pattern has other fields.
        """
        return _FIELD.sub(lambda found: self._written(at, found), pattern.replace("''", "\0")).replace("\0", "'")

    def join(self, words: Sequence[str]) -> str:
        """Return words as a list of the language (`a, b and c`)."""
        if len(words) < 2:
            return "".join(words)
        if len(words) == 2:
            return self.listing["2"].format(*words)
        joined = self.listing["start"].format(words[0], words[1])
        for word in words[2:-1]:
            joined = self.listing["middle"].format(joined, word)
        return self.listing["end"].format(joined, words[-1])

    def _grouped(self, digits: str) -> str:
        size, groups = self.grouping[0], list[str]()
        while len(digits) > size:
            groups.insert(0, digits[-size:])
            digits, size = digits[:-size], self.grouping[1]
        return self.group.join((digits, *groups))

    def _written(self, at: datetime, found: re.Match[str]) -> str:
        field = found[2]
        if field is None:
            return str(found[1])
        match field[0]:
            case "y":
                return f"{at.year % 100:02}" if len(field) == 2 else f"{at.year:0{len(field)}}"
            case "M" | "L" if len(field) > 2:
                return self._month(at.month, field)
            case "M" | "L":
                return f"{at.month:0{len(field)}}"
            case "d":
                return f"{at.day:0{len(field)}}"
            case "H":
                return f"{at.hour:0{len(field)}}"
            case "m":
                return f"{at.minute:0{len(field)}}"
            case _:
                raise CannotWrite(field)

    def _month(self, number: int, field: str) -> str:
        usage = "format" if field[0] == "M" else "stand-alone"
        width = {3: "abbreviated", 4: "wide"}.get(len(field))
        if width is None:
            raise CannotWrite(field)
        return self.months[f"{usage} {width}"][number - 1]


def read(file: Path, name: str) -> Cldr | None:
    """Return the excerpt in a file; nothing if there is none, or if it is of another locale."""
    try:
        found = Cldr(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.name == name else None


def _rounded(number: Decimal) -> Decimal:
    return number if number == number.to_integral_value() else number.quantize(_DECIMALS, context=_LONG)
