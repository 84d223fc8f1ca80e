"""How long the translation of a request still takes: as entered, or estimated from what is to be translated."""

from collections.abc import Iterable, Iterator

from mlawriter.checks.members import Members
from mlawriter.checks.rows import Rows
from mlawriter.conditions.engine import Fact
from mlawriter.knowledge.index import OF_STATES
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import CASE
from mlawriter.periods.translation import count_words, translation_days

Lengths = Iterable[tuple[Path, int]]
"""The number of words of each answer."""


def translation_members(
    rows: Rows, lengths: Lengths, request: Members, documents: Iterator[Members], rule: Members
) -> dict[str, Fact]:
    """Return the days that the translation still takes; nothing where none is to be made."""
    language = request.word("translation_language")
    entered = request.whole("translation_days")
    if not language:
        return {}
    if entered is not None:
        return {"translation_needed": entered}
    pages = sum(_pages(each, language) for each in documents)
    words = sum(_printed(rows, lengths)) + pages * rule.count("translation_words_page")
    return {"translation_needed": translation_days(words, rule.count("translation_words_day"))}


def length(value: v.Value) -> int:
    """Return the number of words of an answer; only what is answered in words has any."""
    match value:
        case v.Text(text=text):
            return count_words(text)
        case v.Texts(texts=texts):
            return sum(map(count_words, texts))
        case _:
            return 0


def _pages(document: Members, language: str) -> int:
    """Return the pages of an annex that must still be translated."""
    is_done = document.yes("translated") or document.word("language") == language
    return 0 if is_done else document.count("pages")


def _printed(rows: Rows, lengths: Lengths) -> Iterator[int]:
    """Yield the words of each answer that the request asks for; what is known of the States is printed nowhere."""
    kind, scopes = rows.index.knowledge.requests[rows.request.kind], {CASE, rows.request.scope}
    for path, words in lengths:
        if words and path.scope in scopes and path.field.partition(".")[0] not in OF_STATES:
            yield words if rows.index.asks(kind, path.field) else 0
