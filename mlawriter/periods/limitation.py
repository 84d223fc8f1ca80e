"""Lapse of time: when an offence becomes time-barred, with interruptions and suspensions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mlawriter.periods.days import add_days, add_years, days_between
from mlawriter.periods.spans import Span, united

NEAR = 365
"""Days before the end from which it is near."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limitation:
    """A period of limitation in years from its start, at the most `absolute_years` whatever interrupts it.

    `interruptions` are days on which the time begins anew. `suspensions` are stretches in which it stands still: the
    first day of each is the day it begins, the last the day from which time runs again.
    """

    start: date
    years: int
    absolute_years: int | None = None
    interruptions: tuple[date, ...] = ()
    suspensions: tuple[Span, ...] = ()


class Standing(StrEnum):
    """How near the end is."""

    BARRED = "barred"
    NEAR = "near"
    OPEN = "open"


def expiry(limitation: Limitation) -> date | None:
    """Return the last day on which the offence is not time-barred, if the calendar reaches so far.

    An interruption after that day comes too late. The absolute limit bounds what interruptions can do; days on which
    time stands still are added to it too.
    """
    still = _still(limitation.suspensions)
    last = _run(limitation.start, limitation.years, still)
    for day in sorted(each for each in limitation.interruptions if each >= limitation.start):
        if last is not None and day <= last:
            last = _run(day, limitation.years, still)
    return _capped(last, limitation, still)


def standing(last: date, today: date) -> Standing:
    """Say whether an offence is time-barred, or will be within a year."""
    if last < today:
        return Standing.BARRED
    return Standing.NEAR if days_between(today, last) < NEAR else Standing.OPEN


def _capped(last: date | None, limitation: Limitation, still: Sequence[Span]) -> date | None:
    if limitation.absolute_years is None:
        return last
    cap = _run(limitation.start, limitation.absolute_years, still)
    return last if cap is None else min(last or cap, cap)


def _run(start: date, years: int, still: Iterable[Span]) -> date | None:
    """Return the end of a period that begins on a day and stands still in some stretches."""
    end = add_years(start, years)
    for stretch in still:
        if end is None or stretch.first > end:
            break
        lost = days_between(max(stretch.first, start), stretch.last + _DAY)
        end = add_days(end, lost) if lost > 0 else end
    return end


def _still(suspensions: Iterable[Span]) -> tuple[Span, ...]:
    """Return the days that do not count: the day on which time runs again does."""
    return united(Span(each.first, each.last - _DAY) for each in suspensions)
