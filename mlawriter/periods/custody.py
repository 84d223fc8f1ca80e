"""Days in custody."""

from collections.abc import Iterable

from mlawriter.periods.spans import Span, united


def custody_days(periods: Iterable[Span], *, both_ends: bool = True) -> int:
    """Return the days spent in custody, each counted once however many orders it rests on.

    The first and the last day of each unbroken period count, or with `both_ends` false only one of the two.
    """
    return sum(period.days if both_ends else period.days - 1 for period in united(periods))
