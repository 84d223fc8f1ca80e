"""Translations as a table and terms as TBX: out, in, and a sentence for each row that is wrong."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mlawriter.app import exchange
from mlawriter.app.lines import Line
from mlawriter.app.proofs.fault import Written
from mlawriter.app.proofs.terms import read_terms
from mlawriter.export.sheets import ReadSheet, from_xlsx, to_xlsx
from mlawriter.export.tbx import Concept, TbxError, from_tbx, to_tbx
from mlawriter.i18n.po import Entry
from mlawriter.resources import locales_folder

LINES = (
    Line(
        domain="document", entry=Entry(context="clause a b", source=("From {start}.",), notes=("N", "Example: From 1."))
    ),
    Line(domain="ui", entry=Entry(source=("{n} day", "{n} days"), target=("{n} Tag", "{n} Tage"))),
    Line(domain="ui", entry=Entry(source=("Open",), target=("Auf",), flags=frozenset({"fuzzy"}))),
)
GERMAN = Written(tag="de", quotes=("„", "“"))
FROM, DAYS, OPEN = (line.id for line in LINES)
Rows = list[list[str]]


def rows() -> Rows:
    return [list(row) for row in exchange.table(LINES, "de", 2).rows]


def taken(those: Rows, formulas: tuple[tuple[int, int], ...] = ()) -> exchange.Taken:
    header = exchange.table((), "de", 2).header
    sheet = ReadSheet((header, *(tuple(row) for row in those)), formulas)
    return exchange.taken(sheet, LINES, GERMAN, 2)


def test_a_table_holds_what_a_translator_needs() -> None:
    assert rows() == [
        [FROM, "clause a b", "From {start}.", "N", "From 1.", "", "open"],
        [f"{DAYS}/0", "", "{n} day", "", "", "{n} Tag", "done"],
        [f"{DAYS}/1", "", "{n} days", "", "", "{n} Tage", "done"],
        [OPEN, "", "Open", "", "", "Auf", "check"],
    ]


def test_a_table_comes_back_through_a_file(tmp_path: Path) -> None:
    file = tmp_path / "de.xlsx"
    file.write_bytes(to_xlsx(exchange.table(LINES, "de", 2)))
    back = exchange.taken(from_xlsx(file), LINES, GERMAN, 2)
    assert back.problems == ()
    assert [entry.target for entry in back.entries["ui"]] == [("{n} Tag", "{n} Tage"), ("Auf",)]


def test_a_translation_is_taken_and_a_status_of_check_makes_it_fuzzy() -> None:
    those = rows()
    those[0][5:] = ["Ab {start}.", "check"]
    (entry,) = taken(those).entries["document"]
    assert (entry.target, entry.fuzzy) == (("Ab {start}.",), True)


def changed(row: int, column: int, words: str) -> Callable[[Rows], Rows]:
    def change(those: Rows) -> Rows:
        those[row][column] = words
        return those

    return change


WRONG = {
    "an unknown id": (changed(0, 0, "d-00000000"), "Row 2: there is no message d-00000000"),
    "no id": (changed(0, 0, ""), "Row 2: there is no message –"),
    "another English text": (changed(0, 2, "Until {start}."), "Row 2: the English text is not that"),
    "an unknown status": (changed(0, 6, "ready"), "Row 2: “ready” is no status"),
    "a missing form": (changed(1, 5, ""), f"Row 3: message {DAYS} needs 2 forms; 1 are filled"),
    "a lost placeholder": (changed(0, 5, "Ab heute."), "Row 2: placeholders: – instead of {start}"),
    "the same message twice": (
        lambda those: [*those, those[3]],
        f"Row 6: the message {OPEN} stands in the table twice",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_row_is_said_and_the_others_are_taken(name: str, german: Callable[[object], str]) -> None:
    change, says = WRONG[name]
    result = taken(change(rows()))
    assert len(result.problems) == 1
    assert german(result.problems[0]).startswith(says)
    assert result.count >= 1


@pytest.fixture
def german() -> Callable[[object], str]:
    from mlawriter.i18n.languages import without_catalogues

    return without_catalogues()  # type: ignore[return-value]


def test_a_formula_is_never_taken() -> None:
    assert [problem.text for problem in taken(rows(), ((4, 5),)).problems] == [exchange.FORMULA.text]


def test_another_table_is_refused() -> None:
    assert exchange.taken(ReadSheet((("A", "B"),)), LINES, GERMAN, 2).problems[0].text == exchange.NO_TABLE.text


CONCEPTS = (
    Concept(id="c1", terms={"en": ("oath", "affirmation"), "de": ("Eid",)}, source="UNTOC", note="a < b & c"),
    Concept(id="c2", terms={"en": ("seal",), "de": ()}),
)


def test_a_glossary_goes_out_and_comes_back() -> None:
    (first, second) = from_tbx(to_tbx(CONCEPTS).encode())
    assert (first.id, first.terms, first.note) == ("c1", CONCEPTS[0].terms, "a < b & c")
    assert second.terms == {"en": ("seal",)}


def test_terms_taken_from_a_glossary_are_looked_for(tmp_path: Path) -> None:
    text, count, problems = exchange.glossary(CONCEPTS, "de")
    (tmp_path / "glossary.csv").write_text(text, encoding="utf-8")
    assert (count, [problem.text for problem in problems]) == (1, [exchange.NO_TERM.text])
    assert read_terms([tmp_path / "glossary.csv"], "de") == {"oath": ("Eid",), "affirmation": ("Eid",)}


def test_a_concept_without_english_is_left_out() -> None:
    _, count, problems = exchange.glossary((replace(CONCEPTS[0], terms={"de": ("Eid",)}),), "de")
    assert (count, problems[0].text) == (0, exchange.NO_ENGLISH.text)


def test_the_glossary_that_ships_goes_out_in_every_language() -> None:
    files = exchange.glossary_files(Path("none"), locales_folder(), "ar")
    found = exchange.concepts(files, "ar")
    assert len(found) > 250
    assert len(from_tbx(to_tbx(found).encode())) == len(found)


@pytest.mark.parametrize("content", [b"<html/>", b"<tbx>", b"\xff\xfe<\0", b'<!DOCTYPE x [<!ENTITY a "b">]><tbx/>'])
def test_what_is_no_tbx_is_refused(content: bytes) -> None:
    with pytest.raises(TbxError, match="no TBX file"):
        from_tbx(content)


def test_the_former_version_of_tbx_is_read() -> None:
    old = (
        b'<martif type="TBX"><text><body><termEntry id="a">'
        b'<langSet xml:lang="en"><tig><term>oath</term></tig></langSet>'
        b'<langSet xml:lang="pt-BR"><tig><term>juramento</term></tig></langSet></termEntry></body></text></martif>'
    )
    assert exchange.glossary(from_tbx(old), "pt")[1] == 1
