"""What the program reckons for extradition, and that it is reckoned anew whenever its reasons change."""

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path as File
from tempfile import mkdtemp

from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import R1, at, case_of, checked, language

from mlawriter.checks.checker import Law, check
from mlawriter.checks.facts import World
from mlawriter.checks.members import Members
from mlawriter.checks.report import Report
from mlawriter.conditions.engine import day
from mlawriter.knowledge.definitions import Kind
from mlawriter.knowledge.index import COMPUTED
from mlawriter.knowledge.loader import load
from mlawriter.model import edits
from mlawriter.model import values as v
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import ListName, RowId, Scope
from mlawriter.resources import templates_folder

CASE, CONTENT = case_of(File(__file__).with_name("reckoned.toml"))
TODAY = date(2026, 6, 25)
ROWS = ("request", "offence", "person")
_HOLDS = {
    Kind.DAY: "{0} > today",
    Kind.WHOLE: "{0} > 20",
    Kind.DECIMAL: "{0} > 11.0",
    Kind.YESNO: "{0}",
    Kind.TEXT: "{0} == 'accused'",
}


def world(case: Case = CASE) -> World:
    return checked(case, TODAY).view.world


def request(case: Case = CASE) -> Members:
    facts = world(case).roots["request"]
    assert isinstance(facts, dict)
    return Members(facts)


def row(name: str, case: Case = CASE) -> Members:
    return Members(world(case).of_row[RowId(name)])


def answered(*answers: tuple[str, v.Value | None], of: str | None = None) -> Case:
    case = CASE
    for name, value in answers:
        path = next((each for each in CASE.answers if each.field == name and each.row == of), None) or at(name, of)
        case = edits.withdraw(case, path) if value is None else edits.answer(case, path, value)
    return case


def test_the_arrest_is_reckoned_by_the_instrument_it_rests_on() -> None:
    assert request().day("arrest_soft") == date(2026, 6, 22)
    assert request().day("arrest_hard") == date(2026, 7, 14)
    assert request().yes("arrest_limit_known") is True
    caracas = answered(("request.arrest_basis", v.Choice("caracas")))
    assert request(caracas).day("arrest_soft") is None
    assert request(caracas).day("arrest_deadline") == date(2026, 8, 3)
    assert request(caracas).day("arrest_earliest") == date(2026, 7, 14)
    assert request().day("arrest_earliest") is None


def test_what_the_requested_state_has_told_comes_first() -> None:
    told = answered(("request.arrest_limit_days", v.Whole(10)), ("state.rollover", v.YesNo(yes=False)))
    assert request(told).day("arrest_soft") is None
    assert request(told).day("arrest_deadline") == date(2026, 6, 14)


def test_custody_counts_each_day_once_until_the_surrender() -> None:
    assert request().whole("custody_days") == 36
    free = answered(("person.in_custody", v.YesNo(yes=False)), of="p1")
    assert request(free).whole("custody_days") == 21


def test_nothing_is_reckoned_of_an_arrest_that_has_not_been_made() -> None:
    found = request(answered(("request.arrest_day", None)))
    assert found.day("arrest_deadline") is None
    assert found.yes("arrest_limit_known") is None
    assert found.whole("translation_needed") is None


def test_the_sentence_is_reckoned_by_the_calendar() -> None:
    assert request().whole("sentence_gross_days") == 1826
    assert request().whole("remaining_computed") == 1764
    for name, value in (("sentence_kind", v.Choice("life")), ("sentence_start", None)):
        assert request(answered((f"request.{name}", value))).whole("remaining_computed") is None
    nothing = answered(("request.sentence_months", None), ("request.sentence_days", None))
    assert request(nothing).whole("remaining_computed") is None
    assert request(answered(("request.sentence_start", v.Day(9999, 12, 31)))).whole("remaining_computed") is None


def test_what_remains_is_compared_where_the_treaty_asks_for_it() -> None:
    assert request().yes("remaining_enough") is None
    caracas = answered(("request.primary_basis", v.Choice("caracas")), ("request.supplementary_bases", None))
    assert request(caracas).yes("remaining_enough") is True
    short = edits.answer(caracas, at("request.served_days"), v.Whole(1700))
    assert request(short).yes("remaining_enough") is False


def test_penalties_are_measured_as_the_treaty_says() -> None:
    assert row("o1").facts["penalty_value"] == 10.0
    assert row("o2").facts["penalty_value"] == 9999.0
    assert (row("o1").yes("below_minimum"), row("o1").yes("counterpart_below")) == (True, True)
    assert (row("o2").yes("below_minimum"), row("o2").yes("counterpart_below")) == (False, None)
    untoc = answered(("request.primary_basis", v.Choice("untoc")), ("request.supplementary_bases", None))
    untoc = edits.withdraw(untoc, next(each for each in untoc.answers if each.field == "state.min_penalty_months"))
    assert row("o1", untoc).yes("below_minimum") is None


def test_lapse_of_time_follows_what_interrupts_and_suspends_it() -> None:
    assert row("o1").day("effective_expiry") == date(2026, 7, 24)
    assert row("o1", answered(("interruption.until", None), of="i2")).day("effective_expiry") == date(2030, 10, 7)
    entered = answered(("offence.limitation_years", None), of="o1")
    assert row("o1", entered).day("effective_expiry") == date(2026, 7, 1)
    never = answered(("offence.limitation_none", v.YesNo(yes=True)), of="o1")
    assert row("o1", never).day("effective_expiry") is None


def test_an_offence_has_the_stage_of_its_request_if_it_says_none() -> None:
    assert (row("o1").word("stage_now"), row("o2").word("stage_now")) == ("accused", "accused")


