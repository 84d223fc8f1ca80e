"""What there is to know of the law, sheet by sheet: for the window to search, and for the terminal to explain."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from mlawriter.app.applied import SETTLED, value_words
from mlawriter.app.wording import (
    SEVERITIES,
    WEIGHTS,
    cite_words,
)
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator, placeholders
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import Cite, parse_cite
from mlawriter.knowledge.index import Index
from mlawriter.model.ids import FieldName

VERIFIED = Message("✓ compared with the treaty text")
UNVERIFIED = Message("? not verified against the treaty text")
STATUSES = {
    "in_force": Message("in force"),
    "not_in_force": Message("not in force"),
    "check": Message("check whether it is in force between the two States"),
}
ARTICLES = Message("Where it deals with what")
CONTENTS = Message("A request must contain:")
ASSISTANCE = Message("Types of assistance")
VALUES = Message("Minimum penalties, time limits and the like")
SAID_BY = Message("What each instrument says")
OTHERWISE = Message("Where no treaty and no law of the requested State says anything")
NO_DEFAULT = Message("Nothing stands in: enter the value of your treaty, or ask the requested State.")
SAYS = Message("{what}: {value}")
NAMED = Message("{title}: named, {article}")
NAMED_PLAIN = Message("{title}: named")
GENERAL = Message("{title}: in general, {article}")
GENERAL_PLAIN = Message("{title}: in general")
SOURCES = Message("Sources", context="heading")
ASKS = Message("What the reviewer in the other State will ask")
DELAYS = Message("What often delays such a request")
UNDERTAKINGS = Message("Undertakings that go with it")
DOCUMENTS = Message("Documents to annex")
WORDING = Message("Standard text")
GIVEN_BY = Message("Who can give it")
WHY = Message("Why it matters")
MANDATORY = Message("Extradition must be refused under")
OPTIONAL = Message("Extradition may be refused under")
EXCLUDED = Message("It is no ground under")
ABSOLUTE = Message(
    "This ground is not weighed against the duty to extradite: where the risk is real, it bars extradition."
)
INFORMATION = Message("Information that could remove it")
CURABLE = {
    d.Curable.YES: Message("Further information can remove this ground."),
    d.Curable.PERHAPS: Message("Further information can sometimes remove this ground."),
    d.Curable.NO: Message("Further information alone does not remove this ground."),
}
ASSURANCES = Message("Assurances that could remove it")
INSTEAD = Message("Requests that can take the place of extradition")
STARTS = Message("Requests that can be started from it")
IN_FORCE = Message("In force since {date}")
CONSULTED = Message("Consulted on {date}")
COUNTED = Message("How it is counted")
DAYS_AFTER = Message("{n} day after it begins", plural="{n} days after it begins")
DAYS_BEFORE = Message("{n} day before", plural="{n} days before")
MONTHS_AFTER = Message("{n} month after it begins", plural="{n} months after it begins")
MONTHS_BEFORE = Message("{n} month before", plural="{n} months before")
CODE = Message("Number {code}")
ABOUT = Message("{article}: {what}")


class Folder(StrEnum):
    """What a sheet is about."""

    INSTRUMENT = "instrument"
    MODULE = "module"
    GUARANTEE = "guarantee"
    CHECK = "check"
    DEADLINE = "deadline"
    RULE = "rule"
    GROUND = "ground"


FOLDERS = {
    Folder.INSTRUMENT: Message("Instruments", context="heading"),
    Folder.MODULE: Message("Types of assistance", context="heading"),
    Folder.GUARANTEE: Message("Undertakings", context="heading"),
    Folder.CHECK: Message("Checks", context="heading"),
    Folder.DEADLINE: Message("Deadlines", context="heading"),
    Folder.RULE: VALUES,
    Folder.GROUND: Message("Grounds for refusal", context="heading"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: its words, and the citation it rests on, if it has one."""

    words: str
    cite: Cite | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines under a heading (empty for the first words of a sheet)."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is known of one thing, in one language."""

    folder: Folder
    id: str
    title: str
    passages: tuple[Passage, ...]

    @property
    def words(self) -> str:
        """Everything that is searched, in small letters."""
        entries = (entry for passage in self.passages for entry in passage.entries)
        return f"{self.id} {self.title} {' '.join(entry.words for entry in entries)}".casefold()


