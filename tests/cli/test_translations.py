"""Letters in two languages and tables of texts on the command line."""

from pathlib import Path

import pytest
from cli.test_commands import run, said
from openpyxl import load_workbook

from mlawriter.app.translation_order import TRANSLATION
from mlawriter.model.values import Text
from mlawriter.resources import samples_folder
from mlawriter.storage.casefile import open_case


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.mlaw"
    run("load", samples_folder() / "case_b.json", "-o", file)
    return file


def test_a_letter_is_written_in_two_languages(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "both.txt"
    told = run("export", case, "-o", out, "--lang", "en", "--with-lang", "fr", "--draft", "--request", "r1")
    text = out.read_text(encoding="utf-8")
    assert "COMPUTER DATA" in text
    assert "INFORMATIQUES STOCKÉES" in text
    assert "of your own texts are not translated into French" in told.output


def test_a_letter_in_one_language_says_nothing_of_translations_while_nobody_said_what_one_writes_in(
    case: Path, tmp_path: Path
) -> None:
    words = ("export", case, "-o", tmp_path / "one.txt", "--lang", "fr", "--draft", "--request", "r1")
    assert "not translated" not in run(*words).output
    run("translations", case, "--written-in", "en")
    assert "not translated into French" in run(*words).output
    assert open_case(case).case.language == "en"


def test_texts_go_out_and_come_back(case: Path, tmp_path: Path) -> None:
    table = tmp_path / "texts.xlsx"
    run("translations", case, "-o", table, "--lang", "fr")
    book = load_workbook(table)
    sheet = book.worksheets[0]
    sheet.cell(2, TRANSLATION + 1).value = "un"
    book.save(table)
    told = run("translations", case, "--read", table)
    assert "1 translation taken" in told.output
    assert "have no translation" in told.output
    (made,) = open_case(case).case.translations.values()
    assert made.words == Text("un")
    run("translations", case, "-o", table, "--lang", "fr", "--open")
    assert load_workbook(table).worksheets[0].max_row == sheet.max_row - 1


def test_what_is_not_in_order_is_said_and_ends_with_findings(case: Path, tmp_path: Path) -> None:
    table = tmp_path / "texts.xlsx"
    run("translations", case, "-o", table, "--lang", "fr")
    book = load_workbook(table)
    book.worksheets[0].delete_rows(2)
    book.save(table)
    assert "Not in the table" in run("translations", case, "--read", table, ok=1).output


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("translations", "CASE"), 2, "Say what to do"),
        (("translations", "CASE", "-o", "t.xlsx"), 2, "Say into which language"),
        (("translations", "CASE", "-o", "t.csv", "--lang", "fr"), 2, "Excel or a Word file"),
        (("translations", "CASE", "-o", "t.xlsx", "--lang", "xx"), 2, "no language xx"),
        (("translations", "CASE", "--read", "none.xlsx"), 3, "There is no file none.xlsx"),
        (("translations", "CASE", "--read", "CASE"), 3, "no table of texts"),
        (("export", "CASE", "-o", "x.docx", "--lang", "en", "--with-lang", "en"), 2, "are the same"),
        (("export", "CASE", "-o", "x.docx", "--lang", "en", "--with-lang", "xx"), 2, "no language xx"),
    ],
)
def test_a_wrong_word_is_explained(words: tuple[str, ...], status: int, says: str, case: Path) -> None:
    assert says in said(run(*(case if word == "CASE" else word for word in words), ok=status))


def test_a_bundle_is_written_in_two_languages(case: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bundle"
    run("export", case, "--bundle", folder, "--lang", "en", "--with-lang", "fr", "--draft", "--request", "r1")
    assert any(".en+fr.draft" in file.name for file in folder.iterdir())
    assert '"with_language": "fr"' in (folder / "manifest.json").read_text(encoding="utf-8")
