"""The letter as plain text: for reading on a terminal, for comparing, for the tests."""

from collections.abc import Iterator
from dataclasses import dataclass

from mlawriter.compose.blocks import (
    Block,
    Diagram,
    Draft,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Signature,
    Table,
    Title,
)
from mlawriter.export import bidi
from mlawriter.export.wrapping import width_of, wrapped
from mlawriter.i18n.translator import Conventions
from mlawriter.i18n.typography import Punctuation

WIDTH = 100
_BETWEEN_PARTS = f"\n\n{'=' * WIDTH}\n\n"


def to_text(draft: Draft, *, draft_mark: bool = False) -> str:
    """Return all documents of a draft as plain text, 100 columns wide."""
    writer = _Writer(draft.rtl, draft.conventions)
    parts = [writer.part(part.blocks) for part in draft.parts]
    marks = [words for words in (draft.draft_mark if draft_mark else "", draft.marking) if words]
    top = [" · ".join(marks)] if marks else []
    return "\n\n".join([*top, _BETWEEN_PARTS.join(parts)]) + "\n"


def words(line: Line) -> str:
    """Return a line as plain words."""
    return "".join(span.text for span in line)


@dataclass(frozen=True)
class _Writer:
    """Writes blocks; words of the other direction are set apart."""

    rtl: bool
    conventions: Conventions

    def part(self, blocks: tuple[Block, ...]) -> str:
        return "\n\n".join(text for block in blocks if (text := "\n".join(self._block(block))))

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Title(line=line):
                yield self._words(line).upper()
            case Heading(line=line, level=level, number=number):
                mark = self.conventions.before_title(number) if number else ""
                text = mark + self._words(line)
                yield text
                yield ("=" if level == 1 else "-") * min(width_of(text), WIDTH)
            case Paragraph(line=line, number=number, bullet=bullet):
                mark = f"{number}." if number else "-" if bullet else ""
                yield from _wrapped(self._words(line), f"{mark:<4}" if mark else "")
            case Table():
                yield from self._facts(block) if block.row_heads else self._rows(block)
            case Diagram(caption=caption):
                yield from _wrapped(caption, "")
            case Signature(lines=lines, seal=seal):
                yield from (self._words(line) for line in lines)
                yield seal
            case PageBreak():
                yield "-" * WIDTH

    def _facts(self, table: Table) -> Iterator[str]:
        for head, cell in table.rows:
            first, *rest = [self._words(line) for line in cell]
            yield from _wrapped(self._words(head[0]) + self._marks.colon + first, "  ")
            for further in rest:
                yield from _wrapped(further, "    ")

    def _rows(self, table: Table) -> Iterator[str]:
        for number, row in enumerate(table.rows):
            if number:
                yield ""
            for name, cell in zip(table.header, row, strict=True):
                if cell:
                    said = self._marks.semicolon.join(self._words(line) for line in cell)
                    yield from _wrapped(self._words(name) + self._marks.colon + said, "  ")

    @property
    def _marks(self) -> Punctuation:
        return self.conventions.punctuation

    def _words(self, line: Line) -> str:
        return bidi.words(line, rtl=self.rtl)


def _wrapped(text: str, indent: str) -> list[str]:
    return wrapped(text, WIDTH, indent, " " * len(indent)) or [indent]
