"""Sentences that several parts of the window show, and words of the knowledge that have no other home."""

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import Cite
from mlawriter.knowledge.definitions import Page, Record, Section, Severity
from mlawriter.knowledge.index import Index

SEVERITIES = {
    Severity.ESSENTIAL: Message("Essential", context="severity"),
    Severity.CONDITIONAL: Message("Needed here", context="severity"),
    Severity.ADVISORY: Message("Advice", context="severity"),
}
OPEN = Message("Open question", context="severity")
_PLAIN_SOURCES = {
    "practice": Message("practice of central authorities", context="source"),
    "logic": Message("plain logic", context="source"),
}


def page_title(page: Page) -> Message:
    """Return the title of a step."""
    return texts.title("page", page.id, page.title)


def page_intro(page: Page) -> Message:
    """Return what stands at the top of a step (may be empty)."""
    return Message(page.intro, context=f"page {page.id} intro", domain="knowledge")


def section_intro(section: Section) -> Message:
    """Return what introduces a group of questions (may be empty)."""
    return Message(section.intro, context=f"section {section.id} intro", domain="knowledge")


def record_intro(record: Record) -> Message:
    """Return what introduces a list (may be empty)."""
    return Message(record.intro, context=f"record {record.id} intro", domain="knowledge")


def record_plural(record: Record) -> Message:
    """Return the heading of a list."""
    return Message(record.title_plural, context=f"record {record.id} title plural", domain="knowledge")


def cite_words(cite: Cite, index: Index, say: Translator) -> str:
    """Return a citation as it is printed: abbreviation and article, or the plain source."""
    instrument = index.knowledge.instruments.get(cite.instrument)
    if instrument is not None:
        return f"{say(texts.instrument_abbreviation(instrument))} {cite.article}".strip()
    if cite.instrument in _PLAIN_SOURCES:
        return say(_PLAIN_SOURCES[cite.instrument])
    return cite.article or cite.instrument
