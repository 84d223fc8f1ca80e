"""What follows from a date of birth: the age, and whether the person was a minor."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from mlawriter.conditions.engine import Fact
from mlawriter.model import values as v
from mlawriter.periods.age import Minority, known_age, minority
from mlawriter.periods.days import add_months
from mlawriter.periods.spans import Span

_DAY = timedelta(days=1)


def age_members(born: v.Value | None, offences: Iterable[v.Value | None], today: date) -> dict[str, Fact]:
    """Return the age of a person, and whether the person was, or may have been, a minor when an offence began.

    A date of birth of which only the year or the month is known leaves open what depends on the day.
    """
    if not isinstance(born, v.Day):
        return {}
    span = _span(born)
    years = known_age(span, today)
    found: dict[str, Fact] = {} if years is None else {"age_now": years}
    began = tuple(_beginnings(offences))
    return {**found, **_minor(minority(span, began))} if began else found


def _minor(answer: Minority) -> dict[str, Fact]:
    """Return what is certain; `minor_possible` also holds where it is."""
    possible: dict[str, Fact] = {"minor_possible": answer is not Minority.NO}
    return possible if answer is Minority.POSSIBLE else {"minor_at_offence": answer is Minority.YES, **possible}


def _beginnings(offences: Iterable[v.Value | None]) -> Iterator[Span]:
    for period in offences:
        if isinstance(period, v.DayRange) and period.start:
            yield _span(period.start)


def _span(day: v.Day) -> Span:
    """Return the first and the last day that a date known in part can be."""
    if day.date:
        return Span(day.date, day.date)
    after = add_months(day.earliest, 1 if day.month else 12)
    return Span(day.earliest, after - _DAY if after else date.max)
