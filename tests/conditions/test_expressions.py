"""Conditions answer true, false or unknown, as the table of expressions says."""

import tomllib
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from mlawriter.conditions.engine import Engine, Fact, Facts, moment
from mlawriter.conditions.names import Names, Type
from mlawriter.conditions.parser import ConditionFault
from mlawriter.conditions.truth import Truth
from mlawriter.conditions.typing import TypeChecker

GROUPS = tomllib.loads(Path(__file__).with_name("expressions.toml").read_text(encoding="utf-8"))["group"]
NAMES = Names(
    scopes={
        "case": {"name": Type.TEXT, "start": Type.DAY},
        "request": {"primary": Type.TEXT, "bases": Type.TEXTS, "urgent": Type.YESNO, "deadline": Type.DAY},
    },
    records={
        "person": {"id": Type.TEXT, "role": Type.TEXT, "born": Type.DAY},
        "offence": {"id": Type.TEXT, "max_months": Type.WHOLE},
        "item": {"id": Type.TEXT, "module": Type.TEXT, "period": Type.PERIOD},
        "document": {"id": Type.TEXT, "type": Type.TEXT},
        "guarantee": {"id": Type.TEXT, "of": Type.TEXT},
    },
    plurals={
        "persons": "person",
        "offences": "offence",
        "items": "item",
        "documents": "document",
        "guarantees": "guarantee",
    },
)
ENGINE = Engine(NAMES)
ROWS = [(group, answer, source) for group in GROUPS for answer in group["expect"] for source in group["expect"][answer]]


def fact(raw: Any) -> Fact:
    if isinstance(raw, dict):
        return {key: fact(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [fact(value) for value in raw]
    if raw == "partial":
        return None
    return moment(raw) if isinstance(raw, date) else raw


def test_the_table_is_rich_enough() -> None:
    assert len(ROWS) >= 80


@pytest.mark.parametrize(("group", "answer", "source"), ROWS, ids=[f"{row[0]['title']}: {row[2]}" for row in ROWS])
def test_a_condition_answers_as_the_table_says(group: dict[str, Any], answer: str, source: str) -> None:
    facts = fact(group["facts"])
    assert isinstance(facts, dict)
    assert ENGINE.condition(source).test(facts) is Truth(answer)


@pytest.mark.parametrize(("rows", "answer"), [(90, Truth.FALSE), (110, Truth.UNKNOWN)], ids=["few enough", "too many"])
def test_a_question_over_too_many_rows_is_not_decided(rows: int, answer: Truth) -> None:
    source = "persons.exists(p, persons.exists(q, p.role != q.role))"
    assert ENGINE.condition(source).test({"persons": [{"role": "witness"}] * rows}) is answer


def test_a_question_over_too_much_text_is_not_decided() -> None:
    facts: Facts = {"persons": [{"role": "a" * 100_000}] * 1000}
    assert ENGINE.condition("persons.exists(p, p.role.matches('b'))").test(facts) is Truth.UNKNOWN


def test_a_loop_inside_a_loop_may_use_the_same_name() -> None:
    facts: Facts = {"persons": [{"role": "a"}, {"role": "b"}]}
    source = "persons.all(p, persons.exists(p, p.role == 'b') && p.role in ['a', 'b'])"
    assert ENGINE.condition(source).test(facts) is Truth.TRUE


def test_the_row_at_hand_comes_beside_the_facts() -> None:
    condition = ENGINE.condition("person.role == request.primary")
    assert condition.test({"request": {"primary": "a"}}, {"person": {"role": "a"}}) is Truth.TRUE


def test_a_time_at_the_end_of_the_calendar_stays_on_it() -> None:
    last = datetime(9999, 12, 31, 23, tzinfo=timezone(timedelta(hours=-12)))
    assert moment(last).year == 9999


@pytest.mark.parametrize(
    "source",
    [
        *(
            "",
            "&&",
            "case.name ==",
            "case.name = 'a'",
            "(case.name",
            "case.name)",
            "'a",
            "'\\x'",
            "case.name case.name",
        ),
        *(
            "null",
            "case.name == null",
            "in",
            "has(case)",
            "has('case.name')",
            "has(case.name, 1)",
            "true.x",
            "(true).x",
        ),
        *(
            "1 / 2",
            "5 % 2",
            "persons[0]",
            "{'a': 1}",
            "case.name ? true",
            "foo(1)",
            "size()",
            "size(1, 2)",
            "days(today)",
        ),
        *(
            "case.name.size(1)",
            "case.name.lower()",
            "persons.exists(p)",
            "persons.exists('p', true)",
            "persons.map(p, p)",
        ),
        *(
            "case.name.matches(case.name)",
            "matches('a', 'b')",
            "contains('a', 'b')",
            "'a'.double()",
            "[1, 2",
            "size(1 2)",
        ),
        *("(" * 60 + "true" + ")" * 60, "!" * 60 + "true", " && ".join(["true"] * 600)),
    ],
)
def test_what_conditions_do_not_have_is_a_fault(source: str) -> None:
    with pytest.raises(ConditionFault):
        ENGINE.condition(source).test({})


def test_a_long_condition_is_read() -> None:
    for sign in ("&&", "||", "+", "=="):
        ENGINE.condition(f" {sign} ".join(["true"] * 400)).test({})


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("request.urgent && days(today, request.deadline) < 3", {"request.urgent", "request.deadline", "today"}),
        ("persons.exists(p, p.role == 'witness')", {"persons"}),
        ("has_document('warrant')", {"documents"}),
        ("relies_on('untoc')", {"request.bases"}),
        ("item.period.end < today", {"item.period", "today"}),
        ("case.name == 'request.urgent'", {"case.name"}),
    ],
)
def test_a_condition_says_what_it_reads(source: str, reads: set[str]) -> None:
    assert ENGINE.reads(source) == reads


@pytest.mark.parametrize(
    ("source", "row", "is_right"),
    [
        ("request.urgent", "", True),
        ("request.urgnt", "", False),
        ("request.urgent == 'yes'", "", False),
        ("request.primary", "", False),
        ("offence.max_months > 3", "offence", True),
        ("offence.max_months > 3", "", False),
        ("offence.max_months > 'x'", "offence", False),
        ("persons.exists(p, p.rolle == 'x')", "", False),
        ("age(person.born, today) < 18", "person", True),
        ("age(person.role, today) < 18", "person", False),
        ("item.period.end < today", "item", True),
        ("item.period.until < today", "item", False),
        ("has_guarantee('x') &&", "", False),
    ],
)
def test_wrong_names_and_types_are_found_before_anyone_runs_them(source: str, row: str, is_right: bool) -> None:
    assert (not TypeChecker(NAMES).problems(source, row)) is is_right
