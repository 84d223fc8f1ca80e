"""The picture of the deadlines, before anybody paints it."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from worlds import at

from mlawriter.app.timeline import Lane, Timeline, timeline
from mlawriter.checks.dues import Due, Standing
from mlawriter.i18n.message import Message
from mlawriter.knowledge.definitions import DeadlineWeight

TODAY = date(2026, 6, 10)
ARREST = date(2026, 6, 2)


def a_due(day: date, *, since: date | None = None, field: str = "request.deadline", met: bool = False) -> Due:
    weight = DeadlineWeight.LIMIT if since else DeadlineWeight.TARGET
    standing = Standing.MET if met else Standing.OPEN
    alarms = (day - timedelta(days=2),) if day > date.min else ()
    return Due(
        id="a",
        title=Message("A"),
        day=day,
        weight=weight,
        standing=standing,
        since=since,
        alarms=alarms,
        path=at(field),
    )


def picture(*dues: Due) -> Timeline:
    found = timeline(dues, TODAY)
    assert found is not None
    return found


def test_limits_of_one_period_share_a_lane() -> None:
    soft, hard = (a_due(ARREST + timedelta(days=days), since=ARREST) for days in (18, 40))
    (lane,) = picture(soft, hard).lanes
    assert list(lane.stretches()) == [(ARREST, soft.day, soft), (soft.day, hard.day, hard)]
    assert lane.last is hard


def test_days_of_a_plan_stand_on_a_lane_of_their_own() -> None:
    limit, plan = a_due(date(2026, 7, 12), since=ARREST), a_due(date(2026, 6, 27))
    first, second = picture(limit, plan).lanes
    assert (first.dues, second.dues) == ((limit,), (plan,))
    assert list(second.stretches()) == []


def test_what_is_far_off_is_only_counted() -> None:
    found = picture(a_due(date(2026, 7, 12)), a_due(date(2039, 1, 1)))
    assert (len(found.lanes), found.beyond) == (1, 1)


def test_days_without_a_beginning_share_a_lane_by_their_kind() -> None:
    (lane,) = picture(a_due(date(2026, 6, 20)), a_due(date(2026, 6, 27), field="request.date")).lanes
    assert len(lane.dues) == 2


def test_a_period_that_began_long_ago_does_not_push_the_rest_together() -> None:
    assert picture(a_due(date(2026, 7, 12), since=date(2020, 1, 1))).first > date(2026, 3, 1)


def test_there_is_no_picture_of_nothing_near() -> None:
    assert timeline([a_due(date(2039, 1, 1)), a_due(date(2020, 1, 1))], TODAY) is None


def test_what_is_met_reminds_no_more() -> None:
    assert Lane((a_due(TODAY, met=True),), None).alarms == ()
    assert Lane((a_due(TODAY),), None).alarms == (TODAY - timedelta(days=2),)


def test_a_short_picture_has_mondays_and_a_long_one_months() -> None:
    short, long = picture(a_due(date(2026, 6, 20))), picture(a_due(date(2027, 2, 1)))
    assert long.last > date(2027, 2, 1)
    assert {day.weekday() for day in short.ticks(4)} == {0}
    assert {day.day for day in long.ticks(4)} == {1}
    assert len(long.ticks(4)) <= 4


@given(st.lists(st.dates(date(2025, 1, 1), date(2028, 1, 1)), min_size=1))
def test_today_and_every_deadline_lie_on_the_axis(days: list[date]) -> None:
    found = timeline(sorted(map(a_due, days), key=lambda due: due.day), TODAY)
    if found is not None:
        assert found.first < found.today < found.last
        for due in (due for lane in found.lanes for due in lane.dues):
            assert found.first < due.day < found.last
            assert 0 <= found.share(due.day) <= 1


def test_pictures_end_with_the_calendar() -> None:
    for day in (date.max, date.min):
        found = timeline([a_due(day)], day)
        assert found is not None
        assert found.share(day) in {0.0, 1.0}
