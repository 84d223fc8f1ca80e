"""Sources: every rule of law says where it comes from."""

from collections.abc import Iterator

from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.cites import NO_INSTRUMENT, parse_cite
from mlawriter.knowledge.lint.parameters import NO_PROSE
from mlawriter.knowledge.lint.references import missing
from mlawriter.knowledge.lint.scene import Scene, Spot, check_spot, deadline_spot
from mlawriter.knowledge.problems import Problem

NO_SOURCE = Message(
    'Name the source: cites = ["untoc 18(15)(a)"], or "practice", "logic", "law: ..." if it is no instrument.',
    context="lint",
)
NO_ARTICLE = Message('The source "{name}" needs an article, as in "untoc 18(15)(a)".', context="lint")
NO_WORDS = Message('Say which law, as in "law: ISO 13616".', context="lint")
UNSOURCED_FIELD = Message("The program asks for this answer, but no source says why. Add cites.", context="lint")


def check_sources(scene: Scene) -> Iterator[Problem]:
    """Yield every rule without a source, and every source that is not there."""
    knowledge = scene.knowledge
    for spot, cites in _needing(knowledge):
        if not cites:
            yield spot.wrong(NO_SOURCE)
        yield from _cites(scene, spot, cites)
    for spot, cites in _others(scene):
        yield from _cites(scene, spot, cites)
    for spot, entry in scene.fields_at:
        for asked in (entry, *(entry.within(family) for family in entry.differs)):
            is_wanted = asked.need is not d.Need.OPTIONAL or asked.essential_if or asked.recommended_if
            if is_wanted and not asked.cites:
                yield spot.weak(UNSOURCED_FIELD)
    yield from _prose(knowledge)


def _needing(knowledge: d.Knowledge) -> Iterator[tuple[Spot, tuple[str, ...]]]:
    for check in knowledge.checks.values():
        yield check_spot(check).at("cites"), check.cites
    for deadline in knowledge.deadlines.values():
        yield deadline_spot(deadline).at("cites"), deadline.cites
    for ground in knowledge.grounds.values():
        yield Spot(f"grounds/{ground.id}.toml", "cites"), ground.sources
    for guarantee in knowledge.guarantees.values():
        yield Spot(f"guarantees/{guarantee.id}.toml", "cites"), guarantee.cites
    for module in knowledge.modules.values():
        top = Spot(f"modules/{module.id}.toml", "")
        yield top.at("cites"), module.cites
        yield from ((top.at(f"attach[{entry.document}].cites"), entry.cites) for entry in module.attach)
    for kind in knowledge.requests.values():
        top = Spot(f"requests/{kind.id}.toml", "")
        yield from ((top.at(f"attach[{entry.document}].cites"), entry.cites) for entry in kind.attach)
        yield from ((top.at(f"at_least[{entry.list}].cites"), entry.cites) for entry in kind.at_least)


def _others(scene: Scene) -> Iterator[tuple[Spot, tuple[str, ...]]]:
    for spot, entry in scene.fields_at:
        yield spot.at("cites"), entry.cites
        yield from ((spot.at(f"differs.{name}.cites"), other.cites or ()) for name, other in entry.differs.items())
    for clause in scene.knowledge.clauses.values():
        top = Spot(f"clauses/{clause.id}.toml", "")
        yield from ((top.at(f"block[{block.id}].cites"), block.cites) for block in clause.blocks)


def _cites(scene: Scene, spot: Spot, cites: tuple[str, ...]) -> Iterator[Problem]:
    for written in cites:
        cite = parse_cite(written)
        yield from missing(spot, "instruments/", cite.instrument, (*scene.knowledge.instruments, *NO_INSTRUMENT))
        if cite.instrument in scene.knowledge.instruments and not cite.article:
            yield spot.wrong(NO_ARTICLE.fill(name=cite.instrument))
        if cite.instrument == "law" and not cite.article:
            yield spot.wrong(NO_WORDS)


def _prose(knowledge: d.Knowledge) -> Iterator[Problem]:
    for clause in knowledge.clauses.values():
        if not clause.source.strip():
            yield Spot(f"clauses/{clause.id}.toml", "source").wrong(NO_PROSE)
    for instrument in knowledge.instruments.values():
        if not instrument.source.strip():
            yield Spot(f"instruments/{instrument.id}.toml", "source").wrong(NO_PROSE)
    for state in knowledge.states.values():
        for name, line in state.entries.items():
            if not line.source.strip():
                yield Spot(f"states/{state.id}.toml", f"entries.{name}.source").wrong(NO_PROSE)
