"""What follows from lapse of time: the last day of an offence, with what interrupted and suspended it."""

from collections.abc import Iterator, Sequence
from datetime import date

from mlawriter.checks.members import Members
from mlawriter.conditions.engine import Fact, moment
from mlawriter.periods.limitation import Limitation, expiry
from mlawriter.periods.spans import Span

_STAGES = {"ext_convicted": "convicted", "ext_enforcement": "convicted", "ext_absentia": "absentia"}
"""The stage of an offence that says none, by the kind of the request; of other kinds it is `accused`."""


def lapse_members(offence: Members, acts: Sequence[Members], kind: str, today: date) -> dict[str, Fact]:
    """Return the stage of an offence, and the last day before it is time-barred."""
    stage: Fact = offence.word("stage") or _STAGES.get(kind, "accused")
    last = None if offence.yes("limitation_none") else _last(offence, acts, today)
    return {"stage_now": stage, "effective_expiry": moment(last)} if last else {"stage_now": stage}


def _last(offence: Members, acts: Sequence[Members], today: date) -> date | None:
    """Return the day that follows from the start and the length of the period; else the one entered."""
    start, years = offence.day("limitation_start"), offence.whole("limitation_years")
    if start is None or years is None:
        return offence.day("limitation_date")
    return expiry(
        Limitation(
            start=start,
            years=years,
            absolute_years=offence.whole("limitation_absolute_years"),
            interruptions=tuple(_interruptions(acts)),
            suspensions=tuple(_suspensions(acts, today)),
        )
    )


def _interruptions(acts: Sequence[Members]) -> Iterator[date]:
    for act in acts:
        begun = act.day("day")
        if begun and act.word("kind") == "interruption":
            yield begun


def _suspensions(acts: Sequence[Members], today: date) -> Iterator[Span]:
    for act in acts:
        begun = act.day("day")
        if begun and act.word("kind") == "suspension":
            yield Span(begun, act.day("until") or max(begun, today))
