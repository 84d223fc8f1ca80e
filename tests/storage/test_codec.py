"""A case as JSON: nothing is lost on the way, and what cannot be read is refused, all of it at once."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage.values import cases, values
from worlds import language, sample, the_law

from mlawriter.i18n.message import Message
from mlawriter.model.case import Case
from mlawriter.model.values import Value
from mlawriter.storage.codec import CaseError, Wrong, from_json, to_json
from mlawriter.storage.migrations import migrated
from mlawriter.storage.validation import validate
from mlawriter.storage.value_codec import Unreadable, value_from_json, value_to_json
from mlawriter.ui import typed


@given(values)
def test_an_answer_survives_the_way_to_json_and_back(value: Value) -> None:
    assert value_from_json(json.loads(json.dumps(value_to_json(value)))) == value


@given(cases())
def test_a_case_survives_the_way_to_json_and_back(case: Case) -> None:
    assert from_json(json.loads(json.dumps(to_json(case, "v")))) == case


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ({"text": ""}, "empty text"),
        ({"text": 3}, "a text is expected"),
        ({"whole": 1.5}, "whole number"),
        ({"whole": True}, "whole number"),
        ({"yesno": "yes"}, "true or false"),
        ({"day": "2026-02-30"}, "no calendar"),
        ({"day": "02/03/2026"}, "a date is written"),
        ({"moment": "2026-04-21T09:00"}, "offset from UTC"),
        ({"period": {}}, "a period is"),
        ({"period": {"from": "2026"}}, "a period is"),
        ({"country": ""}, "empty text"),
        ({"languages": "fr"}, "a list of texts"),
        ({"money": {"amount": "1"}}, "an amount is"),
        ({"money": {"amount": "1", "currency": "euro"}}, "three capital letters"),
        ({"money": {"amount": "a lot", "currency": "EUR"}}, "a number written as a text"),
        ({"number": "NaN"}, "finite"),
        ({"number": "1E+9999999"}, "finite"),
        ({"number": "1E-9999999"}, "finite"),
        ({"money": {"amount": "0." + "1" * 60, "currency": "EUR"}}, "finite"),
        ({"choices": []}, "at least one"),
        ({"attachment": {"sha256": "x", "name": "a", "size": 1}}, "64 hexadecimal"),
        ({"colour": "red"}, "unknown kind of answer"),
        ({"text": "a", "whole": 1}, "exactly one key"),
        ([], "exactly one key"),
    ],
)
def test_an_answer_that_cannot_be_read_says_what_is_expected(content: object, says: str) -> None:
    with pytest.raises(Unreadable) as caught:
        value_from_json(content)
    assert says in language()(caught.value.message)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
kinds = st.sampled_from(sorted({key for value in sample().answers.values() for key in value_to_json(value)}))


@given(kinds, anything | st.from_regex(r"-?[0-9]{1,30}([.][0-9]*)?(E[+-]?[0-9]{1,9})?", fullmatch=True))
def test_whatever_stands_for_an_answer_is_read_or_refused(kind: str, content: object) -> None:
    with suppress(Unreadable):
        value = value_from_json({kind: content})
        assert value_from_json(value_to_json(value)) == value


def problems_of(content: object) -> tuple[Wrong, ...]:
    try:
        from_json(migrated(content) if isinstance(content, dict) else content)
    except CaseError as error:
        return error.problems
    return ()


@given(anything)
def test_whatever_claims_to_be_a_case_is_refused_with_sentences(content: object) -> None:
    for case in (content, broken(format=content), broken(rows=content), broken(answers=[content], set_aside=[content])):
        assert all(language()(problem.sentence) for problem in problems_of(case))


@given(st.from_regex(r"-?[0-9]{1,25}([.,][0-9]{1,25})?", fullmatch=True))
def test_a_number_that_can_be_typed_can_be_opened_again(text: str) -> None:
    for value in (typed.whole(text), typed.decimal(text), typed.money(text, "EUR")):
        if not isinstance(value, Message):
            assert value_from_json(value_to_json(value)) == value


def broken(**changes: object) -> dict[str, Any]:
    return {**to_json(sample(), ""), **changes}


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        ("not an object", ""),
        ({"requests": []}, "/format"),
        (broken(surprise=1), "/surprise"),
        (broken(id="../../etc"), "/id"),
        (broken(requests=[{"id": "r1"}]), "/requests/0"),
        (broken(requests=[{"id": "r1", "kind": "mla"}, {"id": "r1", "kind": "mla"}]), "/requests"),
        (broken(rows={"case": {"persons": [{"id": "p1"}, {"id": "p1"}]}}), "/rows"),
        (broken(answers=[{"scope": "case"}]), "/answers/0"),
        (broken(answers=[{"scope": "case", "field": "case.x", "row": None, "value": {"text": 1}}]), "/answers/0"),
        (broken(set_aside=[{"check": "x", "scope": "r1", "field": "request.purpose", "row": None, "reason": ""}]), "/"),
    ],
)
def test_json_that_is_no_case_is_refused_with_its_place(content: object, pointer: str) -> None:
    with pytest.raises(CaseError) as caught:
        from_json(content)
    assert any(problem.pointer.startswith(pointer) for problem in caught.value.problems)
    assert all("{" not in language("fr")(problem.message).replace('{"', "") for problem in caught.value.problems)


def test_everything_wrong_is_told_at_once() -> None:
    with pytest.raises(CaseError) as caught:
        from_json(broken(id="a b", answers=[{"scope": "case"}, 3], surprise=True))
    assert len(caught.value.problems) >= 4


def test_the_samples_speak_only_of_what_the_law_knows() -> None:
    for name in ("case_a", "case_a_faulty"):
        assert validate(sample(name), the_law().index) == ()


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({"scope": "r1", "field": "request.purpos", "row": None, "value": {"text": "x"}}, "no such field"),
        ({"scope": "r1", "field": "request.purpose", "row": None, "value": {"whole": 3}}, "kind"),
        ({"scope": "r9", "field": "request.purpose", "row": None, "value": {"text": "x"}}, "no request"),
        ({"scope": "case", "field": "person.sex", "row": "p9", "value": {"choice": "male"}}, "no row"),
        ({"scope": "case", "field": "person.sex", "row": "p1", "value": {"choice": "man"}}, "not one of the choices"),
        ({"scope": "r1", "field": "item.bank", "row": "m1", "value": {"ref": "p1"}}, "no row of"),
        ({"scope": "r1", "field": "request.primary", "row": None, "value": {"text": "untoc"}}, "computed"),
        ({"scope": "case", "field": "case.case_name", "row": "p1", "value": {"text": "x"}}, "does not belong"),
        ({"scope": "r1", "field": "request.requested_state", "row": None, "value": {"country": "Arvania"}}, "capital"),
        ({"scope": "case", "field": "own_name.language", "row": "n1", "value": {"language": "English!"}}, "is a tag"),
    ],
)
def test_what_the_law_does_not_know_is_listed(answer: dict[str, object], says: str) -> None:
    content = to_json(sample(), "")
    places = ("scope", "field", "row")
    content["answers"] = [each for each in content["answers"] if any(each[key] != answer[key] for key in places)]
    content["answers"].append(answer)
    problems = validate(from_json(content), the_law().index)
    assert any(says in language()(problem.message) for problem in problems), problems


def with_rows(scope: str, **lists: list[dict[str, str]]) -> Case:
    rows = to_json(sample(), "")["rows"]
    return from_json(broken(rows={**rows, scope: {**rows.get(scope, {}), **lists}}))


@pytest.mark.parametrize(
    ("scope", "name", "row", "says"),
    [
        ("r9", "items", {"id": "z1", "of": "service"}, "no request with this id"),
        ("case", "colours", {"id": "z1"}, "no such list"),
        ("case", "items", {"id": "z1", "of": "service"}, "belongs under"),
        ("r1", "items", {"id": "z1", "of": "telepathy"}, "must be one of"),
        ("r1", "guarantees", {"id": "z1"}, "must be one of"),
    ],
)
def test_rows_that_the_law_does_not_know_are_listed(scope: str, name: str, row: dict[str, str], says: str) -> None:
    problems = validate(with_rows(scope, **{name: [row]}), the_law().index)
    assert any(says in language()(problem.message) for problem in problems), problems