def test_minority_is_judged_by_the_offences_of_the_person() -> None:
    assert (row("p1").whole("age_now"), row("p1").yes("minor_at_offence")) == (18, True)
    assert (row("p2").yes("minor_at_offence"), row("p2").yes("minor_possible")) == (None, True)
    adult = answered(("person.dob", v.Day(1980)), of="p1")
    assert (row("p1", adult).whole("age_now"), row("p1", adult).yes("minor_at_offence")) == (None, False)
    assert row("p1", answered(("person.dob", None), of="p1")).yes("minor_possible") is None
    assert row("p1", answered(("person.dob", v.Day(9999, 12)), of="p1")).yes("minor_at_offence") is True


def test_the_nationality_of_the_requested_state_is_told_apart() -> None:
    person = row("p1")
    assert (person.whole("nationality_count"), person.yes("national_of_requested")) == (2, True)
    assert person.yes("nationality_after_offence") is True
    assert (
        row("p1", answered(("nationality.lost_on", v.Day(2026, 1, 1)), of="n2")).yes("national_of_requested") is False
    )
    assert row("p2").whole("nationality_count") is None
    nowhere = answered(("request.requested_state", None))
    assert row("p1", nowhere).yes("national_of_requested") is None


def test_the_translation_takes_what_is_entered_or_estimated() -> None:
    assert request().whole("translation_needed") == 9
    assert request(answered(("request.translation_days", None))).whole("translation_needed") == 6
    assert request(answered(("request.translation_language", None))).whole("translation_needed") is None


def test_assistance_is_not_reckoned() -> None:
    from worlds import sample

    facts = checked(sample()).view.world.roots["request"]
    assert isinstance(facts, dict)
    assert "custody_days" not in facts


@lru_cache(maxsize=1)
def watching() -> Law:
    """The law with a check on everything that is reckoned, so that nothing reckoned goes stale unseen."""
    folder = File(mkdtemp()) / "checks"
    folder.mkdir()
    for name, kind in COMPUTED.items():
        owner, _, member = name.partition(".")
        if owner in ROWS and kind in _HOLDS:
            when = _HOLDS[kind].format(name)
            each = f'each = "{owner}"\n' if owner != "request" else ""
            fix = {"request": "request.arrest_day", "offence": "offence.max_months", "person": "person.dob"}[owner]
            _write(folder, f"watch_{owner}_{member}", when, each, fix)
    _write(
        folder, "watch_offences", "offences.exists(o, o.below_minimum || o.effective_expiry > today)", "", "offences"
    )
    _write(folder, "watch_persons", "persons.exists(p, p.minor_possible && p.national_of_requested)", "", "persons")
    return Law.of(load(templates_folder(), folder.parent))


def _write(folder: File, name: str, when: str, each: str, fix: str) -> None:
    head = f'id = "{name}"\nseverity = "advisory"\nwhen = "{when}"\nmessage = "Watched."\n'
    (folder / f"{name}.toml").write_text(f'{head}{each}fix = "{fix}"\ncites = ["logic"]\n', encoding="utf-8")


def said(report: Report) -> list[str]:
    return sorted(f"{each.check} {each.path} {each.certainty} {language()(each.message)}" for each in report.findings)


def _other(value: v.Value, by: int) -> v.Value:
    match value:
        case v.Day() if value.date:
            moved = value.date + timedelta(days=by)
            return v.Day(moved.year, moved.month, moved.day)
        case v.Whole(number=number):
            return v.Whole(number + by)
        case v.YesNo(yes=yes):
            return v.YesNo(yes=not yes)
        case _:
            return v.NotKnown("still being looked for")


Place = tuple[tuple[Scope, ListName], RowId]
ANSWERS = sorted(CASE.answers, key=str)
LISTED = [(key, each.id) for key, rows in sorted(CASE.rows.items()) for each in rows]
CHANGES: st.SearchStrategy[tuple[Path | Place, int | None]] = st.one_of(
    st.tuples(st.sampled_from(ANSWERS), st.sampled_from((None, -400, -20, 20, 400))),
    st.tuples(st.sampled_from(LISTED), st.none()),
)


def _changed(case: Case, what: Path | Place, by: int | None) -> Case:
    if not isinstance(what, Path):
        (scope, name), row_id = what
        rows = case.rows.get((scope, name), ())
        return edits.remove_row(case, scope, name, row_id) if any(each.id == row_id for each in rows) else case
    if what.row is not None and what not in case.answers:
        return case
    return edits.withdraw(case, what) if by is None else edits.answer(case, what, _other(CASE.answers[what], by))


@settings(max_examples=120, deadline=None)
@given(st.lists(CHANGES, min_size=1, max_size=5))
def test_what_is_reckoned_is_rechecked_like_checking_everything(changes: list[tuple[Path | Place, int | None]]) -> None:
    case, now = CASE, check(watching(), CASE, R1, TODAY)
    for what, by in changes:
        case = _changed(case, what, by)
        now = now.recheck(case)
    assert said(now.report) == said(check(watching(), case, R1, TODAY).report)


def test_every_answer_alone_is_rechecked_like_checking_everything() -> None:
    before = check(watching(), CASE, R1, TODAY)
    for path in ANSWERS:
        for by in (None, -400, 400):
            case = _changed(CASE, path, by)
            assert said(before.recheck(case).report) == said(check(watching(), case, R1, TODAY).report), path


def test_days_are_read_as_days() -> None:
    assert day("no day") is None
    assert Members({"a": True}).whole("a") is None
    assert Members({"a": 1}).yes("a") is None
    assert Members({}).words("a") == frozenset()
