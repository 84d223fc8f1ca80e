"""What signs, functions and methods make of the values on which they are used; of values of a wrong kind, `UNKNOWN`."""

import operator
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache

from mlawriter.conditions import functions
from mlawriter.conditions.evaluation import UNKNOWN, Fixed, Part, Scope
from mlawriter.conditions.patterns import Pattern

_NUMBERS = frozenset({int, float})
_ORDERED = frozenset({int, float, str, bool, datetime})
_ORDERS: Mapping[str, Callable[..., bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_Kinds = frozenset[type]
_SUMS: Mapping[str, tuple[Callable[..., object], _Kinds]] = {
    "+": (operator.add, frozenset({int, float, str, list})),
    "-": (operator.sub, _NUMBERS),
    "*": (operator.mul, _NUMBERS),
}
_WORDS, _DAYS, _WHOLE = frozenset({str}), frozenset({datetime}), frozenset({int})
_CALLS: Mapping[str, tuple[Callable[..., object], tuple[_Kinds, ...]]] = {
    "size": (len, (frozenset({str, list, tuple, dict}),)),
    "double": (float, (frozenset({int, float, str}),)),
    "days": (functions.days, (_DAYS, _DAYS)),
    "add_days": (functions.add_days, (_DAYS, _WHOLE)),
    "add_months": (functions.add_months, (_DAYS, _WHOLE)),
    "age": (functions.age, (_DAYS, _DAYS)),
    "contains": (operator.contains, (_WORDS, _WORDS)),
    "startsWith": (str.startswith, (_WORDS, _WORDS)),
    "endsWith": (str.endswith, (_WORDS, _WORDS)),
}
FUNCTIONS = frozenset({"size", "double", "days", "add_days", "add_months", "age"})
METHODS = frozenset({"size", "contains", "startsWith", "endsWith"})
_SIGNS_IN_A_TURN = 1000
"""Searching so much text counts as one turn more."""


def operation(sign: str, left: Part, right: Part) -> Part:
    """Return what a sign between two parts makes of them."""
    if sign in {"==", "!="}:
        return _equality(left, right, wanted=sign == "==")
    if sign in _ORDERS:
        return _order(_ORDERS[sign], left, right)
    return _membership(left, right) if sign == "in" else _sum(*_SUMS[sign], left, right)


def called(name: str, arguments: tuple[Part, ...]) -> Part | None:
    """Return what a function makes of its arguments; nothing if it takes another number of them."""
    function, kinds = _CALLS[name]
    if len(arguments) != len(kinds):
        return None

    def call(scope: Scope) -> object:
        found = [argument(scope) for argument in arguments]
        if not all(type(value) in allowed for value, allowed in zip(found, kinds, strict=True)):
            return UNKNOWN
        try:
            return function(*found)
        except (OverflowError, ValueError):
            return UNKNOWN

    return call


def matched(text: Part, pattern: Pattern) -> Part:
    """Return whether a pattern is found in a text."""

    def match(scope: Scope) -> object:
        found = text(scope)
        if not isinstance(found, str):
            return UNKNOWN
        scope.turn(len(found) // _SIGNS_IN_A_TURN)
        return pattern.is_in(found)

    return match


def _equality(left: Part, right: Part, *, wanted: bool) -> Part:
    if isinstance(right, Fixed) and isinstance(right.value, str):
        return _is_word(left, right.value, wanted=wanted)

    def compare(scope: Scope) -> object:
        one, other = left(scope), right(scope)
        return UNKNOWN if one is UNKNOWN or other is UNKNOWN else _equal(one, other) is wanted

    return compare


@lru_cache(maxsize=2048)
def _is_word(part: Part, word: str, *, wanted: bool) -> Part:
    return lambda scope: UNKNOWN if (found := part(scope)) is UNKNOWN else (found == word) is wanted


def _order(holds: Callable[..., bool], left: Part, right: Part) -> Part:
    def compare(scope: Scope) -> object:
        one, other = left(scope), right(scope)
        kinds = {type(one), type(other)}
        comparable = kinds <= _NUMBERS or (len(kinds) == 1 and kinds <= _ORDERED)
        return holds(one, other) if comparable else UNKNOWN

    return compare


def _membership(left: Part, right: Part) -> Part:
    if isinstance(right, Fixed) and isinstance(right.value, list) and {type(each) for each in right.value} == {str}:
        return _is_among(left, frozenset(right.value))

    def look_up(scope: Scope) -> object:
        one, among = left(scope), right(scope)
        if one is UNKNOWN or not isinstance(among, list | tuple | dict):
            return UNKNOWN
        return any(_equal(one, other) for other in among)

    return look_up


def _is_among(part: Part, words: frozenset[str]) -> Part:
    def look_up(scope: Scope) -> object:
        found = part(scope)
        return UNKNOWN if found is UNKNOWN else isinstance(found, str) and found in words

    return look_up


def _sum(add: Callable[..., object], kinds: _Kinds, left: Part, right: Part) -> Part:
    def compute(scope: Scope) -> object:
        one, other = left(scope), right(scope)
        return add(one, other) if type(one) is type(other) and type(one) in kinds else UNKNOWN

    return compute


def _equal(one: object, other: object) -> bool:
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_equal(value, other[key]) for key, value in one.items())
    return one == other and isinstance(one, bool) is isinstance(other, bool)
