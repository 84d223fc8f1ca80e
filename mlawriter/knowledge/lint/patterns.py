"""Placeholders in a text: `{dotted.name}`, or `{dotted.name?}` for one that may take its line away."""

import re
from collections.abc import Iterator

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)(\?)?\}")


def placeholders(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the name of each placeholder and whether it is optional."""
    for match in _PLACEHOLDER.finditer(text):
        yield match[1], bool(match[2])


def braces_match(text: str) -> bool:
    """Say whether every brace belongs to a placeholder."""
    rest = _PLACEHOLDER.sub("", text)
    return "{" not in rest and "}" not in rest
