"""The members of a scope or a row, each read as what it is; what is not answered, or answered otherwise, is absent."""

from dataclasses import dataclass
from datetime import date

from mlawriter.conditions.engine import Facts, day


@dataclass(frozen=True, slots=True)
class Members:
    """Facts of one scope or row, read by kind."""

    facts: Facts

    def day(self, name: str) -> date | None:
        """Return a whole date."""
        return day(self.facts.get(name))

    def whole(self, name: str) -> int | None:
        """Return a whole number."""
        found = self.facts.get(name)
        return found if isinstance(found, int) and not isinstance(found, bool) else None

    def count(self, name: str) -> int:
        """Return a whole number, nothing being none."""
        return self.whole(name) or 0

    def yes(self, name: str) -> bool | None:
        """Return a yes or no."""
        found = self.facts.get(name)
        return found if isinstance(found, bool) else None

    def word(self, name: str) -> str:
        """Return a word or text; empty if there is none."""
        found = self.facts.get(name)
        return found if isinstance(found, str) else ""

    def words(self, name: str) -> frozenset[str]:
        """Return the words of a list."""
        found = self.facts.get(name)
        return frozenset(str(each) for each in found) if isinstance(found, list | tuple) else frozenset()
