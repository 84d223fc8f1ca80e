"""The letter as a Word document. The same draft gives the same bytes."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from mlawriter.compose.blocks import (
    Beside,
    Block,
    Diagram,
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
from mlawriter.export import lists, ooxml, styles
from mlawriter.export.bidi import runs, runs_left_to_right
from mlawriter.export.columns import columns_of
from mlawriter.export.drawing import lay_out
from mlawriter.export.letterhead import LetterheadError, inspect
from mlawriter.i18n.message import Message

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section, _Footer, _Header

_GAP = '<w:b/><w:bCs/><w:bdr w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_WIDE = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
)
_VISIBLE_BLANKS = frozenset({SpanKind.GAP, SpanKind.MARK})
_SHORT = 32
"""Names and numbers up to this length stay on one line in paragraphs from right to left: torn apart, they are misread.
The columns of tables are too narrow for that."""
_IN_TABLES = frozenset({"MLACell", "MLAHead"})
_HEADINGS = ("Title", "Heading1", "Heading2", "Heading3", "Header", "Footer")
_STYLES = (*_HEADINGS, "MLANumbered", "MLAPlain", "MLABullet", "MLACell", "MLAHead", "MLASignature", "MLATable")
_ROOTS = {
    "main+xml": "document",
    "styles+xml": "styles",
    "settings+xml": "settings",
    "numbering+xml": "numbering",
    "header+xml": "hdr",
    "footer+xml": "ftr",
}
_COUNTED = re.compile(r"(\{pages?\})")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_docx(draft: Draft, *, house: Path, draft_mark: bool = False, base: Path | None = None) -> bytes:
    """Return a draft as the bytes of a Word document.

    `house` is our own style base; `base` an authority's letterhead, whose page set-up, headers and styles are kept.

    Raises:
        LetterheadError: if the letterhead cannot be used.
    """
    from docx import Document as open_document
    from docx.opc.exceptions import PackageNotFoundError

    if base is not None:
        inspect(base)
    try:
        document = open_document(str(house))
        styles.dress(document, _STYLES, draft.conventions)
        if base is not None:
            ours, document = document, open_document(str(base))
            _know_parts(document)
            _lend(ours, document)
    except (PackageNotFoundError, KeyError, ValueError, SyntaxError):
        name = (base or house).name
        raise LetterheadError(
            Message("The letterhead {file} is damaged. Save it again in your word processor.").fill(file=name)
        ) from None
    lists.add(document, draft)
    _set_up(document.sections[0], draft, draft_mark=draft_mark)
    styles.turn_sections(document, draft.conventions)
    styles.set_languages(document, draft.conventions)
    _describe(document, draft)
    return _packed(document, _main_part(document, draft))


def _main_part(document: "Document", draft: Draft) -> bytes:
    """Return `word/document.xml`: written as text, for a tree of a long letter takes longer than the letter."""
    from lxml import etree

    root = document.element
    before = "".join(etree.tostring(each, encoding="unicode") for each in root if each is not root.body)
    page = etree.tostring(root.body[-1], encoding="unicode")
    text = "".join(_Writer(draft, _text_width(document.sections[0])).parts())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document {ooxml.NAMESPACES}>{before}<w:body>{text}{page}</w:body></w:document>"
    ).encode()


@dataclass
class _Writer:
    """Turns blocks into XML, counting bookmarks as it goes; hence mutable."""

    draft: Draft
    width: int
    _bookmarks: int = field(default=0)
    _pictures: int = field(default=0)
    _language: str = field(default="")
    """The language at hand: empty for the letter's own, else a second one, which has lists of its own."""

    def parts(self) -> Iterator[str]:
        for number, part in enumerate(self.draft.parts):
            self._language = part.language
            yield from self._part(part, is_first=number == 0)

    def _part(self, part: Part, *, is_first: bool) -> Iterator[str]:
        for is_beside, run in groupby(zip(part.blocks, (*part.blocks[1:], None), strict=True), key=_is_beside):
            if is_beside:
                yield from self._columns([(block, following) for block, following in run], is_first=is_first)
                continue
            for block, following in run:
                keep = "<w:keepNext/>" if _introduces(block, following) else ""
                yield from self._block(block, is_first=is_first, keep=keep)

    def _columns(self, run: Sequence[tuple[Block, Block | None]], *, is_first: bool) -> Iterator[str]:
        """Yield what stands side by side; a title at the top begins a page, which a cell cannot."""
        begins = any(isinstance(each, Title) for each in _simple(run[0][0])) and not is_first
        yield ooxml.paragraph("", "MLACell", "<w:pageBreakBefore/>" if begins else "")
        rows = ([self._side(block, following, place) for place in (0, 1)] for block, following in run)
        yield ooxml.columns(self.width, rows, rtl=self.draft.rtl)
        last, following = run[-1]
        leads = isinstance(_simple(last)[0], Heading) or _introduces(last, following)
        yield ooxml.paragraph("", "MLACell", "<w:keepNext/>" if leads else "")

    def _side(self, block: Block, following: Block | None, place: int) -> str:
        """Return one side of what stands side by side as the content of a cell."""
        each = (block.first, block.second)[place] if isinstance(block, Beside) else None
        keep = "<w:keepNext/>" if _introduces(block, following) else ""
        self._language = next(iter(self.draft.others), "") if place else ""
        written = "".join(self._block(each, is_first=True, keep=keep)) if each else ""
        self._language = ""
        return written or ooxml.paragraph("", "MLAPlain")

    def _block(self, block: Block, *, is_first: bool, keep: str) -> Iterator[str]:
        match block:
            case Title(line=line, origin=origin):
                yield self._paragraph(line, "Title", "" if is_first else "<w:pageBreakBefore/>", origin)
            case Heading(line=line, level=level, number=number, origin=origin):
                listed = self._in_list(ooxml.SECTIONS) if number else ""
                yield self._paragraph(line, f"Heading{level}", listed, origin)
            case Paragraph(line=line, number=number, bullet=bullet, origin=origin):
                style = "MLABullet" if bullet else "MLANumbered" if number else "MLAPlain"
                kind = ooxml.BULLETS if bullet else ooxml.NUMBERED
                yield self._paragraph(line, style, keep + (self._in_list(kind) if bullet or number else ""), origin)
            case Table():
                yield self._table(block)
                yield ooxml.paragraph("", "MLACell")
            case Diagram():
                yield self._diagram(block)
            case Signature():
                yield from self._signature(block)
            case PageBreak():
                yield ooxml.paragraph('<w:r><w:br w:type="page"/></w:r>', "MLAPlain")
            case Beside():
                yield from self._columns([(block, None)], is_first=True)

    def _in_list(self, kind: int) -> str:
        return ooxml.in_list(kind + ooxml.OF_SECOND if self._language else kind)

    def _paragraph(
        self, line: Line, style: str, properties: str = "", origin: Origin | None = None, *, spacing: str = ""
    ) -> str:
        conventions = self.draft.set_in(line, self.draft.written_in(self._language))
        properties += ooxml.direction(rtl=conventions.rtl, within_rtl=self.draft.rtl) + spacing
        bookmark = self._bookmark(origin) if origin else None
        words = _words(line, self.draft, rtl=conventions.rtl, keeps_names=style not in _IN_TABLES)
        return ooxml.paragraph(words, style, properties, bookmark)

    def _bookmark(self, origin: Origin) -> tuple[int, str]:
        self._bookmarks += 1
        name = "_".join(part for part in (origin.clause, origin.block) if part)
        return self._bookmarks, f"mla{self._bookmarks}_{name}"[:40]

    def _table(self, block: Table) -> str:
        grid = ooxml.Grid(tuple(columns_of(block, self.width)), self.draft.rtl, block.caption)
        header = [self._cell((line,), "MLAHead") for line in block.header]
        rows = (
            [
                self._cell(cell, "MLAHead" if block.row_heads and not number else "MLACell")
                for number, cell in enumerate(row)
            ]
            for row in block.rows
        )
        return ooxml.table(grid, header, rows)

    def _diagram(self, block: Diagram) -> str:
        self._pictures += 1
        rtl = self.draft.set_in(block.columns[0][0], self.draft.conventions).rtl
        drawing = lay_out(block, self.width / 20, rtl=rtl)
        picture = ooxml.picture(drawing, number=self._pictures, description=block.caption, rtl=rtl)
        return ooxml.paragraph(picture, "MLAPlain", "<w:keepLines/>")

    def _cell(self, lines: tuple[Line, ...], style: str) -> str:
        return "".join(self._paragraph(line, style) for line in lines) or ooxml.paragraph("", style)

    def _signature(self, block: Signature) -> Iterator[str]:
        seal = ((Span(block.seal, language=self._language),),) if block.seal else ()
        lines = (*(block.lines or ((),)), *seal)
        for number, line in enumerate(lines, start=1):
            room = '<w:spacing w:before="360" w:after="840"/>' if number == 1 else ""
            if seal and number == len(lines):
                room = '<w:spacing w:before="240"/>'
            keep = "<w:keepNext/>" if number < len(lines) else ""
            yield self._paragraph(line, "MLASignature", keep, block.origin if number == 1 else None, spacing=room)


