"""The order to translators: how many words of each part of a request are to be translated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mlawriter.compose.blocks import Block, Heading, Line, Origin, Part, Span, SpanKind, Table, Title, lines_of
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.periods.translation import count_words

PLACE = Message("Part of the request", domain="document")
OWN_WORDS = Message("Words entered by the drafter", domain="document")
ALL_WORDS = Message("All words", domain="document")
TOTAL = Message("Total", domain="document", context="table")
_WIDTHS = (6, 3, 2)


@dataclass(frozen=True, slots=True)
class _Count:
    """The words of one section: those that the drafter entered, and all of them."""

    name: Line
    own: int
    total: int


def word_table(parts: Sequence[Part], speak: Translator, origin: Origin) -> Table:
    """Return a table of the words in each section of some documents, with their sum.

    Wording of the program exists in the language of the letter already; what the drafter entered does not, which is
    why both are counted. A Chinese character counts as a word.
    """
    counts = [count for part in parts for count in _counts(part)]
    total = _Count((Span(speak(TOTAL)),), sum(each.own for each in counts), sum(each.total for each in counts))
    return Table(
        header=tuple((Span(speak(head)),) for head in (PLACE, OWN_WORDS, ALL_WORDS)),
        rows=tuple(_row(count, speak) for count in (*counts, total)),
        widths=_WIDTHS,
        origin=origin,
    )


def _row(count: _Count, speak: Translator) -> tuple[tuple[Line, ...], ...]:
    return (count.name,), ((Span(speak.number(count.own)),),), ((Span(speak.number(count.total)),),)


def _counts(part: Part) -> Iterator[_Count]:
    for section in _sections(part.blocks):
        spans = [span for block in section for line in lines_of(block) for span in line]
        own = sum(count_words(span.text) for span in spans if span.kind is SpanKind.ANSWER)
        total = sum(count_words(span.text) for span in spans)
        head = section[0]
        name = head.line if isinstance(head, Title | Heading) else (Span(part.title),)
        yield _Count(tuple(Span(span.text) for span in name), own, total)


def _sections(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    section: list[Block] = []
    for block in blocks:
        if section and isinstance(block, Heading) and block.level == 1:
            yield section
            section = []
        section.append(block)
    if section:
        yield section
