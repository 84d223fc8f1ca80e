"""Bringing cases of older formats up to date. Each step takes the JSON of one format to the next."""

from collections.abc import Callable
from typing import Any

from mlawriter.storage.codec import FORMAT

Json = dict[str, Any]

STEPS: dict[int, Callable[[Json], Json]] = {}
"""Format written -> the step to the next one. Format 1 is the first."""


def migrated(content: Json) -> Json:
    """Return the JSON of a case in the present format."""
    found = content.get("format", FORMAT)
    while found < FORMAT and found in STEPS:
        content = STEPS[found](content)
        found = content["format"]
    return content
