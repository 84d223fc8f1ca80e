"""Sentences for people: marked where they are born, translated where they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from mlawriter.i18n.translator import Translator

Domain = Literal["ui", "document", "knowledge"]


class Spoken(Protocol):
    """A value that knows how to be said in a language (a country, a date, an amount)."""

    def spoken(self, speak: "Translator") -> str:
        """Return this value as words of the translator's language."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """One whole English sentence with `{named}` placeholders, not yet translated.

    `text` is the gettext msgid, `context` its msgctxt, `plural` the English plural form (chosen by the
    argument `n`), `args` what fills the placeholders. Placeholder names may be dotted (`{offence.title}`).
    """

    text: str
    context: str = ""
    domain: Domain = "ui"
    plural: str = ""
    args: Mapping[str, "str | int | Message | Spoken"] = field(default_factory=dict)

    def fill(self, **args: "str | int | Message | Spoken") -> "Message":
        """Return this message with the given placeholders filled."""
        return self.fill_from(args)

    def fill_from(self, args: Mapping[str, "str | int | Message | Spoken"]) -> "Message":
        """Return this message with placeholders filled from a mapping (names may be dotted)."""
        return replace(self, args={**self.args, **args})
