"""A glossary as TBX (TermBase eXchange, dialect TBX-Basic of ISO 30042:2019) and back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from mlawriter.export.escaping import escape
from mlawriter.export.ooxml import without_controls
from mlawriter.i18n.message import Message

NOT_TBX = Message("This is no TBX file that can be read ({reason}). Export it again as TBX-Basic.")
_NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LARGEST = 16 * 1024 * 1024
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Glossary of MLA Writer</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
_END = "</body></text>\n</tbx>\n"


class TbxError(Exception):
    """A file that is no TBX; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept of a glossary: its terms by language, the preferred one first, where they are from, a note."""

    id: str
    terms: Mapping[str, tuple[str, ...]]
    source: str = ""
    note: str = ""


def to_tbx(concepts: tuple[Concept, ...]) -> str:
    """Return a glossary as TBX-Basic."""
    return _HEAD + "".join(map(_entry, concepts)) + _END


def from_tbx(content: bytes) -> tuple[Concept, ...]:
    """Return the concepts of a TBX file, of this version or the one before it.

    Raises:
        TbxError: if it is none, too large, or has entities.
    """
    if len(content) > _LARGEST:
        raise TbxError(NOT_TBX.fill(reason="> 16 MB"))
    if b"<!ENTITY" in content or b"\0" in content:
        raise TbxError(NOT_TBX.fill(reason="UTF-8, <!ENTITY"))
    try:
        root = ET.fromstring(content)  # noqa: S314 - no entities, see above
    except ET.ParseError as error:
        raise TbxError(NOT_TBX.fill(reason=str(error))) from None
    if _plain(root.tag) not in {"tbx", "martif"}:
        raise TbxError(NOT_TBX.fill(reason=f"<{_plain(root.tag)}>"))
    entries = (each for each in root.iter() if _plain(each.tag) in {"conceptEntry", "termEntry"})
    return tuple(_concept(entry, number) for number, entry in enumerate(entries, start=1))


def _entry(concept: Concept) -> str:
    source = f'<xref type="xSource" target="">{_text(concept.source)}</xref>\n' if concept.source else ""
    note = f"<note>{_text(concept.note)}</note>\n" if concept.note else ""
    sections = "".join(_section(tag, terms) for tag, terms in concept.terms.items() if terms)
    return f'<conceptEntry id="{_text(concept.id)}">\n{source}{note}{sections}</conceptEntry>\n'


def _section(tag: str, terms: tuple[str, ...]) -> str:
    return f'<langSec xml:lang="{_text(tag)}">\n{"".join(_terms(terms))}</langSec>\n'


def _terms(terms: tuple[str, ...]) -> Iterator[str]:
    for number, term in enumerate(terms):
        status = "admittedTerm-admn-sts" if number else "preferredTerm-admn-sts"
        note = f'<termNote type="administrativeStatus">{status}</termNote>'
        yield f"<termSec><term>{_text(term)}</term>{note}</termSec>\n"


def _concept(entry: ET.Element, number: int) -> Concept:
    terms: dict[str, tuple[str, ...]] = {}
    for section in entry:
        if _plain(section.tag) in {"langSec", "langSet"}:
            tag = section.get(_LANGUAGE, "")
            found = (
                " ".join("".join(each.itertext()).split()) for each in section.iter() if _plain(each.tag) == "term"
            )
            terms[tag] = (*terms.get(tag, ()), *(term for term in found if term))
    notes = ("".join(each.itertext()).strip() for each in entry if _plain(each.tag) == "note")
    return Concept(id=entry.get("id") or f"c{number}", terms=terms, note=" ".join(notes))


def _plain(tag: str) -> str:
    return str(tag).removeprefix(_NAMESPACE).rpartition("}")[2]


def _text(words: str) -> str:
    return escape(without_controls(words))
