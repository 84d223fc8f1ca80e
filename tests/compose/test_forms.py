"""The papers that go with a letter: lists of questions, certificates, annex sheets, the order for translation."""

from pathlib import Path as File

import pytest
from worlds import CASES, TODAY, case_of, checked, language, sample

from mlawriter.checks.checker import Checked
from mlawriter.compose.documents import titles
from mlawriter.compose.letter import compose_checked
from mlawriter.export.text import to_text

HEARING = CASES / "mod_testimony_full.toml"


def text(report: Checked, part: str) -> str:
    draft = compose_checked(report.view, report.report, language(), parts=(part,))
    return " ".join(to_text(draft, draft_mark=False).split())


def names(report: Checked) -> set[str]:
    return {name for name, _ in titles(report.view, language())}


def scenario(file: File) -> Checked:
    case, _ = case_of(file)
    return checked(case, TODAY)


def test_the_questions_are_numbered_with_room_for_the_answers() -> None:
    said = text(scenario(HEARING), "questions")
    assert "No.: 1 Question:" in said
    assert "Answer: ____" in said


@pytest.mark.parametrize("name", ["certificate_bank.A", "video_questions.B", "annex_index", "translation_sheet"])
def test_the_sample_makes_its_papers(name: str) -> None:
    assert name in names(checked(sample()))


def test_each_annex_has_a_sheet() -> None:
    report = checked(sample())
    assert {f"annex_sheet.{number}" for number in range(1, 7)} <= names(report)
    assert "Certification" in text(report, "annex_sheet.1")
    assert "Certification" not in text(report, "annex_sheet.3")


def test_the_certificate_names_the_records_and_leaves_the_rest_to_the_keeper() -> None:
    said = text(checked(sample()), "certificate_bank.A")
    assert "Northgate Bank plc" in said
    assert "ordinary course of business" in said
    assert "____" in said


def test_the_order_for_translation_counts_words_and_asks_for_secrecy() -> None:
    said = text(checked(sample()), "translation_sheet")
    assert "Words entered by the drafter" in said
    assert "no public translation service" in said
