"""Texts go out to a translator and come back: nothing is lost, nothing is taken without saying."""

import random
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path as File

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from worlds import TODAY, at, checked, language, sample

from mlawriter.app.resources import Resources
from mlawriter.app.translation_files import table_bytes, take_in
from mlawriter.app.translation_order import MARK, SOURCE, TRANSLATION, Order, Returned, order_of, read_order, sheet_of
from mlawriter.checks.checker import Checked
from mlawriter.checks.translations import Standing, standing
from mlawriter.export.sheets import ReadSheet, SheetError
from mlawriter.model import edits
from mlawriter.model.case import Case
from mlawriter.model.ids import FieldName
from mlawriter.model.values import Text

FACTS = at("case.facts_summary")
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30)


@lru_cache(maxsize=1)
def a_request() -> Checked:
    return checked(sample("case_b"))


def an_order(tag: str = "fr") -> Order:
    return order_of([a_request()], tag, language())


def filled(order: Order, words: Callable[[int], str]) -> list[list[str]]:
    """The rows of a table, each translated line by line."""
    rows = [list(row) for row in sheet_of(order, language()).rows]
    for number, row in enumerate(rows):
        row[TRANSLATION] = "\n".join(f"{words(number)} {line}" for line in range(row[SOURCE].count("\n") + 1))
    return rows


def read(
    order: Order, rows: list[list[str]], *, take_edited: bool = False, formulas: tuple[tuple[int, int], ...] = ()
) -> Returned:
    table = ReadSheet((sheet_of(order, language()).header, *map(tuple, rows)), formulas)
    return read_order(table, order, a_request().case.answers, take_edited=take_edited)


def taken(case: Case, found: Returned) -> Case:
    for path, words in found.taken.items():
        case = edits.translate(case, path, found.language, words)
    return case


def said(found: Returned) -> list[str]:
    return [language()(remark) for remark in found.remarks]


@settings(max_examples=20, deadline=None)
@given(words=st.lists(WORDS, min_size=3, max_size=9), seed=st.integers(0, 99))
def test_what_goes_out_comes_back_whatever_the_order(words: list[str], seed: int) -> None:
    order = an_order()
    rows = filled(order, lambda number: words[number % len(words)])
    random.Random(seed).shuffle(rows)
    found = read(order, rows)
    case = taken(a_request().case, found)
    assert found.is_whole
    assert all(standing(case, entry.path, "fr") is Standing.DONE for entry in order.entries)
    again = order_of([checked(case)], "fr", language())
    assert read(again, filled(again, lambda number: "new")).is_whole


@pytest.mark.parametrize("ending", [".xlsx", ".docx"])
def test_a_file_brings_the_same_back(tmp_path: File, ending: str) -> None:
    resources, order = Resources(), an_order("ar")
    case = taken(a_request().case, read(order, filled(order, lambda number: f"نص {number} (UNTOC)")))
    file = tmp_path / f"texts{ending}"
    file.write_bytes(table_bytes(order_of([checked(case)], "ar", language()), ending, resources, language(), TODAY))
    bare = a_request()
    back = take_in(file, [bare], language())
    assert said(back) == []
    assert taken(bare.case, back).translations == case.translations


def one(change: Callable[[list[list[str]]], object], **how: object) -> Returned:
    order = an_order()
    rows = filled(order, lambda number: f"texte {number}")
    change(rows)
    return read(order, rows, **how)  # type: ignore[arg-type]


def test_a_row_that_is_missing_is_named() -> None:
    found = one(lambda rows: rows.pop(0))
    assert [line for line in said(found) if line.startswith("Not in the table")]
    assert not found.is_whole


def test_a_row_nobody_asked_for_is_not_taken() -> None:
    found = one(lambda rows: rows.append(["case/none#1", "", "x", "y", "", ""]))
    assert "the mark “case/none#1”" in said(found)[-1]


def test_a_row_that_stands_twice_is_not_taken() -> None:
    found = one(lambda rows: rows.append(list(rows[0])))
    assert len([line for line in said(found) if "more than once" in line]) == 2
    assert len(found.taken) == len(an_order().entries) - 1


