"""Every scenario of `tests/cases/` gives the findings that a lawyer expects."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from worlds import CASES, TODAY, case_of, checked, the_law

from mlawriter.checks.checker import Law, check
from mlawriter.checks.report import Certainty
from mlawriter.knowledge.loader import load
from mlawriter.resources import templates_folder

FILES = sorted(CASES.rglob("*.toml"))


def found(file: Path) -> set[str]:
    case, content = case_of(file)
    today = content["today"]
    assert isinstance(today, date)
    findings = [each for each in checked(case, today).report.findings if each.certainty is Certainty.TRUE]
    places = {f"{each.check} {each.path.field}{f'[{each.path.row}]' if each.path.row else ''}" for each in findings}
    return places | {each.check for each in findings}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_scenario_gives_what_the_lawyer_expects(file: Path) -> None:
    expected = tomllib.loads(file.read_text(encoding="utf-8"))["expect"]
    seen = found(file)
    assert set(expected.get("fires", [])) - seen == set()
    assert set(expected.get("not", [])) & seen == set()


def _named(key: str) -> set[str]:
    names: set[str] = set()
    for file in FILES:
        expected = tomllib.loads(file.read_text(encoding="utf-8"))["expect"]
        names |= {entry.split()[0] for entry in expected.get(key, [])}
    return names


def test_every_check_has_a_scenario_where_it_fires() -> None:
    assert set(the_law().knowledge.checks) - _named("fires") == set()


def test_every_check_has_a_scenario_where_it_does_not() -> None:
    assert set(the_law().knowledge.checks) - _named("not") == set()


@pytest.mark.parametrize(("degree", "fires"), [("none", True), ("named", False)])
def test_assistance_that_no_legal_basis_covers_is_found(degree: str, fires: bool, tmp_path: Path) -> None:
    folder = tmp_path / "instruments"
    folder.mkdir()
    content = f'overlay = true\nid = "drug1988"\n[modules]\nvideo_hearing = "{degree}"\n'
    (folder / "drug1988.toml").write_text(content, encoding="utf-8")
    law = Law.of(load(templates_folder(), tmp_path))
    case, _ = case_of(CASES / "gen_assistance_covered_in_general.toml")
    found = {each.check for each in check(law, case, case.requests[0].id, TODAY).report.findings}
    assert ("assistance_not_covered" in found) is fires


def test_every_undertaking_with_a_trigger_has_a_scenario_where_it_is_called_for() -> None:
    guarantees = the_law().knowledge.guarantees.values()
    wanted = {f"guarantee.{each.id}" for each in guarantees if each.required_if or each.recommended_if}
    assert wanted - _named("fires") == set()


def test_every_undertaking_has_a_scenario_where_it_is_not() -> None:
    assert {f"guarantee.{each}" for each in the_law().knowledge.guarantees} - _named("not") == set()


def test_a_letter_that_is_no_request_is_not_held_to_the_contents_of_requests() -> None:
    case, _ = case_of(CASES / "mod_spontaneous_information_empty.toml")
    cited = {cite.article for each in checked(case).report.findings for cite in each.cites}
    assert not {article for article in cited if article.startswith("18(15)")}
    assert "18(4)" in cited
