"""Our own lint of a Word file in a script from right to left: what no validator of the schema sees."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RTL = re.compile("[\u0590-\u08ff]")
_LATIN = re.compile("[A-Za-z]")


def faults_of_direction(content: bytes, spelling: str) -> list[str]:
    """Every paragraph, run, table, section, style and list that would be read in the wrong order or language."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"word/\w+\.xml", name)]
        trees = {name.removeprefix("word/"): etree.fromstring(package.read(name)) for name in names}
    shown = [tree for name, tree in trees.items() if re.match("document|header|footer", name)]
    faults = [fault for tree in shown for fault in (*_paragraphs(tree), *_runs(tree), *_tables(tree))]
    if not all(section.findall(f"{W}bidi") for section in trees["document.xml"].iter(f"{W}sectPr")):
        faults.append("a section runs from left to right")
    return [*faults, *_styles(trees["styles.xml"], spelling), *_lists(trees["numbering.xml"])]


def _paragraphs(tree: etree._Element) -> Iterator[str]:
    for each in tree.iter(f"{W}p"):
        if each.find(f"{W}r") is not None and each.find(f"{W}pPr/{W}bidi") is None:
            yield f"a paragraph runs from left to right: {_text(each)}"


def _runs(tree: etree._Element) -> Iterator[str]:
    for each in tree.iter(f"{W}r"):
        text, is_rtl = _text(each), each.find(f"{W}rPr/{W}rtl") is not None
        if _RTL.search(text) and not is_rtl:
            yield f"a run is not from right to left: {text}"
        if _LATIN.search(text) and is_rtl:
            yield f"a run is from right to left: {text}"


def _tables(tree: etree._Element) -> Iterator[str]:
    for each in tree.iter(f"{W}tbl"):
        if each.find(f"{W}tblPr/{W}bidiVisual") is None:
            yield "the first column of a table is on the left"


def _styles(tree: etree._Element, spelling: str) -> Iterator[str]:
    language = tree.find(f".//{W}rPrDefault//{W}lang")
    if language is None or language.get(f"{W}bidi") != spelling:
        yield "the language is not said"
    for style in tree.iter(f"{W}style"):
        name, is_paragraph = str(style.get(f"{W}styleId")), style.get(f"{W}type") == "paragraph"
        is_root = is_paragraph and style.find(f"{W}basedOn") is None
        if (is_root or (is_paragraph and name.startswith("MLA"))) and style.find(f"{W}pPr/{W}bidi") is None:
            yield f"the style {name} runs from left to right"
        look = style.find(f"{W}rPr")
        if look is not None and name.startswith("MLA"):
            tags = {each.tag for each in look}
            if (f"{W}sz" in tags) != (f"{W}szCs" in tags):
                yield f"the style {name} has no size for the script"


def _lists(tree: etree._Element) -> Iterator[str]:
    for each in tree.iter(f"{W}abstractNum"):
        if re.fullmatch(r"7\d", str(each.get(f"{W}abstractNumId"))):
            indent = each.find(f".//{W}ind")
            if indent is None or indent.get(f"{W}start") is None:
                yield "a list is not indented from the start of the line"


def _text(element: etree._Element) -> str:
    return "".join(str(each.text or "") for each in element.iter(f"{W}t"))