def test_a_row_without_translation_is_said_and_no_fault() -> None:
    found = one(lambda rows: [row.__setitem__(TRANSLATION, " ") for row in rows[:3]])
    assert said(found) == ["3 rows have no translation: 2-4."]
    assert found.is_whole


def test_a_changed_original_is_taken_only_if_asked_and_said_then() -> None:
    def edit(rows: list[list[str]]) -> None:
        rows[0][SOURCE] = "something else"

    assert "was changed in the table. Not taken." in said(one(edit))[0]
    both = one(edit, take_edited=True)
    assert "Taken all the same" in said(both)[0]
    assert len(both.taken) == len(an_order().entries)


def test_a_text_that_was_changed_in_the_case_is_not_taken() -> None:
    order = an_order()
    entry = order.entries[0]
    later = replace(order, entries=(replace(entry, source=("changed",)), *order.entries[1:]))
    found = read_order(
        ReadSheet((sheet_of(order, language()).header, *map(tuple, filled(order, lambda number: "t")))),
        later,
        a_request().case.answers,
    )
    assert "was changed in the case after the table was made" in said(found)[0]


def test_a_formula_is_no_translation() -> None:
    found = one(lambda rows: None, formulas=((1, TRANSLATION),))
    assert "is a formula" in said(found)[0]


def test_a_translation_with_other_paragraphs_is_taken_and_said() -> None:
    def add(rows: list[list[str]]) -> None:
        rows[0][TRANSLATION] += "\nmore"

    found = one(add)
    assert "not as many paragraphs" in said(found)[0]
    path = an_order().entries[0].path
    assert standing(taken(a_request().case, found), path, "fr") is Standing.UNEVEN


def test_tracked_changes_count_as_accepted(tmp_path: File) -> None:
    order, file = an_order(), tmp_path / "texts.docx"
    file.write_bytes(table_bytes(order, ".docx", Resources(), language(), TODAY))
    document = Document(str(file))
    cell = document.tables[0].cell(1, TRANSLATION)
    cell.text = "kept"
    run = cell.paragraphs[0].runs[0]._element
    ours = f'xmlns:w="{run.nsmap["w"]}" w:id="1" w:author="t"'
    from docx.oxml.parser import parse_xml

    run.addnext(parse_xml(f"<w:ins {ours}><w:r><w:t> new</w:t></w:r></w:ins>"))
    run.addnext(parse_xml(f"<w:del {ours}><w:r><w:delText>old</w:delText></w:r></w:del>"))
    document.save(str(file))
    found = take_in(file, [a_request()], language())
    assert found.taken[order.entries[0].path] == Text("kept new")


def test_a_formula_typed_into_the_file_is_not_taken(tmp_path: File) -> None:
    file = tmp_path / "texts.xlsx"
    file.write_bytes(table_bytes(an_order(), ".xlsx", Resources(), language(), TODAY))
    book = load_workbook(file)
    book.worksheets[0].cell(2, TRANSLATION + 1).value = "=1+1"
    book.save(file)
    found = take_in(file, [a_request()], language())
    assert found.taken == {}
    assert any("is a formula" in line for line in said(found))


@pytest.mark.parametrize("name", ["other.docx", "other.xlsx", "other.odt"])
def test_a_file_that_is_no_order_is_refused(tmp_path: File, name: str) -> None:
    file = tmp_path / name
    Document().save(str(file))
    with pytest.raises(SheetError):
        take_in(file, [a_request()], language())


def test_names_and_references_are_not_sent_to_a_translator() -> None:
    fields = {entry.path.field for entry in an_order().entries}
    assert FieldName("case.facts_summary") in fields
    assert not fields & {"person.name_family", "request.our_ref", "official.name", "account.number_iban"}


def test_two_requests_ask_for_a_shared_text_once() -> None:
    marks = [row[MARK] for row in sheet_of(order_of([a_request(), a_request()], "fr", language()), language()).rows]
    assert len(marks) == len(set(marks))
