"""Conditions: they name what is there, say yes or no, and mean what they seem to mean."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from mlawriter.conditions import functions, tokens
from mlawriter.conditions.names import Type
from mlawriter.conditions.parser import ConditionFault, read_condition
from mlawriter.conditions.pattern_parser import PatternFault
from mlawriter.conditions.typing import TypeChecker
from mlawriter.i18n.message import Message
from mlawriter.knowledge.index import COMPUTED, ITEM
from mlawriter.knowledge.lint.meaning import types
from mlawriter.knowledge.lint.meaning import words as allowed_words
from mlawriter.knowledge.lint.references import missing, one_of
from mlawriter.knowledge.lint.scene import Asked, Scene, Spot
from mlawriter.knowledge.problems import Problem

NOT_VALID = Message("This condition cannot be read: {error}.", context="lint")
NOT_HERE = Message('Conditions cannot hold "{word}" here.', context="lint")
PATTERN = Message('The pattern in matches() cannot be read, or is too long; reading ends at "{rest}".', context="lint")
NO_NAME = Message('"{name}" is not known here.', context="lint")
NO_NAME_NEAR = Message('"{name}" is not known here. Do you mean "{near}"?', context="lint")
NO_ROW = Message(
    '"{name}" belongs to one row, and no such row is at hand here. In a check or a block write each = "{record}"; '
    "elsewhere use {plural}.exists(...).",
    context="lint",
)
NOT_IN_MODULE = Message('The module {module} has no field "{name}".', context="lint")
NOT_ALLOWED = Message('"{name}" cannot be used in conditions. Use one of: {words}.', context="lint")
NO_INDEX = Message("Elements cannot be taken by number or key. Use exists(...).", context="lint")
NO_EQUALS = Message(
    '"{name}" cannot be compared with == or !=, because an answer that is known in part would count as different. '
    "Use <, > or has().",
    context="lint",
)
EMPTY_ALL = Message(
    '"{name}.all(...)" is also true when the list is empty. Say what is meant: add "size({name}) > 0".', context="lint"
)
SHADOWS = Message(
    'The name "{name}" means something else already. Choose another name inside the brackets.', context="lint"
)
OWN_ROW_ONLY = Message('Only answers of this row can be used here; "{name}" is not one of them.', context="lint")
WORD = Message('"{word}" is not a choice of "{name}". Use one of: {words}.', context="lint")

FUNCTIONS = (
    "has",
    "size",
    "double",
    "days",
    "add_days",
    "add_months",
    "age",
    "has_document",
    "has_guarantee",
    "relies_on",
    "provides",
)
METHODS = ("exists", "all", "filter", "size", "contains", "startsWith", "endsWith", "matches")
_CONSTANTS = frozenset({"true", "false", "in"})
_NO_EQUALS = frozenset({Type.DAY, Type.DAYS, Type.PERIOD, Type.MONEY, Type.TEXTS, Type.FILE})
_INDEPENDENT = re.compile(r"records/.*derived\[|modules/.*coercive_if")


def check_conditions(scene: Scene) -> Iterator[Problem]:
    """Yield everything that is wrong with the conditions."""
    checker = TypeChecker(scene.names)
    for asked in scene.conditions:
        found = [*_words(asked), *_unknown_names(scene, asked)]
        yield from found or _typed(checker, asked)
        yield from _meaning(scene, asked)


def _typed(checker: TypeChecker, asked: Asked) -> Iterator[Problem]:
    problems = checker.problems(asked.source, asked.spot.row)
    for error in problems:
        yield asked.spot.wrong(NOT_VALID.fill(error=error))
    if not problems:
        yield from _unreadable(asked)


def _unreadable(asked: Asked) -> Iterator[Problem]:
    """Yield what CEL allows and conditions do not have."""
    try:
        read_condition(functions.expand(asked.source))
    except ConditionFault as fault:
        yield asked.spot.wrong(NOT_HERE.fill(word=fault.word))
    except PatternFault as fault:
        yield asked.spot.wrong(PATTERN.fill(rest=fault.rest))


def _words(asked: Asked) -> Iterator[Problem]:
    for call in tokens.calls(asked.source):
        allowed = METHODS if call.is_method else FUNCTIONS
        if call.function not in allowed:
            yield asked.spot.wrong(NOT_ALLOWED.fill(name=call.function, words=", ".join(allowed)))
    if "null" in tokens.names(asked.source):
        yield asked.spot.wrong(NOT_ALLOWED.fill(name="null", words="has(...)"))
    if tokens.indexes(asked.source):
        yield asked.spot.wrong(NO_INDEX)


def _unknown_names(scene: Scene, asked: Asked) -> Iterator[Problem]:
    variables = tokens.loops(asked.source)
    for variable in variables:
        if variable in scene.names.roots:
            yield asked.spot.wrong(SHADOWS.fill(name=variable))
    for name in dict.fromkeys(tokens.names(asked.source)):
        root = name.partition(".")[0]
        if root not in variables and root not in _CONSTANTS and name != "null":
            yield from _unknown(scene, asked.spot, name)


def _unknown(scene: Scene, spot: Spot, name: str) -> Iterator[Problem]:
    root, _, rest = name.partition(".")
    member = rest.partition(".")[0]
    if root in scene.names.plurals or root == "today":
        return
    if root in scene.names.records and root != spot.row:
        plural = next(plural for plural, record in scene.names.plurals.items() if record == root)
        yield spot.wrong(NO_ROW.fill(name=name, record=root, plural=plural))
        return
    known = scene.names.scopes.get(root) or scene.names.records.get(root)
    if root in {"state", "home"}:
        return
    if known is None or member not in known:
        yield spot.wrong(_not_known(f"{root}.{member}" if member else root, _dotted(scene, spot)))
    elif root == ITEM and f"{ITEM}.{member}" not in COMPUTED and member != "id":
        for module in scene.lacking(member, spot.modules):
            yield spot.wrong(NOT_IN_MODULE.fill(module=module, name=member))


def _dotted(scene: Scene, spot: Spot) -> Iterator[str]:
    for root, members in (*scene.names.scopes.items(), (spot.row, scene.names.records.get(spot.row, {}))):
        yield from (f"{root}.{member}" for member in members)


def _not_known(name: str, known: Iterable[str]) -> Message:
    near = get_close_matches(name, list(known), n=1)
    return NO_NAME_NEAR.fill(name=name, near=near[0]) if near else NO_NAME.fill(name=name)


def _meaning(scene: Scene, asked: Asked) -> Iterator[Problem]:
    yield from _arguments(scene, asked)
    for name in tokens.compared(asked.source):
        if any(kind in _NO_EQUALS for kind in types(scene, asked, name)):
            yield asked.spot.wrong(NO_EQUALS.fill(name=name))
    for call in tokens.calls(asked.source):
        if call.function == "all" and call.owner in scene.names.plurals and not _is_sized(asked.source, call.owner):
            yield asked.spot.wrong(EMPTY_ALL.fill(name=call.owner))
    if _INDEPENDENT.match(f"{asked.spot.file} {asked.spot.key}"):
        for name in tokens.names(asked.source):
            root = name.partition(".")[0]
            if root in scene.names.roots and root != asked.spot.row:
                yield asked.spot.wrong(OWN_ROW_ONLY.fill(name=name))
    for comparison in tokens.comparisons(asked.source):
        words = allowed_words(scene, asked, comparison.name)
        for word in comparison.words if words else ():
            if word not in words:
                yield asked.spot.wrong(WORD.fill(word=word, name=comparison.name, words=", ".join(sorted(words))))


def _is_sized(source: str, plural: str) -> bool:
    plain = "".join(source.split())
    return f"size({plural})" in plain or f"{plural}.size()" in plain or f"{plural}.exists(" in plain


def _arguments(scene: Scene, asked: Asked) -> Iterator[Problem]:
    knowledge = scene.knowledge
    for function, argument in functions.calls(asked.source):
        match function:
            case "has_document":
                yield from one_of(asked.spot, argument, sorted(scene.document_types))
            case "has_guarantee":
                yield from missing(asked.spot, "guarantees/", argument, knowledge.guarantees)
            case "provides":
                yield from one_of(asked.spot, argument, sorted(scene.topics))
            case _:
                yield from missing(asked.spot, "instruments/", argument, knowledge.instruments)
