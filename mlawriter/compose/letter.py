"""From a case to the blocks of its documents, in one language."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from mlawriter.checks.checker import Law, check
from mlawriter.checks.own_names import own_names
from mlawriter.checks.report import Report
from mlawriter.checks.rows import Placed
from mlawriter.checks.speech import clean
from mlawriter.checks.units import View
from mlawriter.compose.blocks import (
    Block,
    Draft,
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
from mlawriter.compose.citations import Citations
from mlawriter.compose.filling import Filled, Filler
from mlawriter.compose.numbers import Numbers
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Clause, ClauseBlock, Column, Document, Guarantee, RequestKind
from mlawriter.knowledge.index import GUARANTEES, ITEMS
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import FieldName, RequestId
from mlawriter.model.values import Text

PAGE_OF = Message("Page {page} of {pages}", domain="document")
DRAFT = Message("DRAFT", domain="document")
SEAL = Message("(seal)", domain="document")
ITEM_HEADING = Message("{letter}. {title}", domain="document")
PROMISE = Message("{title}: {text}", domain="document")
WITH_ARTICLES = Message("({articles})", domain="document")
ARTICLE = Message("Article", domain="document", context="table head")
ASKED = Message("What is asked for", domain="document")
WHERE = Message("Where it is answered", domain="document")
PARAGRAPH_NO = Message("paragraph {number}", domain="document")
SECTION_NO = Message("section {number}", domain="document")
MISSING = Message("[missing]", domain="document")
NOT_STATED = Message("not stated", domain="document")


def compose(
    case: Case,
    request_id: RequestId,
    law: Law,
    speak: Translator,
    today: date,
    *,
    parts: tuple[str, ...] | None = None,
) -> Draft:
    """Return the documents of a request in the language of `speak`; `parts` limits them to some by id."""
    checked = check(law, case, request_id, today)
    return compose_checked(checked.view, checked.report, speak, parts=parts)


def compose_checked(view: View, report: Report, speak: Translator, *, parts: tuple[str, ...] | None = None) -> Draft:
    """Return the documents of a request whose facts and report are at hand."""
    speak = speak.with_names(own_names(view.case, speak.language))
    kind = view.index.knowledge.requests[view.world.rows.request.kind]
    filler = Filler(view, speak)
    numbers = Numbers()
    made = tuple(
        _Composer(kind, document, filler, report, numbers).part()
        for document in kind.documents
        if parts is None or document.id in parts
    )
    return Draft(
        language=speak.language,
        rtl=speak.rtl,
        title=speak(texts.title("request", kind.id, kind.title)),
        subject=filler.one_line(kind.subject),
        author=filler.one_line(kind.author),
        reference=filler.one_line(kind.reference),
        marking=" · ".join(_markings(kind, view, speak)),
        page_of=speak.pattern(PAGE_OF),
        draft_mark=speak(DRAFT),
        created=view.world.today.isoformat(),
        parts=made,
    )


def _markings(kind: RequestKind, view: View, speak: Translator) -> Iterator[str]:
    for number, entry in enumerate(kind.markings, start=1):
        if view.world.holds(entry.when) is Truth.TRUE:
            yield speak(texts.marking(kind, number))


@dataclass(frozen=True)
class _Composer:
    """Composes one document of a request."""

    kind: RequestKind
    document: Document
    filler: Filler
    report: Report
    numbers: Numbers = field(default_factory=Numbers)

    @property
    def view(self) -> View:
        return self.filler.view

    @property
    def speak(self) -> Translator:
        return self.filler.speak

    def part(self) -> Part:
        title = self.speak(texts.document_title(self.kind, self.document))
        blocks: list[Block] = [Title((Span(title),), Origin(self.document.id))]
        for clause_id in self.document.clauses:
            blocks.extend(self._clause(self.view.index.knowledge.clauses[clause_id]))
        return Part(id=self.document.id, title=title, blocks=tuple(blocks))

    def _clause(self, clause: Clause, row: Placed | None = None) -> Iterator[Block]:
        if self.view.world.holds(clause.when, row) is not Truth.TRUE:
            return
        if clause.title:
            number = self.numbers.section() if self.document.numbered else None
            yield Heading((Span(self.speak(texts.clause_title(clause))),), clause.level, Origin(clause.id), number)
        for block in clause.blocks:
            made = [self._noted(each) for each in self._block(clause, block, row)]
            yield from made
            if made and clause.choose == "first":
                return

    def _noted(self, block: Block) -> Block:
        if self.document.numbered:
            self.numbers.note(block)
        return block

    def _block(self, clause: Clause, block: ClauseBlock, row: Placed | None) -> Iterator[Block]:
        rows: tuple[Placed | None, ...] = (row,)
        if block.each:
            rows = self.view.world.rows.by_list[self.view.index.list_of(block.each)]
        applying = tuple(each for each in rows if self.view.world.holds(block.when, each) is Truth.TRUE)
        if block.kind == "table":
            yield from self._table(clause, block, applying)
            return
        for each in applying:
            yield from self._single(clause, block, each)

    def _single(self, clause: Clause, block: ClauseBlock, row: Placed | None) -> Iterator[Block]:
        origin = Origin(clause.id, block.id)
        match block.kind:
            case "facts_table":
                yield from self._facts_table(clause, block, row, origin)
            case "signature":
                yield self._signature(clause, block, row, origin)
            case "page_break":
                yield PageBreak(origin)
            case "items":
                yield from self._items(origin)
            case "undertakings":
                yield from self._undertakings(origin)
            case "compliance":
                yield from self._compliance(origin)
            case "heading":
                yield Heading(_joined(self.filler.fill(texts.block_text(clause, block), row)), clause.level + 1, origin)
            case _:
                yield from self._paragraphs(clause, block, row, origin)

    def _paragraphs(self, clause: Clause, block: ClauseBlock, row: Placed | None, origin: Origin) -> Iterator[Block]:
        for filled in self.filler.fill(texts.block_text(clause, block), row):
            yield self._paragraph(
                filled.line, origin, bullet=filled.is_entry or block.kind == "bullet", plain=block.kind == "plain"
            )

    def _paragraph(self, line: Line, origin: Origin, *, bullet: bool = False, plain: bool = False) -> Paragraph:
        is_numbered = self.document.numbered and not bullet and not plain
        return Paragraph(line, origin, self.numbers.paragraph() if is_numbered else None, bullet)

    def _table(self, clause: Clause, block: ClauseBlock, rows: tuple[Placed | None, ...]) -> Iterator[Block]:
        cells = [
            [self._cell(texts.column_cell(clause, block, number, column), row) for number, column in _numbered(block)]
            for row in rows
        ]
        used = [index for index in range(len(block.columns)) if any(row[index] for row in cells)]
        if cells and used:
            heads = [
                self.speak(texts.column_head(clause, block, number, column)) for number, column in _numbered(block)
            ]
            yield Table(
                header=tuple((Span(heads[index]),) for index in used),
                rows=tuple(tuple(row[index] for index in used) for row in cells),
                widths=tuple(block.columns[index].width for index in used),
                origin=Origin(clause.id, block.id),
            )

    def _facts_table(self, clause: Clause, block: ClauseBlock, row: Placed | None, origin: Origin) -> Iterator[Block]:
        rows: list[tuple[tuple[Line, ...], ...]] = []
        for number, column in enumerate(block.rows, start=1):
            cell = self._cell(texts.column_cell(clause, block, number, column), row)
            if cell:
                rows.append((((Span(self.speak(texts.column_head(clause, block, number, column))),),), cell))
        if rows:
            yield Table(header=(), rows=tuple(rows), widths=(1, 3), origin=origin, row_heads=True)

    def _cell(self, message: Message, row: Placed | None) -> tuple[Line, ...]:
        return tuple(filled.line for filled in self.filler.fill(message, row))

    def _signature(self, clause: Clause, block: ClauseBlock, row: Placed | None, origin: Origin) -> Signature:
        found = [
            filled.line
            for number, column in enumerate(block.rows, start=1)
            for filled in self.filler.fill(texts.column_cell(clause, block, number, column), row)
        ]
        return Signature(tuple(found), origin, self.speak(SEAL))

    def _items(self, origin: Origin) -> Iterator[Block]:
        for placed in self.view.world.rows.by_list[ITEMS]:
            module = self.view.index.knowledge.modules[placed.module]
            path = Path(placed.scope, FieldName("item.item_title"), placed.row.id)
            name = self.view.speech.name(placed, self.speak)
            words = self.speak(ITEM_HEADING.fill(letter=self.view.world.rows.mark(placed), title=name))
            yield Heading((Span(words, SpanKind.ANSWER, path),), 2, replace(origin, block=placed.row.id))
            for clause_id in (module.clause, "item_common"):
                yield from self._clause(self.view.index.knowledge.clauses[clause_id], placed)

    def _undertakings(self, origin: Origin) -> Iterator[Block]:
        for placed in self.view.world.rows.by_list[GUARANTEES]:
            guarantee = self.view.index.knowledge.guarantees.get(placed.row.of)
            if guarantee is not None:
                yield self._paragraph(self._promise(guarantee, placed), replace(origin, block=placed.row.id))

    def _promise(self, guarantee: Guarantee, placed: Placed) -> Line:
        path = Path(placed.scope, FieldName("guarantee.own_text"), placed.row.id)
        own = self.view.case.answers.get(path)
        text = clean(own.text) if isinstance(own, Text) else " ".join(self._sentences(guarantee))
        title = self.speak(texts.guarantee_title(guarantee))
        spans = [Span(self.speak(PROMISE.fill(title=title, text=text)), SpanKind.ANSWER, path)]
        articles = Citations(self.view, self.speak).articles(guarantee.cites)
        if articles:
            spans.append(Span(" " + self.speak(WITH_ARTICLES.fill(articles=articles))))
        return tuple(spans)

    def _sentences(self, guarantee: Guarantee) -> Iterator[str]:
        for number, sentence in enumerate(guarantee.sentences, start=1):
            if self.view.world.holds(sentence.when) is Truth.TRUE:
                yield self.speak(texts.sentence(guarantee, number))

    def _compliance(self, origin: Origin) -> Iterator[Block]:
        rows = []
        for entry in self.report.compliance:
            instrument = self.view.index.knowledge.instruments[entry.cite.instrument]
            article = f"{self.speak(texts.instrument_abbreviation(instrument))} {entry.cite.article}"
            places = self._places(entry.answered_by)
            where: list[Span] = [Span(", ".join(places))] if places else []
            if entry.missing and not entry.recommended:
                where.append(Span((" " if where else "") + self.speak(MISSING), SpanKind.GAP, entry.missing[0]))
            if not where:
                where.append(Span(self.speak(NOT_STATED)))
            rows.append((((Span(article),),), ((Span(self.speak(entry.text)),),), (tuple(where),)))
        if rows:
            header = tuple((Span(self.speak(head)),) for head in (ARTICLE, ASKED, WHERE))
            yield Table(header=header, rows=tuple(rows), widths=(2, 5, 3), origin=origin)

    def _places(self, paths: tuple[Path, ...]) -> list[str]:
        found = [self.numbers.place(path) for path in paths]
        said = [
            self.speak(
                SECTION_NO.fill(number=place.number) if place.is_section else PARAGRAPH_NO.fill(number=place.number)
            )
            for place in found
            if place is not None
        ]
        return list(dict.fromkeys(said))


def _numbered(block: ClauseBlock) -> list[tuple[int, Column]]:
    return list(enumerate(block.columns, start=len(block.rows) + 1))


def _joined(lines: tuple[Filled, ...]) -> Line:
    return tuple(span for filled in lines for span in filled.line)
