"""Numbering of a letter: paragraphs through the whole of it, sections, and where each answer stands."""

from dataclasses import dataclass, field

from mlawriter.compose.blocks import Block, Paragraph, lines_of
from mlawriter.model.case import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands: the number of a paragraph, or of a section."""

    number: int
    is_section: bool


@dataclass
class Numbers:
    """Counts while a letter is composed, hence mutable."""

    _paragraphs: int = 0
    _sections: int = 0
    _places: dict[Path, Place] = field(default_factory=dict)
    _lists: dict[str, Place] = field(default_factory=dict)

    def paragraph(self) -> int:
        """Return the number of the next paragraph."""
        self._paragraphs += 1
        return self._paragraphs

    def section(self) -> int:
        """Return the number of the next section."""
        self._sections += 1
        return self._sections

    def note(self, block: Block) -> None:
        """Remember which answers stand in a block; paragraphs win over tables and summaries."""
        is_numbered = isinstance(block, Paragraph) and block.number is not None
        number = block.number if isinstance(block, Paragraph) and block.number else self._sections
        place = Place(number, is_section=not is_numbered)
        for path in (span.path for line in lines_of(block) for span in line if span.path):
            old = self._places.get(path)
            if old is None or (old.is_section and is_numbered) or (old.is_section and old.number < 3 < place.number):
                self._places[path] = place
            if path.row is not None:
                self._lists[path.field.partition(".")[0]] = Place(self._sections, is_section=True)

    def place(self, path: Path) -> Place | None:
        """Return where an answer stands, or the section that holds the rows of a list."""
        if path in self._places:
            return self._places[path]
        singular = {"persons": "person", "entities": "entity", "items": "item", "offences": "offence"}
        return (
            self._lists.get(singular.get(path.field, path.field.partition(".")[0])) if "." not in path.field else None
        )
