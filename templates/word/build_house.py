"""Build `house.docx`, the styles and page set-up of our letters: `python templates/word/build_house.py`."""

import io
import zipfile
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt
from docx.styles.style import BaseStyle, ParagraphStyle

FACE = "Times New Roman"
TARGET = Path(__file__).with_name("house.docx")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_TABLE = (
    f'<w:style xmlns:w="{_W}" w:type="table" w:customStyle="1" w:styleId="MLATable"><w:name w:val="MLA Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>'
    f"{_BORDERS}</w:tblBorders><w:tblCellMar>"
    '<w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def build() -> None:
    """Write the file."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    section.header_distance = section.footer_distance = Mm(12)
    _defaults(document)
    normal = document.styles["Normal"]
    _font(normal, 11)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.widow_control = True
    title = document.styles["Title"]
    _plain_title(title)
    for level, size in ((1, 12.5), (2, 11.5), (3, 11)):
        heading = document.styles[f"Heading {level}"]
        _font(heading, size, bold=True)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(14 - 2 * level), Pt(4)
        heading.paragraph_format.keep_with_next = True
    for name, size in (
        ("MLA Numbered", 11),
        ("MLA Plain", 11),
        ("MLA Bullet", 11),
        ("MLA Cell", 9.5),
        ("MLA Head", 9.5),
        ("MLA Signature", 11),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), name.replace(" ", ""))
        style.base_style = normal
        _font(style, size, bold=name == "MLA Head")
        style.paragraph_format.space_after = Pt(2 if size < 11 or name == "MLA Bullet" else 6)
        if size < 11:
            style.paragraph_format.line_spacing = 1.0
        if name == "MLA Signature":
            style.paragraph_format.keep_together = True
            style.paragraph_format.space_after = Pt(0)
    for name in ("Header", "Footer"):
        _font(document.styles[name], 9)
        document.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.styles.element.append(parse_xml(_TABLE))
    _drop_extras(document)
    buffer = io.BytesIO()
    document.save(buffer)
    _repack(buffer)


def _plain_title(title: BaseStyle) -> None:
    assert isinstance(title, ParagraphStyle)
    properties = title.element.get_or_add_rPr()
    for name in ("w:spacing", "w:kern", "w:color"):
        for found in properties.findall(qn(name)):
            properties.remove(found)
    borders = title.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        title.element.pPr.remove(borders)
    _font(title, 15, bold=True)
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(6), Pt(12)


def _font(style: BaseStyle, size: float, *, bold: bool = False) -> None:
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size, style.font.bold = FACE, Pt(size), bold
    style.font.italic = False
    properties = style.element.get_or_add_rPr()
    fonts = properties.rFonts
    for attribute in list(fonts.attrib):
        if "Theme" in attribute:
            del fonts.attrib[attribute]
    for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(attribute), FACE)
    for found in properties.findall(qn("w:color")):
        properties.remove(found)
    for name, value in (("w:bCs", bold), ("w:szCs", None)):
        for found in properties.findall(qn(name)):
            properties.remove(found)
        if value is False:
            continue
        element = OxmlElement(name)
        if name == "w:szCs":
            element.set(qn("w:val"), str(int(size * 2)))
            properties.find(qn("w:sz")).addnext(element)
        else:
            properties.find(qn("w:b")).addnext(element)


def _defaults(document: DocumentType) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), "en-GB")


def _drop_extras(document: DocumentType) -> None:
    package = document.part.package
    for rels in (package.rels, document.part.rels):
        for key in [
            key
            for key, rel in rels.items()
            if any(word in rel.reltype for word in ("customXml", "thumbnail", "stylesWithEffects"))
        ]:
            del rels[key]


def _repack(buffer: io.BytesIO) -> None:
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))


if __name__ == "__main__":
    build()
