"""The functions that conditions may call, besides those of CEL itself."""

import re
from datetime import datetime, timedelta

from mlawriter.periods import days as calendar_days

_CALL = re.compile(r"\b(has_document|has_guarantee|relies_on|provides)\(\s*(['\"][^'\"]*['\"])\s*\)")
_PLAIN = {
    "has_document": "documents.exists(d_, d_.type == {0})",
    "has_guarantee": "guarantees.exists(g_, g_.of == {0} && g_.stands)",
    "relies_on": "({0} in request.bases)",
    "provides": "({0} in request.topics)",
}


def expand(source: str) -> str:
    """Return the condition with the functions that ask for rows written out in plain CEL."""
    return _CALL.sub(lambda call: _PLAIN[call[1]].format(call[2]), source)


def calls(source: str) -> tuple[tuple[str, str], ...]:
    """Return the function and argument of each call that `expand` writes out."""
    return tuple((call[1], call[2][1:-1]) for call in _CALL.finditer(source))


def days(start: datetime, end: datetime) -> int:
    """Return the whole days from one date to another."""
    return end.toordinal() - start.toordinal()


def add_days(start: datetime, count: int) -> datetime:
    """Return the date so many days later (earlier, if the number is negative)."""
    return start + timedelta(days=count)


def add_months(start: datetime, count: int) -> datetime:
    """Return the date so many months later, at the latest the last day of that month."""
    day = calendar_days.add_months(start.date(), count)
    if day is None:
        raise OverflowError
    return datetime.combine(day, start.timetz())


def age(born: datetime, at: datetime) -> int:
    """Return the completed years of life at a date."""
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))
