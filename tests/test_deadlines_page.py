"""The page on deadlines shows what the program writes and what lint accepts."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path

from worlds import language, sample, the_law

from mlawriter.app.agenda import as_json, wording
from mlawriter.checks.checker import check
from mlawriter.checks.deadlines import deadlines
from mlawriter.knowledge.definitions import Deadline
from mlawriter.knowledge.index import COMPUTED
from mlawriter.knowledge.structure import structure

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "deadlines.md").read_text(encoding="utf-8")


def _example(kind: str) -> str:
    found = re.search(rf"^```{kind}\n(.*?)^```", PAGE, flags=re.M | re.S)
    assert found
    return found[1]


def test_the_file_shown_to_law_authors_has_the_right_shape() -> None:
    built, problems = structure(Deadline, tomllib.loads(_example("toml")), "deadlines/freeze_ends.toml")
    assert problems == []
    assert isinstance(built, Deadline)


def test_the_list_shown_as_json_is_what_is_written() -> None:
    (shown,) = json.loads(_example("json"))[0]["deadlines"]
    case = sample("ext_c")
    checked = check(the_law(), case, case.requests[1].id, date(2026, 6, 24))
    written = {each["id"]: each for each in as_json(deadlines(checked.view), wording(checked, language()))}
    assert shown.keys() == written["plan_sent"].keys()
    same = ("day", "weight", "standing", "counted", "alarms", "scope", "field", "cites", "parameters")
    assert {key: shown[key] for key in same} == {key: written["plan_sent"][key] for key in same}


def test_every_day_that_is_worked_out_is_named() -> None:
    owners = ("arrest_", "remaining_", "sentence_gross", "custody_days", "translation_needed")
    wanted = {name.partition(".")[2] for name in COMPUTED if name.partition(".")[2].startswith(owners)}
    assert {name for name in wanted if name not in PAGE} == set()
