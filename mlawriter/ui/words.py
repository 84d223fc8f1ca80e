"""Sentences that several parts of the window show, and words of the knowledge that have no other home."""

from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Page, Record, Section


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
