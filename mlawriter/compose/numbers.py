"""Numbering of a letter: paragraphs through the whole of it, sections, and where each answer stands."""

from collections import Counter
from dataclasses import dataclass, field

from mlawriter.compose.blocks import Block, Heading, Paragraph, SpanKind, lines_of
from mlawriter.model.case import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands: the number of a paragraph, or of a section (0 before the first)."""

    number: int
    is_section: bool


@dataclass
class Numbers:
    """Counts while a letter is composed, hence mutable."""

    _paragraphs: int = 0
    _sections: int = 0
    _paragraph: int = 0
    _section: int = 0
    _places: dict[Path, Place] = field(default_factory=dict)
    _rows: dict[str, Counter[int]] = field(default_factory=dict)

    def paragraph(self) -> int:
        """Return the number of the next paragraph."""
        self._paragraphs += 1
        return self._paragraphs

    def section(self) -> int:
        """Return the number of the next section."""
        self._sections += 1
        return self._sections

    def note(self, block: Block) -> None:
        """Remember which answers stand in a block; the blocks of a letter are noted in order."""
        place = self._place_of(block)
        for line in lines_of(block):
            for span in line:
                if span.path and span.kind is not SpanKind.GAP:
                    self._note(span.path, place)

    def _place_of(self, block: Block) -> Place:
        match block:
            case Heading(number=int(number)):
                self._section = number
            case Paragraph(number=int(number)):
                self._paragraph = number
                return Place(number, is_section=False)
            case Paragraph(bullet=True):
                return Place(self._paragraph, is_section=False)
        return Place(self._section, is_section=True)

    def _note(self, path: Path, place: Place) -> None:
        old = self._places.get(path)
        if old is None or old.is_section:
            self._places[path] = place
        if path.row is not None:
            self._rows.setdefault(path.field.partition(".")[0], Counter())[self._section] += 1

    def place(self, path: Path) -> Place | None:
        """Return the first paragraph in which an answer stands, else the last section that shows it in a table."""
        return self._places.get(path)

    def place_of_rows(self, record: str) -> Place | None:
        """Return the section that says most about the rows of a record."""
        found = self._rows.get(record)
        return Place(found.most_common(1)[0][0], is_section=True) if found else None
