"""Provisional arrest: when release becomes possible, when it becomes due, and what to aim at."""

from dataclasses import dataclass
from datetime import date

from mlawriter.periods.days import add_days, add_months, before_working_days, days_between, rolled_over

WORKING_DAYS_OF_TRANSMISSION = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrestLimits:
    """What an instrument or a law says about the time of provisional arrest; what it does not say is absent.

    After `soft_days` release is possible, or due if `soft_is_due` (unless a request to continue has arrived). After
    `hard_days` or `hard_months` it is due.
    """

    soft_days: int | None = None
    soft_is_due: bool = False
    hard_days: int | None = None
    hard_months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrest:
    """What happened, and how the requested State counts.

    `start` is the day of arrest, or of its notification. `extension` is the day on which a request to continue the
    detention arrived; `consent` and `revocation` the days on which consent and its revocation were notified.
    `counts_first_day` is absent where nobody knows; `rolls_over`: a limit on a weekend runs to the Monday after it.
    """

    start: date
    extension: date | None = None
    consent: date | None = None
    revocation: date | None = None
    counts_first_day: bool | None = None
    rolls_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrestDays:
    """The last days. `deadline` is the one that counts, `safe` the one to aim at."""

    soft: date | None = None
    hard: date | None = None
    deadline: date | None = None
    safe: date | None = None


def arrest_days(limits: ArrestLimits, arrest: Arrest) -> ArrestDays:
    """Return the last days of an arrest. The day of arrest is day 0, or day 1 where the law counts it."""
    soft = _shifted(_soft(limits, arrest), arrest)
    hard = _shifted(_hard(limits, arrest), arrest)
    due = soft if limits.soft_is_due and soft and not _is_extended(soft, arrest) else hard
    return ArrestDays(
        soft=_ended(soft, arrest), hard=_ended(hard, arrest), deadline=_ended(due, arrest), safe=_safe(due, arrest)
    )


def not_counted(arrest: Arrest) -> int:
    """Return the days between the notices of consent and of its revocation, which do not count (ECE AP3 4(5))."""
    if arrest.consent is None or arrest.revocation is None:
        return 0
    return max(0, days_between(arrest.consent, arrest.revocation))


def _soft(limits: ArrestLimits, arrest: Arrest) -> date | None:
    return None if limits.soft_days is None else add_days(arrest.start, limits.soft_days)


def _hard(limits: ArrestLimits, arrest: Arrest) -> date | None:
    if limits.hard_months is not None:
        return add_months(arrest.start, limits.hard_months)
    return None if limits.hard_days is None else add_days(arrest.start, limits.hard_days)


def _shifted(day: date | None, arrest: Arrest) -> date | None:
    return add_days(day, not_counted(arrest) - (1 if arrest.counts_first_day else 0)) if day else None


def _is_extended(soft: date, arrest: Arrest) -> bool:
    return arrest.extension is not None and arrest.extension <= soft


def _ended(day: date | None, arrest: Arrest) -> date | None:
    return rolled_over(day) if day and arrest.rolls_over else day


def _safe(due: date | None, arrest: Arrest) -> date | None:
    """Return the day to aim at: the first day is counted where nobody knows, and nothing rolls over."""
    cautious = add_days(due, -1) if due and arrest.counts_first_day is None else due
    return before_working_days(cautious, WORKING_DAYS_OF_TRANSMISSION) if cautious else None
