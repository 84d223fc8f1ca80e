"""The units of checking: each reads certain names and yields its findings, for the request or row by row."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from mlawriter.checks.applied import rules_behind
from mlawriter.checks.facts import World
from mlawriter.checks.report import ComplianceLine, Finding
from mlawriter.checks.speech import Speech
from mlawriter.checks.translations import in_language
from mlawriter.conditions.engine import Engine
from mlawriter.conditions.truth import Truth
from mlawriter.knowledge.beginnings import HUMAN_RIGHTS
from mlawriter.knowledge.cites import NO_INSTRUMENT, PRACTICE, Cite, parse_cite
from mlawriter.knowledge.definitions import RequestKind
from mlawriter.knowledge.index import OF_CASE, OF_STATES, Index
from mlawriter.knowledge.parameters import Parameter
from mlawriter.knowledge.topics import CONTENT
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import CASE, FieldName, ListName, Scope


@dataclass(frozen=True)
class View:
    """What a unit works on: the case, the facts of one request, and how to say its answers."""

    world: World
    speech: Speech

    @property
    def case(self) -> Case:
        """The case."""
        return self.world.rows.case

    @property
    def index(self) -> Index:
        """Look-ups in the knowledge."""
        return self.world.rows.index

    @property
    def kind(self) -> RequestKind:
        """The kind of the request."""
        return self.index.knowledge.requests[self.world.rows.request.kind]

    @property
    def bases(self) -> tuple[str, ...]:
        """The legal bases chosen, primary first."""
        request = self.world.roots["request"]
        found = request.get("bases") if isinstance(request, dict) else None
        return tuple(str(each) for each in found) if isinstance(found, list) else ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The legal bases with the instruments that apply through them."""
        return self.index.with_applied(self.bases)

    @property
    def values(self) -> tuple[Parameter, ...]:
        """The parameters that apply to requests of this family, with their sources."""
        rules = self.index.knowledge.rules
        return tuple(each for name, each in self.world.parameters.items() if self.kind.takes(rules[name]))

    def values_behind(self, *conditions: str) -> tuple[Parameter, ...]:
        """Return the parameters that some conditions go by."""
        known = self.world.parameters
        behind = dict.fromkeys(rule for source in conditions for rule in rules_behind(source, self.index))
        return tuple(known[rule] for rule in behind if rule in known)

    def entered(self, basis: str, topic: str) -> tuple[str, ...]:
        """Return the articles of a legal basis on a topic that the user has entered."""
        rows = self.world.rows.by_list.get(ListName("own_articles"), ())
        facts = (self.world.of_row[placed.row.id] for placed in rows)
        found = (each.get("article") for each in facts if (each.get("basis"), each.get("topic")) == (basis, topic))
        return tuple(article for article in found if isinstance(article, str))

    def cites(self, written: Iterable[str]) -> tuple[Cite, ...]:
        """Return citations for this request: those of its legal bases, and what these say on the same topic.

        A rule cites some treaties; for a legal basis that it does not cite, the article of that basis on the same
        topic stands instead. What only other treaties say is practice here. Without a legal basis, all are returned.
        """
        found = tuple(parse_cite(each) for each in written)
        if not self.kind.is_request:
            found = tuple(cite for cite in found if not self._is_of_requests(cite)) or (PRACTICE,)
        wanted = {*self.sources, *NO_INSTRUMENT, *self._always()}
        if not self.bases:
            return found
        kept = tuple(cite for cite in found if cite.instrument in wanted)
        cited = {cite.instrument for cite in kept}
        alike = [each for basis in self.bases if basis not in cited for each in self._alike(basis, found)]
        return (*kept, *dict.fromkeys(alike)) or (PRACTICE,)

    def _always(self) -> Iterator[str]:
        return (each.id for each in self.index.knowledge.instruments.values() if each.kind == HUMAN_RIGHTS)

    def _alike(self, basis: str, found: Iterable[Cite]) -> Iterator[Cite]:
        """Yield the articles of a legal basis on the topics of some citations of other instruments."""
        known = self.index.knowledge.instruments
        said = known[basis].provisions if basis in known else {}
        provisions = {topic: said[topic] for topic in self.index.topics(self.kind.family) if topic in said}
        for cite in found:
            others = known[cite.instrument].provisions if cite.instrument in known else {}
            topics = (topic for topic, each in others.items() if each.article == cite.article and topic in provisions)
            yield from (Cite(basis, provisions[topic].article, provisions[topic].verified) for topic in topics)

    def _is_of_requests(self, cite: Cite) -> bool:
        """Say whether an article prescribes what a request contains: it asks nothing of other letters."""
        instrument = self.index.knowledge.instruments.get(cite.instrument)
        content = instrument.provisions.get(CONTENT.get(self.kind.family, "")) if instrument else None
        return content is not None and cite.article.startswith(content.article)

    def in_language(self, language: str) -> "View":
        """Return the same with the answers in a language, as far as they are translated; facts stay what they are."""
        case = in_language(self.case, language)
        if case is self.case:
            return self
        rows = replace(self.world.rows, case=case)
        return View(replace(self.world, rows=rows), Speech(rows))

    def is_known(self, name: FieldName) -> bool:
        """Say whether the profile of a State answers a field that is asked about its law."""
        owner, _, member = name.partition(".")
        facts = self.world.roots.get(owner) if owner in OF_STATES else None
        return isinstance(facts, Mapping) and member in facts

    def path(self, name: FieldName) -> Path:
        """Return the path of a field of the case or the request, or of a whole list."""
        return Path(CASE if name.partition(".")[0] in OF_CASE else self.world.rows.request.scope, name)

    def list_path(self, plural: str) -> Path:
        """Return the path that stands for a whole list of rows."""
        rows = self.world.rows
        return Path(Scope(rows.request.scope), FieldName(plural))


Run = Callable[[View], Iterable[Finding | ComplianceLine]]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its name, the dotted names and plurals it reads, and how to run it."""

    name: str
    reads: frozenset[str]
    run: Run


@dataclass(frozen=True, slots=True)
class Group:
    """Units that have nothing to say before something is there: they are made once it is."""

    is_needed: Callable[[View], bool]
    make: Callable[[], Iterable[Unit]]


def always(_: View) -> bool:
    """Say that units are needed whatever is there."""
    return True


def with_rows(plural: ListName, *modules: str) -> Callable[[View], bool]:
    """Return what says whether a list has rows (of items: some of these modules)."""

    def is_needed(view: View) -> bool:
        rows = view.world.rows.by_list[plural]
        return any(placed.module in modules for placed in rows) if modules else bool(rows)

    return is_needed


def reads_of(engine: Engine, *sources: str) -> frozenset[str]:
    """Return everything that some conditions read."""
    return frozenset(name for source in sources if source for name in engine.reads(source))


def certain(truth: Truth) -> bool:
    """Say whether a condition certainly holds."""
    return truth is Truth.TRUE
