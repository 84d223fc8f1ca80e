"""Tables of texts as Excel files: what goes out comes back, and what comes from outside does no harm."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from mlawriter.export.sheets import Sheet, SheetError, from_xlsx, to_xlsx

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=60)


def written(tmp_path: Path, *rows: tuple[str, ...]) -> Path:
    file = tmp_path / "table.xlsx"
    file.write_bytes(to_xlsx(Sheet(title="Texts", header=("id", "text"), rows=rows, widths=(10, 60))))
    return file


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_what_is_written_is_read_again(tmp_path: Path, rows: list[tuple[str, str]]) -> None:
    assert from_xlsx(written(tmp_path, *rows)).rows == (("id", "text"), *rows)


def test_words_are_never_written_as_a_formula(tmp_path: Path) -> None:
    file = written(tmp_path, ("a", '=HYPERLINK("http://x.example")'), ("b", "+1"), ("c", "-2"), ("d", "@x"))
    cells = [row[1] for row in load_workbook(file).worksheets[0].iter_rows(min_row=2)]
    assert [cell.data_type for cell in cells] == ["s"] * 4
    assert all(cell.quotePrefix for cell in cells)
    assert from_xlsx(file).rows[1][1] == '=HYPERLINK("http://x.example")'
    assert from_xlsx(file).formulas == ()


def test_a_formula_that_comes_back_is_named_and_not_taken(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["id", "text"])
    book.worksheets[0].append(["a", "=1+1"])
    file = tmp_path / "formula.xlsx"
    book.save(file)
    found = from_xlsx(file)
    assert found.formulas == ((1, 1),)
    assert found.rows == (("id", "text"), ("a", ""))


def test_signs_that_no_file_can_hold_are_left_out(tmp_path: Path) -> None:
    assert from_xlsx(written(tmp_path, ("a", "one\x00\x01two"))).rows[1] == ("a", "onetwo")


def test_a_text_that_no_cell_can_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetError):
        written(tmp_path, ("a", "x" * 32768))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 torn", b"no office file"])
def test_what_is_no_table_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.xlsx"
    file.write_bytes(content)
    with pytest.raises(SheetError) as caught:
        from_xlsx(file)
    assert "bad.xlsx" in str(caught.value.message.args["file"])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="There is no file"):
        from_xlsx(tmp_path / "none.xlsx")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("xl/worksheets/sheet1.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"),
        ("xl/worksheets/sheet1.xml", "<!DOCTYPE x><x/>".encode("utf-16")),
        ("xl/worksheets/sheet1.xml", b"<torn"),
        ("xl/worksheets/sheet1.xml", b" " * 70_000_000),
        ("xl/vbaProject.bin", b"macro"),
        ("xl/x.rels", b'<Relationship Target="http://x.example" TargetMode="External"/>'),
        ("xl/workbook.xml", b"<workbook/>"),
    ],
)
def test_a_trap_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    file = written(tmp_path, ("a", "words"))
    with zipfile.ZipFile(file) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, kept in {**parts, name: content}.items():
            archive.writestr(each, kept)
    with pytest.raises(SheetError):
        from_xlsx(file)
