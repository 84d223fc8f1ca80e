"""Counting calendar days, months and working days."""

from datetime import date, timedelta

_SATURDAY = 5
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_days(start: date, count: int) -> date | None:
    """Return the date so many days later (earlier, if the number is negative), if the calendar reaches so far."""
    try:
        return start + timedelta(days=count)
    except OverflowError:
        return None


def add_months(start: date, count: int) -> date | None:
    """Return the same day so many months later, at the latest the last day of that month.

    31 January and one month is 28 or 29 February; 29 February and twelve months is 28 February.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    return date(year, month + 1, min(start.day, _last_day(year, month + 1)))


def add_years(start: date, count: int) -> date | None:
    """Return the same day so many years later; 29 February becomes 28 February where the year has none."""
    return add_months(start, 12 * count)


def days_between(start: date, end: date) -> int:
    """Return the days from one date to another; the first is not counted."""
    return (end - start).days


def is_working(day: date) -> bool:
    """Say whether a day is one from Monday to Friday; public holidays are known to nobody here."""
    return day.weekday() < _SATURDAY


def before_working_days(day: date, count: int) -> date | None:
    """Return the working day with so many working days from it to a day, which is itself not counted."""
    found: date | None = day
    while count > 0 and found is not None:
        found = add_days(found, -1)
        count -= 1 if found is not None and is_working(found) else 0
    return found


def rolled_over(day: date) -> date | None:
    """Return the day itself, or the Monday after it if it is a Saturday or a Sunday."""
    return day if is_working(day) else add_days(day, 7 - day.weekday())


def _last_day(year: int, month: int) -> int:
    """Return how many days a month has; `calendar`, which knows it as well, loads all locales of the world."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]
