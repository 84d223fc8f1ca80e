"""All WordprocessingML that python-docx has no API for: runs, paragraphs, tables, fields, numbering, watermark.

Everything here returns XML as text; `escaped` is the only way for words to get into it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mlawriter.compose.blocks import Span
from mlawriter.export.bidi import runs
from mlawriter.export.drawing import FONT, Box, Drawing, Stroke

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word"'
)
_DRAWING = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_EMU = 12700
"""Units of DrawingML in a point."""
RTL = "<w:rtl/>"
"""Property of a run in a script from right to left."""
NO_TAB = '<w:suff w:val="nothing"/>'
NUMBERED, BULLETS, SECTIONS = 71, 72, 73
"""Ids of our lists: numbered paragraphs, bullets, sections."""
OF_SECOND = 10
"""What is added to them for the second language of a letter, which counts by itself."""

_WORD_ART = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)
"""The shape that words behind the page are drawn with (ECMA-376 part 4, 19.1.2: preset 136)."""

_STROKE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
_PAPER = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TO_ESCAPE = re.compile('[&<>"]|[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}


def escaped(text: str) -> str:
    """Return words safe for XML, without the characters that XML cannot hold."""
    return without_controls(text).translate(_ESCAPES) if _TO_ESCAPE.search(text) else text


def without_controls(text: str) -> str:
    """Return words without the characters that XML cannot hold."""
    return _NOT_XML.sub("", text)


def plain(text: str) -> str:
    """Return words for a property of the document: what XML can hold, at most 255 characters."""
    return without_controls(text)[:255]


def run(text: str, properties: str = "") -> str:
    """Return a run of words; line ends become breaks."""
    inner = f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
    if "\n" in text:
        inner = inner.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def faces(latin: str = "", east_asian: str = "", complex_script: str = "", *, as_east_asian: bool = False) -> str:
    """Return the property of a run that names its typefaces; it comes before all others. Nothing, if none is said.

    `as_east_asian`: quotation marks, dashes and the like are those of Chinese type, not of Latin.
    """
    hint = "eastAsia" if as_east_asian else ""
    said = {"ascii": latin, "hAnsi": latin, "eastAsia": east_asian, "cs": complex_script, "hint": hint}
    inner = "".join(f' w:{name}="{escaped(words)}"' for name, words in said.items() if words)
    return f"<w:rFonts{inner}/>" if inner else ""


def spoken(script: str, tag: str) -> str:
    """Return the property of a run that says its language: `script` is `val`, `eastAsia` or `bidi`. It comes last."""
    return f'<w:lang w:{script}="{escaped(tag)}"/>'


def direction(*, rtl: bool, within_rtl: bool) -> str:
    """Return the property of a paragraph that says where it begins, in a letter of this direction or of the other."""
    return "<w:bidi/>" if rtl else '<w:bidi w:val="0"/>' if within_rtl else ""


def field(instruction: str, shown: str, properties: str = "") -> str:
    """Return a field such as PAGE with the text shown until it is updated."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{look}<w:t>{escaped(shown)}</w:t></w:r>"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(runs: str, style: str, properties: str = "", bookmark: tuple[int, str] | None = None) -> str:
    """Return a paragraph of a style; `properties` are further elements of `w:pPr`, in schema order."""
    if bookmark:
        number, name = bookmark
        runs = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to be: the width of each column in twentieths of a point, direction, description."""

    columns: tuple[int, ...]
    rtl: bool = False
    description: str = ""


def table(grid: Grid, header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; header and cells are the paragraphs inside them. Rows do not break over pages."""
    columns = grid.columns
    direction = "<w:bidiVisual/>" if grid.rtl else ""
    described = f'<w:tblDescription w:val="{escaped(grid.description)}"/>' if grid.description else ""
    head = list(header)
    value, first_row, first_column = ("0620", 1, 0) if head else ("0680", 0, 1)
    look = (
        f'<w:tblLook w:val="{value}" w:firstRow="{first_row}" w:lastRow="0" w:firstColumn="{first_column}" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
    )
    parts = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="MLATable"/>{direction}<w:tblW w:w="{sum(columns)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{described}</w:tblPr><w:tblGrid>',
        *(f'<w:gridCol w:w="{width}"/>' for width in columns),
        "</w:tblGrid>",
    ]
    if head:
        parts.append(_row(head, columns, "<w:cantSplit/><w:tblHeader/>"))
    parts.extend(_row(row, columns, "<w:cantSplit/>") for row in rows)
    return "".join(parts) + "</w:tbl>"


def columns(width: int, rows: Iterable[Iterable[str]], *, rtl: bool) -> str:
    """Return two columns without lines between or around them; their rows break over pages.

    `rtl` puts the first column on the right.
    """
    half = width // 2
    direction = "<w:bidiVisual/>" if rtl else ""
    edges = "".join(f'<w:{side} w:w="113" w:type="dxa"/>' for side in ("left", "right"))
    inner = "".join(_row(row, (half, half), "") for row in rows)
    return (
        f'<w:tbl><w:tblPr>{direction}<w:tblW w:w="{2 * half}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{edges}</w:tblCellMar></w:tblPr>"
        f'<w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{half}"/></w:tblGrid>{inner}</w:tbl>'
    )


