"""Where the catalogues of a language lie: those that ship, the user's own, and files given by name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import get_args

from mlawriter.i18n.message import Domain

_LANGUAGE = re.compile(r'^"Language:\s*([A-Za-z0-9_@-]+)\s*\\n"', re.M)
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_HEAD = 4096
"""Bytes that the head of a catalogue stands in."""
SETTINGS = "locale.toml"

Stamp = tuple[tuple[str, int, int], ...]
"""The files of the user with the time and the size of each: two that differ mean that something was changed."""


@dataclass(frozen=True)
class Sources:
    """The files of all languages. `own` is the user's folder, `files` are catalogues given by name.

    The user's folder holds a folder for each language, with its catalogues in it or in `LC_MESSAGES`, or catalogues
    alone. A catalogue whose name is no domain serves all three.
    """

    shipped: Path
    own: Path | None = None
    files: tuple[Path, ...] = ()

    def tags(self) -> set[str]:
        """Return the tag of every language for which there is something."""
        return {file.parent.name for file in self.shipped.glob(f"*/{SETTINGS}")} | self.own_tags()

    def own_tags(self) -> set[str]:
        """Return the tag of every language for which the user has something."""
        return {tag for tag, _ in self._own_files} | self._own_settings

    def catalogues(self, tag: str, domain: Domain) -> tuple[Path, ...]:
        """Return the catalogues of a language for a domain; the first that has a message decides."""
        own = [file for each, file in self._own_files if each == tag and _serves(file, domain)]
        shipped = self.shipped / tag / "LC_MESSAGES" / f"{domain}.po"
        there = shipped.is_file() or shipped.with_suffix(".mo").is_file()
        return (*own, shipped) if there else tuple(own)

    def settings(self, tag: str) -> tuple[Path, ...]:
        """Return the `locale.toml` files of a language: the one that ships, then the user's."""
        folders = (self.shipped, *((self.own,) if self.own else ()))
        return tuple(file for folder in folders if (file := folder / tag / SETTINGS).is_file())

    def stamp(self) -> Stamp:
        """Return the state of the user's files."""
        states = []
        for file in (*self.files, *sorted(_under(self.own))):
            try:
                state = file.stat()
            except OSError:
                continue
            states.append((str(file), state.st_mtime_ns, state.st_size))
        return tuple(states)

    @cached_property
    def _own_settings(self) -> set[str]:
        return {file.parent.name for file in self.own.glob(f"*/{SETTINGS}")} if self.own else set()

    @cached_property
    def _own_files(self) -> tuple[tuple[str, Path], ...]:
        """Return the user's catalogues with their languages: those given by name first, the last of them before all."""
        given = [(language_of(file), file) for file in reversed(self.files)]
        found = [(self._tag(file), file) for file in sorted(_under(self.own)) if file.suffix == ".po"]
        return tuple((tag, file) for tag, file in (*given, *found) if tag)

    def _tag(self, file: Path) -> str:
        folder = file.parent.parent if file.parent.name == "LC_MESSAGES" else file.parent
        return folder.name if folder != self.own and _TAG.match(folder.name) else language_of(file)


def language_of(file: Path) -> str:
    """Return the language that the head of a catalogue names; empty, if there is none."""
    try:
        with file.open("rb") as source:
            head = source.read(_HEAD).decode(errors="replace")
    except OSError:
        return ""
    found = _LANGUAGE.search(head)
    tag = found[1].replace("_", "-") if found else ""
    return tag if _TAG.match(tag) else ""


def _serves(file: Path, domain: Domain) -> bool:
    return file.stem == domain or file.stem not in get_args(Domain)


def _under(folder: Path | None) -> Iterator[Path]:
    if folder is None:
        return
    for pattern in ("*.po", "*/*.po", "*/LC_MESSAGES/*.po", f"*/{SETTINGS}", "*/states.toml"):
        yield from (file for file in folder.glob(pattern) if not file.relative_to(folder).parts[0].startswith("."))
