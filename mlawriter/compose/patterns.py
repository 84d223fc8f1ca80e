"""Patterns of clauses: words and placeholders, cut into lines."""

import re
from dataclasses import dataclass
from functools import lru_cache

from mlawriter.i18n.typography import Punctuation

_PART = re.compile(r"\{([a-z][a-z0-9_.]*)(\?)?\}")
LINE = " | "
"""Separates the lines of a cell."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder: an optional one takes its whole line away while unanswered."""

    name: str
    optional: bool


Piece = str | Placeholder
Lines = tuple[tuple[Piece, ...], ...]


@lru_cache(maxsize=4096)
def lines(pattern: str) -> Lines:
    """Return the lines of a pattern, each as words and placeholders in order."""
    return tuple(tuple(_pieces(line)) for line in pattern.split(LINE))


@lru_cache(maxsize=4096)
def in_own_marks(pattern: str, punctuation: Punctuation) -> Lines:
    """Return the lines of a pattern that nobody has translated; those without words in the marks of the language."""
    return tuple(_marked(pieces, punctuation) if is_wordless(pieces) else pieces for pieces in lines(pattern))


def is_wordless(pieces: tuple[Piece, ...]) -> bool:
    """Say whether a line holds nothing but placeholders and marks between them."""
    return not any(sign.isalpha() for piece in pieces if isinstance(piece, str) for sign in piece)


def _marked(pieces: tuple[Piece, ...], punctuation: Punctuation) -> tuple[Piece, ...]:
    return tuple(punctuation.native(piece) if isinstance(piece, str) else piece for piece in pieces)


def _pieces(line: str) -> list[Piece]:
    found: list[Piece] = []
    end = 0
    for match in _PART.finditer(line):
        if match.start() > end:
            found.append(line[end : match.start()])
        found.append(Placeholder(match[1], bool(match[2])))
        end = match.end()
    if end < len(line):
        found.append(line[end:])
    return found


def names(pattern: str) -> tuple[str, ...]:
    """Return the names of all placeholders of a pattern."""
    return tuple(match[1] for match in _PART.finditer(pattern))
