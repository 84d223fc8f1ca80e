"""How long the translation of a request still takes: as entered, or estimated from what is to be translated."""

from collections.abc import Iterator

from mlawriter.checks.members import Members
from mlawriter.checks.rows import Rows
from mlawriter.conditions.engine import Fact
from mlawriter.knowledge.index import OF_STATES
from mlawriter.model import values as v
from mlawriter.model.ids import CASE
from mlawriter.periods.translation import count_words, translation_days


def translation_members(rows: Rows, request: Members, documents: Iterator[Members], rule: Members) -> dict[str, Fact]:
    """Return the days that the translation still takes; nothing where none is to be made."""
    language = request.word("translation_language")
    entered = request.whole("translation_days")
    if not language:
        return {}
    if entered is not None:
        return {"translation_needed": entered}
    pages = sum(_pages(each, language) for each in documents)
    words = sum(_words(rows)) + pages * rule.count("translation_words_page")
    return {"translation_needed": translation_days(words, rule.count("translation_words_day"))}


def _pages(document: Members, language: str) -> int:
    """Return the pages of an annex that must still be translated."""
    is_done = document.yes("translated") or document.word("language") == language
    return 0 if is_done else document.count("pages")


def _words(rows: Rows) -> Iterator[int]:
    """Yield the words of each answer that the request asks for; what is known of the States is printed nowhere."""
    kind = rows.index.knowledge.requests[rows.request.kind]
    for path, value in rows.case.answers.items():
        if path.scope not in {CASE, rows.request.scope} or path.field.partition(".")[0] in OF_STATES:
            continue
        if isinstance(value, v.Text | v.Texts) and rows.index.asks(kind, path.field):
            yield from map(count_words, (value.text,) if isinstance(value, v.Text) else value.texts)
