"""An Arabic letter on paper: lines and tables read from right to left, references and articles from left to right."""

import html
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from mlawriter.resources import samples_folder

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" [^>]*>(.*?)</word>')
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ARABIC = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the page and where it begins: from the left, from the top."""

    text: str
    x: float
    y: float

    def is_beside(self, other: "Word") -> bool:
        return abs(self.y - other.y) < 6


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> list[Word]:
    """The words of the first page of the request, as an office program prints it."""
    from click.testing import CliRunner

    from mlawriter.cli.main import program

    folder = tmp_path_factory.mktemp("arabic")
    case, letter = folder / "a.mlaw", folder / "a.docx"
    CliRunner().invoke(program, ["load", str(samples_folder() / "case_a.json"), "-o", str(case)])
    done = CliRunner().invoke(program, ["export", str(case), "--lang", "ar", "-o", str(letter)])
    assert done.exit_code == 0, done.output
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(letter)]
    subprocess.run(convert, check=True, capture_output=True, env={**os.environ, "HOME": str(folder)})
    number = next(number for number in range(2, 5) if any("18(15)" in word.text for word in _words(folder, number)))
    return _words(folder, number)


def _words(folder: Path, page: int) -> list[Word]:
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(folder / "a.pdf"), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return [
        Word(_MARKS.sub("", html.unescape(text)), float(x), float(y)) for x, y, text in _WORD.findall(printed) if text
    ]


def the(page: list[Word], text: str) -> Word:
    return next(word for word in page if word.text == text)


def test_references_addresses_and_articles_read_from_left_to_right(page: list[Word]) -> None:
    printed = {word.text for word in page}
    assert {"MLA/2026/0117", "KO-2025-884", "18(3)(a)", "18(15)", "lena.farrow@pg.example", "UTC+01:00"} <= printed


def test_a_list_of_articles_runs_from_right_to_left(page: list[Word]) -> None:
    articles = [the(page, text) for text in ("18(1)", "18(3)(a)", "18(3)(f)", "18(8)", "18(14)")]
    assert all(one.is_beside(other) for one, other in pairwise(articles))
    assert all(one.x > other.x for one, other in pairwise(articles))


def test_the_first_column_of_a_table_stands_on_the_right(page: list[Word]) -> None:
    reference = next(word for word in page if word.text == "MLA/2026/0117" and word.y > 100)
    beside = [word for word in page if word.is_beside(reference) and _ARABIC.search(word.text)]
    assert beside
    assert all(word.x > reference.x for word in beside)


def test_a_date_has_its_day_on_the_right(page: list[Word]) -> None:
    year = next(word for word in page if word.text == "2026" and word.y > 100)
    day = next(word for word in page if word.text == "2" and word.is_beside(year))
    assert day.x > year.x
