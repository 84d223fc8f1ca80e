"""A letter in Arabic is read from right to left: in its XML, and as an office program prints it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from export.ooxml_lint import lint
from export.script_lint import faults_of_direction
from lxml import etree
from openxml_audit import OpenXmlValidator
from worlds import checked, language, sample

from mlawriter.compose.blocks import Draft
from mlawriter.compose.letter import compose_checked
from mlawriter.export.word import to_docx
from mlawriter.resources import templates_folder

HOUSE = templates_folder() / "word" / "house.docx"
MARKS = re.compile("[\u2066-\u2069]")

Word = tuple[float, float, str]
"""Where a word begins from the left and from the top of its page, and its letters."""


@pytest.fixture(scope="module")
def draft() -> Draft:
    report = checked(sample())
    return compose_checked(report.view, report.report, language("ar"))


@pytest.fixture(scope="module")
def letter(draft: Draft, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("arabic") / "letter.docx"
    file.write_bytes(to_docx(draft, house=HOUSE))
    return file


def test_every_part_of_the_file_says_its_direction_and_language(letter: Path) -> None:
    assert faults_of_direction(letter.read_bytes(), "ar-SA") == []


def test_the_file_is_valid(letter: Path) -> None:
    assert lint(letter.read_bytes()) == []
    assert OpenXmlValidator().validate(letter).is_valid


def test_on_a_letterhead_our_styles_run_from_right_to_left_and_its_own_stay(draft: Draft, tmp_path: Path) -> None:
    Document().save(str(tmp_path / "base.docx"))
    content = to_docx(draft, house=HOUSE, base=tmp_path / "base.docx")
    faults = faults_of_direction(content, "ar-SA")
    assert faults
    assert all(re.match("the style (?!MLA)", fault) for fault in faults), faults
    (tmp_path / "base.docx").write_bytes(content)
    assert OpenXmlValidator().validate(tmp_path / "base.docx").is_valid


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (libreoffice-writer-nogui)")
def test_lines_and_tables_are_printed_in_the_order_they_are_read_in(letter: Path) -> None:
    words = _printed(letter)
    assert {"MLA/2026/0117", "KO-2025-884", "18(15)(a)"} <= {word for _, _, word in words}
    assert _is_left_of("0101", "+00", words) is False, "a telephone number is read from left to right"
    assert _is_left_of("NGBK", "XB24", words) is False, "an account number is read from left to right"
    for mark in ("O1", "O2"):
        assert _rightmost(mark, words) > 500, "the first column of a table stands on the right"


def _printed(letter: Path) -> list[Word]:
    folder = letter.parent
    home = {**os.environ, "HOME": str(folder)}
    profile = f"-env:UserInstallation=file://{folder}/profile"
    to_pdf = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(letter)]
    subprocess.run(to_pdf, check=True, capture_output=True, env=home)
    pages = ["pdftotext", "-bbox", str(letter.with_suffix(".pdf")), str(letter.with_suffix(".html"))]
    subprocess.run(pages, check=True, capture_output=True)
    tree = etree.parse(letter.with_suffix(".html"), etree.HTMLParser())
    found = tree.getroot().iter("word")
    return [(float(each.get("xmin", 0)), float(each.get("ymin", 0)), MARKS.sub("", str(each.text))) for each in found]


def _is_left_of(one: str, other: str, words: list[Word]) -> bool:
    """Say whether the first line that holds both words has one left of the other."""
    lines = [(x, y, word) for x, y, word in words if other in word]
    return any(x < right for x, y, word in words if one in word for right, top, _ in lines[:1] if abs(y - top) < 2)


def _rightmost(word: str, words: list[Word]) -> float:
    return max(x for x, _, each in words if each == word)
