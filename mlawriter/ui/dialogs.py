"""The one way to put a question to the user: `Ask`. The window never opens a dialog by itself."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from mlawriter.i18n.message import Message


class Tone(StrEnum):
    """How a message is meant."""

    NOTE = "note"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Way:
    """One button: what it stands for, its words, and whether Escape means it."""

    key: str
    words: Message
    escape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question with its ways out, in order; the first one is the default."""

    title: Message
    text: Message
    details: str = ""
    ways: tuple[Way, ...] = (Way("ok", Message("OK", context="button"), escape=True),)
    tone: Tone = Tone.NOTE


@dataclass(frozen=True, slots=True, kw_only=True)
class FileQuery:
    """A question for a file. `start` is where to look first; `name` says what kind of file, `ending` how it ends."""

    title: Message
    start: Path
    name: Message
    ending: str


class Ask(Protocol):
    """Somebody who can be asked: the user, or a test."""

    def choose(self, query: Query) -> str:
        """Return the key of the way that was taken."""
        ...

    def words(self, title: Message, prompt: Message, text: str) -> str | None:
        """Return what was typed; nothing if the question was left."""
        ...

    def file_to_open(self, query: FileQuery) -> Path | None:
        """Return the file to open; nothing if the question was left."""
        ...

    def file_to_write(self, query: FileQuery) -> Path | None:
        """Return the file to write; nothing if the question was left."""
        ...

    def folder_to_write(self, query: FileQuery) -> Path | None:
        """Return the folder to write into; nothing if the question was left."""
        ...
