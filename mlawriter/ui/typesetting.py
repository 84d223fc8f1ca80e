"""Setting a letter in type: its blocks become a document of the window, without a detour over HTML."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
)

from mlawriter.compose.blocks import (
    Beside,
    Block,
    Diagram,
    Draft,
    Heading,
    Line,
    PageBreak,
    Paragraph,
    Part,
    Signature,
    Span,
    SpanKind,
    Table,
    Title,
)
from mlawriter.export.bidi import runs
from mlawriter.export.drawing import lay_out
from mlawriter.i18n.translator import Conventions
from mlawriter.model.case import Path
from mlawriter.ui.picture import Pictures
from mlawriter.ui.typefaces import Typefaces, grid

_BOLD = frozenset({SpanKind.GAP, SpanKind.MARK})
_NEW_LINE = "\u2028"
"""Begins a line, but no paragraph."""
_FACTS = (36, 64)
"""Widths of the columns of a table of facts, whose heads are short: the room is narrow."""
_PICTURE = 440.0
"""Width of a diagram where there is room for it."""
_NARROWEST = 220.0


@dataclass(frozen=True, slots=True)
class Places:
    """Where the answers of a letter stand: what each link leads to, and where each answer is said first."""

    links: dict[str, Path] = field(default_factory=dict)
    first: dict[Path, int] = field(default_factory=dict)


def typeset(draft: Draft, document: QTextDocument) -> Places:
    """Set a letter instead of what stood in a document; return where its answers are."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    document.clear()
    typesetter = _Typesetter(cursor, Pictures.of(document), draft, draft.conventions)
    typesetter.top([words for words in (draft.reference, draft.marking) if words])
    for number, part in enumerate(draft.parts):
        typesetter.part(part, is_first=number == 0)
    cursor.endEditBlock()
    return typesetter.places


