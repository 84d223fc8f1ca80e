"""What a proofreader finds in a catalogue, and what it needs to know of the language."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry

NOWHERE = Entry()
"""Stands for the catalogue as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong in a catalogue. `kind` is a short name of what it is; a warning does not fail."""

    language: str
    domain: str
    kind: str
    what: Message
    entry: Entry = NOWHERE
    is_warning: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """What one test says of one message: a kind and a sentence."""

    kind: str
    what: Message
    is_warning: bool = False


Remarks = Iterator[Remark]


@dataclass(frozen=True, kw_only=True)
class Written:
    """How a language is written: its quotation marks, its rule of plural forms, the terms of the field.

    `plural` is the header that each catalogue must have (empty: any); `terms` holds the forms of
    each English term, `exact` those that must be said so where they stand alone.
    """

    tag: str
    quotes: tuple[str, str] = ("“", "”")
    plural: str = ""
    terms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    exact: frozenset[str] = frozenset()

    @property
    def stem(self) -> str:
        """The language without country and script."""
        return self.tag.partition("-")[0]
