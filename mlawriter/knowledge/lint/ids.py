"""Ids: spelled so that conditions can use them, never given twice."""

import re
from collections.abc import Iterable, Iterator

from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.index import ITEM, ITEMS, computed
from mlawriter.knowledge.lint.scene import Scene, Spot
from mlawriter.knowledge.problems import Problem
from mlawriter.knowledge.vocabulary import TYPES

SPELLING = Message(
    'The id "{name}" must begin with a small letter and hold only small letters, digits and underscores.',
    context="lint",
)
RESERVED = Message('The id "{name}" is reserved. Choose another one.', context="lint")
TWICE = Message('The id "{name}" is used twice. Choose another one for one of them.', context="lint")
OTHER_KIND = Message(
    'The field "{name}" is {kind} here, but {other} in {place}. Use the same kind, or another id.', context="lint"
)
STILL_AN_ID = Message('"{name}" is still an id. Only an id that is gone can be named as the old one.', context="lint")
CLAIMED_TWICE = Message('"{name}" is claimed as the old id of two fields.', context="lint")

_SPELLING = re.compile(r"[a-z][a-z0-9_]*")
_CHOICE = re.compile(r"[a-z0-9][a-z0-9_]*")
_CEL = re.compile(
    "as|break|const|continue|else|false|for|function|if|import|in|let|loop|package|namespace|null|return|true|var|void|while"
)
_ROOTS = frozenset({"case", "request", "rule", "state", "home", "today", ITEM, ITEMS})
_MEMBERS = frozenset({"id", "mark", "of", "letter", "full"})


def check_ids(scene: Scene) -> Iterator[Problem]:
    """Yield every id that cannot be used, or is used twice."""
    yield from _files(scene.knowledge)
    yield from _records(scene.knowledge)
    taken = computed(scene.knowledge)
    for spot, entry in scene.fields_at:
        yield from _spelled(spot, entry.id)
        yield from (spot.at("choices").wrong(SPELLING.fill(name=key)) for key in _misspelt_choices(entry))
        if entry.id in _MEMBERS or f"{spot.row or _scope(scene, spot)}.{entry.id}" in taken:
            yield spot.wrong(RESERVED.fill(name=entry.id))
    yield from _fields_twice(scene)
    yield from _parts_twice(scene.knowledge)
    yield from _renamed(scene)


def _files(knowledge: d.Knowledge) -> Iterator[Problem]:
    for folder in ("instruments", "requests", "sections", "records", "modules", "fieldsets", "guarantees", "checks"):
        for entry_id in getattr(knowledge, folder):
            yield from _spelled(Spot(f"{folder}/{entry_id}.toml", "id"), entry_id)
    for folder in ("clauses", "rules", "deadlines", "grounds"):
        for entry_id in getattr(knowledge, folder):
            yield from _spelled(Spot(f"{folder}/{entry_id}.toml", "id"), entry_id)


def _spelled(spot: Spot, name: str) -> Iterator[Problem]:
    if not _SPELLING.fullmatch(name):
        yield spot.wrong(SPELLING.fill(name=name))
    elif _CEL.fullmatch(name):
        yield spot.wrong(RESERVED.fill(name=name))


def _misspelt_choices(entry: d.Field) -> list[str]:
    return [key for key in entry.choices if not _CHOICE.fullmatch(key)]


def _records(knowledge: d.Knowledge) -> Iterator[Problem]:
    seen = set(_ROOTS)
    for record in knowledge.records.values():
        for key, name in (("id", record.id), ("plural", record.plural)):
            if name in seen:
                yield Spot(f"records/{record.id}.toml", key).wrong(RESERVED.fill(name=name))
            seen.add(name)


def _fields_twice(scene: Scene) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for spot, entry in scene.fields_at:
        scope = _scope(scene, spot)
        if f"{scope}.{entry.id}" in seen:
            yield spot.wrong(TWICE.fill(name=entry.id))
        seen[f"{scope}.{entry.id}"] = spot.file
    for record in scene.knowledge.records.values():
        fields = {entry.id for entry in record.fields}
        for derived in record.derived:
            if derived.id in fields:
                yield Spot(f"records/{record.id}.toml", f"derived[{derived.id}]").wrong(TWICE.fill(name=derived.id))
    yield from _other_kinds(scene)


def _scope(scene: Scene, spot: Spot) -> str:
    folder, _, name = spot.file.removesuffix(".toml").partition("/")
    return scene.knowledge.sections[name].scope if folder == "sections" else f"{folder}/{name}"


def _other_kinds(scene: Scene) -> Iterator[Problem]:
    """Yield item fields that conditions cannot read as one: the same id in two modules, with other types of answer."""
    first: dict[str, tuple[str, d.Field]] = {}
    for spot, entry in scene.fields_at:
        if spot.row != ITEM:
            continue
        place, known = first.setdefault(entry.id, (spot.file, entry))
        if TYPES[known.kind] is not TYPES[entry.kind]:
            yield spot.wrong(OTHER_KIND.fill(name=entry.id, kind=entry.kind.value, other=known.kind.value, place=place))


def _parts_twice(knowledge: d.Knowledge) -> Iterator[Problem]:
    for clause in knowledge.clauses.values():
        yield from _twice(Spot(f"clauses/{clause.id}.toml", "block"), (block.id for block in clause.blocks))
    for kind in knowledge.requests.values():
        top = Spot(f"requests/{kind.id}.toml", "")
        yield from _twice(top.at("page"), (page.id for page in kind.pages))
        yield from _twice(top.at("document"), (document.id for document in kind.documents))
    for instrument in knowledge.instruments.values():
        articles = (f"{entry.article} {entry.text}".strip() for entry in instrument.requires)
        yield from _twice(Spot(f"instruments/{instrument.id}.toml", "requires"), articles)


def _twice(spot: Spot, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            yield spot.wrong(TWICE.fill(name=name))
        seen.add(name)


def _renamed(scene: Scene) -> Iterator[Problem]:
    present = {(_scope(scene, spot), entry.id) for spot, entry in scene.fields_at}
    claimed: set[tuple[str, str]] = set()
    for spot, entry in scene.fields_at:
        for old in entry.renamed_from:
            key = (_scope(scene, spot), old)
            if key in present:
                yield spot.at("renamed_from").wrong(STILL_AN_ID.fill(name=old))
            if key in claimed:
                yield spot.at("renamed_from").wrong(CLAIMED_TWICE.fill(name=old))
            claimed.add(key)
