"""From clauses to blocks: one document of a request, in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from mlawriter.checks.report import Report
from mlawriter.checks.rows import Placed
from mlawriter.checks.units import View
from mlawriter.compose.blocks import (
    Block,
    Heading,
    Line,
    Origin,
    PageBreak,
    Paragraph,
    Part,
    Signature,
    Span,
    SpanKind,
    Table,
    Title,
)
from mlawriter.compose.compliance import Compliance
from mlawriter.compose.diagrams import Diagrams
from mlawriter.compose.documents import Copy, title
from mlawriter.compose.filled import Filled
from mlawriter.compose.filling import Filler
from mlawriter.compose.listed import listed
from mlawriter.compose.numbers import Numbers
from mlawriter.compose.translation import word_table
from mlawriter.compose.undertakings import Promises
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Clause, ClauseBlock, Column, Document
from mlawriter.knowledge.index import ITEMS
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, RowId
from mlawriter.model.values import Ref, Refs

ITEM_HEADING = Message("{letter}. {title}", domain="document")
ITEM_COMMON = "item_common"
_HEAD_AND_CELL = (1, 3)


@dataclass(frozen=True)
class Composer:
    """Composes one document of a request; `numbers` runs on from the documents before, whose parts are `before`."""

    copy: Copy
    filler: Filler
    report: Report
    numbers: Numbers
    before: tuple[Part, ...] = ()

    @property
    def document(self) -> Document:
        """What the knowledge says of the document."""
        return self.copy.document

    @property
    def _view(self) -> View:
        return self.filler.view

    @property
    def _speak(self) -> Translator:
        return self.filler.speak

    def part(self) -> Part:
        """Return the document."""
        line = title(self.copy, self.filler)
        blocks: list[Block] = [Title(line, Origin(self.document.id))]
        for clause_id in self.document.clauses:
            for block in self._clause(self._view.index.knowledge.clauses[clause_id], self.copy.placed):
                if self.document.numbered:
                    self.numbers.note(block)
                blocks.append(block)
        words = "".join(span.text for span in line)
        return Part(id=self.copy.id, title=words, blocks=tuple(blocks), separate=self.document.separate)

    def _clause(self, clause: Clause, row: Placed | None = None) -> Iterator[Block]:
        if not self._holds(clause.when, row):
            return
        if clause.title:
            is_numbered = self.document.numbered and clause.level == 1
            number = self.numbers.section() if is_numbered else None
            yield Heading((Span(self._speak(texts.clause_title(clause))),), clause.level, Origin(clause.id), number)
        for run in _runs(clause):
            made = tuple(self._run(clause, run, row))
            yield from made
            if made and clause.choose == "first":
                return

    def _run(self, clause: Clause, run: Sequence[ClauseBlock], row: Placed | None) -> Iterator[Block]:
        first = run[0]
        rows: Sequence[Placed | None] = (row,)
        if first.each:
            rows = listed(self._view, self._view.index.list_of(first.each))
            rows = [each for each in rows if not first.among or each.row.id in self._referred(first.among, row)]
        if first.kind == "table":
            yield from self._table(clause, first, [each for each in rows if self._holds(first.when, each)])
            return
        for each in rows:
            for block in run:
                if self._holds(block.when, each):
                    yield from self._block(clause, block, each)

    def _referred(self, name: str, row: Placed | None) -> tuple[RowId, ...]:
        """Return the rows that a field of the row at hand refers to."""
        answer = self._view.case.answers.get(Path(row.scope, FieldName(name), row.row.id)) if row else None
        return answer.rows if isinstance(answer, Refs) else (answer.row,) if isinstance(answer, Ref) else ()

    def _holds(self, when: str, row: Placed | None) -> bool:
        return self._view.world.holds(when, row) is Truth.TRUE

    def _block(self, clause: Clause, block: ClauseBlock, row: Placed | None) -> Iterator[Block]:
        origin = Origin(clause.id, block.id)
        match block.kind:
            case "facts_table":
                yield from self._facts_table(clause, block, row)
            case "signature":
                lines = (filled.line for _, cell in self._rows(clause, block, row) for filled in cell)
                yield Signature(tuple(lines), origin, self._speak(texts.block_text(clause, block)))
            case "page_break":
                yield PageBreak(origin)
            case "enumerated":
                yield from self._enumerated(clause, block, row)
            case "items":
                yield from self._items(origin)
            case "undertakings":
                yield from self._undertakings(origin)
            case "promise":
                yield from self._promise(row, origin)
            case "compliance":
                yield from Compliance(self.filler, self.report, self.numbers).table(origin)
            case "diagram":
                yield from Diagrams(self._view, self._speak).of(block.of, origin)
            case "translation_order":
                yield word_table(self.before, self._speak, origin)
            case _:
                yield from self._words(clause, block, row, origin)

    def _undertakings(self, origin: Origin) -> Iterator[Block]:
        promises = Promises(self.filler)
        for placed, line in promises.lines():
            at = replace(origin, block=placed.row.id)
            yield self._paragraph(line, at)
            yield from (self._paragraph(detail, at, bullet=True) for detail in promises.details(placed))

    def _promise(self, row: Placed | None, origin: Origin) -> Iterator[Block]:
        for filled in Promises(self.filler).wording(row) if row else ():
            yield self._paragraph(filled.line, origin, bullet=filled.is_entry)

    def _words(self, clause: Clause, block: ClauseBlock, row: Placed | None, origin: Origin) -> Iterator[Block]:
        filled = self.filler.fill(texts.block_text(clause, block), row, prose=True)
        if block.kind == "heading":
            yield from (Heading(each.line, clause.level + 1, origin) for each in filled)
            return
        for each in filled:
            is_bullet = each.is_entry or block.kind == "bullet"
            yield self._paragraph(each.line, origin, bullet=is_bullet, plain=block.kind == "plain")

    def _paragraph(self, line: Line, origin: Origin, *, bullet: bool = False, plain: bool = False) -> Paragraph:
        is_numbered = self.document.numbered and not bullet and not plain
        return Paragraph(line, origin, self.numbers.paragraph() if is_numbered else None, bullet)

    def _table(self, clause: Clause, block: ClauseBlock, rows: Sequence[Placed | None]) -> Iterator[Block]:
        numbered = _numbered(block)
        cells = [[self._cell(clause, block, number, column, row) for number, column in numbered] for row in rows]
        used = [index for index in range(len(numbered)) if any(row[index] for row in cells)]
        if used:
            heads = [self._speak(texts.column_head(clause, block, number, column)) for number, column in numbered]
            yield Table(
                header=tuple((Span(heads[index]),) for index in used),
                rows=tuple(tuple(_lines(row[index]) for index in used) for row in cells),
                widths=tuple(block.columns[index].width for index in used),
                origin=Origin(clause.id, block.id),
            )

    def _enumerated(self, clause: Clause, block: ClauseBlock, row: Placed | None) -> Iterator[Block]:
        columns = _numbered(block)
        further = tuple(_lines(self._cell(clause, block, number, column, row)) for number, column in columns[2:])
        entries = self.filler.fill(texts.block_text(clause, block), row)
        rows = (((Span(self._speak.number(place)),),) for place in range(1, len(entries) + 1))
        if entries:
            yield Table(
                header=tuple((Span(self._speak(texts.column_head(clause, block, *each))),) for each in columns),
                rows=tuple((mark, (entry.line,), *further) for mark, entry in zip(rows, entries, strict=True)),
                widths=tuple(column.width for _, column in columns),
                origin=Origin(clause.id, block.id),
            )

    def _facts_table(self, clause: Clause, block: ClauseBlock, row: Placed | None) -> Iterator[Block]:
        rows = tuple((((Span(head),),), _lines(cell)) for head, cell in self._rows(clause, block, row))
        if rows:
            origin = Origin(clause.id, block.id)
            yield Table(header=(), rows=rows, widths=_HEAD_AND_CELL, origin=origin, row_heads=True)

    def _rows(self, clause: Clause, block: ClauseBlock, row: Placed | None) -> Iterator[tuple[str, tuple[Filled, ...]]]:
        for number, column in enumerate(block.rows, start=1):
            cell = self._cell(clause, block, number, column, row)
            if cell:
                yield self._speak(texts.column_head(clause, block, number, column)), cell

    def _cell(
        self, clause: Clause, block: ClauseBlock, number: int, column: Column, row: Placed | None
    ) -> tuple[Filled, ...]:
        return self.filler.fill(texts.column_cell(clause, block, number, column), row)

    def _items(self, origin: Origin) -> Iterator[Block]:
        clauses = self._view.index.knowledge.clauses
        for placed in self._view.world.rows.by_list[ITEMS]:
            module = self._view.index.knowledge.modules[placed.module]
            path = Path(placed.scope, FieldName("item.item_title"), placed.row.id)
            name = self._view.speech.name(placed, self._speak)
            words = self._speak(ITEM_HEADING.fill(letter=self._view.world.rows.mark(placed), title=name))
            yield Heading((Span(words, SpanKind.ANSWER, path),), 2, replace(origin, block=placed.row.id))
            yield from self._clause(clauses[module.clause], placed)
            if ITEM_COMMON in clauses and ITEM_COMMON in module.uses:
                yield from self._clause(clauses[ITEM_COMMON], placed)


def _runs(clause: Clause) -> Iterator[tuple[ClauseBlock, ...]]:
    for (each, _), blocks in groupby(clause.blocks, key=_repeated):
        if each and clause.choose != "first":
            yield tuple(blocks)
        else:
            yield from ((block,) for block in blocks)


def _repeated(block: ClauseBlock) -> tuple[str, str]:
    return ("", "") if block.kind == "table" else (block.each, block.among)


def _numbered(block: ClauseBlock) -> list[tuple[int, Column]]:
    return list(enumerate(block.columns, start=len(block.rows) + 1))


def _lines(cell: tuple[Filled, ...]) -> tuple[Line, ...]:
    return tuple(filled.line for filled in cell)
