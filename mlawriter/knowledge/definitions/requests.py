"""Kinds of request: their pages, documents and sections."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from mlawriter.knowledge.beginnings import ASSISTANCE
from mlawriter.knowledge.definitions.assistance import Record
from mlawriter.knowledge.definitions.assurances import Guarantee
from mlawriter.knowledge.definitions.basics import REQUESTING, Severity, nothing
from mlawriter.knowledge.definitions.checks import Check, Deadline
from mlawriter.knowledge.definitions.instruments import Instrument, Requirement
from mlawriter.knowledge.definitions.questions import Attach, Field, Otherwise, fits
from mlawriter.knowledge.definitions.sources import Rule
from mlawriter.knowledge.definitions.wording import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One step of the wizard: a section, a list of rows, or the modules chosen."""

    id: str
    title: str
    intro: str = ""
    sections: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document that a request kind produces: its clauses in order.

    It is made while `when` holds; with `each` (a record or `item`) once per row, with `modules` once per item of
    those modules; `{item.letter}` and other placeholders of the row may stand in its title. A `separate` document is
    a file of its own and no part of the letter. `numbered` ones have numbered sections and paragraphs; an
    `optional` one can be left out when the letter is exported. An `internal` one stays with the authority that writes:
    it is made when it is asked for by name, and never goes into a bundle.
    """

    id: str
    title: str
    clauses: tuple[str, ...]
    when: str = ""
    each: str = ""
    modules: tuple[str, ...] = ()
    separate: bool = False
    numbered: bool = False
    optional: bool = False
    internal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Types of assistance that belong together, as they are offered to the user."""

    id: str
    title: str
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast:
    """A list of which a request needs some rows (while `when` holds), what to tell the user otherwise, and why."""

    list: str
    rows: int
    message: str
    when: str = ""
    severity: Severity = Severity.ESSENTIAL
    cites: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class RequestKind:
    """A kind of request: the steps of its wizard, its documents, and what it must hold.

    `reference`, `subject` and `author` are patterns for the page header and the properties of the letter;
    `markings` stand on every page while their condition holds. A kind that is no request for assistance (information
    sent unasked, a question to a company) says `is_request = false`: no treaty prescribes what it contains.
    `cites_on` names the topics of instruments whose articles the letter names with each legal basis. `code` orders
    the kinds of a family in menus. `family` tells extradition from assistance: fields, checks,
    undertakings and instruments can be limited to one.
    `side` is the State that writes: the `requesting` one, or the `requested` one, which answers (`asked_state` in
    conditions is the requested State in both cases). `otherwise` says which questions are put otherwise here; `titles`,
    `intros` (by section) and `list_intros` (by record) hold what stands over some of them instead. `checks` names the
    only checks that it is held to (`refusal_*`: all that begin so); without it, all of its family.
    A file may begin with `based_on = "ext_accused"`: it then starts from that kind and says only what differs.
    """

    id: str
    title: str
    code: str = ""
    family: str = ASSISTANCE
    is_request: bool = True
    side: str = REQUESTING
    otherwise: tuple[Otherwise, ...] = ()
    titles: Mapping[str, str] = field(default_factory=nothing)
    intros: Mapping[str, str] = field(default_factory=nothing)
    list_intros: Mapping[str, str] = field(default_factory=nothing)
    checks: tuple[str, ...] = ()
    reference: str = ""
    subject: str = ""
    author: str = ""
    cites_on: tuple[str, ...] = ("general_duty", "content")
    markings: tuple[Sentence, ...] = ()
    pages: tuple[Page, ...]
    documents: tuple[Document, ...]
    groups: tuple[Group, ...] = ()
    at_least: tuple[AtLeast, ...] = ()
    attach: tuple[Attach, ...] = ()

    def asked(self, name: str, entry: Field) -> Field:
        """Return a field, by its dotted name, as requests of this kind ask it."""
        found = entry.within(self.family)
        for other in self.otherwise:
            if other.concerns(name):
                found = other.of(found)
        return found

    def is_held_to(self, check: "Check") -> bool:
        """Say whether a check is run on requests of this kind."""
        return self.takes(check) and (not self.checks or any(fits(check.id, word) for word in self.checks))

    def section(self, section: "Section") -> "Section":
        """Return a section as requests of this kind show it."""
        found = section.within(self.family)
        title, intro = self.titles.get(section.id, found.title), self.intros.get(section.id, found.intro)
        return replace(found, title=title, intro=intro)

    def record(self, record: "Record") -> "Record":
        """Return a record as requests of this kind show it."""
        found = record.within(self.family)
        return replace(found, intro=self.list_intros.get(record.id, found.intro))

    def takes(self, entry: "Field | Requirement | Guarantee | Check | Deadline | Instrument | Rule") -> bool:
        """Say whether something belongs into requests of this family."""
        return not entry.families or self.family in entry.families

    @cached_property
    def modules(self) -> tuple[str, ...]:
        """The types of assistance that this kind offers, group by group."""
        return tuple(module for group in self.groups for module in group.modules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group of fields asked once. For a family of requests, `title_in` and `intro_in` say what stands there instead.

    `scope`: `case`, `request`, or what is known of the law of a State: `state` of the requested one
    (`state.death_penalty`, kept with the request), `home` of the requesting one (kept with the case).
    """

    id: str
    title: str
    scope: str
    intro: str = ""
    title_in: Mapping[str, str] = field(default_factory=nothing)
    intro_in: Mapping[str, str] = field(default_factory=nothing)
    fields: tuple[Field, ...] = ()

    def within(self, family: str) -> "Section":
        """Return the section as requests of a family show it."""
        title, intro = self.title_in.get(family, self.title), self.intro_in.get(family, self.intro)
        return replace(self, title=title, intro=intro)
