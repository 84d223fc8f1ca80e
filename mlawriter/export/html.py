"""The letter as one HTML page of its own, for reading in a browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

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
    SpanKind,
    Table,
    Title,
)
from mlawriter.export import bidi
from mlawriter.export.drawing import svg_source
from mlawriter.export.escaping import escape
from mlawriter.i18n.translator import Conventions

_STYLE = """
body { font-family: "Liberation Serif", "Times New Roman", serif; font-size: 11pt; line-height: 130%;
  max-width: 44em; margin: 12px auto; padding: 0 12px; }
h1 { font-size: 15pt; } h2 { font-size: 12pt; } h3 { font-size: 11pt; }
td, th { border: 1px solid #888888; padding: 3px 6px; vertical-align: top; }
table { border-collapse: collapse; width: 100%; margin-bottom: 8px; }
.gap { font-weight: bold; border: 1px solid; }
.both { table-layout: fixed; } .both > tbody > tr > td { border: none; padding: 0 8px; width: 50%; }
.mark { letter-spacing: 2px; }
@media print { .signature, tr { break-inside: avoid; } h1, h2, h3 { break-after: avoid; } hr { break-after: page; } }
"""
_PICTURE_WIDTH = 440.0
"""Width of a diagram in points."""


def to_html(draft: Draft, *, draft_mark: bool = False) -> str:
    """Return a draft as one self-contained page."""
    writers = {each: _Writer(draft, draft.written_in(each)) for each in ("", *draft.others)}
    body = "<hr>".join(_in_language(writers[part.language], part.blocks, draft) for part in draft.parts)
    mark = f'<p class="mark"><b>{escape(draft.draft_mark)}</b></p>' if draft_mark else ""
    top = " · ".join(escape(words) for words in (draft.reference, draft.marking) if words)
    direction = "rtl" if draft.rtl else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(draft.language)}" dir="{direction}"><head><meta charset="utf-8">'
        f"<title>{escape(draft.title)}</title><style>{_STYLE}</style></head>"
        f'<body dir="{direction}">{mark}<p>{top}</p>{body}</body></html>\n'
    )


def _in_language(writer: "_Writer", blocks: tuple[Block, ...], draft: Draft) -> str:
    written = writer.part(blocks)
    return written if writer.conventions is draft.conventions else f"<div{writer.attributes}>{written}</div>"


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes blocks in one language."""

    draft: Draft
    conventions: Conventions

    @property
    def attributes(self) -> str:
        """The language and direction of an element that holds blocks of this one."""
        return f' lang="{escape(self.conventions.tag)}" dir="{"rtl" if self.rtl else "ltr"}"'

    @property
    def rtl(self) -> bool:
        """Say whether the language runs from right to left."""
        return self.conventions.rtl

    @property
    def _side(self) -> str:
        return "right" if self.rtl else "left"

    def part(self, blocks: tuple[Block, ...]) -> str:
        """Return some blocks."""
        pieces: list[str] = []
        for around, run in groupby(blocks, key=_around):
            inner = "".join(piece for block in run for piece in self._block(block))
            pieces.append(around.format(inner))
        return "".join(pieces)

    def _beside(self, block: Beside) -> Iterator[str]:
        yield "<tr>"
        for each, language in ((block.first, ""), (block.second, next(iter(self.draft.others), ""))):
            writer = _Writer(self.draft, self.draft.written_in(language))
            yield f"<td{writer.attributes}>{writer.part((each,)) if each else ''}</td>"
        yield "</tr>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Title(line=line):
                yield f"<h1>{self.line(line)}</h1>"
            case Heading(line=line, level=level, number=number):
                mark = self.conventions.before_title(number) if number else ""
                yield f"<h{level + 1}>{mark}{self.line(line)}</h{level + 1}>"
            case Paragraph(line=line, bullet=True):
                yield f"<li>{self.line(line)}</li>"
            case Paragraph(line=line, number=number):
                mark = f"{number}. " if number else ""
                yield f"<p>{mark}{self.line(line)}</p>"
            case Table():
                yield from self._table(block)
            case Diagram(caption=caption):
                source = svg_source(block, _PICTURE_WIDTH, rtl=self.rtl)
                yield f'<p><img alt="{escape(caption)}" title="{escape(caption)}" src="{source}"></p>'
            case Signature(lines=lines, seal=seal):
                inner = "<br>".join([*(self.line(line) for line in lines), escape(seal)])
                yield f'<p class="signature">{inner}</p>'
            case PageBreak():
                yield "<hr>"
            case Beside():
                yield from self._beside(block)

    def _table(self, table: Table) -> Iterator[str]:
        whole = sum(table.widths)
        widths = [f' width="{100 * width // whole}%"' for width in table.widths]
        yield '<table width="100%" cellspacing="0">'
        if table.header:
            heads = zip(table.header, widths, strict=True)
            cells = "".join(
                f'<th scope="col" align="{self._side}"{width}>{self.line(line)}</th>' for line, width in heads
            )
            yield f"<thead><tr>{cells}</tr></thead>"
        for row in table.rows:
            yield "<tr>"
            for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
                head = f' scope="row" align="{self._side}"'
                tag, scope = ("th", head) if table.row_heads and number == 0 else ("td", "")
                yield f"<{tag}{scope}{width}>{self._cell(cell)}</{tag}>"
            yield "</tr>"
        yield "</table>"

    def _cell(self, cell: tuple[Line, ...]) -> str:
        if not self.draft.others:
            return "<br>".join(self.line(line) for line in cell)
        written = ((_Writer(self.draft, self.draft.set_in(line, self.conventions)), line) for line in cell)
        return "".join(f"<div{writer.attributes}>{writer.line(line)}</div>" for writer, line in written)

    def line(self, line: Line) -> str:
        """Return a line of words in the direction of the language."""
        return "".join(self._run(run) for run in bidi.runs(line, rtl=self.rtl))

    def _run(self, run: bidi.Run) -> str:
        text = escape(run.text)
        if run.span.kind in {SpanKind.GAP, SpanKind.MARK} and run.text != " ":
            text = f'<span class="gap">{text}</span>'
        elif run.span.kind is SpanKind.CODE and not run.rtl:
            text = f'<span dir="ltr">{text}</span>'
        own = self.draft.written_in(run.span.language)
        return text if own.tag == self.conventions.tag else f'<span lang="{escape(own.tag)}">{text}</span>'


def _around(block: Block) -> str:
    """Return what a run of blocks of one sort stands in."""
    if isinstance(block, Beside):
        return '<table class="both">{}</table>'
    return "<ul>{}</ul>" if isinstance(block, Paragraph) and block.bullet else "{}"
