"""What follows from a provisional arrest: its last days, and the custody."""

from collections.abc import Iterable, Mapping
from datetime import date

from mlawriter.checks.members import Members
from mlawriter.conditions.engine import Fact, moment
from mlawriter.knowledge.parameters import Origin, Parameter
from mlawriter.periods.arrest import Arrest, ArrestDays, ArrestLimits, arrest_days
from mlawriter.periods.custody import custody_days
from mlawriter.periods.spans import Span

LIMITS = ("arrest_soft_days", "arrest_soft_kind", "arrest_hard_days", "arrest_hard_months", "arrest_start")
"""The parameters of a provisional arrest."""
_HARD = ("arrest_hard_days", "arrest_hard_months")


def arrest_members(
    request: Members, state: Members, rule: Members, settled: Mapping[str, Parameter], others: Iterable[Members]
) -> dict[str, Fact]:
    """Return the days of a provisional arrest, and whether its limit is known.

    `others` are the parameters of each legal basis by itself: the earliest deadline among them is told where it is
    earlier than the one that counts.
    """
    if request.day("arrest_day") is None:
        return {}
    found: dict[str, Fact] = {"arrest_limit_known": _is_known(request, settled)}
    days = _days(request, state, rule)
    ends = [other.deadline for each in others if (other := _days(request, state, each)) and other.deadline]
    if days:
        found |= _facts(days)
    if days and days.deadline and ends and min(ends) < days.deadline:
        found["arrest_earliest"] = moment(min(ends))
    return found


def custody_members(request: Members, person: Members, today: date) -> dict[str, Fact]:
    """Return the days in custody abroad, each counted once."""
    custody = _custody(request, person, today)
    return {"custody_days": custody_days(custody)} if custody else {}


def _days(request: Members, state: Members, rule: Members) -> ArrestDays | None:
    start = request.day("arrest_notification_day" if rule.word("arrest_start") == "notification" else "arrest_day")
    return arrest_days(_limits(request, rule), _arrest(request, state, start)) if start else None


def _is_known(request: Members, settled: Mapping[str, Parameter]) -> bool:
    """Say whether anybody has set the limit: the requested State, a treaty or its law, and not a mere default."""
    if request.whole("arrest_limit_days") is not None:
        return True
    found = (settled[name].origin for name in _HARD if name in settled)
    return any(origin not in {Origin.MODEL, Origin.DEFAULT} for origin in found)


def _limits(request: Members, rule: Members) -> ArrestLimits:
    """Return the limits; what the requested State has told comes before what the treaty says."""
    told = request.whole("arrest_limit_days")
    soft = rule.whole("arrest_soft_days")
    return ArrestLimits(
        soft_days=soft if told is None or soft is None or soft < told else None,
        soft_is_due=rule.word("arrest_soft_kind") == "must",
        hard_days=told if told is not None else rule.whole("arrest_hard_days"),
        hard_months=rule.whole("arrest_hard_months") if told is None else None,
    )


def _arrest(request: Members, state: Members, start: date) -> Arrest:
    return Arrest(
        start=start,
        extension=request.day("arrest_extension_day"),
        consent=request.day("consent_notified_day"),
        revocation=request.day("consent_revocation_notified_day"),
        counts_first_day=state.yes("count_arrest_day"),
        rolls_over=state.yes("rollover") is True,
    )


def _facts(days: ArrestDays) -> dict[str, Fact]:
    named = {
        "arrest_soft": days.soft,
        "arrest_hard": days.hard,
        "arrest_deadline": days.deadline,
        "arrest_safe": days.safe,
    }
    return {name: moment(each) for name, each in named.items() if each}


def _custody(request: Members, person: Members, today: date) -> list[Span]:
    """Return the stretches in custody abroad: for the arrest, and as it is said of the person sought."""
    surrendered = request.day("surrender_day")
    released = request.day("arrest_released_day")
    ends = [day for day in (surrendered, released) if day]
    spans = []
    if arrested := request.day("arrest_day"):
        spans.append(Span(arrested, min(ends, default=today)))
    since = person.day("custody_since")
    if since and person.yes("in_custody") is not False:
        spans.append(Span(since, surrendered or today))
    return [span for span in spans if span.days]
