"""The JSON Schema of a case: other programs can rely on it."""

import json
from functools import lru_cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from worlds import sample, the_law

from mlawriter.storage.codec import to_json
from mlawriter.storage.schema import schema


@lru_cache(maxsize=1)
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema(the_law().index))


def short(**changes: object) -> dict[str, Any]:
    """A sample with one answer of each kind."""
    content = to_json(sample(), "1")
    answers = {next(iter(answer["value"])): answer for answer in content["answers"]}
    return {**content, "answers": list(answers.values()), **changes}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema(the_law().index))


def test_a_sample_is_valid() -> None:
    assert list(validator().iter_errors(short())) == []


@pytest.mark.parametrize(
    "change",
    [
        {"format": 2},
        {"id": "a b"},
        {"surprise": 1},
        {"requests": [{"id": "r1", "kind": "wish"}]},
        {"rows": {"case": {"persons": [{"id": "p1", "of": "witness"}]}}},
        {"rows": {"r1": {"items": [{"id": "m1"}]}}},
        {"answers": [{"scope": "r1", "field": "request.purpos", "row": None, "value": {"text": "x"}}]},
        {"answers": [{"scope": "r1", "field": "request.purpose", "row": None, "value": {"whole": 1}}]},
        {"answers": [{"scope": "r1", "field": "request.purpose", "row": None, "value": {"not_known": ""}}]},
        {"set_aside": [{"check": "x", "scope": "r1", "field": "request.purpose", "row": None}]},
    ],
    ids=str,
)
def test_what_load_refuses_is_not_valid(change: dict[str, object]) -> None:
    assert not validator().is_valid(short(**change))


def test_the_schema_names_every_field_of_the_law() -> None:
    text = json.dumps(schema(the_law().index))
    for section in the_law().knowledge.sections.values():
        assert all(f'"{section.scope}.{entry.id}"' in text for entry in section.fields)
