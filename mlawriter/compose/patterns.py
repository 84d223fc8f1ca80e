"""Patterns of clauses: words and placeholders, cut into lines."""

import re
from dataclasses import dataclass
from functools import lru_cache

_PART = re.compile(r"\{([a-z][a-z0-9_.]*)(\?)?\}")
LINE = " | "
"""Separates the lines of a cell."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One placeholder: an optional one takes its whole line away while unanswered."""

    name: str
    optional: bool


Piece = str | Placeholder


@lru_cache(maxsize=4096)
def lines(pattern: str) -> tuple[tuple[Piece, ...], ...]:
    """Return the lines of a pattern, each as words and placeholders in order."""
    return tuple(tuple(_pieces(line)) for line in pattern.split(LINE))


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
