"""Findings and the compliance table from the contents that the chosen legal bases require."""

from collections.abc import Iterator

from mlawriter.checks.report import Certainty, ComplianceLine, Finding
from mlawriter.checks.rows import Placed
from mlawriter.checks.units import Unit, View, reads_of
from mlawriter.conditions.engine import Engine
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import Cite
from mlawriter.knowledge.definitions import Instrument, Need, Requirement, Severity
from mlawriter.knowledge.index import ITEM, ITEMS, Index
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, ListName

ASKS_FOR = Message("{instrument} {article} asks for {what}; it is missing.", context="finding")


def contents_units(index: Index, engine: Engine) -> Iterator[Unit]:
    """Yield a unit for every instrument; it is silent while the instrument is not relied on."""
    for instrument in index.knowledge.instruments.values():
        yield _unit(instrument, engine)


def _unit(instrument: Instrument, engine: Engine) -> Unit:
    named = {name for entry in instrument.requires for name in (*entry.met_by, *entry.met_by_one)}
    reads = named | {"request.bases", ITEMS} | reads_of(engine, *(entry.when for entry in instrument.requires))

    def run(view: View) -> Iterator[Finding | ComplianceLine]:
        if instrument.id not in view.bases:
            return
        for entry in instrument.requires:
            if view.world.holds(entry.when) is not Truth.FALSE:
                yield from _judge(view, instrument, entry)

    return Unit(f"contents:{instrument.id}", frozenset(reads), run)


def _judge(view: View, instrument: Instrument, entry: Requirement) -> Iterator[Finding | ComplianceLine]:
    cite = Cite(instrument.id, entry.article, entry.verified)
    wanted = [path for name in (entry.met_by or entry.met_by_one) for path in _paths(view, name)]
    answered = tuple(path for path in wanted if _is_answered(view, path))
    missing = tuple(path for path in wanted if path not in answered)
    if entry.met_by_one and answered:
        missing = ()
    what = texts.requirement(instrument, entry)
    recommended = entry.need is not Need.ESSENTIAL
    yield ComplianceLine(cite=cite, text=what, answered_by=answered, missing=missing, recommended=recommended)
    if not recommended:
        yield from (_finding(instrument, cite, what, path) for path in missing)


def _finding(instrument: Instrument, cite: Cite, what: Message, path: Path) -> Finding:
    return Finding(
        check=f"contents.{path.field}",
        severity=Severity.ESSENTIAL,
        certainty=Certainty.TRUE,
        message=ASKS_FOR.fill(instrument=texts.instrument_abbreviation(instrument), article=cite.article, what=what),
        path=path,
        read=(path,),
        cites=(cite,),
    )


def _paths(view: View, name: str) -> Iterator[Path]:
    owner, _, member = name.partition(".")
    if not member:
        yield view.list_path(name)
    elif owner == ITEM:
        for placed in view.world.rows.by_list[ITEMS]:
            if _has_field(view, placed, member):
                yield Path(placed.scope, FieldName(name), placed.row.id)
    else:
        yield view.path(FieldName(name))


def _has_field(view: View, placed: Placed, member: str) -> bool:
    return any(entry.id == member for entry in view.index.module_fields(placed.module))


def _is_answered(view: View, path: Path) -> bool:
    if "." not in path.field:
        rows = view.world.rows.by_list
        wanted = ("persons", "entities") if path.field in {"persons", "entities"} else (str(path.field),)
        return any(rows.get(ListName(name)) for name in wanted)
    return path in view.case.answers
