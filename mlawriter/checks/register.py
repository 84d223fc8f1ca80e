"""The units of checking of one kind of request, made when they are first needed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mlawriter.checks.units import Group, Unit, View

_KEPT_HERE = frozenset[str]()
"""What a unit in the register reads: the register alone keeps it, by name."""


class Register:
    """Groups of units, in the order of the pages. It keeps the units that it has made, hence mutable."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups = tuple(groups)
        self._made: dict[int, tuple[Unit, ...]] = {}
        self._readers: dict[str, list[str]] = {}

    def needed(self, view: View) -> Iterator[Unit]:
        """Yield the units that can have something to say, in order."""
        for number, group in enumerate(self._groups):
            if group.is_needed(view):
                yield from self._made[number] if number in self._made else self._make(number)

    def readers(self, names: Iterable[str]) -> frozenset[str]:
        """Return the names of the units made so far that read one of these names."""
        return frozenset(unit for name in names for unit in self._readers.get(name, ()))

    def _make(self, number: int) -> tuple[Unit, ...]:
        made = tuple(self._groups[number].make())
        for unit in made:
            for name in unit.reads:
                self._readers.setdefault(name, []).append(unit.name)
        self._made[number] = tuple(replace(unit, reads=_KEPT_HERE) for unit in made)
        return self._made[number]
