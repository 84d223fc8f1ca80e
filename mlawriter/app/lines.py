"""Every message of a language with the translation that is used: the user's own, or that of the program."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from mlawriter.i18n.languages import Languages
from mlawriter.i18n.message import Domain
from mlawriter.i18n.po import Entry, Po, PoError, read_po

_LENGTH = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One message of a language. `entry` holds the English text, the translation that is used, and the notes.

    `is_own` says that the translation is the user's and not that of the program.
    """

    domain: Domain
    entry: Entry
    is_own: bool = False

    @property
    def id(self) -> str:
        """A short name that stays the same while the English text and its place do."""
        return message_id(self.domain, self.entry)

    @property
    def section(self) -> str:
        """What the message belongs to: the first word of its context; empty for one without."""
        return self.entry.context.partition(" ")[0].partition(".")[0]

    @property
    def is_done(self) -> bool:
        """Say whether the translation is there and nobody has to look at it again."""
        return self.entry.is_translated


def message_id(domain: Domain, entry: Entry) -> str:
    """Return a short name for a message: `d-1f04c2ab`."""
    from hashlib import sha256

    text = "\0".join((domain, entry.context, entry.source[0]))
    return f"{domain[0]}-{sha256(text.encode()).hexdigest()[:_LENGTH]}"


def lines(language: str, languages: Languages) -> tuple[Line, ...]:
    """Return every message with its translation in a language, in the order of the templates."""
    return tuple(line for domain in get_args(Domain) for line in domain_lines(language, domain, languages))


def domain_lines(language: str, domain: Domain, languages: Languages) -> Iterator[Line]:
    """Yield the messages of a domain; the user's catalogues decide before that of the program."""
    found = [(file, read_leniently(file)) for file in languages.sources.catalogues(language, domain)]
    for key, wanted in read_leniently(languages.folder / f"{domain}.pot").entries.items():
        used: tuple[Path, Entry] | None = None
        for file, po in found:
            entry = po.entries.get(key)
            if entry is not None and (entry.is_translated or (used is None and any(entry.target))):
                used = file, entry
                if entry.is_translated:
                    break
        if used is None:
            yield Line(domain=domain, entry=wanted)
        else:
            file, entry = used
            merged = replace(wanted, target=entry.target, flags=entry.flags, comments=entry.comments)
            yield Line(domain=domain, entry=merged, is_own=not file.is_relative_to(languages.folder))


def read_leniently(file: Path) -> Po:
    """Return a catalogue; an empty one, if it is not there or damaged (`Languages.problems` says so)."""
    try:
        return read_po(file)
    except PoError:
        return Po({}, {})
