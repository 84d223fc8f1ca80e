"""The faulty twin of the sample is the sample with faults planted, and every fault is found."""

import json
import tomllib
from pathlib import Path as File
from typing import Any

import pytest
from worlds import at, day_of, sample, the_law, value_of

from mlawriter.checks.checker import check
from mlawriter.checks.report import Certainty
from mlawriter.model import edits
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import CASE, RowId, Scope
from mlawriter.resources import samples_folder
from mlawriter.storage.codec import to_json

FOLDER = File(__file__).parent
SAMPLES = sorted(file.stem.removesuffix("_faulty") for file in FOLDER.glob("*_faulty.toml"))


def faults(name: str) -> list[dict[str, Any]]:
    """What is planted in a sample."""
    content = tomllib.loads((FOLDER / f"{name}_faulty.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = content["fault"]
    return found


def expected(name: str) -> set[str]:
    """What the sample itself is known to leave open, without any fault."""
    content = tomllib.loads((FOLDER / f"{name}_faulty.toml").read_text(encoding="utf-8"))
    return set(content.get("expected", []))


def place(case: Case, fault: dict[str, str]) -> Path:
    path = at(fault["field"], fault.get("row"), fault.get("request", "r1"))
    shared = any(row.id == fault.get("row") for (scope, _), rows in case.rows.items() if scope == CASE for row in rows)
    return Path(CASE, path.field, path.row) if shared else path


def plant(case: Case, fault: dict[str, str]) -> Case:
    if "remove" in fault:
        row = RowId(fault["remove"])
        scope, name = next(key for key, rows in case.rows.items() if any(each.id == row for each in rows))
        return edits.remove_row(case, Scope(scope), name, row)
    path = place(case, fault)
    if "value" not in fault:
        return edits.withdraw(case, path)
    module = next((each.of for rows in case.rows.values() for each in rows if each.id == path.row), "")
    return edits.answer(case, path, value_of(fault["value"], the_law().index.field(path.field, module)))


def faulty(name: str) -> Case:
    case = sample(name)
    for fault in faults(name):
        case = plant(case, fault)
    return case


@pytest.mark.parametrize("name", SAMPLES)
def test_the_twin_is_the_sample_with_these_faults(name: str, pytestconfig: pytest.Config) -> None:
    twin = samples_folder() / f"{name}_faulty.json"
    text = json.dumps(to_json(faulty(name), ""), ensure_ascii=False, indent=1) + "\n"
    if pytestconfig.getoption("--update-golden"):
        twin.write_text(text, encoding="utf-8")
    assert text == twin.read_text(encoding="utf-8")


def found(case: Case) -> set[str]:
    reports = [check(the_law(), case, each.id, day_of(case, each.id)).report for each in case.requests]
    standing = [each for report in reports for each in report.findings if each.certainty is Certainty.TRUE]
    return {f"{each.check} {each.path.field}{f'[{each.path.row}]' if each.path.row else ''}" for each in standing}


@pytest.mark.parametrize("name", SAMPLES)
def test_there_are_at_least_a_dozen(name: str) -> None:
    assert len(faults(name)) >= 12


PLANTED = [(name, fault) for name in SAMPLES for fault in faults(name)]


@pytest.mark.parametrize(("name", "fault"), PLANTED, ids=[f"{name}-{fault['title']}" for name, fault in PLANTED])
def test_each_fault_is_found(name: str, fault: dict[str, list[str]]) -> None:
    assert set(fault["finds"]) - found(faulty(name)) == set()


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_else_is_found(name: str) -> None:
    planted = {finding for fault in faults(name) for finding in fault["finds"]}
    assert found(faulty(name)) - planted - expected(name) == set()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_leaves_open_what_is_said_and_nothing_else(name: str) -> None:
    assert found(sample(name)) == expected(name)
