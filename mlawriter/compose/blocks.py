"""What a letter is made of, before any writer turns it into Word, HTML or text.

All words are already in the document language. Every block and span knows where it came from.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from mlawriter.i18n.translator import Conventions
from mlawriter.model.case import Path


class SpanKind(StrEnum):
    """What a span of text is."""

    WORDING = "wording"
    ANSWER = "answer"
    CODE = "code"
    """An answer that reads left to right in every language (reference, IBAN, telephone, e-mail)."""
    GAP = "gap"
    """A visible blank: the words say what has to be completed."""
    MARK = "mark"
    """What the program says of the words that follow: that they are to be translated."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of one kind; `path` is the answer behind them, if any.

    `language` is that of the words, where it may be another than that of the letter.
    """

    text: str
    kind: SpanKind = SpanKind.WORDING
    path: Path | None = None
    language: str = ""


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a block comes from: clause, block of the clause, and citations as printed."""

    clause: str
    block: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section of the letter. `number` is the printed section number, if any."""

    line: Line
    level: int
    origin: Origin
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a document."""

    line: Line
    origin: Origin


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` is its number in the whole letter, if it is numbered."""

    line: Line
    origin: Origin
    number: int | None = None
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row. Cells are paragraphs of spans; `widths` are relative weights.

    With `row_heads` the first cell of each row is its heading and `header` is empty (a facts table).
    """

    header: tuple[Line, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    widths: tuple[int, ...]
    origin: Origin
    row_heads: bool = False
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture of how things hang together: columns of boxes, joined by lines.

    `columns` are the heading of each and its boxes; a join is two places (column, box), counted from 0. `caption`
    says in words what the picture shows, for those who cannot see it.
    """

    columns: tuple[tuple[Line, tuple[Line, ...]], ...]
    joins: tuple[tuple[tuple[int, int], tuple[int, int]], ...]
    caption: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Signature:
    """Lines kept together on one page: place and date, space for signature and seal, name and office."""

    lines: tuple[Line, ...]
    origin: Origin
    seal: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""

    origin: Origin


Simple = Title | Heading | Paragraph | Table | Diagram | Signature | PageBreak


@dataclass(frozen=True, slots=True)
class Beside:
    """The same in two languages, side by side: each a block, or nothing where one language has none."""

    first: Simple | None
    second: Simple | None

    @property
    def both(self) -> tuple[Simple, ...]:
        """The blocks that there are."""
        return tuple(block for block in (self.first, self.second) if block is not None)

    @property
    def origin(self) -> Origin:
        """Where they come from."""
        return self.both[0].origin


Block = Simple | Beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One document of the request (cover note, request, annexes), starting on its own page.

    `separate` ones are files of their own; `language` is that of the part, where it is another than the letter's.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    separate: bool = False
    language: str = ""


class Layout(StrEnum):
    """How two languages share a letter."""

    COLUMNS = "columns"
    SEQUENCE = "sequence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A composed request in one language.

    `reference` and `marking` (confidentiality, urgency) stand in the page header, `page_of` is the footer
    pattern with `{page}` and `{pages}` and `draft_mark` the watermark, all in the document language.
    A letter in two languages has a second one in `others`, by its tag; if its direction is another one, `page_of` has
    two lines.
    `language` is a BCP 47 tag; `rtl` says that its script runs right to left; `conventions` say how it is set.
    """

    conventions: Conventions
    language: str
    rtl: bool
    title: str
    subject: str
    author: str
    reference: str
    marking: str
    page_of: str
    draft_mark: str
    created: str
    parts: tuple[Part, ...]
    others: Mapping[str, Conventions] = field(default_factory=dict)

    def written_in(self, language: str) -> Conventions:
        """Return how words are set that say which language they are in; empty: the letter's own."""
        return self.others.get(language, self.conventions)

    def set_in(self, line: Line, usual: Conventions) -> Conventions:
        """Return how a line is set: as its words are, if all are in one language; else as those of the program are."""
        if not self.others:
            return usual
        spans = [span for span in line if span.text.strip() and span.kind is not SpanKind.MARK] or line
        if len({span.language for span in spans}) > 1:
            spans = [span for span in spans if span.kind is SpanKind.WORDING]
        return self.written_in(spans[0].language) if spans else usual

    @property
    def gaps(self) -> tuple[Span, ...]:
        """Every visible blank of the letter, in order."""
        return tuple(span for part in self.parts for block in part.blocks for span in _gaps(block))


def _gaps(block: Block) -> tuple[Span, ...]:
    return tuple(span for line in lines_of(block) for span in line if span.kind is SpanKind.GAP)


def lines_of(block: Block) -> tuple[Line, ...]:
    """Return all lines of text of a block, in reading order."""
    match block:
        case Title(line=line) | Heading(line=line) | Paragraph(line=line):
            return (line,)
        case Table(header=header, rows=rows):
            return header + tuple(line for row in rows for cell in row for line in cell)
        case Diagram(columns=columns):
            return tuple(line for head, boxes in columns for line in (head, *boxes))
        case Signature(lines=lines):
            return lines
        case PageBreak():
            return ()
        case Beside():
            return tuple(line for each in block.both for line in lines_of(each))


def with_lines(block: Simple, change: Callable[[Line], Line]) -> Simple:
    """Return a block with each of its lines changed."""
    match block:
        case Title() | Heading() | Paragraph():
            return replace(block, line=change(block.line))
        case Table(header=header, rows=rows):
            cells = tuple(tuple(tuple(map(change, cell)) for cell in row) for row in rows)
            return replace(block, header=tuple(map(change, header)), rows=cells)
        case Diagram(columns=columns):
            return replace(block, columns=tuple((change(head), tuple(map(change, boxes))) for head, boxes in columns))
        case Signature(lines=lines):
            return replace(block, lines=tuple(map(change, lines)))
        case PageBreak():
            return block
