"""A table of texts as an Excel file (.xlsx) and back. Words only: nothing is ever written or taken as a formula."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from mlawriter.export.ooxml import without_controls
from mlawriter.export.packages import SHEETS, Fault, fault_of
from mlawriter.i18n.message import Message

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FAULTS = {
    Fault.NOT_THERE: Message("There is no file {file}. Check the name."),
    Fault.OTHER_KIND: Message("The file {file} is no table that can be read. Save it again as .xlsx or .docx."),
    Fault.TOO_LARGE: Message("The file {file} is too large. It should hold the table only."),
    Fault.MACROS: Message("The file {file} contains macros or embedded programs. Save a copy without them."),
    Fault.NOT_PLAIN: Message("The file {file} is not a plain document. Save it again in your office program."),
    Fault.LINKED: Message("The file {file} draws on files outside itself. Save a copy without links."),
}
_LONGEST = 32767
"""The characters that a cell of Excel has room for."""
_DAMAGED = (LookupError, ValueError, TypeError, AttributeError, SyntaxError, ArithmeticError, OSError, BadZipFile)
"""What reading a damaged file ends in."""
_MOST_ROWS, _MOST_COLUMNS = 50_000, 50


class SheetError(Exception):
    """A table cannot be read; `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table to be: its title, the heads of its columns and how wide they are (in letters), its rows.

    `open_columns` are those (from 0) that are to be filled in; `rtl` turns the sheet round.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    open_columns: frozenset[int] = frozenset()
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A table that was read: its rows with the header first, and the cells (row, column from 0) that held formulas.

    Such a cell is empty here.
    """

    rows: tuple[tuple[str, ...], ...]
    formulas: tuple[tuple[int, int], ...] = ()


def to_xlsx(sheet: Sheet) -> bytes:
    """Return a table as the bytes of an Excel file.

    Raises:
        SheetError: if a text is longer than a cell can hold.
    """
    from openpyxl import Workbook

    book = Workbook()
    page = book.worksheets[0]
    page.title = "".join(sign for sign in without_controls(sheet.title) if sign not in "[]:*?/\\'")[:31] or "1"
    page.sheet_view.rightToLeft = sheet.rtl
    page.freeze_panes = "A2"
    for number, cells in enumerate((sheet.header, *sheet.rows), start=1):
        _write(page, number, cells, sheet)
    for number, width in enumerate(sheet.widths):
        page.column_dimensions[_letter(number)].width = width
    book.properties.creator = "mlawriter"
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def from_xlsx(file: Path) -> ReadSheet:
    """Return the table on the first sheet of an Excel file; empty rows at the end are left out.

    Raises:
        SheetError: if it is no such file, or not a harmless one.
    """
    from openpyxl import load_workbook

    refuse_faulty(file, SHEETS)
    try:
        book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
        try:
            return _read(book.worksheets[0], file)
        finally:
            book.close()
    except _DAMAGED as error:
        raise SheetError(FAULTS[Fault.OTHER_KIND].fill(file=file.name)) from error


def refuse_faulty(file: Path, main: str) -> None:
    """Refuse a file from outside that is no plain office file.

    Raises:
        SheetError: with one sentence for the user.
    """
    fault = fault_of(file, main)
    if fault is not None:
        raise SheetError(FAULTS[fault].fill(file=file.name))


def _write(page: "Worksheet", number: int, cells: Sequence[str], sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, Protection

    for place, words in enumerate(cells):
        text = without_controls(words)
        if len(text) > _LONGEST:
            raise SheetError(
                Message("A text of {n} characters is too long for a cell of Excel. Use .docx.").fill(n=len(text))
            )
        cell = page.cell(number, place + 1)
        cell.value = text or None
        cell.data_type = "s" if text else "n"
        cell.number_format = "@"
        cell.quotePrefix = text[:1] in tuple("=+-@")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.protection = Protection(locked=place not in sheet.open_columns)
        if number == 1:
            cell.font = Font(bold=True)


def _read(page: "Worksheet", file: Path) -> ReadSheet:
    rows: list[tuple[str, ...]] = []
    formulas: list[tuple[int, int]] = []
    for number, cells in enumerate(page.iter_rows(max_col=_MOST_COLUMNS)):
        if number >= _MOST_ROWS:
            raise SheetError(FAULTS[Fault.TOO_LARGE].fill(file=file.name))
        formulas.extend((number, place) for place, cell in enumerate(cells) if cell.data_type == "f")
        rows.append(tuple("" if cell.data_type == "f" else _words(cell.value) for cell in cells))
    return ReadSheet(tuple(_trimmed(rows)), tuple(formulas))


def _words(value: object) -> str:
    return "" if value is None else str(value).replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")


def _trimmed(rows: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    last = max((number for number, row in enumerate(rows) if any(row)), default=-1)
    width = max((place + 1 for row in rows for place, words in enumerate(row) if words), default=0)
    for row in rows[: last + 1]:
        yield (*row, *("",) * (width - len(row)))[:width]


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number + 1))
