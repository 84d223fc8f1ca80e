"""The deadlines of a request, from the files of `templates/deadlines/`."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta, tzinfo

from mlawriter.checks.dues import Due, Reckoned, Standing
from mlawriter.checks.named import filled, place
from mlawriter.checks.rows import Placed
from mlawriter.checks.units import View
from mlawriter.conditions.engine import Fact, day
from mlawriter.conditions.truth import Truth
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Deadline, DeadlineWeight
from mlawriter.knowledge.index import ITEM
from mlawriter.knowledge.parameters import Parameter
from mlawriter.model import values as v
from mlawriter.periods.days import add_days, add_months, days_between
from mlawriter.periods.zones import end_of_day, zone, zones_of

_ORDER = tuple(DeadlineWeight)


def deadlines(view: View) -> tuple[Due, ...]:
    """Return the days to keep in view, the next ones first."""
    there = time_zone(view)
    known = filter(view.kind.takes, view.index.knowledge.deadlines.values())
    found = (due for each in known if view.index.asks(view.kind, each.fix) for due in _dues(view, each, there))
    return tuple(sorted(found, key=lambda due: (due.day, _ORDER.index(due.weight), due.id, due.row)))


def time_zone(view: View) -> tzinfo | None:
    """Return the time zone of the requested State: the one entered, or the only one that it has."""
    entered = _fact(view, "state.time_zone", None)
    return zone(entered) if isinstance(entered, str) else _only_zone(view, "request.asked_state")


def own_zone(view: View) -> tzinfo | None:
    """Return the time zone of the requesting State, if it has only one."""
    return _only_zone(view, "case.requesting_state")


def _only_zone(view: View, state: str) -> tzinfo | None:
    found = zones_of(str(_fact(view, state, None)))
    return zone(found[0]) if len(found) == 1 else None


def _dues(view: View, deadline: Deadline, there: tzinfo | None) -> Iterator[Due]:
    each = ITEM if deadline.modules else deadline.each
    rows: tuple[Placed | None, ...] = view.world.rows.by_list[view.index.list_of(each)] if each else (None,)
    for placed in rows:
        if placed and deadline.modules and placed.module not in deadline.modules:
            continue
        if view.world.holds(deadline.when, placed) is Truth.TRUE:
            yield from _due(view, deadline, placed, there)


def _due(view: View, deadline: Deadline, placed: Placed | None, there: tzinfo | None) -> Iterator[Due]:
    start = _day(view, deadline.start, placed)
    reckoned = _reckoned(view, deadline, placed, start) if start else None
    last = _last(reckoned) if reckoned else None
    if start is None or reckoned is None or last is None:
        return
    since = _day(view, deadline.since, placed) if deadline.since else None if deadline.before else start
    period = since if since and since < last else None
    alarms = tuple(_alarms(deadline, last, period))
    yield Due(
        id=deadline.id,
        title=filled(view, texts.deadline_title(deadline), placed),
        note=texts.deadline_note(deadline) if deadline.note else None,
        day=last,
        ends=end_of_day(last, there) if there else None,
        weight=deadline.weight,
        standing=_standing(view, deadline, placed, last, alarms),
        since=period,
        reckoned=reckoned,
        parameters=tuple(_parameters(view, deadline)),
        alarms=alarms,
        cites=view.cites(deadline.cites),
        code=deadline.code,
        path=place(view, deadline.fix, placed),
        row=str(placed.row.id) if placed else "",
    )


def _reckoned(view: View, deadline: Deadline, placed: Placed | None, start: date) -> Reckoned | None:
    """Return how a day is counted from the first one; nothing while a number that it takes is not known."""
    days, months = deadline.days, deadline.months
    if deadline.rule:
        count = _fact(view, f"rule.{deadline.rule}", None)
        if not isinstance(count, int):
            return None
        days, months = (days, count) if deadline.counts_months else (count, months)
    if deadline.more:
        more = _fact(view, deadline.more, placed)
        days += more if isinstance(more, int) else 0
    return Reckoned(start=start, days=days, months=months, before=deadline.before)


def _last(reckoned: Reckoned) -> date | None:
    sign = -1 if reckoned.before else 1
    day = add_months(reckoned.start, sign * reckoned.months) if reckoned.start else None
    return add_days(day, sign * reckoned.days) if day else None


def _alarms(deadline: Deadline, last: date, since: date | None) -> Iterator[date]:
    if deadline.half_time and since:
        yield since + timedelta(days=days_between(since, last) // 2)
    for days in deadline.alarms:
        earlier = add_days(last, -days)
        if earlier and (since is None or earlier > since):
            yield earlier


def _standing(view: View, deadline: Deadline, placed: Placed | None, last: date, alarms: tuple[date, ...]) -> Standing:
    met = _met(view, deadline, placed, last)
    if met:
        return met
    if last < view.world.today:
        return Standing.PASSED
    if deadline.too_late_if and view.world.holds(deadline.too_late_if, placed) is Truth.TRUE:
        return Standing.OUT_OF_REACH
    return Standing.NEAR if any(alarm <= view.world.today for alarm in alarms) else Standing.OPEN


def _met(view: View, deadline: Deadline, placed: Placed | None, last: date) -> Standing | None:
    if not deadline.met_by:
        return None
    done = _day(view, deadline.met_by, placed)
    if done:
        return Standing.LATE if done > last else Standing.MET
    return Standing.MET if _fact(view, deadline.met_by, placed) is True else None


def _parameters(view: View, deadline: Deadline) -> Iterator[Parameter]:
    known = view.world.parameters
    rules = dict.fromkeys((deadline.rule, *deadline.rests_on))
    yield from (known[rule] for rule in rules if rule in known)


def _day(view: View, name: str, placed: Placed | None) -> date | None:
    """Return the day that was answered (of a time: in its own zone) or worked out."""
    match view.case.answers.get(place(view, name, placed)):
        case v.Day() as answer:
            return answer.date
        case v.Moment(at=at):
            return at.date()
        case _:
            return day(_fact(view, name, placed))


def _fact(view: View, name: str, placed: Placed | None) -> Fact:
    owner, _, member = name.partition(".")
    facts: Fact = view.world.of_row[placed.row.id] if placed and owner == placed.record else view.world.roots.get(owner)
    return facts.get(member) if isinstance(facts, Mapping) else None
