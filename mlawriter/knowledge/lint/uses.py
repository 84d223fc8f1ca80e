"""Uses: nothing in the templates is out of reach."""

from collections.abc import Iterator
from itertools import chain

from mlawriter.conditions import functions, tokens
from mlawriter.i18n.message import Message
from mlawriter.knowledge import builtins
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.index import ITEM, OF_STATES
from mlawriter.knowledge.lint.meaning import targets
from mlawriter.knowledge.lint.patterns import placeholders
from mlawriter.knowledge.lint.placeholders import patterns
from mlawriter.knowledge.lint.scene import COMMON_CLAUSE, Asked, Scene, Spot, deadline_spot
from mlawriter.knowledge.problems import Problem

UNUSED_FIELD = Message("Nothing uses the answer: no clause prints it and no condition reads it.", context="lint")
UNUSED = Message("Nothing uses this file.", context="lint")
UNREACHABLE = Message(
    'This block is never reached: "{block}" before it always applies, and only the first that applies is printed.',
    context="lint",
)


def check_uses(scene: Scene) -> Iterator[Problem]:
    """Yield a warning for everything that nothing leads to, and an error for wording that cannot be printed."""
    used = _used(scene)
    for spot, entry in scene.fields_at:
        scopes = _scopes(scene, spot)
        names = {f"{scope}.{entry.id}" for scope in scopes}
        is_meant = not entry.hidden and not entry.internal and entry.until is None and not OF_STATES & {*scopes}
        if is_meant and not names & used:
            yield spot.weak(UNUSED_FIELD)
    yield from _unused_files(scene.knowledge)
    for clause in scene.knowledge.clauses.values():
        yield from _unreachable(clause)


def _scopes(scene: Scene, spot: Spot) -> tuple[str, ...]:
    folder, _, name = spot.file.removesuffix(".toml").partition("/")
    if folder == "sections":
        return (scene.knowledge.sections[name].scope,)
    return spot.modules if spot.row == ITEM else (spot.row,)


def _used(scene: Scene) -> set[str]:
    """Return the dotted names that matter somewhere; those of items under the name of each module."""
    found = {name for each in builtins.USED_BY_PROGRAM for name in _under_modules(Spot("", ""), each, scene)}
    for pattern in patterns(scene):
        for name, _ in placeholders(pattern.text):
            found |= _under_modules(pattern.spot, builtins.plain(name), scene)
    for record in scene.knowledge.records.values():
        found |= {f"{record.id}.{member}" for member in record.summary}
    for asked in scene.conditions:
        plain = Asked(asked.spot, functions.expand(asked.source))
        for name in tokens.names(plain.source):
            for target in targets(scene, plain, name):
                found |= _under_modules(asked.spot, ".".join(target.split(".")[:2]), scene)
    for name in _required(scene.knowledge):
        found |= _under_modules(Spot("", ""), name, scene)
    found |= {block.among for clause in scene.knowledge.clauses.values() for block in clause.blocks}
    for deadline in scene.knowledge.deadlines.values():
        for name in filter(None, (deadline.start, deadline.since, deadline.more, deadline.met_by)):
            found |= _under_modules(deadline_spot(deadline), name, scene)
    return found


def _required(knowledge: d.Knowledge) -> Iterator[str]:
    """Yield the names that required contents and instruments use."""
    instruments = knowledge.instruments.values()
    of_treaties = (each.requires for each in instruments)
    usual = (each.requires for each in knowledge.contents.values())
    for entry in chain.from_iterable((*of_treaties, *usual)):
        yield from (".".join(name.split(".")[:2]) for name in (*entry.met_by, *entry.met_by_one))
    for instrument in instruments:
        yield from (instrument.title_field, instrument.citation_field)


def _under_modules(spot: Spot, name: str, scene: Scene) -> set[str]:
    owner, _, member = name.partition(".")
    if owner != ITEM:
        return {name}
    modules = spot.modules if spot.row == ITEM and spot.modules else tuple(scene.of_module)
    return {f"{module}.{member}" for module in modules}


def _unused_files(knowledge: d.Knowledge) -> Iterator[Problem]:
    kinds, modules = knowledge.requests.values(), knowledge.modules.values()
    pages = [page for kind in kinds for page in kind.pages]
    used: dict[str, set[str]] = {
        "clauses": {clause for kind in kinds for document in kind.documents for clause in document.clauses}
        | {module.clause for module in modules}
        | {COMMON_CLAUSE},
        "sections": {section for page in pages for section in page.sections},
        "modules": {module for kind in kinds for module in kind.modules},
        "contents": {name for instrument in knowledge.instruments.values() for name in instrument.contents},
        "fieldsets": {name for module in modules for name in module.uses},
    }
    for folder, names in used.items():
        entries = getattr(knowledge, folder)
        yield from (Spot(f"{folder}/{name}.toml", "").weak(UNUSED) for name in entries if name not in names)
    lists = {name for page in pages for name in page.lists}
    for record in knowledge.records.values():
        if record.plural not in lists:
            yield Spot(f"records/{record.id}.toml", "plural").weak(UNUSED)


def _unreachable(clause: d.Clause) -> Iterator[Problem]:
    if clause.choose != "first":
        return
    for number, block in enumerate(clause.blocks):
        if not block.when and not block.each and block.text:
            for late in clause.blocks[number + 1 :]:
                spot = Spot(f"clauses/{clause.id}.toml", f"block[{late.id}]")
                yield spot.wrong(UNREACHABLE.fill(block=block.id))
            return
