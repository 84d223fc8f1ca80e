"""Our own evaluation of conditions answers what the CEL engine answers."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from conditions.reference import Reference
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import CASES, TODAY, case_of, sample, the_law

from mlawriter.checks.facts import World
from mlawriter.conditions.engine import Engine, Facts, moment
from mlawriter.conditions.names import Names
from mlawriter.knowledge.lint.scene import Asked, Scene
from mlawriter.model.case import Case

NAMES = Names(scopes={"case": {}, "request": {}}, records={"person": {}}, plurals={"persons": "person"})
ENGINE, REFERENCE = Engine(NAMES), Reference(NAMES)
OF_THE_LAW = Reference(the_law().engine.names)
STRIDE = 11
"""Each scenario is asked every eleventh condition, another eleventh each time."""


def both_answer_alike(source: str, facts: Facts) -> None:
    assert ENGINE.condition(source).test(facts) is REFERENCE.test(source, REFERENCE.facts(facts)), source


def worlds(case: Case, today: date) -> Iterator[World]:
    yield from (the_law().view(case, request.id, today).world for request in case.requests)


def facts_for(asked: Asked, world: World) -> Iterator[Facts]:
    """The facts that a condition is asked on: with each row of the record at hand, or as they are."""
    if not asked.spot.row:
        yield world.roots
    for placed in world.rows.by_id.values():
        if placed.record == asked.spot.row:
            yield {**world.roots, placed.record: world.of_row[placed.row.id]}


def differences(world: World, conditions: tuple[Asked, ...]) -> list[str]:
    found = []
    roots = OF_THE_LAW.facts(world.roots)
    for asked in conditions:
        for facts in facts_for(asked, world):
            theirs = OF_THE_LAW.test(asked.source, OF_THE_LAW.facts(facts) if asked.spot.row else roots)
            if the_law().engine.condition(asked.source).test(facts) is not theirs:
                found.append(asked.source)
    return found


@pytest.mark.parametrize("name", ["case_a", "case_b", "case_c"])
def test_every_condition_of_the_law_is_answered_alike_on_the_samples(name: str) -> None:
    conditions = Scene(the_law().knowledge).conditions
    for world in worlds(sample(name), TODAY):
        assert differences(world, conditions) == []


def test_the_conditions_of_the_law_are_answered_alike_on_the_scenarios() -> None:
    conditions = Scene(the_law().knowledge).conditions
    for number, file in enumerate(sorted(CASES.rglob("*.toml"))):
        case, content = case_of(file)
        for world in worlds(case, content["today"]):
            assert differences(world, conditions[number % STRIDE :: STRIDE]) == [], file.stem


WORDS = st.text("ab é", max_size=4)
DAYS = st.dates(date(1990, 1, 1), date(2030, 1, 1))
VALUES = st.one_of(
    st.booleans(), st.integers(-3, 3), st.floats(-3, 3).map(lambda x: round(x, 1)), WORDS, DAYS.map(moment)
)
MEMBERS = st.dictionaries(st.sampled_from(list("xyz")), st.one_of(VALUES, st.none(), st.lists(WORDS, max_size=2)))
FACTS = st.fixed_dictionaries(
    {"today": DAYS.map(moment)},
    optional={"case": MEMBERS, "request": MEMBERS, "person": MEMBERS, "persons": st.lists(MEMBERS, max_size=3)},
)
PATHS = [f"{root}.{member}" for root in ("case", "request", "person", "p") for member in "xyz"]
FIXED = (
    "true",
    "false",
    "today",
    "persons",
    "['a', 'b']",
    "[1, 2.0, case.x]",
    "[]",
    "''",
    "'a'",
    "'b a'",
    "2",
    "-1",
    "0.5",
)
SIGNS = ("==", "!=", "<", "<=", ">", ">=", "&&", "&&", "||", "||", "in", "+", "-", "*")
LARGER = (
    "PART SIGN PART",
    "PART SIGN PART",
    "(PART)",
    "!(PART)",
    "(PART ? PART : PART)",
    "has(PATH)",
    "persons.LOOP(p, PART)",
    "PATH.LOOP(p, PART)",
    "size(PART)",
    "double(PATH)",
    "days(PART, PART)",
    "age(PART, today)",
    "add_days(PART, PART)",
    "add_months(PART, PART)",
    "(PART).contains(PART)",
    "PATH.startsWith(PART)",
    "PATH.endsWith('a')",
)


@st.composite
def expressions(draw: st.DrawFn, depth: int = 3) -> str:
    """A small condition that makes sense or not."""
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from((*PATHS, *FIXED)))
    pattern = draw(st.sampled_from(LARGER))
    words = {
        "PART": lambda: draw(expressions(depth - 1)),
        "PATH": lambda: draw(st.sampled_from(PATHS)),
        "SIGN": lambda: draw(st.sampled_from(SIGNS)),
        "LOOP": lambda: draw(st.sampled_from(("exists", "all", "filter"))),
    }
    return re.sub("PART|PATH|SIGN|LOOP", lambda found: words[found[0]](), pattern)


@settings(max_examples=600, deadline=None)
@given(expressions(), FACTS)
def test_any_small_condition_is_answered_alike(source: str, facts: Any) -> None:
    both_answer_alike(source, facts)
