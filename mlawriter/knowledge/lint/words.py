"""Closed lists of words, and what a field of each kind must and must not say."""

from collections.abc import Iterable, Iterator

from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.definitions import Kind
from mlawriter.knowledge.lint.meaning import RISKS
from mlawriter.knowledge.lint.references import missing, one_of
from mlawriter.knowledge.lint.scene import Scene, Spot
from mlawriter.knowledge.options import OPTIONS
from mlawriter.knowledge.problems import Problem

NEEDS_CHOICES = Message("A field of kind {kind} needs choices, or options that name a list: {options}.", context="lint")
NO_CHOICES = Message("Only fields of kind choice and choices have choices.", context="lint")
NEEDS_TO = Message('A reference must say to which record: to = ["person"].', context="lint")
NO_TO = Message("Only fields of kind ref and refs point to a record.", context="lint")
BLOCK_NEEDS = Message("A block of kind {kind} needs {what}.", context="lint")

_CHOICES = frozenset({Kind.CHOICE, Kind.CHOICES})
_REFS = frozenset({Kind.REF, Kind.REFS})
_BLOCKS: dict[str, tuple[str, ...]] = {
    "paragraph": ("text",),
    "plain": ("text",),
    "bullet": ("text",),
    "heading": ("text",),
    "enumerated": ("text", "columns"),
    "table": ("each", "columns"),
    "facts_table": ("rows",),
    "signature": ("rows",),
    "page_break": (),
    "translation_order": (),
    "diagram": ("of",),
    "items": (),
    "undertakings": (),
    "promise": (),
    "compliance": (),
}
_WRITTEN = {"columns": "column", "rows": "row"}


def check_words(scene: Scene) -> Iterator[Problem]:
    """Yield every word that is none of its list, and every field or block without what its kind needs."""
    for spot, entry in scene.fields_at:
        yield from _field(scene, spot, entry)
    knowledge = scene.knowledge
    for section in knowledge.sections.values():
        yield from one_of(
            Spot(f"sections/{section.id}.toml", "scope"), section.scope, ("case", "request", "state", "home")
        )
        yield from _families(scene, Spot(f"sections/{section.id}.toml", ""), (*section.title_in, *section.intro_in))
    for record in knowledge.records.values():
        yield from _record(record)
        yield from _families(scene, Spot(f"records/{record.id}.toml", ""), record.intro_in)
    for guarantee in knowledge.guarantees.values():
        yield from _guarantee(guarantee, knowledge.records["guarantee"])
        if guarantee.topic:
            yield from one_of(Spot(f"guarantees/{guarantee.id}.toml", "topic"), guarantee.topic, sorted(scene.topics))
    for instrument in knowledge.instruments.values():
        spot = Spot(f"instruments/{instrument.id}.toml", "status")
        yield from one_of(spot, instrument.status, ("in_force", "not_in_force", "check"))
    for clause in knowledge.clauses.values():
        yield from _clause(scene, clause)


def _field(scene: Scene, spot: Spot, entry: d.Field) -> Iterator[Problem]:
    if entry.options:
        yield from one_of(spot.at("options"), entry.options, OPTIONS)
    has_choices = bool(entry.choices or entry.options)
    if entry.kind in _CHOICES and not has_choices:
        yield spot.wrong(NEEDS_CHOICES.fill(kind=entry.kind.value, options=", ".join(OPTIONS)))
    elif has_choices and entry.kind not in _CHOICES:
        yield spot.wrong(NO_CHOICES)
    if entry.kind in _REFS and not entry.to:
        yield spot.wrong(NEEDS_TO)
    elif entry.to and entry.kind not in _REFS:
        yield spot.wrong(NO_TO)
    for record in entry.to:
        yield from missing(spot.at("to"), "records/", record, scene.knowledge.records)
    for word in (word for words in entry.choices_in.values() for word in words if not word.endswith("*")):
        yield from missing(spot.at("choices_in"), "choice", word, entry.choices)
    yield from _families(scene, spot, (*entry.families, *entry.choices_in, *entry.differs))


def _families(scene: Scene, spot: Spot, named: Iterable[str]) -> Iterator[Problem]:
    families = sorted({kind.family for kind in scene.knowledge.requests.values()})
    for family in named:
        yield from one_of(spot.at("families"), family, families)


def _record(record: d.Record) -> Iterator[Problem]:
    top = Spot(f"records/{record.id}.toml", "")
    yield from one_of(top.at("scope"), record.scope, ("case", "request"))
    yield from one_of(top.at("empty"), record.empty, ("unknown", "none"))
    for name in record.summary:
        yield from missing(top.at("summary"), "field", name, [entry.id for entry in record.fields])


def _guarantee(guarantee: d.Guarantee, record: d.Record) -> Iterator[Problem]:
    top = Spot(f"guarantees/{guarantee.id}.toml", "")
    yield from one_of(top.at("risk"), guarantee.risk, sorted(RISKS))
    members = [entry.id for entry in record.fields]
    for key, names in (("monitoring", guarantee.monitoring), ("criteria", guarantee.criteria)):
        yield from (problem for name in names for problem in missing(top.at(key), "field", name, members))


def _clause(scene: Scene, clause: d.Clause) -> Iterator[Problem]:
    top = Spot(f"clauses/{clause.id}.toml", "")
    yield from one_of(top.at("choose"), clause.choose, ("all", "first"))
    for block in clause.blocks:
        spot = top.at(f"block[{block.id}]")
        yield from one_of(spot.at("kind"), block.kind, _BLOCKS)
        for record in (block.each, *block.of):
            if record:
                yield from missing(spot.at("each"), "records/", record, scene.plurals.values())
        if block.among:
            known = [f"{scene.clause_spot(clause).row}.{member}" for member in _leading(scene, clause, block)]
            yield from missing(spot.at("among"), "fields of the row at hand", block.among, known)
        for what in _BLOCKS.get(block.kind, ()):
            if not getattr(block, what):
                yield spot.wrong(BLOCK_NEEDS.fill(kind=block.kind, what=_WRITTEN.get(what, what)))


def _leading(scene: Scene, clause: d.Clause, block: d.ClauseBlock) -> Iterator[str]:
    """Yield the fields of the row at hand that refer to the rows of a block."""
    record = scene.knowledge.records.get(scene.clause_spot(clause).row)
    yield from (entry.id for entry in (record.fields if record else ()) if block.each in entry.to)
