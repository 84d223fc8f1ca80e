"""Styles, section and settings of a Word document as the language of the letter needs them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mlawriter.export import ooxml
from mlawriter.i18n.translator import Conventions

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element as Element

_AFTER_BIDI = (
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
)
_AFTER_JC = ("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr")
_AFTER_SECTION = ("rtlGutter", "docGrid", "printerSettings", "sectPrChange")
_LATIN, _COMPLEX, _EAST_ASIAN = "en-GB", "ar-SA", "zh-CN"
"""The languages of words in scripts that are not that of the letter."""


def dress(document: "Document", names: Iterable[str], conventions: Conventions) -> None:
    """Give our styles the typefaces of a language and its direction; so too every paragraph style based on none."""
    ours = frozenset(names)
    for style in document.styles.element.findall(_w("style")):
        is_root = style.get(_w("type")) == "paragraph" and style.find(_w("basedOn")) is None
        if style.get(_w("styleId")) in ours or is_root:
            _set_faces(style, conventions)
            if conventions.rtl and style.get(_w("type")) == "paragraph":
                _turn(style)


def set_languages(document: "Document", conventions: Conventions) -> None:
    """Say the language of the letter, and those of words in other scripts, in styles and settings."""
    written = conventions.spelling or conventions.tag
    tags = {"val": written, "eastAsia": _EAST_ASIAN, "bidi": _COMPLEX}
    if conventions.rtl:
        tags |= {"val": _LATIN, "bidi": written}
    elif conventions.is_east_asian:
        tags |= {"val": _LATIN, "eastAsia": written}
    said = document.styles.element.findall(f".//{_w('rPrDefault')}//{_w('lang')}")
    for element in (*said, *document.settings.element.findall(_w("themeFontLang"))):
        for name, tag in tags.items():
            element.set(_w(name), tag)


def of_run(conventions: Conventions, *, is_second: bool, as_east_asian: bool) -> tuple[str, str]:
    """Return the properties of a run: its typefaces, and which language it is; both as far as its paragraph has others.

    `is_second`: it is in another language than the letter. The first come before all others of a run, the second after.
    """
    if not is_second:
        return ooxml.faces(as_east_asian=as_east_asian), ""
    fonts, written = conventions.fonts, conventions.spelling or conventions.tag
    script = "bidi" if conventions.rtl else "eastAsia" if conventions.is_east_asian else "val"
    faces = ooxml.faces(fonts.latin, fonts.east_asian, fonts.complex, as_east_asian=as_east_asian)
    return faces, ooxml.spoken(script, written)


def turn_sections(document: "Document", conventions: Conventions) -> None:
    """Let the pages of a script from right to left be turned that way."""
    from docx.oxml import OxmlElement

    for section in document.element.iter(_w("sectPr")) if conventions.rtl else ():
        if section.find(_w("bidi")) is None:
            _insert(section, OxmlElement("w:bidi"), _AFTER_SECTION)


def _set_faces(style: "Element", conventions: Conventions) -> None:
    fonts, look = conventions.fonts, style.find(_w("rPr"))
    named = None if look is None else look.find(_w("rFonts"))
    if look is None or named is None:
        return
    for name, face in (("ascii", fonts.latin), ("hAnsi", fonts.latin), ("cs", fonts.complex)):
        named.set(_w(name), face)
    named.set(_w("eastAsia"), fonts.east_asian)
    size = look.find(_w("szCs"))
    if size is not None:
        size.set(_w("val"), str(round(int(str(size.get(_w("val")))) * fonts.complex_scale)))


def _turn(style: "Element") -> None:
    from docx.oxml import OxmlElement

    paragraph = style.find(_w("pPr"))
    if paragraph is None:
        paragraph = OxmlElement("w:pPr")
        _insert(style, paragraph, ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr"))
    if paragraph.find(_w("bidi")) is None:
        _insert(paragraph, OxmlElement("w:bidi"), (*_AFTER_BIDI, "jc", *_AFTER_JC))
    side = paragraph.find(_w("jc"))
    if side is None:
        side = OxmlElement("w:jc")
        side.set(_w("val"), "start")
        _insert(paragraph, side, _AFTER_JC)


def _insert(parent: "Element", child: "Element", before: Iterable[str]) -> None:
    later = next((each for each in parent if each.tag in {_w(name) for name in before}), None)
    if later is None:
        parent.append(child)
    else:
        later.addprevious(child)


def _w(name: str) -> str:
    return f"{{{ooxml.W}}}{name}"
