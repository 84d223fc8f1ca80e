"""Conditions answer true, false or unknown, as the table of expressions says."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mlawriter.conditions.engine import ConditionFault, Engine, Fact, moment, words
from mlawriter.conditions.names import Names, Type
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
    assert ENGINE.condition(source).test(ENGINE.activation(facts)) is Truth(answer)


def test_a_condition_that_cannot_run_is_a_fault_that_quotes_no_answers() -> None:
    activation = ENGINE.activation({"case": {"name": "secret"}})
    with pytest.raises(ConditionFault) as caught:
        ENGINE.condition("case.name.matches('[')").test(activation)
    assert "secret" not in str(caught.value)


def test_what_the_engine_cannot_hold_is_replaced() -> None:
    activation = ENGINE.activation({"case": {"name": words("a\0b\udc00")}})
    assert ENGINE.condition("case.name.startsWith('a b')").test(activation) is Truth.TRUE


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