def _words(line: Line, draft: Draft, *, rtl: bool, keeps_names: bool = True) -> str:
    if not (rtl or draft.others or draft.conventions.is_east_asian) and runs_left_to_right(line):
        return "".join([ooxml.run(span.text, _look(span)) for span in line])
    written: list[str] = []
    for run in runs(line, rtl=rtl):
        conventions = draft.written_in(run.span.language)
        is_wide = run.span.kind is SpanKind.WORDING or bool(_WIDE.search(run.text))
        as_east_asian = conventions.is_east_asian and is_wide
        is_second = run.span.language in draft.others
        faces, language = styles.of_run(conventions, is_second=is_second, as_east_asian=as_east_asian)
        is_whole = rtl and keeps_names and not run.rtl and len(run.text) <= _SHORT
        text = run.text.replace(" ", "\u00a0") if is_whole else run.text
        written.append(ooxml.run(text, faces + _look(run.span) + (ooxml.RTL if run.rtl else "") + language))
    return "".join(written)


def _look(span: Span) -> str:
    return _GAP if span.kind in _VISIBLE_BLANKS and span.text != " " else ""


def _text_width(section: "Section") -> int:
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        return 9070
    return max(2000, (page - left - right) // 635)


def _set_up(section: "Section", draft: Draft, *, draft_mark: bool) -> None:
    reference = (Span(draft.reference, SpanKind.CODE),) if draft.reference else ()
    between = (Span(" · "),) if draft.reference and draft.marking else ()
    header = _words((*reference, *between, Span(draft.marking)), draft, rtl=draft.rtl)
    tops = [section.header]
    if section.different_first_page_header_footer:
        tops.append(section.first_page_header)
    for number, top in enumerate(tops, start=1):
        mark = ooxml.watermark(draft.draft_mark, number, _face(draft)) if draft_mark else ""
        _append(top, header + mark, "Header", draft, rtl=draft.rtl)
    bottoms = [section.footer, *([section.first_page_footer] if section.different_first_page_header_footer else [])]
    for bottom in bottoms:
        for words, conventions in zip(
            draft.page_of.split("\n"), (draft.conventions, *draft.others.values()), strict=False
        ):
            _append(bottom, _page_of(words, draft, rtl=conventions.rtl), "Footer", draft, rtl=conventions.rtl)


def _append(area: "_Header | _Footer", runs: str, style: str, draft: Draft, *, rtl: bool) -> None:
    from docx.oxml.parser import parse_xml

    area.is_linked_to_previous = False
    direction = ooxml.direction(rtl=rtl, within_rtl=draft.rtl)
    written = ooxml.paragraph(runs, style, direction).replace("<w:p>", f"<w:p {ooxml.NAMESPACES}>", 1)
    element = area._element
    blank = [
        each
        for each in element
        if not "".join(each.itertext()).strip() and not each.findall(f".//{{{ooxml.W}}}drawing")
    ]
    if len(element) == len(blank) == 1:
        element.remove(blank[0])
    element.append(parse_xml(written))


def _page_of(words: str, draft: Draft, *, rtl: bool) -> str:
    counted = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    return "".join(
        ooxml.field(counted[piece], "1") if piece in counted else _words((Span(piece),), draft, rtl=rtl)
        for piece in _COUNTED.split(words)
        if piece
    )


def _face(draft: Draft) -> str:
    fonts = draft.conventions.fonts
    return fonts.complex if draft.rtl else fonts.east_asian if draft.conventions.is_east_asian else fonts.latin


def _is_beside(pair: tuple[Block, Block | None]) -> bool:
    return isinstance(pair[0], Beside)


def _simple(block: Block) -> tuple[Block, ...]:
    return block.both if isinstance(block, Beside) else (block,)


def _introduces(block: Block, following: Block | None) -> bool:
    block, following = _simple(block)[0], _simple(following)[0] if following else None
    match block, following:
        case Paragraph(), Table() | Diagram() | Signature():
            return True
        case Paragraph(bullet=False), Paragraph(bullet=True):
            return True
        case _:
            return False


def _know_parts(document: "Document") -> None:
    """Make sure that the parts we build upon are what their kind says.

    Raises:
        ValueError: otherwise.
    """
    parts = [document.part, *(rel.target_part for rel in document.part.rels.values() if not rel.is_external)]
    for part in parts:
        kind = _ROOTS.get(part.content_type.rpartition(".")[2])
        root = getattr(part, "element", None)
        if kind and (root is None or root.tag != f"{{{ooxml.W}}}{kind}"):
            raise ValueError(part.partname)
    if document.element.find(f"{{{ooxml.W}}}body/{{{ooxml.W}}}sectPr") is None:
        raise ValueError(document.part.partname)


def _lend(house: "Document", document: "Document") -> None:
    from copy import deepcopy

    ours = {style.style_id: style.element for style in house.styles}
    present = {style.style_id for style in document.styles}
    for name in _STYLES:
        if name not in present and name in ours:
            document.styles.element.append(deepcopy(ours[name]))
    _forget_effects(document)
    settings = document.settings.element
    for template in settings.findall(f"{{{ooxml.W}}}attachedTemplate"):
        settings.remove(template)
    for part in document.part.package.iter_parts():
        for key in [key for key, rel in part.rels.items() if rel.is_external and "attachedTemplate" in rel.reltype]:
            del part.rels[key]


def _forget_effects(document: "Document") -> None:
    """Leave out a second copy of the styles, kept by old versions of Word: it would contradict those we add."""
    rels = document.part.rels
    for key in [key for key, rel in rels.items() if rel.reltype.endswith("/stylesWithEffects")]:
        del rels[key]


def _describe(document: "Document", draft: Draft) -> None:
    at = datetime.fromisoformat(draft.created).replace(tzinfo=UTC)
    properties = document.core_properties
    properties.title, properties.subject = ooxml.plain(draft.title), ooxml.plain(draft.subject)
    properties.author = properties.last_modified_by = ooxml.plain(draft.author)
    properties.language = draft.language
    properties.created = properties.modified = at
    properties.comments = ooxml.plain(" ".join((draft.conventions.review, *draft.conventions.reviewers)))
    properties.keywords = properties.category = ""
    properties.revision = 1


def _packed(document: "Document", main: bytes) -> bytes:
    from docx.opc.packuri import PACKAGE_URI, PackURI
    from docx.opc.pkgwriter import _ContentTypesItem  # the public writer stamps the time of writing

    package = document.part.package
    parts = sorted(package.parts, key=lambda part: part.partname)
    content: list[tuple[str, bytes]] = [("[Content_Types].xml", _ContentTypesItem.from_parts(parts).blob)]  # type: ignore[no-untyped-call]
    content.append((PackURI(PACKAGE_URI).rels_uri.membername, package.rels.xml))
    for part in parts:
        content.append((part.partname.membername, main if part is document.part else part.blob))
        if part.rels:
            content.append((part.partname.rels_uri.membername, part.rels.xml))
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        for name, blob in content:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, blob)
    return buffer.getvalue()
