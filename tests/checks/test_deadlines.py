"""The days to keep in view: which there are, how they are counted, how they stand."""

from datetime import date
from pathlib import Path as File

from worlds import R1, at, the_law

from mlawriter.checks.checker import Law, check
from mlawriter.checks.deadlines import deadlines
from mlawriter.checks.dues import Due, Standing
from mlawriter.knowledge.loader import load
from mlawriter.model import edits
from mlawriter.model import values as v
from mlawriter.model.case import Case, Request
from mlawriter.resources import templates_folder

DAY = date(2026, 4, 1)


def a_case(kind: str = "mla", **answers: v.Value) -> Case:
    case = edits.add_request(Case(id="days"), Request(R1, kind))
    for name, value in answers.items():
        case = edits.answer(case, at(name.replace("__", ".")), value)
    return case


def dues(case: Case, today: date = DAY, law: Law | None = None) -> dict[str, Due]:
    known = law or the_law()
    return {due.id: due for due in deadlines(check(known, case, R1, today).view)}


def with_deadline(folder: File, lines: str) -> Law:
    (folder / "deadlines").mkdir(exist_ok=True)
    head = 'id = "mine"\ntitle = "Mine"\nweight = "target"\nfix = "request.deadline"\ncites = ["practice"]\n'
    (folder / "deadlines" / "mine.toml").write_text(head + lines, encoding="utf-8")
    return Law.of(load(templates_folder(), folder))


def wanted(year: int, month: int, day: int) -> Case:
    return a_case(request__deadline=v.Day(year, month, day))


def test_an_entered_day_is_kept_in_view() -> None:
    due = dues(wanted(2026, 6, 30))["result_needed"]
    assert (due.day, due.standing, due.path) == (date(2026, 6, 30), Standing.OPEN, at("request.deadline"))
    assert due.alarms == (date(2026, 5, 31), date(2026, 6, 20), date(2026, 6, 25))


def test_a_day_known_in_part_is_none() -> None:
    assert dues(a_case(request__deadline=v.Day(2026, 6))) == {}


def test_a_day_is_near_from_its_first_alarm() -> None:
    assert dues(wanted(2026, 5, 1))["result_needed"].standing is Standing.NEAR


def test_a_day_is_passed_the_day_after() -> None:
    assert dues(wanted(2026, 4, 1))["result_needed"].standing is Standing.NEAR
    assert dues(wanted(2026, 3, 31))["result_needed"].standing is Standing.PASSED


def test_months_are_counted_by_the_calendar(tmp_path: File) -> None:
    law = with_deadline(tmp_path, 'from = "request.deadline"\nmonths = 1\n')
    assert dues(wanted(2026, 1, 31), law=law)["mine"].day == date(2026, 2, 28)


def test_days_are_counted_backwards(tmp_path: File) -> None:
    law = with_deadline(tmp_path, 'from = "request.deadline"\ndays = 15\nbefore = true\n')
    due = dues(wanted(2026, 7, 12), law=law)["mine"]
    assert (due.day, due.since) == (date(2026, 6, 27), None)


def test_a_rule_says_how_many_days(tmp_path: File) -> None:
    law = with_deadline(tmp_path, 'from = "request.deadline"\nrule = "min_days"\n')
    due = dues(wanted(2026, 6, 1), law=law)["mine"]
    assert due.day == date(2026, 7, 1)
    assert [(each.rule, each.value) for each in due.parameters] == [("min_days", 30)]


def test_what_is_met_is_over_in_time_or_late(tmp_path: File) -> None:
    law = with_deadline(tmp_path, 'from = "request.deadline"\nmet_by = "request.oral_prior_date"\n')
    for day, standing in ((30, Standing.MET), (31, Standing.LATE)):
        case = edits.answer(wanted(2026, 3, 30), at("request.oral_prior_date"), v.Day(2026, 3, day))
        assert dues(case, law=law)["mine"].standing is standing
        assert standing.is_over


def test_a_yes_meets_a_deadline_and_a_no_does_not(tmp_path: File) -> None:
    law = with_deadline(tmp_path, 'from = "request.deadline"\nmet_by = "request.urgent"\n')
    for yes, standing in ((True, Standing.MET), (False, Standing.PASSED)):
        case = edits.answer(wanted(2026, 3, 30), at("request.urgent"), v.YesNo(yes))
        assert dues(case, law=law)["mine"].standing is standing


def test_what_cannot_be_done_any_more_is_out_of_reach(tmp_path: File) -> None:
    lines = 'from = "request.deadline"\ntoo_late_if = "add_days(today, 10) > request.deadline"\n'
    law = with_deadline(tmp_path, lines)
    assert dues(wanted(2026, 4, 10), law=law)["mine"].standing is Standing.OUT_OF_REACH
    assert dues(wanted(2026, 4, 11), law=law)["mine"].standing is Standing.OPEN
    assert Standing.OUT_OF_REACH.is_lost


def test_half_of_the_period_rings_an_alarm(tmp_path: File) -> None:
    law = with_deadline(tmp_path, 'from = "request.deadline"\nsince = "request.date"\nhalf_time = true\n')
    case = edits.answer(wanted(2026, 4, 11), at("request.date"), v.Day(2026, 3, 2))
    assert dues(case, law=law)["mine"].alarms == (date(2026, 3, 22),)


def test_no_alarm_rings_before_the_period_begins() -> None:
    case = edits.answer(wanted(2026, 4, 20), at("request.date"), v.Day(2026, 4, 1))
    assert dues(case)["result_needed"].alarms == (date(2026, 4, 10), date(2026, 4, 15))


def test_a_deadline_holds_while_its_condition_does(tmp_path: File) -> None:
    law = with_deadline(tmp_path, 'from = "request.deadline"\nwhen = "request.urgent"\n')
    assert "mine" not in dues(wanted(2026, 6, 1), law=law)
    urgent = edits.answer(wanted(2026, 6, 1), at("request.urgent"), v.YesNo(yes=True))
    assert "mine" in dues(urgent, law=law)


def test_a_day_beyond_the_calendar_is_none(tmp_path: File) -> None:
    law = with_deadline(tmp_path, 'from = "request.deadline"\nmonths = 1\n')
    assert "mine" not in dues(wanted(9999, 12, 31), law=law)


def test_the_day_ends_in_the_only_zone_of_the_requested_state() -> None:
    case = edits.answer(wanted(2026, 7, 12), at("request.requested_state"), v.Country("JP"))
    ends = dues(case)["result_needed"].ends
    assert ends is not None
    assert ends.isoformat() == "2026-07-13T00:00:00+09:00"


def test_no_zone_is_guessed_where_a_state_has_several_or_none() -> None:
    for code in ("US", "XB"):
        case = edits.answer(wanted(2026, 7, 12), at("request.requested_state"), v.Country(code))
        assert dues(case)["result_needed"].ends is None


def test_the_next_day_comes_first() -> None:
    case = edits.answer(wanted(2026, 6, 30), at("case.next_hearing_date"), v.Day(2026, 5, 5))
    assert list(dues(case)) == ["next_hearing", "result_needed"]
