"""Whether a language is complete enough for a final letter: every sentence that a letter may hold is translated."""

import re
from dataclasses import dataclass

from mlawriter.app.lines import Line, domain_lines
from mlawriter.i18n.languages import SOURCE, Languages
from mlawriter.i18n.message import Message
from mlawriter.i18n.pseudo import PSEUDO

MIXED = Message("DRAFT: MIXED LANGUAGES", domain="document")
"""The mark of a draft in which some sentences are still English."""

_PRINTED = re.compile(
    r"(?!rule )\S+ choice |\S+ label$|(?:record|request|module) \S+ title(?: plural)?$|contents \S+ \d+$"
    r"|instrument \S+ (?:title|short|abbreviation|requires )|placeholder$"
)
"""Contexts of the domain `knowledge` whose words letters print: choices, titles, required contents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """What a language lacks of all that a letter may hold."""

    language: str
    missing: tuple[Line, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Say whether a final letter can be written in this language."""
        return not self.missing


def completeness(language: str, languages: Languages) -> Completeness:
    """Return what a language lacks for a final letter; English is the source and lacks nothing."""
    if language == SOURCE or language in PSEUDO:
        return Completeness(language=language)
    document = tuple(domain_lines(language, "document", languages))
    knowledge = tuple(line for line in domain_lines(language, "knowledge", languages) if is_printed(line))
    printed = (*document, *knowledge)
    return Completeness(language=language, missing=tuple(line for line in printed if not line.is_done))


def is_printed(line: Line) -> bool:
    """Say whether a letter may print a message."""
    return line.domain == "document" or (line.domain == "knowledge" and bool(_PRINTED.match(line.entry.context)))
