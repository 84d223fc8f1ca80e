"""The faulty twin of the sample is the sample with faults planted, and every fault is found."""

import json
import tomllib
from pathlib import Path as File

import pytest
from worlds import at, checked, sample, the_law, value_of

from mlawriter.checks.report import Certainty
from mlawriter.model import edits
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import CASE, RowId, Scope
from mlawriter.resources import samples_folder
from mlawriter.storage.codec import to_json

FAULTS = tomllib.loads(File(__file__).with_name("case_a_faulty.toml").read_text(encoding="utf-8"))["fault"]
TWIN = samples_folder() / "case_a_faulty.json"


def place(case: Case, fault: dict[str, str]) -> Path:
    path = at(fault["field"], fault.get("row"))
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


def faulty() -> Case:
    case = sample()
    for fault in FAULTS:
        case = plant(case, fault)
    return case


def test_the_twin_is_the_sample_with_these_faults(pytestconfig: pytest.Config) -> None:
    text = json.dumps(to_json(faulty(), ""), ensure_ascii=False, indent=1) + "\n"
    if pytestconfig.getoption("--update-golden"):
        TWIN.write_text(text, encoding="utf-8")
    assert text == TWIN.read_text(encoding="utf-8")


def found() -> set[str]:
    standing = [each for each in checked(faulty()).report.findings if each.certainty is Certainty.TRUE]
    return {f"{each.check} {each.path.field}{f'[{each.path.row}]' if each.path.row else ''}" for each in standing}


def test_there_are_at_least_a_dozen() -> None:
    assert len(FAULTS) >= 12


@pytest.mark.parametrize("fault", FAULTS, ids=[fault["title"] for fault in FAULTS])
def test_each_fault_is_found(fault: dict[str, list[str]]) -> None:
    assert set(fault["finds"]) - found() == set()


def test_nothing_else_is_found() -> None:
    assert found() - {finding for fault in FAULTS for finding in fault["finds"]} == set()
