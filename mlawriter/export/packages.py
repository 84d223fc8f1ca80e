"""What may be wrong with an office file (.docx, .xlsx) that comes from outside, before anything reads it."""

import re
import zipfile
import zlib
from enum import Enum, auto
from pathlib import Path

LARGEST = 64 * 1024 * 1024
WORD, SHEETS = "word/document.xml", "xl/workbook.xml"
"""The main part of each kind of file."""
_EXTERNAL = re.compile(rb'<Relationship\b[^>]*TargetMode\s*=\s*["\']External["\'][^>]*>')
_HARMLESS = (b"/hyperlink", b"/attachedTemplate")


class Fault(Enum):
    """Why an office file is not taken."""

    NOT_THERE = auto()
    OTHER_KIND = auto()
    TOO_LARGE = auto()
    MACROS = auto()
    NOT_PLAIN = auto()
    LINKED = auto()


def fault_of(file: Path, main: str) -> Fault | None:
    """Return what is wrong with a file whose main part is `main`; nothing if it may be read.

    A file that may be read has no macros, no links to files outside, no entities and no parts that grow without bounds.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return _fault(archive, main)
    except FileNotFoundError:
        return Fault.NOT_THERE
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        return Fault.OTHER_KIND


def _fault(archive: zipfile.ZipFile, main: str) -> Fault | None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    total = sum(entry.file_size for entry in entries)
    if main not in names or len(names) != len(set(names)):
        return Fault.OTHER_KIND
    if total > LARGEST or any(entry.file_size > 1_000_000 > 150 * entry.compress_size for entry in entries):
        return Fault.TOO_LARGE
    if any("vbaProject" in name or name.endswith(".bin") for name in names if "printerSettings" not in name):
        return Fault.MACROS
    found = (_fault_of_xml(archive.read(name)) for name in names if name.endswith((".xml", ".rels")))
    return next(filter(None, found), None)


def _fault_of_xml(content: bytes) -> Fault | None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content:
        return Fault.NOT_PLAIN
    for link in _EXTERNAL.findall(content):
        if not any(kind in link for kind in _HARMLESS):
            return Fault.LINKED
    return None
