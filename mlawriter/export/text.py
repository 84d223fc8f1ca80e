"""The letter as plain text: for reading on a terminal, for comparing, for the tests."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from mlawriter.compose.blocks import (
    Beside,
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
_GAP = 4
_COLUMN = (WIDTH - _GAP) // 2
_BETWEEN_PARTS = f"\n\n{'=' * WIDTH}\n\n"


def to_text(draft: Draft, *, draft_mark: bool = False) -> str:
    """Return all documents of a draft as plain text, 100 columns wide."""
    parts = [_Writer(draft, draft.written_in(part.language)).part(part.blocks) for part in draft.parts]
    marks = [words for words in (draft.draft_mark if draft_mark else "", draft.marking) if words]
    top = [" · ".join(marks)] if marks else []
    return "\n\n".join([*top, _BETWEEN_PARTS.join(parts)]) + "\n"


def words(line: Line) -> str:
    """Return a line as plain words."""
    return "".join(span.text for span in line)


@dataclass(frozen=True)
class _Writer:
    """Writes blocks in one language; words of the other direction are set apart."""

    draft: Draft
    conventions: Conventions
    width: int = WIDTH

    def part(self, blocks: tuple[Block, ...]) -> str:
        return "\n\n".join(text for block in blocks if (text := "\n".join(self._block(block))))

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Title(line=line):
                yield from self._wrapped(self._words(line).upper(), "")
            case Heading(line=line, level=level, number=number):
                mark = self.conventions.before_title(number) if number else ""
                text = mark + self._words(line)
                yield from self._wrapped(text, "")
                yield ("=" if level == 1 else "-") * min(width_of(text), self.width)
            case Paragraph(line=line, number=number, bullet=bullet):
                mark = f"{number}." if number else "-" if bullet else ""
                yield from self._wrapped(self._words(line), f"{mark:<4}" if mark else "")
            case Table():
                yield from self._facts(block) if block.row_heads else self._rows(block)
            case Diagram(caption=caption):
                yield from self._wrapped(caption, "")
            case Signature(lines=lines, seal=seal):
                yield from (each for line in lines for each in self._wrapped(self._words(line), ""))
                yield seal
            case PageBreak():
                yield "-" * WIDTH
            case Beside():
                yield from self._beside(block)

    def _beside(self, block: Beside) -> Iterator[str]:
        """Yield the lines of both languages in two columns, each in the direction of its own."""
        sides = [
            self._side(each, language)
            for each, language in zip((block.first, block.second), self._languages, strict=True)
        ]
        for one, other in zip_longest(*sides, fillvalue=""):
            yield (one + " " * (_COLUMN + _GAP - width_of(one)) + other).rstrip()

    def _side(self, block: Block | None, language: str) -> list[str]:
        conventions = self.draft.written_in(language)
        writer = replace(self, conventions=conventions, width=_COLUMN)
        lines = writer.part((block,)).split("\n") if block else []
        mixes = any(each.rtl for each in (self.draft.conventions, *self.draft.others.values()))
        start = bidi.RLI if conventions.rtl else bidi.LRI
        return [f"{start}{line}{bidi.PDI}" if mixes and line else line for line in lines]

    @property
    def _languages(self) -> tuple[str, str]:
        return "", next(iter(self.draft.others), "")

    def _facts(self, table: Table) -> Iterator[str]:
        for head, cell in table.rows:
            first, *rest = [self._words(line) for line in cell]
            yield from self._wrapped(" / ".join(map(self._words, head)) + self._marks.colon + first, "  ")
            for further in rest:
                yield from self._wrapped(further, "    ")

    def _rows(self, table: Table) -> Iterator[str]:
        for number, row in enumerate(table.rows):
            if number:
                yield ""
            for name, cell in zip(table.header, row, strict=True):
                if cell:
                    said = self._marks.semicolon.join(self._words(line) for line in cell)
                    yield from self._wrapped(self._words(name) + self._marks.colon + said, "  ")

    @property
    def _marks(self) -> Punctuation:
        return self.conventions.punctuation

    def _words(self, line: Line) -> str:
        return bidi.words(line, rtl=self.draft.set_in(line, self.conventions).rtl)

    def _wrapped(self, text: str, indent: str) -> list[str]:
        return wrapped(text, self.width, indent, " " * len(indent)) or [indent]
