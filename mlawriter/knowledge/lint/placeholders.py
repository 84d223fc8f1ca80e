"""Placeholders: they name what is at hand, and stand only in texts that are filled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain

from mlawriter.i18n.message import Message
from mlawriter.knowledge import builtins
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.definitions import Kind
from mlawriter.knowledge.index import COMPUTED, GUARANTEE, ITEM, OF_GROUND, naming_ground
from mlawriter.knowledge.lint.conditions import NO_ROW, NOT_IN_MODULE
from mlawriter.knowledge.lint.patterns import braces_match, placeholders
from mlawriter.knowledge.lint.references import missing, one_of
from mlawriter.knowledge.lint.scene import Scene, Spot, check_spot, deadline_spot
from mlawriter.knowledge.problems import Problem

BRACES = Message("The braces do not match. A placeholder is a dotted name between braces.", context="lint")
NOT_FILLED = Message("This text is printed as it is; take the braces out.", context="lint")
NOT_IN_FINDING = Message('"{name}" cannot stand in the message of a check.', context="lint")
NEVER_SURE = Message(
    "The legal bases may have no article on this topic: write the placeholder with a question mark.", context="lint"
)
NOT_FULL = Message(
    '"{name}" is no reference to a record, so its rows cannot be given in full, by their marks or by their names.',
    context="lint",
)

NO_STATE = Message('"{name}" is no State, so it has no official name and no forms.', context="lint")

_FOLDERS = ("requests", "sections", "records", "modules", "fieldsets", "guarantees", "checks", "clauses", "instruments")
_REFS = frozenset({Kind.REF, Kind.REFS})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text whose placeholders are filled, and where; `in_letter` has more built-in placeholders."""

    spot: Spot
    text: str
    in_letter: bool = True


def check_placeholders(scene: Scene) -> Iterator[Problem]:
    """Yield every placeholder that nobody fills."""
    known = tuple(patterns(scene))
    for pattern in known:
        if not braces_match(pattern.text):
            yield pattern.spot.wrong(BRACES)
        for name, is_optional in placeholders(pattern.text):
            yield from _placeholder(scene, pattern, name, is_optional=is_optional)
    filled = {pattern.text for pattern in known}
    for spot, text in _texts(scene.knowledge):
        if text not in filled and ("{" in text or "}" in text):
            yield spot.wrong(NOT_FILLED)


def patterns(scene: Scene) -> Iterator[Pattern]:
    """Yield every text with placeholders that the program fills."""
    for clause in scene.knowledge.clauses.values():
        top = scene.clause_spot(clause)
        for block in clause.blocks:
            spot = top.at(f"block[{block.id}]", block.each or top.row)
            yield Pattern(spot.at("text"), block.text)
            for name, columns in (("row", block.rows), ("column", block.columns)):
                yield from (Pattern(spot.at(f"{name}[{column.head}].cell"), column.cell) for column in columns)
    for record in scene.knowledge.records.values():
        spot = Spot(f"records/{record.id}.toml", "", record.id)
        yield from (Pattern(spot.at("name"), record.name), Pattern(spot.at("full"), record.full))
    for kind in scene.knowledge.requests.values():
        spot = Spot(f"requests/{kind.id}.toml", "")
        for key in ("reference", "subject", "author"):
            yield Pattern(spot.at(key), getattr(kind, key))
        for document in kind.documents:
            yield Pattern(scene.document_spot(kind, document).at("title"), document.title)
    for guarantee in scene.knowledge.guarantees.values():
        top = Spot(f"guarantees/{guarantee.id}.toml", "", GUARANTEE)
        for number, sentence in enumerate(guarantee.sentences, start=1):
            yield Pattern(top.at(f"sentence[{number}].text"), sentence.text)
    for check in scene.knowledge.checks.values():
        yield Pattern(check_spot(check).at("message"), check.message, in_letter=False)
    for deadline in scene.knowledge.deadlines.values():
        yield Pattern(deadline_spot(deadline).at("title"), deadline.title, in_letter=False)


