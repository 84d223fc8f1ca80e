"""Findings and the compliance table from the contents that the chosen legal bases require."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from mlawriter.checks.answering import Place, places
from mlawriter.checks.report import Certainty, ComplianceLine, Finding
from mlawriter.checks.rows import Placed
from mlawriter.checks.units import Group, Unit, View, reads_of
from mlawriter.conditions.engine import Engine
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import PRACTICE, Cite
from mlawriter.knowledge.definitions import Contents, Instrument, Need, RequestKind, Requirement, Severity
from mlawriter.knowledge.index import ITEMS, Index
from mlawriter.knowledge.topics import CONTENT

ASKS_FOR = Message("{instrument} {article} asks for {what}; it is missing.", context="finding")
USUALLY = Message("Requests usually state {what}; it is missing.", context="finding")
USUALLY_ANNEXED = Message("Requests usually come with {what}; annex it.", context="finding")


_OWN_ARTICLE = ("own_articles", "own_article.basis", "own_article.topic", "own_article.article")


@dataclass(frozen=True, slots=True)
class _Asked:
    """One required content, who asks for it (an instrument, or shared contents), and the text that says so."""

    entry: Requirement
    cite: Cite
    what: Message
    message: Message


def contents_groups(kind: RequestKind, index: Index, engine: Engine) -> Iterator[Group]:
    """Yield a unit for every instrument and every list of shared contents; it is needed while relied on."""
    if not kind.is_request:
        return
    known = index.knowledge.instruments
    for instrument in known.values():
        users = frozenset({instrument.id, *(each.id for each in known.values() if instrument.id in each.applies)})
        yield Group(_relied_on(users), partial(_of_instrument, kind, instrument, users, index, engine))
    for contents in index.knowledge.contents.values():
        users = frozenset(each.id for each in known.values() if contents.id in each.contents)
        yield Group(_relied_on(users), partial(_of_contents, kind, contents, users, index, engine))


def _relied_on(users: frozenset[str]) -> Callable[[View], bool]:
    return lambda view: not users.isdisjoint(view.bases)


def _of_instrument(
    kind: RequestKind, instrument: Instrument, users: frozenset[str], index: Index, engine: Engine
) -> tuple[Unit]:
    asked = tuple(_asked(instrument, entry) for entry in instrument.requires if kind.takes(entry))
    return (_unit(f"contents:{instrument.id}", asked, users, index, engine),)


def _of_contents(
    kind: RequestKind, contents: Contents, users: frozenset[str], index: Index, engine: Engine
) -> tuple[Unit]:
    numbered = enumerate(contents.requires, start=1)
    asked = tuple(_usual(contents, number, entry) for number, entry in numbered if kind.takes(entry))
    return (_unit(f"contents:{contents.id}:shared", asked, users, index, engine),)


def _asked(instrument: Instrument, entry: Requirement) -> _Asked:
    what = texts.requirement(instrument, entry)
    name = texts.instrument_abbreviation(instrument)
    cite = Cite(instrument.id, entry.article, entry.verified)
    return _Asked(entry, cite, what, ASKS_FOR.fill(instrument=name, article=entry.article, what=what))


def _usual(contents: Contents, number: int, entry: Requirement) -> _Asked:
    what = texts.usual_content(contents, number)
    return _Asked(entry, PRACTICE, what, USUALLY.fill(what=what))


def _unit(name: str, asked: Sequence[_Asked], users: frozenset[str], index: Index, engine: Engine) -> Unit:
    named = {each for one in asked for path in _named(one.entry) for each in index.names_on(path)}
    reads = (
        named | {"request.bases", ITEMS, "*rows", *_OWN_ARTICLE} | reads_of(engine, *(one.entry.when for one in asked))
    )

    def run(view: View) -> Iterator[Finding | ComplianceLine]:
        for one in asked:
            yield from _judge(view, _entered(view, one, users))

    return Unit(name, frozenset(reads), run)


def _entered(view: View, asked: _Asked, users: frozenset[str]) -> _Asked:
    """Return a usual content with the article of a legal basis that the user has entered for contents."""
    if asked.cite is not PRACTICE:
        return asked
    known = view.index.knowledge.instruments
    for basis in view.bases:
        if basis in users and (articles := view.entered(basis, CONTENT.get(view.kind.family, ""))):
            name = texts.instrument_abbreviation(known[basis])
            message = ASKS_FOR.fill(instrument=name, article=articles[0], what=asked.what)
            return replace(asked, cite=Cite(basis, articles[0], verified=True), message=message)
    return asked


def _named(entry: Requirement) -> tuple[str, ...]:
    return entry.met_by or entry.met_by_one


def _judge(view: View, asked: _Asked) -> Iterator[Finding | ComplianceLine]:
    for truth, items in _concerned(view, asked.entry):
        yield from _of(view, asked, truth, items)


def _of(view: View, asked: _Asked, truth: Truth, items: Sequence[Placed]) -> Iterator[Finding | ComplianceLine]:
    entry = asked.entry
    wanted = tuple(dict.fromkeys(place for name in _named(entry) for place in places(view, name, items)))
    answered = tuple(place for place in wanted if place.answered)
    missing = tuple(place for place in wanted if not place.answered)
    if entry.met_by_one:
        missing = () if answered else missing[:1]
    if not wanted:
        return
    yield ComplianceLine(
        cite=asked.cite,
        text=asked.what,
        answered_by=tuple(place.path for place in answered),
        missing=tuple(place.path for place in missing),
        recommended=entry.need is not Need.ESSENTIAL or truth is Truth.UNKNOWN,
        documents=tuple(place.document for place in wanted if place.document),
    )
    if entry.need is Need.ESSENTIAL:
        yield from (_finding(asked, place, truth) for place in missing)


def _concerned(view: View, entry: Requirement) -> Iterator[tuple[Truth, tuple[Placed, ...]]]:
    """Yield the items that a content is asked of, first certainly, then perhaps."""
    items = view.world.rows.by_list[ITEMS]
    if not entry.modules:
        truth = view.world.holds(entry.when)
        yield from [(truth, items)] if truth is not Truth.FALSE else []
        return
    judged = [(each, view.world.holds(entry.when, each)) for each in items if each.module in entry.modules]
    for wanted in (Truth.TRUE, Truth.UNKNOWN):
        if found := tuple(each for each, truth in judged if truth is wanted):
            yield wanted, found


def _finding(asked: _Asked, place: Place, truth: Truth) -> Finding:
    return Finding(
        check=f"document.{place.document}" if place.document else f"contents.{place.path.field}",
        severity=Severity.ESSENTIAL,
        certainty=Certainty(truth.value),
        message=USUALLY_ANNEXED.fill(what=asked.what) if asked.cite == PRACTICE and place.document else asked.message,
        path=place.path,
        read=(place.path,),
        cites=(asked.cite,),
    )
