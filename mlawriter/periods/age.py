"""Age, also of people whose date of birth is known in part only."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from mlawriter.periods.spans import Span

MAJORITY = 18


class Minority(StrEnum):
    """Whether somebody was under eighteen."""

    YES = "yes"
    NO = "no"
    POSSIBLE = "possible"


def age(born: date, at: date) -> int:
    """Return the completed years of life at a date; somebody born on 29 February completes one on 1 March."""
    return at.year - born.year - ((at.month, at.day) < (born.month, born.day))


def known_age(born: Span, at: date) -> int | None:
    """Return the completed years of life, if they are the same for every possible date of birth."""
    oldest, youngest = age(born.first, at), age(born.last, at)
    return oldest if oldest == youngest else None


def minority(born: Span, offences: Iterable[Span]) -> Minority:
    """Say whether somebody was a minor when any of some offences began.

    `born` and `offences` hold the first and the last day that are possible.
    """
    days = tuple(offences)
    if any(age(born.first, began.last) < MAJORITY for began in days):
        return Minority.YES
    if any(age(born.last, began.first) < MAJORITY for began in days):
        return Minority.POSSIBLE
    return Minority.NO
