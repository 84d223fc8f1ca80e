"""A table of texts as a Word document and back: for those who translate in a word processor."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mlawriter.compose.blocks import Draft, Line, Origin, Part, Span, Table, Title
from mlawriter.export.ooxml import W
from mlawriter.export.packages import WORD, Fault
from mlawriter.export.sheets import FAULTS, ReadSheet, Sheet, SheetError, refuse_faulty
from mlawriter.export.word import to_docx
from mlawriter.i18n.translator import Translator

if TYPE_CHECKING:
    from lxml.etree import _Element

_ORIGIN = Origin("translations")
_DELETED = frozenset({f"{{{W}}}del", f"{{{W}}}moveFrom"})


def to_docx_table(sheet: Sheet, speak: Translator, house: Path, made: date) -> bytes:
    """Return a table as the bytes of a Word document."""
    table = Table(
        header=tuple((Span(head),) for head in sheet.header),
        rows=tuple(tuple(_cell(words) for words in row) for row in sheet.rows),
        widths=sheet.widths or tuple(1 for _ in sheet.header),
        origin=_ORIGIN,
    )
    part = Part(id="translations", title=sheet.title, blocks=(Title((Span(sheet.title),), _ORIGIN), table))
    draft = Draft(
        conventions=speak.conventions,
        language=speak.language,
        rtl=speak.rtl,
        title=sheet.title,
        subject="",
        author="",
        reference="",
        marking="",
        page_of="{page} / {pages}",
        draft_mark="",
        created=made.isoformat(),
        parts=(part,),
    )
    return to_docx(draft, house=house)


def from_docx_table(file: Path) -> ReadSheet:
    """Return the first table of a Word document, with tracked changes as if they were accepted.

    Raises:
        SheetError: if it is no such file, or not a harmless one.
    """
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    refuse_faulty(file, WORD)
    try:
        body = Document(str(file)).element.body
        table = next(body.iter(f"{{{W}}}tbl"), None)
        rows = () if table is None else tuple(_rows(table))
    except (PackageNotFoundError, LookupError, ValueError, SyntaxError, AttributeError, TypeError, OSError):
        raise SheetError(FAULTS[Fault.OTHER_KIND].fill(file=file.name)) from None
    return ReadSheet(rows)


def _cell(words: str) -> tuple[Line, ...]:
    return tuple((Span(line),) for line in words.split("\n")) if words else ()


def _rows(table: "_Element") -> Iterator[tuple[str, ...]]:
    for row in table.iter(f"{{{W}}}tr"):
        yield tuple("\n".join(map(_text, cell.iter(f"{{{W}}}p"))).strip("\n") for cell in row.iter(f"{{{W}}}tc"))


def _text(paragraph: "_Element") -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: "_Element") -> Iterator[str]:
    for each in element:
        if each.tag == f"{{{W}}}t":
            yield each.text or ""
        elif each.tag == f"{{{W}}}br":
            yield "\n"
        elif each.tag == f"{{{W}}}tab":
            yield " "
        elif each.tag not in _DELETED:
            yield from _pieces(each)
