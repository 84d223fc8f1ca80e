"""What remains of a sentence, by the calendar."""

from dataclasses import dataclass
from datetime import date

from mlawriter.periods.days import add_days, add_months, days_between


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of months and days that begins on a day, and the days to be set off against it."""

    start: date
    months: int = 0
    days: int = 0
    credits: int = 0


def end_of(sentence: Sentence) -> date | None:
    """Return the day on which the whole sentence would be served."""
    months = add_months(sentence.start, sentence.months)
    return add_days(months, sentence.days) if months else None


def gross_days(sentence: Sentence) -> int | None:
    """Return the length of the whole sentence in days, by the calendar."""
    end = end_of(sentence)
    return days_between(sentence.start, end) if end else None


def remaining_days(sentence: Sentence) -> int | None:
    """Return what remains after the credits, never less than nothing."""
    gross = gross_days(sentence)
    return None if gross is None else max(0, gross - sentence.credits)


def lasts(start: date, days: int, *, months: int) -> bool:
    """Say whether so many days from a date last so many months, by the calendar and never by months of 30 days."""
    wanted, reached = add_months(start, months), add_days(start, days)
    return wanted is not None and (reached is None or wanted <= reached)
