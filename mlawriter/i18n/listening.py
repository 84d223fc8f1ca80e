"""A translator that remembers which message each text came from, so that a text can be traced to its message."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from mlawriter.i18n.message import Domain, Message
from mlawriter.i18n.translator import Translator

_OPEN = re.compile(r"\{[^{}]*\}")
_LINES = " | "
_AROUND = " \n\t•⚠✓*…:[]"
_ENOUGH = 3
"""Letters that a sentence has at least, for it to be recognised inside a longer text."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a message is found by in the catalogues."""

    domain: Domain
    context: str
    text: str


@dataclass(slots=True)
class Heard:
    """What was said so far, mutable: the messages behind each text and each pattern."""

    texts: dict[str, dict[Origin, None]] = field(default_factory=dict)
    patterns: dict[str, dict[Origin, None]] = field(default_factory=dict)

    def note(self, message: Message, pattern: str, text: str = "") -> None:
        """Remember the words of a message."""
        origin = Origin(message.domain, message.context, message.text)
        for line in pattern.split(_LINES):
            self.patterns.setdefault(_plain(line), {})[origin] = None
        self.texts.setdefault(_plain(text or pattern), {})[origin] = None

    def behind(self, text: str, at: int = -1) -> tuple[Origin, ...]:
        """Return the messages that a text came from, or those within it (at a place in it), the longest first."""
        exact = self.texts.get(_plain(text)) or self.patterns.get(_plain(text)) or {}
        if exact and at < 0:
            return tuple(exact)
        found = sorted(self._within(text, at), key=lambda pair: -pair[0])
        return tuple(dict.fromkeys((*exact, *(origin for _, origins in found for origin in origins))))

    def _within(self, text: str, at: int) -> Iterator[tuple[int, dict[Origin, None]]]:
        for pattern, origins in self.patterns.items():
            parts = [part for part in _OPEN.split(pattern) if part.strip()]
            weight = sum(map(len, parts))
            if weight < _ENOUGH or not all(part in text for part in parts):
                continue
            wanted = ".*?".join(map(re.escape, _OPEN.split(pattern)))
            places = re.finditer(wanted, text, re.S)
            if any(at < 0 or place.start() <= at <= place.end() for place in places):
                yield weight, origins


@dataclass(frozen=True)
class Listening(Translator):
    """Speaks like the translator it was made of, and remembers what it said."""

    heard: Heard = field(default_factory=Heard)

    def __call__(self, message: Message) -> str:
        """Return the message in this language, its placeholders filled."""
        pattern = super().pattern(message)
        text = self.fill(pattern, message.args)
        self.heard.note(message, pattern, text)
        return text

    def pattern(self, message: Message) -> str:
        """Return the message in this language with its placeholders still open."""
        pattern = super().pattern(message)
        self.heard.note(message, pattern)
        return pattern


def listening(say: Translator, heard: Heard) -> Listening:
    """Return a translator that speaks like another one and remembers what it says."""
    return Listening(**{each.name: getattr(say, each.name) for each in fields(say)}, heard=heard)


def _plain(text: str) -> str:
    return text.replace("&", "").strip(_AROUND)
