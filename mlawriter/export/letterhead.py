"""An authority's own Word file as letterhead. It comes from outside: checked before anything reads it."""

import re
import zipfile
from pathlib import Path

from mlawriter.i18n.message import Message

NOT_THERE = Message("There is no letterhead {file}. Check the name.")
NOT_WORD = Message("The letterhead {file} is no Word document (.docx). Save it as .docx and try again.")
TOO_LARGE = Message("The letterhead {file} is too large. Use a file with the letterhead only.")
MACROS = Message("The letterhead {file} contains macros or embedded programs. Save a copy without them.")
NOT_PLAIN = Message("The letterhead {file} is not a plain Word document. Save it again in your word processor.")
LINKED = Message("The letterhead {file} draws on files outside itself. Save a copy without links.")
LARGEST = 64 * 1024 * 1024
_EXTERNAL = re.compile(rb'<Relationship\b[^>]*TargetMode\s*=\s*["\']External["\'][^>]*>')
_HARMLESS = (b"/hyperlink", b"/attachedTemplate")


class LetterheadError(Exception):
    """The letterhead cannot be used; `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def inspect(file: Path) -> None:
    """Make sure that a file is a plain Word document without macros, links to outside, or traps.

    Raises:
        LetterheadError: otherwise, with one sentence for the user.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            _inspect(archive, file)
    except FileNotFoundError:
        raise _refused(NOT_THERE, file) from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise _refused(NOT_WORD, file) from None


def _inspect(archive: zipfile.ZipFile, file: Path) -> None:
    entries = archive.infolist()
    names = [entry.filename for entry in entries]
    total = sum(entry.file_size for entry in entries)
    if "word/document.xml" not in names or len(names) != len(set(names)):
        raise _refused(NOT_WORD, file)
    if total > LARGEST or any(entry.file_size > 1_000_000 > 150 * entry.compress_size for entry in entries):
        raise _refused(TOO_LARGE, file)
    if any("vbaProject" in name or name.endswith(".bin") for name in names):
        raise _refused(MACROS, file)
    for name in names:
        if name.endswith((".xml", ".rels")):
            _inspect_xml(archive.read(name), file)


def _inspect_xml(content: bytes, file: Path) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise _refused(NOT_PLAIN, file)
    for link in _EXTERNAL.findall(content):
        if not any(kind in link for kind in _HARMLESS):
            raise _refused(LINKED, file)


def _refused(message: Message, file: Path) -> LetterheadError:
    return LetterheadError(message.fill(file=file.name))
