"""The letter as plain text: for reading on a terminal, for comparing, for the tests."""

import textwrap
from collections.abc import Iterator

from mlawriter.compose.blocks import Block, Draft, Heading, Line, PageBreak, Paragraph, Signature, Table, Title

WIDTH = 100


def to_text(draft: Draft) -> str:
    """Return all documents of a draft as plain text, 100 columns wide."""
    parts = [_part(part.blocks) for part in draft.parts]
    return f"\n\n{'=' * WIDTH}\n\n".join(parts) + "\n"


def _part(blocks: tuple[Block, ...]) -> str:
    return "\n\n".join(text for block in blocks if (text := "\n".join(_block(block))))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Title(line=line):
            yield words(line).upper()
        case Heading(line=line, level=level, number=number):
            text = f"{number}. {words(line)}" if number else words(line)
            yield text
            yield ("=" if level == 1 else "-") * min(len(text), WIDTH)
        case Paragraph(line=line, number=number, bullet=bullet):
            mark = f"{number}." if number else "-" if bullet else ""
            yield from _wrapped(words(line), f"{mark:<4}" if mark else "")
        case Table():
            yield from _table(block)
        case Signature(lines=lines, seal=seal):
            yield from (words(line) for line in lines)
            yield seal
        case PageBreak():
            yield "-" * WIDTH


def _table(table: Table) -> Iterator[str]:
    if table.row_heads:
        for head, cell in table.rows:
            first, *rest = [words(line) for line in cell]
            yield from _wrapped(f"{words(head[0])}: {first}", "  ")
            for further in rest:
                yield from _wrapped(further, "    ")
        return
    for row in table.rows:
        for name, cell in zip(table.header, row, strict=True):
            if cell:
                yield from _wrapped(f"{words(name)}: {'; '.join(words(line) for line in cell)}", "  ")
        yield ""


def _wrapped(text: str, indent: str) -> list[str]:
    blank = " " * len(indent)
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=blank, break_long_words=False) or [
        indent
    ]


def words(line: Line) -> str:
    """Return a line as plain words."""
    return "".join(span.text for span in line)
