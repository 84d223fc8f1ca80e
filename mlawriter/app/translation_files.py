"""Tables of texts to translate as files: Excel or Word, by the end of the name."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path as File

from mlawriter.app.resources import Resources
from mlawriter.app.translation_order import NO_ORDER, Order, Returned, language_of, order_of, read_order, sheet_of
from mlawriter.checks.checker import Checked
from mlawriter.export.sheets import ReadSheet, SheetError, from_xlsx, to_xlsx
from mlawriter.i18n.translator import Translator

EXCEL, WORD = ".xlsx", ".docx"


def table_bytes(
    order: Order, ending: str, resources: Resources, say: Translator, today: date, *, open_only: bool = False
) -> bytes:
    """Return an order as the bytes of a file, Excel or Word.

    Raises:
        SheetError: if a text is too long for Excel.
    """
    sheet = sheet_of(order, say, open_only=open_only)
    if ending == EXCEL:
        return to_xlsx(sheet)
    from mlawriter.export.table_docx import to_docx_table

    return to_docx_table(sheet, say, resources.house_style, today)


def take_in(file: File, requests: Sequence[Checked], say: Translator, *, take_edited: bool = False) -> Returned:
    """Return what a table that came back says of some requests of a case.

    Raises:
        SheetError: if it cannot be read, or is none of ours.
    """
    sheet = _read(file)
    order = order_of(requests, language_of(sheet, file.name), say)
    return read_order(sheet, order, requests[0].case.answers, take_edited=take_edited)


def _read(file: File) -> ReadSheet:
    if file.suffix.lower() == EXCEL:
        return from_xlsx(file)
    if file.suffix.lower() == WORD:
        from mlawriter.export.table_docx import from_docx_table

        return from_docx_table(file)
    raise SheetError(NO_ORDER.fill(file=file.name))
