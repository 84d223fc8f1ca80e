"""Deadlines as a picture: which lanes there are, where days lie on the axis, and what falls outside of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from mlawriter.checks.dues import Due
from mlawriter.knowledge.definitions import DeadlineWeight
from mlawriter.model.case import Path
from mlawriter.periods.days import add_days, add_months

AHEAD = (120, 400)
"""Days after today beyond which a deadline is listed only: the second, if there is none until the first."""
BEHIND = 60
"""Days before today of which the picture shows at most."""
_MARGIN = 0.03
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Lane:
    """Deadlines on one line: those of one period, which begins at `since`, or marks without one."""

    dues: tuple[Due, ...]
    since: date | None

    @property
    def last(self) -> Due:
        """The deadline at the end of the line."""
        return self.dues[-1]

    @property
    def alarms(self) -> tuple[date, ...]:
        """When it reminds; what is met reminds no more."""
        return tuple(sorted({alarm for due in self.dues if not due.standing.is_over for alarm in due.alarms}))

    def stretches(self) -> Iterator[tuple[date, date, Due]]:
        """Yield each part of the period with its first and last day and the deadline that ends it."""
        if self.since is not None:
            days = (self.since, *(due.day for due in self.dues))
            yield from ((first, last, due) for (first, last), due in zip(pairwise(days), self.dues, strict=True))


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lanes between a first and a last day, and how many deadlines lie beyond."""

    first: date
    last: date
    today: date
    lanes: tuple[Lane, ...]
    beyond: int = 0

    def share(self, day: date) -> float:
        """Return where a day lies: 0 at the first, 1 at the last; days outside lie at the nearer end."""
        whole = (self.last - self.first).days
        return min(1.0, max(0.0, (day - self.first).days / whole))

    def ticks(self, most: int) -> tuple[date, ...]:
        """Return at most so many days for the axis: Mondays, or the first days of months, in even steps."""
        return self._mondays() if 0 < len(self._mondays()) <= most else self._months(most)

    def _mondays(self) -> tuple[date, ...]:
        first = self.first + timedelta(days=-self.first.weekday() % 7)
        return tuple(first + number * _WEEK for number in range((self.last - first).days // 7 + 1))

    def _months(self, most: int) -> tuple[date, ...]:
        begins = self.first.replace(day=1)
        found = [day for number in range(50) if (day := add_months(begins, number)) and self.first <= day <= self.last]
        return tuple(found[:: max(1, -(-len(found) // max(1, most)))])


def timeline(dues: Sequence[Due], today: date) -> Timeline | None:
    """Return the picture of some deadlines around today; nothing if none of them is near enough."""
    earliest = add_days(today, -BEHIND) or date.min
    latest = _latest(dues, today)
    shown = [due for due in dues if earliest <= due.day <= latest]
    if not shown:
        return None
    begins = [max(due.since, earliest) for due in shown if due.since]
    days = [today, *begins, *(due.day for due in shown)]
    room = timedelta(days=max(2, round((max(days) - min(days)).days * _MARGIN)))
    first = max(min(days), date.min + room) - room
    last = min(max(days), date.max - room) + room
    return Timeline(first, last, today, tuple(_lanes(shown)), beyond=sum(due.day > latest for due in dues))


def _latest(dues: Sequence[Due], today: date) -> date:
    ends = [add_days(today, days) or date.max for days in AHEAD]
    return next((end for end in ends if any(today <= due.day <= end for due in dues)), ends[0])


def _lanes(dues: Sequence[Due]) -> Iterator[Lane]:
    """Yield the lanes: each period of a question, then what has no beginning, by what kind of deadline it is."""
    periods: dict[tuple[Path, date], list[Due]] = {}
    marks: dict[DeadlineWeight, list[Due]] = {}
    for due in dues:
        if due.since and due.weight is not DeadlineWeight.REMINDER:
            periods.setdefault((due.path, due.since), []).append(due)
        else:
            marks.setdefault(due.weight, []).append(due)
    yield from (Lane(tuple(each), since) for (_, since), each in periods.items())
    yield from (Lane(tuple(marks[weight]), None) for weight in DeadlineWeight if weight in marks)
