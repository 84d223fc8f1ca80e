"""Bringing cases of older formats up to date. Each step takes the JSON of one format to the next."""

from collections.abc import Callable
from typing import Any

from mlawriter.storage.codec import FORMAT

Json = dict[str, Any]

STEPS: dict[int, Callable[[Json], Json]] = {}
"""Format written -> the step to the next one. Format 1 is the first."""


def migrated(content: Json) -> Json:
    """Return the JSON of a case in the present format."""
    while (step := _step(content.get("format"))) is not None:
        content = step(content)
    return content


def _step(found: object) -> Callable[[Json], Json] | None:
    return STEPS.get(found) if type(found) is int and found < FORMAT else None
