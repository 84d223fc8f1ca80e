"""What a request can begin with, read from the templates without taking up all of the law.

The first page of the window needs nothing else, and is there sooner for it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mlawriter.i18n.message import Message

ASSISTANCE = "assistance"
"""The family of a request kind that says nothing else."""

HUMAN_RIGHTS = "human_rights"
"""The kind of an instrument that is a source of undertakings and no legal basis."""

_PLAIN = re.compile(r'^(title|family|based_on|code|kind) = "([^"\\]*)"$', re.MULTILINE)
_FAMILIES = re.compile(r"^families = (\[[^\]]*\])$", re.MULTILINE)
"""Heads of files as they are usually written, which need no parser."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """A kind of request, or an instrument: id, title, and the families of requests it belongs to (none: all)."""

    id: str
    title: Message
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Kinds of requests, family by family, and the instruments that can be a legal basis."""

    kinds: tuple[Beginning, ...]
    instruments: tuple[Beginning, ...]

    def bases(self, kind: str) -> tuple[Beginning, ...]:
        """Return the instruments that a kind of request can rely on."""
        families = next((set(each.families) for each in self.kinds if each.id == kind), set[str]())
        return tuple(each for each in self.instruments if not each.families or families & set(each.families))


def beginnings(templates: Path, *packs: Path) -> Beginnings:
    """Return what a request can begin with; broken files are left out here (`loader.load` tells what is wrong)."""
    folders = (templates, *packs)
    kinds = _heads(folders, "requests")
    families = {name: _family(name, kinds) for name in kinds}
    order = sorted(kinds, key=lambda name: (families[name] != ASSISTANCE, families[name], _code(kinds[name]), name))
    return Beginnings(
        tuple(_beginning("request", name, kinds[name], (families[name],)) for name in order),
        tuple(_instruments(_heads(folders, "instruments"))),
    )


def title(folder: str, entry_id: str, text: str) -> Message:
    """Return a title; `folder` is the singular: `module`, `record`, `section`, `page`, `guarantee` ..."""
    return Message(text, context=f"{folder} {entry_id} title", domain="knowledge")


Head = Mapping[str, object]


def _beginning(singular: str, name: str, head: Head, families: tuple[str, ...]) -> Beginning:
    return Beginning(name, title(singular, name, str(head["title"])), families)


def _instruments(heads: Mapping[str, Head]) -> Iterator[Beginning]:
    for name, head in sorted(heads.items()):
        families = head.get("families")
        if head.get("kind") != HUMAN_RIGHTS:
            yield _beginning("instrument", name, head, tuple(families) if isinstance(families, list) else ())


def _family(name: str, kinds: Mapping[str, Head]) -> str:
    head = kinds.get(name, {})
    base = kinds.get(str(head.get("based_on")), {})
    return str(head.get("family") or base.get("family") or ASSISTANCE)


def _code(head: Head) -> str:
    return str(head.get("code", ""))


def _head(text: str) -> Head:
    top, *_ = text.split("\n[", 1)
    if '"""' in top:
        return tomllib.loads(top)
    families = _FAMILIES.search(top)
    found: dict[str, object] = dict(_PLAIN.findall(top))
    return found | (tomllib.loads(families[0]) if families else {})


def _heads(folders: tuple[Path, ...], name: str) -> dict[str, Head]:
    found: dict[str, Head] = {}
    for folder in folders:
        for file in (folder / name).glob("*.toml"):
            try:
                found[file.stem] = {**found.get(file.stem, {}), **_head(file.read_text(encoding="utf-8"))}
            except (OSError, ValueError):
                continue
    return {name: head for name, head in found.items() if isinstance(head.get("title"), str)}
