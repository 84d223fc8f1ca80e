"""The work of a translator: every message of a language with its state, found by number, words, note or place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from mlawriter.app.lines import Line, read_leniently
from mlawriter.app.proofs.fault import Remark, Written
from mlawriter.app.proofs.forms import form_count
from mlawriter.app.proofs.gate import check_entry, plural_rule
from mlawriter.i18n.languages import Languages
from mlawriter.i18n.message import Domain
from mlawriter.i18n.po import Entry, Po, read_po
from mlawriter.i18n.po_writing import new_head, po_text
from mlawriter.storage.casefile import write_in_new_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a domain, or a section of it, has got."""

    domain: Domain
    section: str
    total: int
    done: int


def progress(found: Iterable[Line], *, by_section: bool = False) -> tuple[Progress, ...]:
    """Return how far each domain has got, or each section of each domain."""
    groups: dict[tuple[Domain, str], list[Line]] = {}
    for line in found:
        groups.setdefault((line.domain, line.section if by_section else ""), []).append(line)
    return tuple(
        Progress(
            domain=domain,
            section=section,
            total=len(group),
            done=sum(line.is_done for line in group),
        )
        for (domain, section), group in groups.items()
    )


def untranslated(found: Iterable[Line]) -> tuple[Line, ...]:
    """Return the messages that still have to be translated or looked at again."""
    return tuple(line for line in found if not line.is_done)


def remarks(line: Line, written: Written, count: int) -> Iterator[Remark]:
    """Yield what is wrong with one message; `count` is the number of plural forms of the language."""
    return check_entry(line.entry, written, count)


def locate(found: Iterable[Line], words: str) -> tuple[Line, ...]:
    """Return the messages with this id, or with all these words in their texts, their context or their notes."""
    wanted = words.casefold().split()
    return tuple(line for line in found if line.id == words or all(word in _searched(line) for word in wanted))


def keep(line: Line, target: Sequence[str], language: str, languages: Languages, *, fuzzy: bool = False) -> Path:
    """Write a translation into the user's own catalogue of a language and return its file.

    Raises:
        PoError: if the catalogue that is there cannot be read.
        CannotWrite: if it cannot be written.
    """
    if languages.own is None:
        raise ValueError("there is no folder of the user")
    flags = (line.entry.flags - {"fuzzy"}) | ({"fuzzy"} if fuzzy else set())
    changed = replace(line.entry, target=tuple(target), flags=frozenset(flags))
    return keep_all({line.domain: (changed,)}, language, languages)[0]


def keep_all(changed: Mapping[Domain, Sequence[Entry]], language: str, languages: Languages) -> tuple[Path, ...]:
    """Write translations into the user's own catalogues of a language and return the files.

    Raises:
        PoError: if a catalogue that is there cannot be read.
        CannotWrite: if one cannot be written.
    """
    assert languages.own is not None
    files = []
    for domain, entries in changed.items():
        file = languages.own / language / "LC_MESSAGES" / f"{domain}.po"
        po = read_po(file) if file.is_file() else Po(new_head(language, plural_rule(language)), {})
        merged = {**po.entries, **{entry.key: entry for entry in entries}}
        write_in_new_folder(file, po_text(po.head, merged.values()).encode())
        files.append(file)
    return tuple(files)


def forms_of(language: str, languages: Languages) -> int:
    """Return how many plural forms a language has: as its catalogues say, else as CLDR does."""
    for domain in get_args(Domain):
        for file in languages.sources.catalogues(language, domain):
            head = read_leniently(file).head
            if "plural-forms" in head:
                return form_count(Po(head, {}))
    return form_count(Po({"plural-forms": plural_rule(language)}, {}))


def _searched(line: Line) -> str:
    entry = line.entry
    return "\n".join((*entry.source, *entry.target, entry.context, *entry.notes, *entry.comments)).casefold()
