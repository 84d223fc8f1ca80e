"""Our own lint of a Word file: what validators of the schema do not see."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from posixpath import normpath

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def lint(content: bytes) -> list[str]:
    """Every fault of a Word file: zip names, fields, bookmarks, ids, styles and lists that do not fit together."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = package.namelist()
        parts = {name: package.read(name) for name in dict.fromkeys(names)}
    faults = [f"the name {name} is there {count} times" for name, count in Counter(names).items() if count > 1]
    faults += [f"the name {name} leads out of the file" for name in names if ".." in name or name.startswith("/")]
    trees = {name: etree.fromstring(text) for name, text in parts.items() if name.endswith((".xml", ".rels"))}
    for name, tree in trees.items():
        faults += [f"{name}: {fault}" for fault in (*_fields(tree), *_bookmarks(tree), *_ids(tree))]
    faults += _styles(trees)
    faults += _lists(trees)
    faults += _relations(trees, set(names))
    return faults


def _fields(tree: etree._Element) -> Iterator[str]:
    for paragraph in tree.iter(f"{W}p"):
        kinds = [str(each.get(f"{W}fldCharType")) for each in paragraph.iter(f"{W}fldChar")]
        if kinds != ["begin", "separate", "end"] * (len(kinds) // 3):
            yield f"a field is not balanced: {kinds}"
        for instruction in paragraph.iter(f"{W}instrText"):
            if not re.fullmatch(r" (PAGE|NUMPAGES) ", instruction.text or ""):
                yield f"a field does something else than count pages: {instruction.text}"


def _bookmarks(tree: etree._Element) -> Iterator[str]:
    starts = [str(each.get(f"{W}id")) for each in tree.iter(f"{W}bookmarkStart")]
    ends = [str(each.get(f"{W}id")) for each in tree.iter(f"{W}bookmarkEnd")]
    names = [str(each.get(f"{W}name")) for each in tree.iter(f"{W}bookmarkStart")]
    if sorted(starts) != sorted(ends):
        yield "bookmarks are not balanced"
    if len(set(starts)) != len(starts) or len(set(names)) != len(names):
        yield "a bookmark is there twice"


def _ids(tree: etree._Element) -> Iterator[str]:
    ids = Counter(str(each.get("id")) for each in tree.iter() if each.tag != RELATIONS and each.get("id"))
    yield from (f"the id {name} is there {count} times" for name, count in ids.items() if count > 1)


def _styles(trees: dict[str, etree._Element]) -> list[str]:
    known = {str(each.get(f"{W}styleId")) for each in trees["word/styles.xml"].iter(f"{W}style")}
    tags = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    used = {str(each.get(f"{W}val")) for tree in trees.values() for each in tree.iter(*tags)}
    return [f"there is no style {style}" for style in sorted(used - known)]


def _lists(trees: dict[str, etree._Element]) -> list[str]:
    numbering = trees.get("word/numbering.xml")
    known = set() if numbering is None else {str(each.get(f"{W}numId")) for each in numbering.iter(f"{W}num")}
    used = {str(each.get(f"{W}val")) for tree in trees.values() for each in tree.iter(f"{W}numId")}
    return [f"there is no list {number}" for number in sorted(used - known - {"0"})]


def _relations(trees: dict[str, etree._Element], names: set[str]) -> list[str]:
    faults: list[str] = []
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder = name.rpartition("_rels/")[0]
        for each in tree.iter(RELATIONS):
            target = str(each.get("Target"))
            if each.get("TargetMode") == "External":
                faults.append(f"{name}: leads out of the file to {target}")
            elif target.lstrip("/") not in names and normpath(f"{folder}{target}") not in names:
                faults.append(f"{name}: there is no part {target}")
    return faults