def _row(cells: Iterable[str], columns: tuple[int, ...], properties: str) -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, columns, strict=True)
    )
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def watermark(text: str, number: int, face: str) -> str:
    """Return a run that draws words behind the page, for the header."""
    return (
        f"<w:r><w:rPr><w:noProof/></w:rPr><w:pict>{_WORD_ART}"
        f'<v:shape id="MLADraft{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="{escaped(text)}" '
        'style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:130pt;rotation:315;z-index:-251658752;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" '
        'o:allowincell="f" fillcolor="#d0d0d0" stroked="f">'
        f'<v:fill opacity=".5"/><v:textpath style="font-family:&quot;{escaped(face)}&quot;;font-size:1pt" string="{escaped(text)}"/>'
        "</v:shape></w:pict></w:r>"
    )


def picture(drawing: Drawing, *, number: int, description: str, rtl: bool) -> str:
    """Return a run with a drawing of boxes and lines; `number` is unique among the pictures of the document."""
    first = number * 1000
    shapes = [_line_shape(stroke, first + at) for at, stroke in enumerate(drawing.strokes, start=1)]
    first += len(shapes)
    shapes += [_box_shape(box, first + at, rtl=rtl) for at, box in enumerate(drawing.boxes, start=1)]
    size = f'cx="{_emu(drawing.width)}" cy="{_emu(drawing.height)}"'
    frame = f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm>'
    return (
        f'<w:r><mc:AlternateContent {_DRAWING}><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number * 1000}" name="MLADiagram{number}" descr="{escaped(description)}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        f"<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>{frame}</wpg:grpSpPr>{''.join(shapes)}</wpg:wgp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:t>{escaped(description)}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _line_shape(stroke: Stroke, number: int) -> str:
    top, height = min(stroke.y1, stroke.y2), abs(stroke.y2 - stroke.y1)
    flip = ' flipV="1"' if stroke.y2 < stroke.y1 else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Line {number}"/><wps:cNvCnPr/><wps:spPr><a:xfrm{flip}>'
        f'<a:off x="{_emu(stroke.x1)}" y="{_emu(top)}"/>'
        f'<a:ext cx="{_emu(stroke.x2 - stroke.x1)}" cy="{_emu(height)}"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{_STROKE}</wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _box_shape(box: Box, number: int, *, rtl: bool) -> str:
    look = "<a:noFill/><a:ln><a:noFill/></a:ln>" if box.is_head else f"{_PAPER}{_STROKE}"
    inset = 'lIns="36000" tIns="36000" rIns="36000" bIns="36000" anchor="ctr"'
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Box {number}"/><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm>'
        f'<a:off x="{_emu(box.x)}" y="{_emu(box.y)}"/><a:ext cx="{_emu(box.width)}" cy="{_emu(box.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}</wps:spPr>'
        f"<wps:txbx><w:txbxContent>{_box_words(box, rtl=rtl)}</w:txbxContent></wps:txbx>"
        f"<wps:bodyPr {inset}><a:noAutofit/></wps:bodyPr></wps:wsp>"
    )


def _box_words(box: Box, *, rtl: bool) -> str:
    look = "<w:b/><w:bCs/>" if box.is_head else ""
    size = f'<w:sz w:val="{round(FONT * 2)}"/><w:szCs w:val="{round(FONT * 2)}"/>'
    breaks = (run("\n") if number else "" for number in range(len(box.lines)))
    words = "".join(
        before
        + "".join(run(each.text, look + size + (RTL if each.rtl else "")) for each in runs((Span(line),), rtl=rtl))
        for before, line in zip(breaks, box.lines, strict=True)
    )
    spacing = '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/><w:jc w:val="center"/>'
    return paragraph(words, "MLACell", ("<w:bidi/>" if rtl else "") + spacing)


def _emu(points: float) -> int:
    return round(points * _EMU)


@dataclass(frozen=True, slots=True)
class Level:
    """How a list counts: the format of Word, the text around the number, indent from the start of the line, look."""

    form: str
    text: str
    indent: int
    look: str = ""


def numbering(number: int, level: Level) -> tuple[str, str]:
    """Return a list definition and its instance.

    The indent is said twice: from the start of the line, wherever that is, and as old readers know it; `left` of the
    number means the start as well in this kind of file (ECMA-376 part 4).
    """
    indent = f'w:start="{level.indent}" w:left="{level.indent}" w:hanging="{min(level.indent, 454)}"'
    inner = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>'
        f"{'' if level.indent else NO_TAB}"
        f'<w:lvlText w:val="{level.text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind {indent}/></w:pPr>'
        f"{f'<w:rPr>{level.look}</w:rPr>' if level.look else ''}</w:lvl>"
    )
    abstract = f'<w:abstractNum {NAMESPACES} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>{inner}</w:abstractNum>'
    return abstract, f'<w:num {NAMESPACES} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'


def in_list(number: int) -> str:
    """Return the paragraph property that puts a paragraph into one of our lists."""
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
