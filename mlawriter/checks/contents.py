"""Findings and the compliance table from the contents that the chosen legal bases require."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mlawriter.checks.report import Certainty, ComplianceLine, Finding
from mlawriter.checks.rows import Placed
from mlawriter.checks.units import Unit, View, reads_of
from mlawriter.conditions.engine import Engine
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import PRACTICE, Cite
from mlawriter.knowledge.definitions import Contents, Instrument, Need, RequestKind, Requirement, Severity
from mlawriter.knowledge.index import ITEM, ITEMS, Index
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, ListName

ASKS_FOR = Message("{instrument} {article} asks for {what}; it is missing.", context="finding")
USUALLY = Message("Requests usually state {what}; it is missing.", context="finding")


_OWN_ARTICLE = ("own_articles", "own_article.basis", "own_article.topic", "own_article.article")


@dataclass(frozen=True, slots=True)
class _Asked:
    """One required content, who asks for it (an instrument, or shared contents), and the text that says so."""

    entry: Requirement
    cite: Cite
    what: Message
    message: Message


def contents_units(kind: RequestKind, index: Index, engine: Engine) -> Iterator[Unit]:
    """Yield a unit for every instrument and every list of shared contents; it is silent while not relied on."""
    if not kind.is_request:
        return
    for instrument in index.knowledge.instruments.values():
        asked = tuple(_asked(instrument, entry) for entry in instrument.requires if kind.takes(entry))
        through = (each.id for each in index.knowledge.instruments.values() if instrument.id in each.applies)
        yield _unit(f"contents:{instrument.id}", asked, frozenset({instrument.id, *through}), index, engine)
    for contents in index.knowledge.contents.values():
        users = (each.id for each in index.knowledge.instruments.values() if contents.id in each.contents)
        asked = tuple(
            _usual(contents, number, entry)
            for number, entry in enumerate(contents.requires, start=1)
            if kind.takes(entry)
        )
        yield _unit(f"contents:{contents.id}:shared", asked, frozenset(users), index, engine)


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
        if not users.isdisjoint(view.bases):
            for one in asked:
                yield from _judge(view, _entered(view, one, users))

    return Unit(name, frozenset(reads), run)


def _entered(view: View, asked: _Asked, users: frozenset[str]) -> _Asked:
    """Return a usual content with the article of a legal basis that the user has entered for contents."""
    if asked.cite is not PRACTICE:
        return asked
    known = view.index.knowledge.instruments
    for basis in view.bases:
        if basis in users and (articles := view.entered(basis, "content")):
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
    named = (path for name in _named(entry) for path in _paths(view, name, items))
    wanted = tuple(dict.fromkeys(path for path in named if view.index.asks(view.kind, path.field)))
    answered = tuple(path for path in wanted if _is_answered(view, path))
    missing = tuple(path for path in wanted if path not in answered)
    if entry.met_by_one and answered:
        missing = ()
    if not wanted:
        return
    recommended = entry.need is not Need.ESSENTIAL or truth is Truth.UNKNOWN
    yield ComplianceLine(
        cite=asked.cite, text=asked.what, answered_by=answered, missing=missing, recommended=recommended
    )
    if entry.need is Need.ESSENTIAL:
        yield from (_finding(asked, path, truth) for path in missing)


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


def _finding(asked: _Asked, path: Path, truth: Truth) -> Finding:
    return Finding(
        check=f"contents.{path.field}",
        severity=Severity.ESSENTIAL,
        certainty=Certainty(truth.value),
        message=asked.message,
        path=path,
        read=(path,),
        cites=(asked.cite,),
    )


def _paths(view: View, name: str, items: Sequence[Placed]) -> Iterator[Path]:
    owner, _, member = name.partition(".")
    if not member:
        yield view.list_path(name)
    elif owner == ITEM:
        field, _, further = member.partition(".")
        for placed in items:
            if _has_field(view, placed, field):
                yield from _of_item(view, placed, field, further)
    elif owner in view.index.knowledge.records:
        for placed in view.world.rows.by_list[view.index.list_of(owner)]:
            yield Path(placed.scope, FieldName(name), placed.row.id)
    else:
        yield view.path(FieldName(name))


def _of_item(view: View, placed: Placed, field: str, further: str) -> Iterator[Path]:
    """Yield the path of a field of an item, or (`properties.location`) of a member of each row it refers to."""
    path = Path(placed.scope, FieldName(f"{ITEM}.{field}"), placed.row.id)
    answer = view.case.answers.get(path)
    if not further or not isinstance(answer, v.Ref | v.Refs):
        yield path
        return
    for row in (answer.row,) if isinstance(answer, v.Ref) else answer.rows:
        target = view.world.rows.by_id.get(row)
        if target is not None and view.index.has_member(target.record, further):
            yield Path(target.scope, FieldName(f"{target.record}.{further}"), row)


def _has_field(view: View, placed: Placed, member: str) -> bool:
    return any(entry.id == member for entry in view.index.module_fields(placed.module))


def _is_answered(view: View, path: Path) -> bool:
    if "." not in path.field:
        rows = view.world.rows.by_list
        wanted = ("persons", "entities") if path.field in {"persons", "entities"} else (str(path.field),)
        return any(rows.get(ListName(name)) for name in wanted)
    return path in view.case.answers
