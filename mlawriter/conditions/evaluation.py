"""What each part of a condition answers on given facts: a value, or `UNKNOWN`.

What is not answered, of the wrong kind or beyond the calendar is unknown. `&&`, `||`, `exists` and `all` still decide
where one certain answer is enough, as CEL lays down.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mlawriter.conditions.truth import Truth

UNKNOWN: Final = Truth.UNKNOWN
MOST_TURNS = 10_000
"""How often the loops of one condition may turn in all, as in the CEL engine."""


class Undecided(Exception):
    """A condition goes over too many rows."""


@dataclass(slots=True)
class Scope:
    """The facts, and the rows at hand with those of loops, in one evaluation; mutable, because loops go on in it."""

    facts: Mapping[str, object]
    rows: dict[str, object]
    turns: int = 0

    def turn(self, times: int = 1) -> None:
        """Count turns of a loop.

        Raises:
            Undecided: if there are too many.
        """
        self.turns += times
        if self.turns > MOST_TURNS:
            raise Undecided


Part = Callable[[Scope], object]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that stands in the condition itself."""

    value: object

    def __call__(self, _: Scope) -> object:
        """Return the value."""
        return self.value


@lru_cache(maxsize=4096)
def named(root: str, *members: str) -> Part:
    """Return what a dotted name holds."""
    if members:
        owner, last = named(root, *members[:-1]), members[-1]
        return lambda scope: found.get(last, UNKNOWN) if isinstance(found := owner(scope), dict) else UNKNOWN
    return lambda scope: scope.rows[root] if root in scope.rows else scope.facts.get(root, UNKNOWN)


@lru_cache(maxsize=4096)
def answered(owner: Part, member: str) -> Part:
    """Return whether something has a member: true or false, whatever it holds."""

    def has(scope: Scope) -> object:
        found = owner(scope)
        return member in found if isinstance(found, dict) else UNKNOWN

    return has


def joined(sign: str, parts: tuple[Part, ...]) -> Part:
    """Return whether all parts hold (`&&`) or one of them (`||`)."""
    deciding = sign == "||"

    def join(scope: Scope) -> object:
        answer: object = not deciding
        for part in parts:
            found = part(scope)
            if found is deciding:
                return deciding
            if not isinstance(found, bool):
                answer = UNKNOWN
        return answer

    return join


def negated(part: Part) -> Part:
    """Return the contrary."""

    def no(scope: Scope) -> object:
        found = part(scope)
        return not found if isinstance(found, bool) else UNKNOWN

    return no


def minus(part: Part) -> Part:
    """Return a number below zero instead of above it."""

    def less(scope: Scope) -> object:
        found = part(scope)
        return -found if isinstance(found, int | float) and not isinstance(found, bool) else UNKNOWN

    return less


def chosen(condition: Part, yes: Part, no: Part) -> Part:
    """Return one of two parts, as a condition says."""

    def choose(scope: Scope) -> object:
        found = condition(scope)
        if not isinstance(found, bool):
            return UNKNOWN
        return yes(scope) if found else no(scope)

    return choose


def listed(parts: tuple[Part, ...]) -> Part:
    """Return a list of what several parts answer."""
    if all(isinstance(part, Fixed) for part in parts):
        return Fixed([part.value for part in parts if isinstance(part, Fixed)])

    def lay_out(scope: Scope) -> object:
        found = [part(scope) for part in parts]
        return UNKNOWN if any(each is UNKNOWN for each in found) else found

    return lay_out


def quantified(word: str, rows: Part, variable: str, condition: Part) -> Part:
    """Return whether a condition holds for all rows (`all`) or for one of them (`exists`)."""
    deciding = word == "exists"

    def ask(scope: Scope) -> object:
        found, answer = rows(scope), not deciding
        if not isinstance(found, list | tuple):
            return UNKNOWN
        certain = True
        for row in found:
            this = _turn(scope, variable, row, condition)
            if this is deciding:
                return deciding
            certain = certain and this is answer
        return answer if certain else UNKNOWN

    return ask


def filtered(rows: Part, variable: str, condition: Part) -> Part:
    """Return the rows for which a condition holds; it must be decided for each of them."""

    def choose(scope: Scope) -> object:
        found = rows(scope)
        if not isinstance(found, list | tuple):
            return UNKNOWN
        answers = [_turn(scope, variable, row, condition) for row in found]
        if not all(isinstance(answer, bool) for answer in answers):
            return UNKNOWN
        return [row for row, answer in zip(found, answers, strict=True) if answer]

    return choose


def _turn(scope: Scope, variable: str, row: object, condition: Part) -> object:
    scope.turn()
    scope.rows[variable] = row
    return condition(scope)
