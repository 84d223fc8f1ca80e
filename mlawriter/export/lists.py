"""The lists of a Word document: how paragraphs, points and sections are numbered in each language of a letter."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mlawriter.compose.blocks import Draft
from mlawriter.export import ooxml
from mlawriter.i18n.translator import Conventions
from mlawriter.i18n.typography import Counting, before_title

if TYPE_CHECKING:
    from docx.document import Document

_COUNTS = {
    Counting.DECIMAL: "decimal",
    Counting.ROMAN: "upperRoman",
    Counting.CHINESE: "chineseCountingThousand",
    Counting.ABJAD: "arabicAbjad",
    Counting.RUSSIAN: "russianUpper",
}


def add(document: "Document", draft: Draft) -> None:
    """Define the lists of a letter: those of its language, and of the second one if there is one."""
    from docx.oxml.parser import parse_xml

    root = document.part.numbering_part.element
    wanted = [
        (kind + (ooxml.OF_SECOND if number else 0), level)
        for number, conventions in enumerate((draft.conventions, *draft.others.values()))
        for kind, level in _lists(conventions)
    ]
    first = next((each for each in root if each.tag == f"{{{ooxml.W}}}num"), None)
    for number, level in wanted:
        abstract, _ = ooxml.numbering(number, level)
        if first is None:
            root.append(parse_xml(abstract))
        else:
            first.addprevious(parse_xml(abstract))
    for number, level in wanted:
        root.append(parse_xml(ooxml.numbering(number, level)[1]))


def _lists(conventions: Conventions) -> Iterator[tuple[int, ooxml.Level]]:
    symbol = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/>'
    direction = ooxml.RTL if conventions.rtl else ""
    yield ooxml.NUMBERED, ooxml.Level("decimal", "%1.", 567, direction)
    yield ooxml.BULLETS, ooxml.Level("bullet", "\uf0b7", 907, symbol)
    yield ooxml.SECTIONS, _of_sections(conventions, direction)


def _of_sections(conventions: Conventions, direction: str) -> ooxml.Level:
    """Return how the sections count: as `Conventions.before_title` does, which other forms of the letter print."""
    counts = conventions.section_numbers
    text = before_title("%1", counts)
    return ooxml.Level(_COUNTS[counts], text.rstrip(), 567 if text.endswith(" ") else 0, direction)
