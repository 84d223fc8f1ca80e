"""How reliable an assurance is, by the answers to its criteria."""

from dataclasses import replace

import pytest
from worlds import the_law

from mlawriter.checks.reliability import AMBER, GREEN, RED, reliability
from mlawriter.conditions.engine import Facts
from mlawriter.knowledge.definitions import Guarantee

TWELVE = tuple(f"c{number:02}" for number in range(1, 13))
GOOD: dict[str, str] = dict.fromkeys(TWELVE, "yes")


def colour(**answers: str) -> object:
    facts: Facts = {**GOOD, **answers}
    return reliability(guarantee(), facts).get("reliability")


def guarantee(criteria: tuple[str, ...] = TWELVE) -> Guarantee:
    return replace(the_law().knowledge.guarantees["ext_death"], criteria=criteria)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, GREEN),
        ({"c01": "partly", "c04": "partly"}, GREEN),
        ({"c11": "unknown", "c07": "unknown"}, GREEN),
        ({"c11": "unknown", "c07": "unknown", "c09": "unknown"}, AMBER),
        ({"c11": "no"}, AMBER),
        ({"c11": "no", "c07": "no"}, RED),
        ({"c02": "no"}, RED),
        ({"c03": "no"}, RED),
        ({"c08": "no"}, RED),
    ],
)
def test_an_assurance_is_as_reliable_as_its_answers(answers: dict[str, str], expected: str) -> None:
    assert colour(**answers) == expected


def test_nothing_is_said_before_a_criterion_is_answered() -> None:
    assert reliability(guarantee(), {}) == {}


def test_a_criterion_that_is_not_asked_does_not_count() -> None:
    assert reliability(guarantee(("c02",)), {"c02": "yes", "c08": "no"}) == {"reliability": GREEN}


def test_a_criterion_not_answered_is_not_known() -> None:
    assert reliability(guarantee(), {"c02": "yes"}) == {"reliability": AMBER}
