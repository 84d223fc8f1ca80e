"""The page for translators is followed to the letter: a language outside CLDR, from nothing to a final letter."""

import re
import shlex
from pathlib import Path

import pytest
from cli.test_commands import run
from openpyxl import load_workbook

from mlawriter.resources import user_locales

PAGE = Path(__file__).parents[2] / "docs" / "translators.md"
BEGIN, END = "<!-- tetum: begin -->", "<!-- tetum: end -->"
SIGNS = str.maketrans({"“": "«", "”": "»"})


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user with an empty folder of data, somewhere outside the source tree."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks() -> list[tuple[str, str]]:
    """Return the blocks of the walk through, each with its kind."""
    walk = PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    return re.findall(r"```(\w+)\n(.*?)```", walk, flags=re.S)


def fill_in(file: Path) -> None:
    """Translate the table as a translator would, with words of no language."""
    book = load_workbook(file)
    for row in book.worksheets[0].iter_rows(min_row=2):
        row[5].value = f"Tetun: {row[2].value}".translate(SIGNS)
    book.save(file)


def test_a_language_outside_cldr_is_made_by_the_page_alone(at_home: Path) -> None:
    for kind, text in blocks():
        if kind == "toml":
            (user_locales() / "tet" / "locale.toml").write_text(text, encoding="utf-8")
            continue
        for command in text.strip().splitlines():
            run(*shlex.split(command)[1:])
            if " export tet " in command:
                fill_in(at_home / "tet.xlsx")
    assert (at_home / "letter.docx").stat().st_size > 10_000
    run("export", at_home / "demo" / "case_a.mlaw", "--lang", "tet", "-o", at_home / "letter.txt")
    letter = (at_home / "letter.txt").read_text(encoding="utf-8")
    assert "Tetun: " in letter
    assert "MIXED" not in letter
    assert re.search(r"\d de março de 20\d\d|\d (?:janeiro|fevereiro|março|abril) 20\d\d", letter)
