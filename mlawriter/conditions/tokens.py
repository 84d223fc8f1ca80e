"""The words of a condition, for reading it without running it: what it reads, calls and compares."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

LOOPS = frozenset({"exists", "exists_one", "all", "filter", "map"})
"""Methods that name a variable for each element of a list."""

_TOKEN = re.compile(
    r"(?P<text>r?'(?:[^'\\]|\\.)*'|r?\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)"
    r"|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<sign>==|!=|<=|>=|&&|\|\||\S)"
)


class Sort(Enum):
    """What a token is."""

    TEXT = "text"
    NAME = "name"
    NUMBER = "number"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a condition; a name keeps its dots, a text its quotes."""

    sort: Sort
    word: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `owner` is the dotted name a method is called on (empty for a function or a result)."""

    function: str
    owner: str
    variable: str
    """The loop variable, if the call is a loop."""
    is_method: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A dotted name set against words: `==`, `!=` or `in`."""

    name: str
    sign: str
    words: tuple[str, ...]


@lru_cache(maxsize=64)
def tokens(source: str) -> tuple[Token, ...]:
    """Return the words of a condition in order."""
    return tuple(Token(Sort(str(match.lastgroup)), match[0]) for match in _TOKEN.finditer(source))


def calls(source: str) -> Iterator[Call]:
    """Yield every call."""
    found = tokens(source)
    for at, token in enumerate(found):
        if token.sort is Sort.NAME and _word(found, at + 1) == "(":
            owner, _, function = token.word.rpartition(".")
            variable = _word(found, at + 2) if function in LOOPS else ""
            yield Call(function, owner, variable, bool(owner) or _word(found, at - 1) == ".")


def names(source: str) -> Iterator[str]:
    """Yield every dotted name that is read, without the methods called on it; loop variables included."""
    found = tokens(source)
    for at, token in enumerate(found):
        if token.sort is Sort.NAME and _word(found, at - 1) != ".":
            name = token.word
            if _word(found, at + 1) == "(":
                name = name.rpartition(".")[0]
            if name:
                yield name


def loops(source: str) -> Mapping[str, tuple[str, ...]]:
    """Return for each loop variable the dotted names of the lists it runs through."""
    running: dict[str, tuple[str, ...]] = {}
    for call in calls(source):
        if call.variable:
            running[call.variable] = (*running.get(call.variable, ()), call.owner)
    return running


def comparisons(source: str) -> Iterator[Comparison]:
    """Yield every comparison of a dotted name with words, whichever side it stands on."""
    found = tokens(source)
    for at, token in enumerate(found):
        if token.word not in {"==", "!=", "in"} or at == 0:
            continue
        left, right = found[at - 1], _listed(found, at + 1)
        if left.sort is Sort.NAME and right:
            yield Comparison(left.word, token.word, right)
        elif left.sort is Sort.TEXT and _sort(found, at + 1) is Sort.NAME and _word(found, at + 2) != "(":
            yield Comparison(_word(found, at + 1), token.word, (unquoted(left.word),))


def compared(source: str) -> Iterator[str]:
    """Yield every dotted name beside `==` or `!=`."""
    found = tokens(source)
    for at, token in enumerate(found):
        if token.word in {"==", "!="}:
            for beside in (at - 1, at + 1):
                if _sort(found, beside) is Sort.NAME and _word(found, beside + 1) != "(":
                    yield _word(found, beside)


def indexes(source: str) -> bool:
    """Say whether an element is taken by its number or key (`[0]`)."""
    found = tokens(source)
    return any(
        token.word == "[" and at and (found[at - 1].word in {")", "]"} or found[at - 1].sort is Sort.NAME)
        for at, token in enumerate(found)
        if not (at and found[at - 1].word == "in")
    )


def unquoted(word: str) -> str:
    """Return the text inside quotes."""
    return word.removeprefix("r")[1:-1]


def _listed(found: tuple[Token, ...], at: int) -> tuple[str, ...]:
    if _sort(found, at) is Sort.TEXT:
        return (unquoted(_word(found, at)),)
    if _word(found, at) != "[":
        return ()
    listed = []
    for token in found[at + 1 :]:
        if token.word == "]":
            break
        if token.sort is Sort.TEXT:
            listed.append(unquoted(token.word))
    return tuple(listed)


def _word(found: tuple[Token, ...], at: int) -> str:
    return found[at].word if 0 <= at < len(found) else ""


def _sort(found: tuple[Token, ...], at: int) -> Sort | None:
    return found[at].sort if 0 <= at < len(found) else None
