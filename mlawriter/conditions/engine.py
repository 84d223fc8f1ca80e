"""Conditions of the law, run three-valued over plain facts.

They are written in CEL. `conditions.parser` reads the part of it that the law uses; `conditions.typing` checks them
against typed names with the CEL engine itself, for the linter, and the tests hold both to the same answers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property

from mlawriter.conditions import functions, tokens
from mlawriter.conditions.evaluation import Part, Scope, Undecided
from mlawriter.conditions.names import Names
from mlawriter.conditions.parser import read_condition
from mlawriter.conditions.truth import Truth

Fact = bool | int | float | str | datetime | Sequence["Fact"] | Mapping[str, "Fact"] | None
Facts = Mapping[str, Fact]


@dataclass(frozen=True)
class Engine:
    """Makes conditions over a set of names ready to be asked."""

    names: Names
    _conditions: dict[str, "Condition"] = field(default_factory=dict, compare=False)

    def condition(self, source: str) -> "Condition":
        """Return a condition; it is read when first asked, once for the same source."""
        found = self._conditions.get(source)
        if found is None:
            found = self._conditions[source] = Condition(source, self)
        return found

    @cached_property
    def _roots(self) -> frozenset[str]:
        return self.names.roots

    def reads(self, source: str) -> frozenset[str]:
        """Return the dotted names and plurals that a condition reads."""
        expanded = functions.expand(source)
        loops = tokens.loops(expanded)
        parts = (name.split(".") for name in tokens.names(expanded))
        return frozenset(self._read(*name[:2]) for name in parts if name[0] in self._roots and name[0] not in loops)

    def _read(self, root: str, member: str = "") -> str:
        return f"{root}.{member}" if member and root not in self.names.plurals else root


@dataclass(frozen=True)
class Condition:
    """One condition, ready to be asked."""

    source: str
    engine: Engine

    @cached_property
    def reads(self) -> frozenset[str]:
        """The dotted names (and plurals of lists) that decide it."""
        return self.engine.reads(self.source)

    @cached_property
    def _part(self) -> Part:
        return read_condition(functions.expand(self.source))

    def test(self, facts: Facts, row: Facts | None = None) -> Truth:
        """Return whether it holds on these facts; `row` holds the row at hand under the name of its record.

        An answer of the wrong kind, a date beyond the calendar and a question over too many rows are unknown.

        Raises:
            ConditionFault: if it cannot be read; the linter keeps such conditions out.
        """
        try:
            answer = self._part(Scope(facts, dict(row or {})))
        except Undecided:
            return Truth.UNKNOWN
        if isinstance(answer, bool):
            return Truth.TRUE if answer else Truth.FALSE
        return Truth.UNKNOWN


def moment(day: date) -> datetime:
    """Return a date (or a time with its offset) as conditions take it."""
    if not isinstance(day, datetime):
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    try:
        return day.astimezone(UTC)
    except OverflowError:
        return day.replace(tzinfo=UTC)


def day(fact: Fact) -> date | None:
    """Return the date that a fact holds, if it is one."""
    return fact.date() if isinstance(fact, datetime) else None