@dataclass
class _Typesetter:
    """Sets block after block at its cursor and notes where answers stand, hence mutable."""

    cursor: QTextCursor
    pictures: Pictures
    draft: Draft
    conventions: Conventions
    """How the language at hand is set: of two, the second stands below the first."""
    places: Places = field(default_factory=Places)
    _names: dict[Path, str] = field(default_factory=dict)
    _list: QTextList | None = None
    _is_fresh: bool = True
    """Whether the cursor stands in a paragraph that nothing was set in: at the start and after a table."""

    _faces: dict[bool, Typefaces] = field(default_factory=dict)

    @property
    def rtl(self) -> bool:
        """Say whether the language at hand runs from right to left."""
        return self.conventions.rtl

    @property
    def faces(self) -> Typefaces:
        """The looks of the language at hand."""
        return self._faces_of(rtl=self.rtl)

    def _faces_of(self, *, rtl: bool) -> Typefaces:
        if rtl not in self._faces:
            self._faces[rtl] = Typefaces(rtl=rtl)
        return self._faces[rtl]

    def top(self, words: Sequence[str]) -> None:
        if words:
            self._paragraph(self.faces.paragraph, self.faces.plain, (Span(" · ".join(words)),))

    def part(self, part: Part, *, is_first: bool) -> None:
        if not is_first:
            self._open(self.faces.rule, self.faces.plain)
        self.conventions = self.draft.written_in(part.language)
        for block in part.blocks:
            self._block(block)

    def _beside(self, block: Beside) -> None:
        for each, language in ((block.first, ""), (block.second, next(iter(self.draft.others), ""))):
            self.conventions = self.draft.written_in(language)
            if each is not None:
                self._block(each)
        self.conventions = self.draft.conventions

    def _block(self, block: Block) -> None:
        faces = self.faces
        if not (isinstance(block, Paragraph) and block.bullet):
            self._list = None
        match block:
            case Title(line=line):
                self._paragraph(faces.over_title, faces.title, line)
            case Heading(line=line, level=level, number=number):
                mark = self.conventions.before_title(number) if number else ""
                self._paragraph(faces.over_headings[level - 1], faces.headings[level - 1], line, mark)
            case Paragraph(line=line, bullet=True):
                self._bullet(line)
            case Paragraph(line=line, number=number):
                self._paragraph(faces.paragraph, faces.plain, line, f"{number}. " if number else "")
            case Table():
                self._table(block)
            case Diagram():
                self._picture(block)
            case Signature(lines=lines, seal=seal):
                self._open(faces.paragraph, faces.plain)
                self._lines((*lines, (Span(seal),)), faces.plain)
            case PageBreak():
                self._open(faces.rule, faces.plain)
            case Beside():
                self._beside(block)

    def _open(self, space: QTextBlockFormat, look: QTextCharFormat) -> None:
        if self._is_fresh:
            self.cursor.setBlockFormat(space)
            self.cursor.setBlockCharFormat(look)
        else:
            self.cursor.insertBlock(space, look)
        self._is_fresh = False

    def _paragraph(self, space: QTextBlockFormat, look: QTextCharFormat, line: Line, mark: str = "") -> None:
        self._open(space, look)
        if mark:
            self.cursor.insertText(mark, look)
        self._line(line, look)

    def _bullet(self, line: Line) -> None:
        self._open(self.faces.in_list, self.faces.plain)
        if self._list is None:
            self._list = self.cursor.createList(self.faces.bullets)
        else:
            self._list.add(self.cursor.block())
        self._line(line, self.faces.plain)

    def _table(self, table: Table) -> None:
        header = [tuple((line,) for line in table.header)] if table.header else []
        rows = [*header, *table.rows]
        widths = _FACTS if table.row_heads else table.widths
        order = range(len(widths))[:: -1 if self.rtl else 1]
        made = self.cursor.insertTable(len(rows), len(widths), grid([widths[at] for at in order]))
        for line, row in enumerate(rows):
            for place, at in enumerate(order):
                made.cellAt(line, place).setFormat(self.faces.cell(line, place))
                is_head = at == 0 if table.row_heads else line < len(header)
                self.cursor.setBlockFormat(self.faces.in_cell)
                self._cell(row[at], self.faces.bold if is_head else self.faces.plain)
                self.cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._is_fresh = True

    def _cell(self, lines: Sequence[Line], look: QTextCharFormat) -> None:
        if not self.draft.others:
            self._lines(lines, look)
            return
        usual = self.conventions
        for number, line in enumerate(lines):
            self.conventions = self.draft.set_in(line, usual)
            if number:
                self.cursor.insertBlock(self.faces.in_cell)
            else:
                self.cursor.setBlockFormat(self.faces.in_cell)
            self._line(line, look)
        self.conventions = usual

    def _picture(self, diagram: Diagram) -> None:
        self._open(self.faces.paragraph, self.faces.plain)
        document = self.cursor.document()
        room = document.textWidth() - 2 * document.documentMargin() - 4
        width = min(_PICTURE, max(room, _NARROWEST)) if room > 0 else _PICTURE
        self.pictures.insert(self.cursor, lay_out(diagram, width, rtl=self.rtl), diagram.caption)

    def _lines(self, lines: Sequence[Line], look: QTextCharFormat) -> None:
        for number, line in enumerate(lines):
            if number:
                self.cursor.insertText(_NEW_LINE, look)
            self._line(line, look)

    def _line(self, line: Line, look: QTextCharFormat) -> None:
        for run in runs(line, rtl=self.rtl):
            own = self.faces.bold if run.span.kind in _BOLD else look
            path = run.span.path
            text = run.text.replace("\n", _NEW_LINE)
            self.cursor.insertText(text, own if path is None else self._link(path, own))

    def _link(self, path: Path, look: QTextCharFormat) -> QTextCharFormat:
        if path not in self._names:
            self._names[path] = f"answer:{len(self._names) + 1}"
            self.places.links[self._names[path]] = path
            self.places.first[path] = self.cursor.position()
        link = QTextCharFormat(look)
        link.setAnchor(True)
        link.setAnchorHref(self._names[path])
        return link
