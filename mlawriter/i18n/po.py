"""Reading a `.po` or `.pot` file as entries, quickly and without Babel."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mlawriter.i18n.message import Message

NOT_READ = Message("{file} cannot be read: {reason}.")
NOT_TEXT = Message("{file} is not written in UTF-8. Save it as UTF-8 and try again.")
NOT_A_CATALOGUE = Message("{file}, line {line}: this is not the form of a .po file. Mend it, or export it again.")

_LINE = re.compile(r'\s*(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])?\s*)?"((?:[^"\\]|\\.)*)"\s*\Z')
_BEGINS = re.compile(r"Where: |Example: |menu: |\{[a-z][a-z0-9_.]*\??\}: ")
_PAIR = 2
"""Quotation marks in a line that only goes on and needs no closer look."""
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}

_NO_FLAGS = frozenset[str]()

Key = tuple[str, str]
"""What an entry is found by: its context and its (singular) English text."""


class PoError(Exception):
    """A catalogue that cannot be read; `message` says why and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message of a catalogue. `source` is the English text and its plural, `target` the forms of the translation.

    `notes` are for the translator, `comments` by the translator, `places` where the text stands in the program.
    """

    context: str = ""
    source: tuple[str, ...] = ("",)
    target: tuple[str, ...] = ("",)
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    line: int = 0

    @property
    def key(self) -> Key:
        """What this entry is found by."""
        return self.context, self.source[0]

    @property
    def fuzzy(self) -> bool:
        """Say whether somebody must look at the translation again."""
        return "fuzzy" in self.flags

    @property
    def is_translated(self) -> bool:
        """Say whether every form is there and nobody has to look at it again."""
        return all(self.target) and not self.fuzzy


@dataclass(frozen=True, slots=True)
class Po:
    """A catalogue as it was read: its head, and its entries by context and text, in the order of the file."""

    head: Mapping[str, str]
    entries: Mapping[Key, Entry]
    twice: tuple[Entry, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """What has been read of one entry so far; mutable, because lines come one by one."""

    parts: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, list[str]] = field(default_factory=dict)
    line: int = 0
    last: str = ""


def read_po(file: Path) -> Po:
    """Return the catalogue in a file.

    Raises:
        PoError: if it cannot be read or understood.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise PoError(NOT_TEXT.fill(file=file.name)) from None
    except OSError as error:
        raise PoError(NOT_READ.fill(file=file.name, reason=error.strerror or "unknown")) from None
    return parse(text, file.name)


def parse(text: str, name: str = "") -> Po:
    """Return the catalogue in a text; `name` is the file it is said to be from.

    Raises:
        PoError: if it is not understood.
    """
    head: Mapping[str, str] = {}
    entries: dict[Key, Entry] = {}
    twice = []
    for entry in _entries(text, name):
        if entry.source == ("",) and not entry.context:
            head = _head(entry)
        elif entry.key in entries:
            twice.append(entry)
        else:
            entries[entry.key] = entry
    return Po(head, entries, tuple(twice))


def _entries(text: str, name: str) -> Iterator[Entry]:
    at = _Gathered()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or line.isspace():
            continue
        if line[0] == "#":
            if at.parts:
                yield _entry(at, name)
                at = _Gathered()
            _remark(at, line)
            continue
        if line[0] == line[-1] == '"' and at.last and "\\" not in line and line.count('"') == _PAIR:
            at.parts[at.last] += line[1:-1]
            continue
        found = _LINE.match(line)
        if found is None:
            raise PoError(NOT_A_CATALOGUE.fill(file=name, line=str(number)))
        word, form, words = found.groups()
        if word in {"msgctxt", "msgid"} and "msgstr[0]" in at.parts:
            yield _entry(at, name)
            at = _Gathered()
        _gather(at, word, form, words, number, name)
    if at.parts:
        yield _entry(at, name)


def _gather(at: _Gathered, word: str | None, form: str | None, words: str, number: int, name: str) -> None:
    if word is None and not at.last:
        raise PoError(NOT_A_CATALOGUE.fill(file=name, line=str(number)))
    if word is not None:
        at.last = f"msgstr[{int(form or 0)}]" if word == "msgstr" else word
        if at.last in at.parts:
            raise PoError(NOT_A_CATALOGUE.fill(file=name, line=str(number)))
        at.parts[at.last] = ""
        at.line = at.line or number
    at.parts[at.last] += words


def _remark(at: _Gathered, line: str) -> None:
    sign = line[1:2]
    if sign == "~":
        return
    kind = sign if sign in {".", ",", ":", "|"} else " "
    at.remarks.setdefault(kind, []).append(line[2:].strip() if kind != " " else line[1:].strip())


def _entry(at: _Gathered, name: str) -> Entry:
    parts = {key: _plain(words) for key, words in at.parts.items()}
    if "msgid" not in parts or "msgstr[0]" not in parts:
        raise PoError(NOT_A_CATALOGUE.fill(file=name, line=str(at.line)))
    plural = (parts["msgid_plural"],) if "msgid_plural" in parts else ()
    remarks = at.remarks
    return Entry(
        context=parts.get("msgctxt", ""),
        source=(parts["msgid"], *plural),
        target=tuple(words for key, words in sorted(parts.items()) if key.startswith("msgstr"))
        if plural
        else (parts["msgstr[0]"],),
        notes=_joined(remarks["."]) if "." in remarks else (),
        comments=tuple(remarks.get(" ", ())),
        places=tuple(remarks.get(":", ())),
        flags=_flags(remarks[","]) if "," in remarks else _NO_FLAGS,
        line=at.line,
    )


def _joined(lines: list[str]) -> tuple[str, ...]:
    """Return the notes of our own templates in one piece each: a long one is broken into lines where it is written."""
    whole: list[str] = []
    for line in lines:
        if whole and not _BEGINS.match(line):
            whole[-1] += f" {line}"
        else:
            whole.append(line)
    return tuple(whole)


def _flags(lines: list[str]) -> frozenset[str]:
    return frozenset(flag.strip() for line in lines for flag in line.split(","))


def _plain(words: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES.get(found[1], found[1]), words) if "\\" in words else words


def _head(entry: Entry) -> dict[str, str]:
    lines = (line.partition(":") for line in entry.target[0].split("\n") if line)
    return {name.strip().lower(): value.strip() for name, _, value in lines}