@dataclass(frozen=True)
class Lawbook:
    """The sheets of the law in one language; all are made when somebody first searches them."""

    index: Index
    speak: Translator

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every sheet: instruments, types of assistance, undertakings, checks, deadlines, parameters, grounds."""
        known = self.index.knowledge
        return (
            *map(self.instrument, known.instruments.values()),
            *map(self.module, known.modules.values()),
            *map(self.guarantee, known.guarantees.values()),
            *map(self.check, known.checks.values()),
            *map(self.deadline, known.deadlines.values()),
            *map(self.rule, known.rules.values()),
            *map(self.ground, known.grounds.values()),
        )

    @cached_property
    def _searched(self) -> tuple[tuple[str, Sheet], ...]:
        return tuple((sheet.words, sheet) for sheet in self.sheets)

    def search(self, text: str) -> tuple[Sheet, ...]:
        """Return the sheets in which all words of a search occur; those with them in the title first."""
        parts = text.casefold().split()
        found = [sheet for words, sheet in self._searched if all(part in words for part in parts)]
        return tuple(sorted(found, key=lambda sheet: not all(part in sheet.title.casefold() for part in parts)))

    def sheet(self, folder: Folder, name: str) -> Sheet:
        """Return one sheet.

        Raises:
            KeyError: if there is none of this name.
        """
        known = self.index.knowledge
        match folder:
            case Folder.INSTRUMENT:
                return self.instrument(known.instruments[name])
            case Folder.MODULE:
                return self.module(known.modules[name])
            case Folder.GUARANTEE:
                return self.guarantee(known.guarantees[name])
            case Folder.CHECK:
                return self.check(known.checks[name])
            case Folder.DEADLINE:
                return self.deadline(known.deadlines[name])
            case Folder.RULE:
                return self.rule(known.rules[name])
            case Folder.GROUND:
                return self.ground(known.grounds[name])

    def instrument(self, instrument: d.Instrument) -> Sheet:
        """Return what is known of an instrument: status, articles by topic, required contents, assistance."""
        say = self.speak
        requires = (self._required(instrument, entry) for entry in instrument.requires)
        return Sheet(
            Folder.INSTRUMENT,
            instrument.id,
            say(texts.instrument_title(instrument)),
            _passages(
                ("", self._standing(instrument)),
                (say(CONTENTS), requires),
                (say(ARTICLES), self._articles(instrument)),
                (say(VALUES), self._values(instrument)),
                (say(ASSISTANCE), self._coverage(instrument)),
            ),
        )

    def module(self, module: d.Module) -> Sheet:
        """Return what is known of a type of assistance: sources, what reviewers ask, what delays it."""
        say, known = self.speak, self.index.knowledge
        kind = self.index.field(FieldName("document.type"))
        annexed = dict.fromkeys(entry.document for entry in module.attach)
        return Sheet(
            Folder.MODULE,
            module.id,
            say(texts.title("module", module.id, module.title)),
            _passages(
                (say(SOURCES), self.cited(module.cites)),
                (say(ASKS), self._notes(module, "asks", module.reviewer_questions)),
                (say(DELAYS), self._notes(module, "delays", module.delay_reasons)),
                (
                    say(UNDERTAKINGS),
                    (Entry(say(texts.guarantee_title(known.guarantees[each]))) for each in module.undertakings),
                ),
                (say(DOCUMENTS), (Entry(say(texts.choice("document.type", kind, each))) for each in annexed)),
            ),
        )

    def guarantee(self, guarantee: d.Guarantee) -> Sheet:
        """Return what is known of an undertaking: its standard text, who can give it, its sources."""
        say = self.speak
        numbers = range(1, len(guarantee.sentences) + 1)
        return Sheet(
            Folder.GUARANTEE,
            guarantee.id,
            say(texts.guarantee_title(guarantee)),
            _passages(
                ("", (Entry(say(texts.guarantee_note(guarantee))),)),
                (say(WORDING), (Entry(self._blanks(texts.sentence(guarantee, number))) for number in numbers)),
                (say(GIVEN_BY), (Entry(say(texts.guarantee_giver(guarantee))),)),
                (say(SOURCES), self.cited(guarantee.cites)),
                ("", self._code(guarantee.code)),
            ),
        )

    def check(self, check: d.Check) -> Sheet:
        """Return what is known of a check: what it says, why it matters, its sources."""
        say = self.speak
        return Sheet(
            Folder.CHECK,
            check.id,
            self._blanks(texts.check_message(check)),
            _passages(
                ("", (Entry(say(SEVERITIES[check.severity])),)),
                (say(WHY), (Entry(say(texts.check_why(check))),)),
                (say(STARTS), self._kinds(check.starts)),
                (say(SOURCES), self.cited(check.cites)),
                ("", self._code(check.code)),
            ),
        )

    def deadline(self, deadline: d.Deadline) -> Sheet:
        """Return what is known of a deadline: what it is, how it is counted, its sources."""
        say = self.speak
        return Sheet(
            Folder.DEADLINE,
            deadline.id,
            self._blanks(texts.deadline_title(deadline)),
            _passages(
                ("", (Entry(say(WEIGHTS[deadline.weight])), Entry(say(texts.deadline_note(deadline))))),
                (say(COUNTED), self._counted(deadline)),
                (say(SOURCES), self.cited(deadline.cites)),
                ("", self._code(deadline.code)),
            ),
        )

    def rule(self, rule: d.Rule) -> Sheet:
        """Return what is known of a parameter: what each instrument says, and what stands in where none does."""
        say = self.speak
        return Sheet(
            Folder.RULE,
            rule.id,
            say(texts.rule_label(rule)),
            _passages((say(SAID_BY), self._said_by(rule)), (say(OTHERWISE), self._otherwise(rule))),
        )

    def _said_by(self, rule: d.Rule) -> Iterator[Entry]:
        for instrument in self.index.knowledge.instruments.values():
            if rule.id in instrument.rules:
                entry = instrument.rules[rule.id]
                cite = Cite(instrument.id, entry.article, entry.verified)
                value = value_words(rule, entry.value, self.speak)
                yield Entry(self.speak(SAYS.fill(what=self._words(cite), value=value)), cite)

    def _otherwise(self, rule: d.Rule) -> Iterator[Entry]:
        if rule.default is None:
            yield Entry(self.speak(NO_DEFAULT))
            return
        value, where = value_words(rule, rule.default, self.speak), self.speak(texts.rule_source(rule))
        yield Entry(self.speak(SAYS.fill(what=where, value=value)))

    def _values(self, instrument: d.Instrument) -> Iterator[Entry]:
        for name, entry in instrument.rules.items():
            rule = self.index.knowledge.rules[name]
            value, cite = value_words(rule, entry.value, self.speak), Cite(instrument.id, entry.article, entry.verified)
            said = SETTLED.fill(what=texts.rule_label(rule), value=value, source=self._words(cite))
            yield Entry(self.speak(said), cite)

    def ground(self, ground: d.Ground) -> Sheet:
        """Return what is known of a ground for refusal: where it stands, what could remove it, what else there is."""
        say, known = self.speak, self.index.knowledge
        cures = (say(CURABLE[ground.curable_by_information]), say(texts.ground_information(ground)))
        assurances = (Entry(say(texts.guarantee_title(known.guarantees[each]))) for each in ground.curable_by)
        return Sheet(
            Folder.GROUND,
            ground.id,
            say(texts.ground_title(ground)),
            _passages(
                ("", (Entry(say(ABSOLUTE) if ground.absolute else ""), Entry(say(texts.ground_note(ground))))),
                (say(MANDATORY), self.cited(ground.mandatory_in)),
                (say(OPTIONAL), self.cited(ground.optional_in)),
                (say(EXCLUDED), self.cited(ground.excluded_in)),
                (say(SOURCES), self.cited(ground.cites)),
                (say(INFORMATION), map(Entry, cures)),
                (say(ASSURANCES), assurances),
                (say(INSTEAD), self._kinds(ground.alternatives)),
                ("", self._code(ground.code)),
            ),
        )

    def cited(self, cites: Iterable[str]) -> Iterator[Entry]:
        """Yield some citations, with what the instrument requires there."""
        for cite in map(parse_cite, cites):
            instrument = self.index.knowledge.instruments.get(cite.instrument)
            if instrument is None:
                yield Entry(self._words(cite))
                continue
            asked = (entry for entry in instrument.requires if entry.article == cite.article)
            first = next((texts.requirement(instrument, entry) for entry in asked), None)
            yield self._on(cite, first) if first else Entry(self._words(cite), cite)

    def _required(self, instrument: d.Instrument, entry: d.Requirement) -> Entry:
        return self._on(Cite(instrument.id, entry.article, entry.verified), texts.requirement(instrument, entry))

    def _on(self, cite: Cite, what: Message) -> Entry:
        """Return an article and what it is about."""
        return Entry(self.speak(ABOUT.fill(article=self._words(cite), what=what)), cite)

    def _words(self, cite: Cite) -> str:
        return cite_words(cite, self.index.knowledge, self.speak)

    def _standing(self, instrument: d.Instrument) -> Iterator[Entry]:
        say = self.speak
        status = say(STATUSES.get(instrument.status, STATUSES["check"]))
        if instrument.in_force_since and instrument.status == "in_force":
            status = say(IN_FORCE.fill(date=self._date(instrument.in_force_since)))
        consulted = say(CONSULTED.fill(date=self._date(instrument.consulted)))
        checked = say(VERIFIED if instrument.verified else UNVERIFIED)
        yield Entry(" · ".join(filter(None, (instrument.adopted, status, consulted, checked))))
        yield Entry(say(texts.instrument_status_note(instrument)))

    def _date(self, day: date) -> str:
        return self.speak.date(day.year, day.month, day.day)

    def _articles(self, instrument: d.Instrument) -> Iterator[Entry]:
        for topic, provision in instrument.provisions.items():
            yield self._on(Cite(instrument.id, provision.article, provision.verified), self._topic(topic))

    def _coverage(self, instrument: d.Instrument) -> Iterator[Entry]:
        for name, degree in instrument.modules.items():
            module = self.index.knowledge.modules.get(name)
            if module is None or degree == "none":
                continue
            title = self.speak(texts.title("module", module.id, module.title))
            provision = instrument.module_articles.get(name)
            if provision is None:
                yield Entry(self.speak((NAMED_PLAIN if degree == "named" else GENERAL_PLAIN).fill(title=title)))
                continue
            cite = Cite(instrument.id, provision.article, provision.verified)
            said = (NAMED if degree == "named" else GENERAL).fill(title=title, article=self._words(cite))
            yield Entry(self.speak(said), cite)

    def _topic(self, topic: str) -> Message:
        entry = self.index.field(FieldName("own_article.topic"))
        return texts.choice("own_article.topic", entry, topic)

    def _counted(self, deadline: d.Deadline) -> Iterator[Entry]:
        if deadline.days:
            yield Entry(self.speak((DAYS_BEFORE if deadline.before else DAYS_AFTER).fill(n=deadline.days)))
        if deadline.months:
            yield Entry(self.speak((MONTHS_BEFORE if deadline.before else MONTHS_AFTER).fill(n=deadline.months)))
        rules = (self.index.knowledge.rules.get(name) for name in (deadline.rule, *deadline.rests_on))
        yield from (Entry(self.speak(texts.rule_label(rule))) for rule in rules if rule)

    def _notes(self, module: d.Module, kind: str, notes: Sequence[str]) -> Iterator[Entry]:
        for number, note in enumerate(notes, start=1):
            yield Entry(self.speak(texts.module_note(module, kind, number, note)))

    def _kinds(self, kinds: Sequence[str]) -> Iterator[Entry]:
        known = self.index.knowledge.requests
        yield from (Entry(self.speak(texts.title("request", kind, known[kind].title))) for kind in kinds)

    def _code(self, code: str) -> Iterator[Entry]:
        if code:
            yield Entry(self.speak(CODE.fill(code=code)))

    def _blanks(self, message: Message) -> str:
        """Return a pattern with the labels of the answers that will stand in it, in brackets."""
        pattern = self.speak.pattern(message)
        for name in placeholders(message.text):
            for written in (f"{{{name}}}", f"{{{name}?}}"):
                pattern = pattern.replace(written, f"[{self.label(name)}]")
        return pattern

    def label(self, name: str) -> str:
        """Return what an answer or a row is called that a text speaks of."""
        field_name = FieldName(name)
        for module in ("", *self.index.knowledge.modules):
            with suppress(KeyError):
                entry = self.index.field(field_name, module)
                return self.speak(texts.label(self.index.context(field_name, module), entry))
        record = self.index.knowledge.records.get(name.partition(".")[0])
        return self.speak(texts.title("record", record.id, record.title)) if record else name


def _passages(*found: tuple[str, Iterable[Entry]]) -> tuple[Passage, ...]:
    kept = ((heading, tuple(entry for entry in entries if entry.words.strip())) for heading, entries in found)
    return tuple(Passage(heading, entries) for heading, entries in kept if entries)
