"""Edits of a case leave the old case as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlawriter.model import edits
from mlawriter.model.case import Case, Path, Request, Row, SetAside, Translation
from mlawriter.model.ids import CASE, FieldName, ListName, RequestId, RowId, Scope
from mlawriter.model.values import Day, Moment, Ref, Refs, Text

PERSONS = ListName("persons")
NAME = FieldName("person.name_family")
WITNESS = Path(Scope("r1"), FieldName("item.witness"), RowId("m1"))


def a_case() -> Case:
    case = Case(id="c", requests=(Request(RequestId("r1"), "mla"),))
    for row in ("p1", "p2", "p3"):
        case = edits.add_row(case, CASE, PERSONS, Row(RowId(row)))
        case = edits.answer(case, Path(CASE, NAME, RowId(row)), Text(row.upper()))
    return case


def ids(case: Case) -> list[str]:
    return [row.id for row in case.shared_rows(PERSONS)]


def test_an_answer_is_added_and_withdrawn() -> None:
    path = Path(CASE, FieldName("case.case_name"))
    answered = edits.answer(Case(id="c"), path, Text("A v. B"))
    assert answered.answers == {path: Text("A v. B")}
    assert edits.withdraw(answered, path).answers == {}


def test_rows_are_removed_with_their_answers_and_references() -> None:
    case = edits.answer(a_case(), WITNESS, Ref(RowId("p2")))
    several = edits.answer(
        case, Path(CASE, FieldName("offence.persons"), RowId("o1")), Refs((RowId("p1"), RowId("p2")))
    )
    left = edits.remove_row(several, CASE, PERSONS, RowId("p2"))
    assert ids(left) == ["p1", "p3"]
    assert WITNESS not in left.answers
    assert left.answers[Path(CASE, FieldName("offence.persons"), RowId("o1"))] == Refs((RowId("p1"),))
    assert Path(CASE, NAME, RowId("p2")) not in left.answers


def test_a_list_of_references_that_becomes_empty_is_unanswered() -> None:
    path = Path(CASE, FieldName("offence.persons"), RowId("o1"))
    case = edits.answer(a_case(), path, Refs((RowId("p2"),)))
    assert path not in edits.remove_row(case, CASE, PERSONS, RowId("p2")).answers


@given(to=st.integers(min_value=0, max_value=2))
def test_moving_keeps_all_rows(to: int) -> None:
    moved = edits.move_row(a_case(), CASE, PERSONS, RowId("p1"), to)
    assert sorted(ids(moved)) == ["p1", "p2", "p3"]
    assert ids(moved)[to] == "p1"


def test_a_duplicate_stands_after_its_original_with_its_answers() -> None:
    case = edits.duplicate_row(a_case(), CASE, PERSONS, RowId("p1"), new_id=RowId("p9"))
    assert ids(case) == ["p1", "p9", "p2", "p3"]
    assert case.answers[Path(CASE, NAME, RowId("p9"))] == Text("P1")


def test_fresh_ids_are_never_used_twice() -> None:
    assert edits.fresh_row_id(a_case(), "p") == "p4"


def test_removing_the_last_row_removes_the_list() -> None:
    case = edits.add_row(Case(id="c"), CASE, PERSONS, Row(RowId("p1")))
    assert edits.remove_row(case, CASE, PERSONS, RowId("p1")).rows == {}


def test_a_request_goes_with_all_that_is_its_own() -> None:
    case = edits.answer(a_case(), WITNESS, Ref(RowId("p2")))
    case = edits.set_aside(case, SetAside("x", WITNESS, "because"))
    left = edits.remove_request(case, RequestId("r1"))
    assert left.requests == ()
    assert left.set_aside == ()
    assert WITNESS not in left.answers
    assert ids(left) == ["p1", "p2", "p3"]


def test_a_second_request_is_added() -> None:
    case = edits.add_request(a_case(), Request(RequestId("r2"), "mla"))
    assert case.request(RequestId("r2")).scope == "r2"
    with pytest.raises(KeyError):
        case.request(RequestId("r3"))


def test_setting_aside_replaces_the_earlier_reason_and_can_be_undone() -> None:
    case = edits.set_aside(a_case(), SetAside("x", WITNESS, "one"))
    case = edits.set_aside(case, SetAside("x", WITNESS, "two"))
    assert [entry.reason for entry in case.set_aside] == ["two"]
    assert edits.take_up_again(case, "x", WITNESS).set_aside == ()


@pytest.mark.parametrize("parts", [(2026, 2, 30), (2026, 13, None), (2026, None, 3), (0, 1, 1)])
def test_impossible_dates_are_refused(parts: tuple[int, int | None, int | None]) -> None:
    with pytest.raises(ValueError):
        Day(*parts)


def test_partial_dates_are_no_calendar_dates() -> None:
    assert Day(2026, 3).date is None
    assert not Day(2026, 3).is_whole
    whole = Day(2026, 3, 2)
    assert whole.date is not None
    assert whole.date.isoformat() == "2026-03-02"


def test_a_time_without_offset_is_refused() -> None:
    from datetime import datetime

    with pytest.raises(ValueError):
        Moment(datetime(2026, 1, 1))


def translated() -> Case:
    path = Path(CASE, NAME, RowId("p1"))
    return edits.translate(a_case(), path, "fr", Text("P un"))


def test_a_translation_keeps_the_answer_that_it_was_made_from() -> None:
    path = Path(CASE, NAME, RowId("p1"))
    changed = edits.answer(translated(), path, Text("other"))
    assert changed.translations[path, "fr"] == Translation(Text("P1"), Text("P un"))
    assert edits.forget_translation(changed, path, "fr").translations == {}


def test_translations_go_with_their_answer_their_row_and_their_request() -> None:
    path = Path(CASE, NAME, RowId("p1"))
    assert edits.withdraw(translated(), path).translations == {}
    assert edits.remove_row(translated(), CASE, PERSONS, RowId("p1")).translations == {}
    assert edits.remove_row(translated(), CASE, PERSONS, RowId("p2")).translations == translated().translations
    of_request = Path(Scope("r1"), FieldName("request.purpose"))
    case = edits.translate(edits.answer(a_case(), of_request, Text("why")), of_request, "fr", Text("pourquoi"))
    assert edits.remove_request(case, RequestId("r1")).translations == {}


def test_the_copy_of_a_row_is_translated_as_well() -> None:
    copied = edits.duplicate_row(translated(), CASE, PERSONS, RowId("p1"), new_id=RowId("p9"))
    assert copied.translations[Path(CASE, NAME, RowId("p9")), "fr"].words == Text("P un")


def test_a_case_says_in_which_language_its_drafter_writes() -> None:
    assert edits.write_in(a_case(), "ar").language == "ar"
