"""Reading a pattern: letters, `.`, sets, groups, `|`, repetition, `^ $ \\b`, classes of signs, and `(?i)` in front."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from mlawriter.conditions.patterns import END, Pattern, Place
from mlawriter.conditions.signs import CLASSES, Takes, between, in_class, in_either_case, none_of, of_category, one_of

MOST_PLACES = 2000
_MOST_GROUPS = 50
_REPEAT = re.compile(r"([*+?])|\{(\d{1,3})(?:(,)(\d{1,3})?)?\}")
_BOUNDS = {"*": (0, None), "+": (1, None), "?": (0, 1)}
_CLASS = re.compile(r"\\[dDsSwWpP]")
_CATEGORY = re.compile(r"[pP](?:([LMNPSZ])|\{(L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)\})")
"""Categories of Unicode: `\\pN`, `\\p{Lu}`; with a capital letter, all others."""
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_STANDS = {"b": "b", "A": "^", "z": "$"}

_Lay = Callable[[int], int]
"""Lays the places of a part of the pattern before a place, and returns the first of them."""


class PatternFault(Exception):
    """A pattern cannot be read; `rest` begins where reading ended."""

    def __init__(self, rest: str) -> None:
        super().__init__(rest)
        self.rest = rest


@lru_cache(maxsize=128)
def read_pattern(source: str) -> Pattern:
    """Return a pattern, ready to be searched for.

    Raises:
        PatternFault: if it cannot be read, or is too long.
    """
    reader = _Reader(source.removeprefix("(?i)"), folds=source.startswith("(?i)"))
    lay = reader.ways()
    if reader.rest:
        raise PatternFault(reader.rest)
    start = lay(END)
    return Pattern(tuple(reader.places), start)


@dataclass(slots=True)
class _Reader:
    """Reads from left to right; mutable, because it moves on."""

    rest: str
    folds: bool
    places: list[Place] = field(default_factory=lambda: [Place()])
    depth: int = 0

    def ways(self) -> _Lay:
        """Read parts between which the text can choose (`a|b`)."""
        ways = [self._sequence()]
        while self._has("|"):
            ways.append(self._sequence())
        return ways[0] if len(ways) == 1 else lambda then: self._add(Place(tuple(way(then) for way in ways)))

    def _sequence(self) -> _Lay:
        parts = []
        while self.rest and self.rest[0] not in "|)":
            parts.append(self._repeated())

        def lay(then: int) -> int:
            for part in reversed(parts):
                then = part(then)
            return then

        return lay

    def _repeated(self) -> _Lay:
        part = self._single()
        found = _REPEAT.match(self.rest)
        if not found:
            return part
        self.rest = self.rest[found.end() :].removeprefix("?")
        sign, least, more, most = found.groups()
        low, high = _BOUNDS[sign] if sign else (int(least), int(most or least) if most or not more else None)
        if high is not None and high < low:
            raise PatternFault(found[0] + self.rest)
        return lambda then: self._repeat(part, low, high, then)

    def _repeat(self, part: _Lay, least: int, most: int | None, then: int) -> int:
        first = then
        if most is None:
            first = self._add(Place())
            self.places[first] = Place((part(first), then))
        for _ in range((most or least) - least):
            first = self._add(Place((part(first), then)))
        for _ in range(least):
            first = self._add(Place((part(first),)))
        return first

    def _single(self) -> _Lay:
        before, sign = self.rest, self._move()
        match sign:
            case "(":
                return self._group()
            case "[":
                return self._taking(self._set())
            case ".":
                return self._taking(none_of(between("\n", "\n")))
            case "^" | "$":
                return self._standing(sign)
            case "\\" if self.rest[:1] in _STANDS:
                return self._standing(_STANDS[self._move()])
            case "\\":
                return self._taking(self._escaped())
            case "*" | "+" | "?" | "{":
                raise PatternFault(before)
            case _:
                return self._taking(between(sign, sign))

    def _group(self) -> _Lay:
        self.rest = self.rest.removeprefix("?:")
        self.depth += 1
        if self.rest.startswith("?") or self.depth > _MOST_GROUPS:
            raise PatternFault(self.rest)
        inside = self.ways()
        if not self._has(")"):
            raise PatternFault(self.rest)
        self.depth -= 1
        return inside

    def _set(self) -> Takes:
        negated = self._has("^")
        several = [self._in_set()]
        while not self._has("]"):
            several.append(self._in_set())
        takes = in_either_case(one_of(*several)) if self.folds else one_of(*several)
        return none_of(takes) if negated else takes

    def _in_set(self) -> Takes:
        if self.rest.startswith("[:"):
            raise PatternFault(self.rest)
        if _CLASS.match(self.rest):
            self._move()
            return self._escaped()
        first = last = self._plain()
        if self.rest[:1] == "-" and self.rest[1:2] != "]":
            self._move()
            last = self._plain()
        if last < first:
            raise PatternFault(last + self.rest)
        return between(first, last)

    def _plain(self) -> str:
        sign = self._move()
        return self._literal() if sign == "\\" else sign

    def _escaped(self) -> Takes:
        if self.rest[:1].lower() == "p":
            return self._category()
        if self.rest[:1].lower() in CLASSES:
            return in_class(self._move())
        sign = self._literal()
        return between(sign, sign)

    def _category(self) -> Takes:
        found = _CATEGORY.match(self.rest)
        if not found:
            raise PatternFault(self.rest)
        takes = of_category(found[1] or found[2])
        self.rest = self.rest[found.end() :]
        return takes if found[0][0] == "p" else none_of(takes)

    def _literal(self) -> str:
        before, sign = self.rest, self._move()
        if sign in _CONTROLS:
            return _CONTROLS[sign]
        if sign.isalnum():
            raise PatternFault(before)
        return sign

    def _taking(self, takes: Takes) -> _Lay:
        fits = in_either_case(takes) if self.folds else takes
        return lambda then: self._add(Place((then,), fits))

    def _standing(self, stands: str) -> _Lay:
        return lambda then: self._add(Place((then,), stands=stands))

    def _add(self, place: Place) -> int:
        if len(self.places) > MOST_PLACES:
            raise PatternFault(self.rest)
        self.places.append(place)
        return len(self.places) - 1

    def _has(self, sign: str) -> bool:
        found = self.rest.startswith(sign)
        self.rest = self.rest.removeprefix(sign)
        return found

    def _move(self) -> str:
        if not self.rest:
            raise PatternFault("")
        sign, self.rest = self.rest[0], self.rest[1:]
        return sign
