"""Stretches of days, and their union."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """The days from a first to a last one, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it holds; none if it ends before it begins."""
        return max(0, (self.last - self.first).days + 1)


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same days as stretches that neither overlap nor touch, in order."""
    found: list[Span] = []
    for span in sorted((each for each in spans if each.days), key=lambda each: each.first):
        if found and (span.first - found[-1].last) <= _DAY:
            found[-1] = Span(found[-1].first, max(found[-1].last, span.last))
        else:
            found.append(span)
    return tuple(found)