def _placeholder(scene: Scene, pattern: Pattern, name: str, *, is_optional: bool) -> Iterator[Problem]:
    spot, owner = pattern.spot, name.partition(".")[0]
    if spot.row and name in builtins.of_row(spot.row) and (pattern.in_letter or name.endswith(f".{builtins.NAME}")):
        return
    if not pattern.in_letter:
        if name not in builtins.IN_FINDINGS:
            yield from _in_finding(scene, spot, name)
        return
    if name in builtins.OF_THE_REQUEST | builtins.BY_HAND:
        return
    if name.startswith(builtins.ARTICLES_ON):
        topic = name.removeprefix(builtins.ARTICLES_ON)
        yield from one_of(spot, topic, sorted(scene.topics)) if is_optional else (spot.wrong(NEVER_SURE),)
        return
    record = scene.knowledge.records.get(spot.row)
    if record and naming_ground(record) and name == f"{spot.row}.{builtins.GROUND_ARTICLES}":
        yield from () if is_optional else (spot.wrong(NEVER_SURE),)
        return
    if "." not in name:
        yield from missing(spot, "records/ (plural)", name, scene.plurals)
        return
    if is_optional and COMPUTED.get(name) is d.Kind.DAY:
        return
    plain = builtins.plain(name)
    yield from _field(scene, spot, plain, owner, is_optional=is_optional)
    if plain != name:
        of_state = name.endswith(builtins.OF_STATES)
        kinds, fault = ({Kind.COUNTRY}, NO_STATE) if of_state else (_REFS, NOT_FULL)
        if any(entry.kind not in kinds for entry in scene.fields(plain, spot.modules)):
            yield spot.wrong(fault.fill(name=plain))


def _in_finding(scene: Scene, spot: Spot, name: str) -> Iterator[Problem]:
    record = scene.knowledge.records.get(spot.row)
    if record and naming_ground(record) and name in {f"{spot.row}.{member}" for member in OF_GROUND}:
        return
    if "." not in name or builtins.plain(name) != name:
        yield spot.wrong(NOT_IN_FINDING.fill(name=name))
    else:
        yield from _field(scene, spot, name, name.partition(".")[0], is_optional=False)


def _field(scene: Scene, spot: Spot, name: str, owner: str, *, is_optional: bool) -> Iterator[Problem]:
    if owner in scene.plurals.values() and owner != spot.row:
        plural = next(plural for plural, record in scene.plurals.items() if record == owner)
        yield spot.wrong(NO_ROW.fill(name=name, record=owner, plural=plural))
    elif owner != ITEM:
        computed = (each for each in COMPUTED if spot.key == "name")
        yield from missing(spot, "sections/, records/", name, (*scene.scoped, *computed))
    elif not scene.fields(name, spot.modules):
        among = [scene.of_module[module] for module in spot.modules if module in scene.of_module]
        known = {f"{ITEM}.{member}" for entries in among for member in entries}
        yield from missing(spot, ", ".join(f"modules/{each}.toml" for each in spot.modules), name, known)
    elif not is_optional:
        for module in scene.lacking(name.partition(".")[2], spot.modules):
            yield spot.wrong(NOT_IN_MODULE.fill(module=module, name=name.partition(".")[2]))


def _texts(knowledge: d.Knowledge) -> Iterator[tuple[Spot, str]]:
    folders = (
        "requests",
        "sections",
        "records",
        "modules",
        "fieldsets",
        "guarantees",
        "checks",
        "deadlines",
        "grounds",
        "clauses",
        "instruments",
    )
    for folder in folders:
        entries: Mapping[str, object] = getattr(knowledge, folder)
        for entry_id, entry in entries.items():
            yield from _below(Spot(f"{folder}/{entry_id}.toml", ""), entry)


def _below(spot: Spot, value: object) -> Iterator[tuple[Spot, str]]:
    """Yield every text in a value; conditions hold no braces, so they do no harm."""
    if isinstance(value, str):
        yield spot, value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(_below(spot.at(key), each) for key, each in value.items())
    elif isinstance(value, tuple):
        yield from chain.from_iterable(_below(spot, each) for each in value)
    elif is_dataclass(value):
        yield from chain.from_iterable(_below(spot.at(part.name), getattr(value, part.name)) for part in fields(value))
