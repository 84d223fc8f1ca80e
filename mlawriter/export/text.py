"""The letter as plain text: for reading on a terminal, for comparing, for the tests."""

import textwrap
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
    Span,
    SpanKind,
    Table,
    Title,
)

WIDTH = 100
_BETWEEN_PARTS = f"\n\n{'=' * WIDTH}\n\n"


def to_text(draft: Draft, *, draft_mark: bool = False) -> str:
    """Return all documents of a draft as plain text, 100 columns wide."""
    writer = _Writer(draft.rtl)
    parts = [writer.part(part.blocks) for part in draft.parts]
    marks = [words for words in (draft.draft_mark if draft_mark else "", draft.marking) if words]
    top = [" · ".join(marks)] if marks else []
    return "\n\n".join([*top, _BETWEEN_PARTS.join(parts)]) + "\n"


def words(line: Line) -> str:
    """Return a line as plain words."""
    return "".join(span.text for span in line)


@dataclass(frozen=True)
class _Writer:
    """Writes blocks; in a script from right to left, what reads left to right is set apart."""

    rtl: bool

    def part(self, blocks: tuple[Block, ...]) -> str:
        return "\n\n".join(text for block in blocks if (text := "\n".join(self._block(block))))

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Title(line=line):
                yield self._words(line).upper()
            case Heading(line=line, level=level, number=number):
                text = f"{number}. {self._words(line)}" if number else self._words(line)
                yield text
                yield ("=" if level == 1 else "-") * min(len(text), WIDTH)
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
            yield from _wrapped(f"{self._words(head[0])}: {first}", "  ")
            for further in rest:
                yield from _wrapped(further, "    ")

    def _rows(self, table: Table) -> Iterator[str]:
        for number, row in enumerate(table.rows):
            if number:
                yield ""
            for name, cell in zip(table.header, row, strict=True):
                if cell:
                    said = "; ".join(self._words(line) for line in cell)
                    yield from _wrapped(f"{self._words(name)}: {said}", "  ")

    def _words(self, line: Line) -> str:
        return "".join(self._span(span) for span in line)

    def _span(self, span: Span) -> str:
        return f"\u2066{span.text}\u2069" if self.rtl and span.kind is SpanKind.CODE else span.text


def _wrapped(text: str, indent: str) -> list[str]:
    wrapper = textwrap.TextWrapper(
        WIDTH,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapper.wrap(text) or [indent]
