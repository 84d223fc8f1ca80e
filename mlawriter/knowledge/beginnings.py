"""What a request can begin with, read from the templates without taking up all of the law.

The first page of the window needs nothing else, and is there sooner for it.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from mlawriter.i18n.message import Message

_PLAIN_TITLE = re.compile(r'^title = "([^"\\]*)"$', re.MULTILINE)
"""A title as files usually write it, which needs no parser."""


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Kinds of requests and instruments: id and title of each, in the order of the knowledge."""

    kinds: tuple[tuple[str, Message], ...]
    instruments: tuple[tuple[str, Message], ...]


def beginnings(templates: Path, *packs: Path) -> Beginnings:
    """Return what a request can begin with; broken files are left out here (`loader.load` tells what is wrong)."""
    folders = (templates, *packs)
    return Beginnings(_titles(folders, "requests", "request"), _titles(folders, "instruments", "instrument"))


def title(folder: str, entry_id: str, text: str) -> Message:
    """Return a title; `folder` is the singular: `module`, `record`, `section`, `page`, `guarantee` ..."""
    return Message(text, context=f"{folder} {entry_id} title", domain="knowledge")


def _title_in(text: str) -> object:
    head, *_ = text.split("\n[", 1)
    written = _PLAIN_TITLE.search(head)
    return written[1] if written and '"""' not in head else tomllib.loads(head).get("title")


def _titles(folders: tuple[Path, ...], name: str, singular: str) -> tuple[tuple[str, Message], ...]:
    found: dict[str, str] = {}
    for folder in folders:
        for file in (folder / name).glob("*.toml"):
            try:
                words = _title_in(file.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                continue
            if isinstance(words, str):
                found[file.stem] = words
    return tuple((entry_id, title(singular, entry_id, found[entry_id])) for entry_id in sorted(found))
