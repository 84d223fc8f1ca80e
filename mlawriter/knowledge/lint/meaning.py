"""What a dotted name of a condition stands for: loop variables followed to their lists."""

from collections.abc import Iterator

from mlawriter.conditions import tokens
from mlawriter.conditions.names import Type
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge import options
from mlawriter.knowledge.lint.scene import Asked, Scene
from mlawriter.knowledge.parameters import MEMBERS

_DEGREES = frozenset({"named", "general", "none"})
RISKS = frozenset({"treatment", "procedure", "administrative"})
"""What an undertaking can protect."""
_MEMBERS_OF = {
    Type.PERIOD: {"start": Type.DAY, "end": Type.DAY},
    Type.MONEY: {"amount": Type.DECIMAL, "currency": Type.TEXT},
    Type.FILE: {"name": Type.TEXT, "size": Type.WHOLE},
}


def targets(scene: Scene, asked: Asked, name: str) -> tuple[str, ...]:
    """Return the full dotted names that a name can mean: `o.title` in `offences.exists(o, ...)` is `offence.title`.

    The variable of a loop over a field of words stands for that field.
    """
    root, dot, rest = name.partition(".")
    lists = tokens.loops(asked.source).get(root)
    if lists is None:
        return (name,)
    owners = [owner for each in lists for owner in _owners(scene, asked, each)]
    return tuple(f"{owner}{dot}{rest}" for owner in owners)


def _owners(scene: Scene, asked: Asked, name: str) -> tuple[str, ...]:
    if name in scene.plurals:
        return (scene.plurals[name],)
    return targets(scene, asked, name) if name else ()


def types(scene: Scene, asked: Asked, name: str) -> Iterator[Type]:
    """Yield the types that a name can have (none for the variable of a loop over words)."""
    if name == "today":
        yield Type.DAY
    if "." not in name:
        return
    for target in targets(scene, asked, name):
        root, member, *rest = target.split(".")
        members = scene.names.scopes.get(root) or scene.names.records.get(root, {})
        kind = members.get(member)
        if rest and kind is not None:
            kind = _MEMBERS_OF.get(kind, {}).get(rest[0])
        if kind is not None:
            yield kind


def words(scene: Scene, asked: Asked, name: str) -> frozenset[str]:
    """Return the closed list of words that a name can be compared with; empty if any word will do."""
    found: set[str] = set()
    for target in targets(scene, asked, name):
        computed = _computed(scene, target)
        if computed:
            found |= computed
            continue
        modules = asked.spot.modules if name.startswith("item.") else ()
        entries = scene.fields(target, modules)
        if not entries or any(not _words_of(scene, entry) for entry in entries):
            return frozenset()
        found |= {word for entry in entries for word in _words_of(scene, entry)}
    return frozenset(found)


def _words_of(scene: Scene, entry: d.Field) -> frozenset[str]:
    return frozenset(options.keys(entry, scene.knowledge))


def _computed(scene: Scene, name: str) -> frozenset[str]:
    knowledge = scene.knowledge
    match name:
        case (
            "request.primary" | "request.bases" | "request.governing" | "request.bases_unconfirmed" | "item.covered_by"
        ):
            return frozenset(knowledge.instruments)
        case "request.topics" | "request.citable_topics":
            return scene.topics
        case "request.kind":
            return frozenset(knowledge.requests)
        case "item.module":
            return frozenset(knowledge.modules)
        case "item.coverage":
            return _DEGREES
        case "guarantee.of":
            return frozenset(knowledge.guarantees)
        case "guarantee.risk":
            return RISKS
        case "own_value.asks":
            return frozenset(MEMBERS)
        case "guarantee.monitoring" | "guarantee.criteria":
            return frozenset(entry.id for entry in knowledge.records["guarantee"].fields)
        case _:
            rule = knowledge.rules.get(name.removeprefix("rule.")) if name.startswith("rule.") else None
            return frozenset(rule.choices if rule else ())
