"""Names of States as letters write them, with the forms that a sentence needs (`locales/<lang>/states.toml`)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class StateName:
    """One State: its short name, its official one, and that one after `the authorities` and as a place."""

    short: str
    official: str
    of: str
    within: str

    @classmethod
    def always(cls, name: str) -> "StateName":
        """Return a State of which only one name is known, whatever the form."""
        return cls(name, name, name, name)


@lru_cache(maxsize=16)
def read_states(file: Path) -> Mapping[str, StateName]:
    """Return the names of a language by the code of the State; nothing if it has no such file, or one with faults."""
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8"))
        return {code: _name(entry) for code, entry in entries.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def _name(entry: Mapping[str, str]) -> StateName:
    short = entry["short"]
    official = entry.get("official", short)
    return StateName(short, official, entry.get("of", official), entry.get("in", official))
