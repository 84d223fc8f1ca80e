"""The shapes of the files in `templates/`: one frozen dataclass per folder.

Every text here is English and a gettext msgid; `knowledge.catalog` names its context and domain.
Conditions (`when`, `*_if`) are CEL source; they are compiled by `mlawriter.conditions`.
Citations are strings `instrument article` with a trailing ` ?` when not verified against the treaty text;
sources that are no instrument are written `practice`, `logic`, or `law: ...` in free words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Never

from mlawriter.knowledge.beginnings import ASSISTANCE

MODEL = "model"
"""The kind of an instrument that binds no State: what it says are defaults."""

REQUESTING, REQUESTED = "requesting", "requested"
"""The State that writes a letter."""

_NOTHING: Mapping[str, Never] = MappingProxyType({})


def _nothing() -> Mapping[str, Never]:
    """Return the one empty mapping that all members without entries share: there are thousands of them."""
    return _NOTHING


class Kind(StrEnum):
    """What kind of answer a field takes."""

    TEXT = "text"
    LONGTEXT = "longtext"
    TEXTS = "texts"
    WHOLE = "whole"
    DECIMAL = "decimal"
    YESNO = "yesno"
    DAY = "day"
    PERIOD = "period"
    MOMENT = "moment"
    MOMENTS = "moments"
    CHOICE = "choice"
    CHOICES = "choices"
    COUNTRY = "country"
    COUNTRIES = "countries"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    MONEY = "money"
    REF = "ref"
    REFS = "refs"
    ATTACHMENT = "attachment"


class Need(StrEnum):
    """How much a field is wanted."""

    ESSENTIAL = "essential"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


class Severity(StrEnum):
    """How much a finding weighs: *essential* and *conditional* stop a final export, *advisory* never does."""

    ESSENTIAL = "essential"
    CONDITIONAL = "conditional"
    ADVISORY = "advisory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a field says otherwise in requests of one family; what is not said here stays as it is."""

    label: str | None = None
    help: str | None = None
    example: str | None = None
    need: Need | None = None
    essential_if: str | None = None
    recommended_if: str | None = None
    shown_if: str | None = None
    severity: Severity | None = None
    cites: tuple[str, ...] | None = None
    code: str | None = None

    def of(self, entry: "Field") -> "Field":
        """Return a field with what is different."""
        found = {each.name: getattr(self, each.name) for each in fields(Difference)}
        return replace(entry, differs={}, **{name: value for name, value in found.items() if value is not None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise(Difference):
    """What some questions say otherwise in requests of one kind.

    `questions` names them: `case.requesting_state`, or `person.*` for all of a record or scope.
    """

    questions: tuple[str, ...]

    def concerns(self, name: str) -> bool:
        """Say whether a question, by its dotted name, is one of them."""
        return any(fits(name, word) for word in self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. `to` names the record (singular id) a ref points to; `example` shows a model answer.

    `options = "instruments"` lets a choice take the ids of the instruments instead of `choices`, `"grounds"` those of
    grounds for refusal, `"guarantees"` those of undertakings, `"time_zones"` the time zones of the world.
    `ltr` marks references, telephone numbers and the like, which read left to right in every language.
    What is `internal` is kept for the office itself: no letter prints it.
    What is a request's `own` (its reference, its date) is not taken over by a request that starts from another.
    `severity` says what a missing answer weighs where the law weighs it otherwise than by its need (`essential` for
    `need = "essential"`, `conditional` for `essential_if`). `families` limits it to requests of those families.
    `choices_in` names for a family the choices that only its requests offer (`ext_*`: all that begin so; of several
    words that fit, the longest counts); `differs` says for a family what is
    otherwise there: need, conditions, help, sources, code.
    """

    id: str
    kind: Kind
    label: str
    help: str = ""
    example: str = ""
    need: Need = Need.OPTIONAL
    essential_if: str = ""
    recommended_if: str = ""
    shown_if: str = ""
    severity: Severity | None = None
    choices: Mapping[str, str] = field(default_factory=_nothing)
    options: str = ""
    to: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    code: str = ""
    ltr: bool = False
    own: bool = False
    internal: bool = False
    hidden: bool = False
    until: date | None = None
    renamed_from: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    choices_in: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    differs: Mapping[str, Difference] = field(default_factory=_nothing)

    def within(self, family: str) -> "Field":
        """Return the field as requests of a family ask it."""
        other = self.differs.get(family)
        return other.of(self) if other else self

    def offered(self, family: str) -> tuple[str, ...]:
        """Return the choices that requests of a family offer, in order."""
        return tuple(key for key in self.choices if family in (self._families(key) or (family,)))

    def _families(self, key: str) -> tuple[str, ...]:
        """Return the families that the closest words in `choices_in` give a choice to; nothing: all."""
        found = [(len(word), name) for name, words in self.choices_in.items() for word in words if fits(key, word)]
        closest = max((length for length, _ in found), default=0)
        return tuple(name for length, name in found if length == closest)

    @property
    def shown(self) -> str:
        """The condition on which it is asked, its families included."""
        if not self.families:
            return self.shown_if
        among = f"request.family in [{', '.join(repr(each) for each in self.families)}]"
        return f"{among} && ({self.shown_if})" if self.shown_if else among


def fits(key: str, word: str) -> bool:
    """Say whether a word means a key: it is the same, or ends in `*` and begins like it."""
    return key.startswith(word[:-1]) if word.endswith("*") else key == word


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A yes-or-no member of a record that follows from other answers."""

    id: str
    label: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attach:
    """A document that must or should be annexed."""

    document: str
    when: str = ""
    certified: bool = False
    translated: bool = False
    need: Need = Need.ESSENTIAL
    cites: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One content that an instrument requires in a request. Paths are fields, lists of rows, members of the rows
    that a field refers to (`item.properties.location`, `request.person_sought.dob`), or an annex of some type
    (`document:warrant`).

    With `modules` it is asked of the items of those modules only, and `when` may read `item.`. A requirement of
    shared `contents` has no article: the treaty has no list of its own, and the source is practice.
    """

    article: str = ""
    text: str
    modules: tuple[str, ...] = ()
    met_by: tuple[str, ...] = ()
    met_by_one: tuple[str, ...] = ()
    when: str = ""
    need: Need = Need.ESSENTIAL
    verified: bool = False
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Contents that requests usually hold, for instruments that have no list of their own (`contents`)."""

    id: str
    title: str
    requires: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentRule:
    """A parameter that an instrument sets, except where a State has declared the point in `unless`."""

    value: int | str | bool
    article: str = ""
    verified: bool = False
    unless: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """Where an instrument deals with a topic of the provision matrix."""

    article: str
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A treaty, a scheme, or reciprocity. `modules` maps a module to `named` or `general`; absent means none.

    `abbreviation` is printed before an article number (`UNTOC`); instruments that the user describes (a bilateral
    treaty) take their title from the field of the request named in `title_field`, and articles without a topic from
    `citation_field`. `provisions` names the article for each topic of `own_article.topic`. A treaty that `governs`
    settles the procedure of legal assistance in general, also beside a convention; what an instrument says that
    `amends` another stands before what that one says; one of the kind `human_rights` is no legal basis, but its
    citations are always shown; `applies` names instruments whose
    provisions apply through this one (UNTOC through its Protocols); the articles in `fallback` apply only where no
    treaty that governs binds both States.
    """

    id: str
    title: str
    short: str
    abbreviation: str = ""
    kind: str = "treaty"
    adopted: str = ""
    in_force_since: date | None = None
    status: str = "check"
    status_note: str = ""
    consulted: date
    verified: bool = False
    source: str = ""
    title_field: str = ""
    citation_field: str = ""
    provisions: Mapping[str, Provision] = field(default_factory=_nothing)
    modules: Mapping[str, str] = field(default_factory=_nothing)
    module_articles: Mapping[str, Provision] = field(default_factory=_nothing)
    rules: Mapping[str, InstrumentRule] = field(default_factory=_nothing)
    governs: bool = False
    amends: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    applies: tuple[str, ...] = ()
    fallback: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    requires: tuple[Requirement, ...] = ()


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
class Sentence:
    """One sentence of a document, printed when its condition holds (always, without one)."""

    text: str
    when: str = ""


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
    titles: Mapping[str, str] = field(default_factory=_nothing)
    intros: Mapping[str, str] = field(default_factory=_nothing)
    list_intros: Mapping[str, str] = field(default_factory=_nothing)
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
    title_in: Mapping[str, str] = field(default_factory=_nothing)
    intro_in: Mapping[str, str] = field(default_factory=_nothing)
    fields: tuple[Field, ...] = ()

    def within(self, family: str) -> "Section":
        """Return the section as requests of a family show it."""
        title, intro = self.title_in.get(family, self.title), self.intro_in.get(family, self.intro)
        return replace(self, title=title, intro=intro)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A repeated thing. `name` is the pattern a row is called by; `mark` the letter it is numbered with.

    `full` is the pattern of a row in full (`{item.accounts.full}`), for letters.
    `scope` says whether the whole case or one request holds the rows; `empty` whether a list without
    rows is `unknown` or really `none`. Rows for which `apart_if` holds stand in no list or table of a letter; only
    clauses of items that refer to them name them. `intro_in` introduces the list in requests of a family.
    """

    id: str
    plural: str
    title: str
    title_plural: str
    name: str
    full: str = ""
    mark: str = ""
    scope: str = "case"
    empty: str = "none"
    apart_if: str = ""
    intro: str = ""
    intro_in: Mapping[str, str] = field(default_factory=_nothing)
    fields: tuple[Field, ...] = ()
    derived: tuple[Derived, ...] = ()
    summary: tuple[str, ...] = ()

    def within(self, family: str) -> "Record":
        """Return the record as requests of a family show it."""
        return replace(self, intro=self.intro_in.get(family, self.intro))


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSet:
    """Fields shared by several modules or sections (`uses`)."""

    id: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One type of assistance. Its fields are `item.<id>`; its clause is composed once per item."""

    id: str
    title: str
    summary: str
    coercive: bool = False
    coercive_if: str = ""
    evidence: bool = True
    uses: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    clause: str
    undertakings: tuple[str, ...] = ()
    attach: tuple[Attach, ...] = ()
    reviewer_questions: tuple[str, ...] = ()
    delay_reasons: tuple[str, ...] = ()
    cites: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """An undertaking that the requesting State gives.

    `risk` says what it protects: a person's `treatment`, the `procedure`, or an `administrative` matter. `monitoring`
    names the members of `records/guarantee.toml` that are asked of this one (`guarantee.monitoring` in conditions):
    who gives it and under what power, who watches over it and how, what follows a breach. What is answered is printed
    under the undertaking as the `full` of the record says. `topic` is the topic of instruments (`own_article.topic`)
    that it comes from: the letter prints the article of each legal basis on it, beside those in `cites`.
    `criteria` names the members of the record that are asked to judge its reliability (`guarantee.reliability`).
    `required_code` and `recommended_code` are carried by the finding that it is missing, where the legal dossier
    numbers that check by itself; otherwise `code` is.
    """

    id: str
    title: str
    risk: str = "procedure"
    topic: str = ""
    families: tuple[str, ...] = ()
    required_if: str = ""
    recommended_if: str = ""
    giver: str = ""
    note: str = ""
    monitoring: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...]
    cites: tuple[str, ...]
    code: str = ""
    required_code: str = ""
    recommended_code: str = ""


class Curable(StrEnum):
    """Whether further information can remove a ground for refusal."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A ground on which extradition can be refused (`options = "grounds"` lets a field name one).

    `mandatory_in` and `optional_in` cite where instruments oblige or allow the requested State to refuse, `excluded_in`
    where they say that it is no ground; `topic` is the topic of instruments (`own_article.topic`) that it comes from.
    An `absolute` one is never weighed against the duty to extradite. `information` says which further information
    could remove it (`curable_by_information`), `curable_by` which undertakings could, `alternatives` which kinds of
    request can take the place of extradition.
    """

    id: str
    code: str = ""
    title: str
    note: str = ""
    absolute: bool = False
    mandatory_in: tuple[str, ...] = ()
    optional_in: tuple[str, ...] = ()
    excluded_in: tuple[str, ...] = ()
    topic: str = ""
    cites: tuple[str, ...] = ()
    curable_by_information: Curable
    information: str = ""
    curable_by: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Everything that is cited for it."""
        return (*self.mandatory_in, *self.optional_in, *self.excluded_in, *self.cites)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check that is not simply "this field is required". Fires when `when` is true.

    `each` names a record (one finding per row) or `item`; `modules` limits `item` to those modules, `families` the
    check to requests of those families. `starts` names kinds of request that the user may begin from the finding.
    """

    id: str
    code: str = ""
    severity: Severity
    each: str = ""
    modules: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    when: str
    message: str
    why: str = ""
    fix: str
    starts: tuple[str, ...] = ()
    cites: tuple[str, ...]


class DeadlineWeight(StrEnum):
    """What a deadline is: the end of a period, a day from which release is possible, an aim, or a reminder."""

    LIMIT = "limit"
    RELEASE_POSSIBLE = "release_possible"
    TARGET = "target"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day to keep in view; with `each` (a record) or `modules` (of items) one for each row.

    It is the day in `from` (answered or computed), or so many `days` or `months` after it, or as many as a `rule`
    says (months, if its id ends so); `more` names a whole number of days to be added, `before` counts backwards.
    `since` is where the period begins, if not on the day in `from`; `rests_on` names further rules that it follows
    from. It is met once `met_by` is answered (yes, or with a day), and out of reach while `too_late_if` holds.
    `alarms` are days before it, `half_time` one more when half of the period is over. `fix` is where it leads.
    """

    id: str
    code: str = ""
    families: tuple[str, ...] = ()
    title: str
    note: str = ""
    each: str = ""
    modules: tuple[str, ...] = ()
    start: str
    days: int = 0
    months: int = 0
    rule: str = ""
    more: str = ""
    before: bool = False
    since: str = ""
    rests_on: tuple[str, ...] = ()
    when: str = ""
    met_by: str = ""
    too_late_if: str = ""
    weight: DeadlineWeight
    alarms: tuple[int, ...] = ()
    half_time: bool = False
    fix: str
    cites: tuple[str, ...]

    @property
    def counts_months(self) -> bool:
        """Say whether its rule counts months."""
        return self.rule.endswith("_months")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table in a letter; `width` is a relative weight."""

    head: str
    cell: str
    width: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseBlock:
    """One block of a clause.

    `kind`: `paragraph` (numbered in a numbered document), `plain` (never numbered), `bullet`, `heading`,
    `table` (rows from `each`), `facts_table` (two columns: `rows` of head and cell), `signature` (`rows` kept
    together, `text` marks the place of the seal),
    `page_break`, `enumerated` (the entries of the answer in `text`, numbered, in a table: the first two `columns`
    head number and entry, further ones have cells of their own), and the lists the program makes: `items` (every
    item through its module's clause, then the clause `item_common` if the module uses the fields of that name),
    `undertakings`, `promise` (in a document about one undertaking: its wording, sentence by sentence), `compliance`,
    `translation_order` (what must be translated, with the words of each section),
    `diagram` (the rows of the records in `of` as boxes, column by column, joined by lines where one refers to
    another).
    `each` repeats the block per row, with `among` (`consultation.grounds`) only for the rows that a field of the row
    at hand refers to; neighbouring blocks with the same `each` (tables apart) are composed together, row after row.
    A block whose `when` is false or unknown is left out.
    Texts and cells hold placeholders only, no logic: `{person.dob}` is a visible gap while unanswered; a line
    with `{person.dob?}` is left out instead; `{item.accounts.full}` gives the rows of a reference in full,
    `{item.accounts.marks}` only their marks.
    ` | ` separates the lines of a cell.
    """

    id: str
    kind: str = "paragraph"
    each: str = ""
    among: str = ""
    when: str = ""
    text: str = ""
    rows: tuple[Column, ...] = ()
    columns: tuple[Column, ...] = ()
    of: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A piece of wording: a heading and blocks, or (`choose = "first"`) the first block that applies."""

    id: str
    title: str = ""
    level: int = 1
    when: str = ""
    choose: str = "all"
    source: str
    blocks: tuple[ClauseBlock, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A parameter; `default` with its source stands in where no treaty and no State sets it.

    Parameters of one `group` are taken from one and the same source, so that no time limit is put together from two
    treaties; a default that belongs to the group does not stand in while one of `default_unless` is set. The
    instrument named in the answer `basis_field` comes before the other legal bases. A parameter of kind `choice` has
    `choices`. What is known of the law of the requested State is taken from its member of the same name, or from
    `state_field`. A rule of the `program` is no matter of treaties.
    """

    id: str
    kind: Kind
    label: str
    choices: Mapping[str, str] = field(default_factory=_nothing)
    families: tuple[str, ...] = ()
    program: bool = False
    group: str = ""
    basis_field: str = ""
    state_field: str = ""
    default: int | str | bool | None = None
    default_source: str = ""
    default_unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StateEntry:
    """One line of a State's profile, with its source and the dates it holds for."""

    value: int | str | bool | tuple[str, ...]
    source: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is known of a State's law and practice. The id is its ISO code in small letters."""

    id: str
    entries: Mapping[str, StateEntry] = field(default_factory=_nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything in `templates/`, loaded and linted; mappings keep the order of the file names."""

    instruments: Mapping[str, Instrument]
    contents: Mapping[str, Contents]
    requests: Mapping[str, RequestKind]
    sections: Mapping[str, Section]
    records: Mapping[str, Record]
    modules: Mapping[str, Module]
    fieldsets: Mapping[str, FieldSet]
    guarantees: Mapping[str, Guarantee]
    checks: Mapping[str, Check]
    deadlines: Mapping[str, Deadline]
    grounds: Mapping[str, Ground]
    clauses: Mapping[str, Clause]
    rules: Mapping[str, Rule]
    states: Mapping[str, State]
    version: str
