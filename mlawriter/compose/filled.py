"""Lines of a pattern once its answers are in place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mlawriter.checks.translations import BULLET
from mlawriter.compose.blocks import Line, Span, SpanKind
from mlawriter.model.case import Path

_STOPS = frozenset(".。।۔։።")
_ENDS = frozenset(".!?…。！？।۔؟։።")
_CLOSES = "\"'”’»›"


@dataclass(frozen=True, slots=True)
class Filled:
    """One line of a filled pattern; `is_entry` marks the entries of a list, which stand on lines of their own."""

    line: Line
    is_entry: bool = False


def entries(found: Iterable[tuple[str, Path]], *, always: bool = False) -> tuple[Filled, ...]:
    """Return some words as the entries of a list; a single one stays in its sentence, unless `always`."""
    spans = [Span(text, SpanKind.ANSWER, path) for text, path in found if text]
    return tuple(Filled((span,), is_entry=always or len(spans) > 1) for span in spans)


def paragraphs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines of a long text; those that begin with a dash or bullet lose it and count as entries."""
    for line in filter(None, map(str.strip, text.split("\n"))):
        mark = BULLET.match(line)
        yield (line[mark.end() :], True) if mark else (line, False)


def add_words(spans: list[Span], words: str) -> None:
    """Add wording after an answer, without a full stop if the answer ends a sentence itself."""
    if spans and words[:1] in _STOPS and spans[-1].text.rstrip().rstrip(_CLOSES)[-1:] in _ENDS:
        words = words[1:]
    if words:
        spans.append(Span(words))
