"""Grounds for refusal: what could remove them and take their place is there, and the law that knows them."""

from collections.abc import Iterator

from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.lint.references import missing, one_of
from mlawriter.knowledge.lint.scene import Scene, Spot
from mlawriter.knowledge.problems import Problem

SAY_WHICH = Message("Say in information which information could remove this ground.", context="lint")
TWICE = Message('The number "{code}" is that of another ground.', context="lint")
TWO_GROUNDS = Message("A record can have one field that names a ground.", context="lint")


def check_grounds(scene: Scene) -> Iterator[Problem]:
    """Yield everything that is wrong with the grounds for refusal and the fields that name them."""
    seen: set[str] = set()
    for ground in scene.knowledge.grounds.values():
        spot = Spot(f"grounds/{ground.id}.toml", "")
        yield from _ground(scene, spot, ground)
        if ground.code and ground.code in seen:
            yield spot.at("code").wrong(TWICE.fill(code=ground.code))
        seen.add(ground.code)
    for record in scene.knowledge.records.values():
        naming = [entry for entry in record.fields if entry.options == "grounds" and entry.kind is d.Kind.CHOICE]
        for entry in naming[1:]:
            yield Spot(f"records/{record.id}.toml", f"field[{entry.id}]").wrong(TWO_GROUNDS)


def _ground(scene: Scene, spot: Spot, ground: d.Ground) -> Iterator[Problem]:
    knowledge = scene.knowledge
    for name in ground.curable_by:
        yield from missing(spot.at("curable_by"), "guarantees/", name, knowledge.guarantees)
    for name in ground.alternatives:
        yield from missing(spot.at("alternatives"), "requests/", name, knowledge.requests)
    if ground.topic:
        yield from one_of(spot.at("topic"), ground.topic, sorted(scene.topics))
    if ground.curable_by_information is not d.Curable.NO and not ground.information:
        yield spot.at("information").wrong(SAY_WHICH)
