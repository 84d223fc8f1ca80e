"""The letters read as they were last read and approved. `pytest --update-golden` writes them anew."""

import json
from pathlib import Path

import pytest
from worlds import CASES, case_of, checked, day_of, language, shipped

from mlawriter.checks.checker import Checked
from mlawriter.compose.bilingual import Languages, compose_bilingual
from mlawriter.compose.blocks import Layout
from mlawriter.compose.letter import compose_checked
from mlawriter.export.text import to_text
from mlawriter.resources import samples_folder

FOLDER = Path(__file__).parent
SAMPLES = sorted(file.stem for file in samples_folder().glob("*.json"))
SCENARIOS = sorted(file.stem for file in CASES.glob("mod_*_full.toml"))
LANGUAGES = ("en", "fr")


def letter(report: Checked, tag: str) -> str:
    return to_text(compose_checked(report.view, report.report, language(tag)), draft_mark=not report.report.is_complete)


def compare(name: str, text: str, config: pytest.Config) -> None:
    file = FOLDER / f"{name}.txt"
    if config.getoption("--update-golden"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_reads_as_approved(name: str, tag: str, pytestconfig: pytest.Config) -> None:
    compare(f"{name}.{tag}", letter(checked(shipped(name), day_of(shipped(name))), tag), pytestconfig)


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("name", SCENARIOS)
def test_each_kind_of_assistance_reads_as_approved(name: str, tag: str, pytestconfig: pytest.Config) -> None:
    case, content = case_of(CASES / f"{name}.toml")
    compare(f"{name}.{tag}", letter(checked(case, content["today"]), tag), pytestconfig)


@pytest.mark.parametrize("layout", list(Layout))
def test_a_letter_in_two_languages_reads_as_approved(layout: Layout, pytestconfig: pytest.Config) -> None:
    case, content = case_of(FOLDER / "two_languages.toml")
    report = checked(case, content["today"])
    both = Languages(first=language("en"), second=language("fr"), layout=layout)
    draft = compose_bilingual(report.view, report.report, both)
    compare(f"two_languages.en+fr.{layout}", to_text(draft, draft_mark=True), pytestconfig)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_findings_of_a_sample_are_those_approved(name: str, pytestconfig: pytest.Config) -> None:
    report = checked(shipped(name), day_of(shipped(name))).report
    lines = [
        {"check": found.check, "place": found.path.field, "row": found.path.row, "says": language()(found.message)}
        for found in report.findings
    ]
    compare(f"{name}.findings", json.dumps(lines, ensure_ascii=False, indent=1) + "\n", pytestconfig)
