"""One letter in two languages: side by side, or one after the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from mlawriter.checks.report import Report
from mlawriter.checks.units import View
from mlawriter.compose.blocks import (
    Beside,
    Block,
    Diagram,
    Draft,
    Heading,
    Layout,
    Line,
    PageBreak,
    Paragraph,
    Part,
    Simple,
    Span,
    SpanKind,
    Table,
    with_lines,
)
from mlawriter.compose.foreign import Foreign
from mlawriter.compose.letter import compose_checked
from mlawriter.i18n.translator import Translator

BETWEEN = " / "
"""What stands between the same words in two languages on one line."""

Pair = tuple[Simple | None, Simple | None]
"""The same block in both languages; one of the two may have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Languages:
    """The two languages of a letter, and how they share it."""

    first: Translator
    second: Translator
    layout: Layout = Layout.COLUMNS


def compose_bilingual(
    view: View, report: Report, languages: Languages, *, parts: tuple[str, ...] | None = None
) -> Draft:
    """Return the letter of a request in two languages, or some of its documents.

    The drafter's own words stand in both; where they are not translated, a mark before them says so. Numbers of
    sections and paragraphs are the same in both, for a translation has as many paragraphs as its original.
    """
    first, second = languages.first, languages.second
    own = view.case.language or first.language
    one, two = (
        Foreign(view, speak, own).marked(compose_checked(view, report, speak, parts=parts)) for speak in (first, second)
    )
    return _merged(one, _tagged(two), second, languages.layout)


def _merged(one: Draft, two: Draft, second: Translator, layout: Layout) -> Draft:
    shared = tuple(map(_side_by_side, one.parts, two.parts)) if layout is Layout.COLUMNS else ()
    return replace(
        one,
        title=_both(one.title, two.title),
        marking=_both(one.marking, two.marking),
        page_of=_both(one.page_of, two.page_of) if one.rtl == two.rtl else f"{one.page_of}\n{two.page_of}",
        draft_mark=_both(one.draft_mark, two.draft_mark),
        others={second.language: second.conventions},
        parts=shared or (*one.parts, *(replace(part, language=second.language) for part in two.parts)),
    )


def _both(one: str, two: str) -> str:
    return one if one == two else BETWEEN.join(filter(None, (one, two)))


def _side_by_side(one: Part, two: Part) -> Part:
    pairs = aligned(*(tuple(block for block in each.blocks if not isinstance(block, Beside)) for each in (one, two)))
    blocks = tuple(block for pair in pairs for block in _together(*pair))
    return replace(one, title=_both(one.title, two.title), blocks=blocks)


def aligned(one: Sequence[Simple], two: Sequence[Simple]) -> Iterator[Pair]:
    """Yield the blocks of two drafts in pairs that come from the same place; those of one draft only stay alone."""
    keys, others = [_key(block) for block in one], [_key(block) for block in two]
    if keys == others:
        yield from zip(one, two, strict=True)
        return
    from difflib import SequenceMatcher

    for _, start, end, begin, stop in SequenceMatcher(None, keys, others, autojunk=False).get_opcodes():
        yield from zip_longest(one[start:end], two[begin:stop])


def _key(block: Simple) -> tuple[object, ...]:
    number = block.number if isinstance(block, Paragraph | Heading) else None
    return type(block), block.origin, number is None, isinstance(block, Paragraph) and block.bullet


def _together(one: Simple | None, two: Simple | None) -> Iterator[Block]:
    match one, two:
        case None, None:
            return
        case (Table(), Table()) if _fit(one, two):
            yield _table(one, two)
        case (PageBreak(), _) | (Table() | Diagram(), _) | (_, Table() | Diagram()):
            yield from (block for block in (one, two) if block is not None and not isinstance(block, PageBreak))
            yield from (one,) if isinstance(one, PageBreak) else ()
        case _:
            yield Beside(one, two)


def _fit(one: Table, two: Table) -> bool:
    return (len(one.header), [len(row) for row in one.rows]) == (len(two.header), [len(row) for row in two.rows])


def _table(one: Table, two: Table) -> Table:
    """Return one table with both languages in its cells; what is the same in both stands there once."""
    heads = zip(one.header, two.header, strict=True)
    rows = zip(one.rows, two.rows, strict=True)
    return replace(
        one,
        header=tuple(_on_one_line(*pair) for pair in heads),
        rows=tuple(tuple(_cell(*pair) for pair in zip(*pair, strict=True)) for pair in rows),
        caption=_both(one.caption, two.caption),
    )


def _on_one_line(one: Line, two: Line) -> Line:
    return one if _words(one) == _words(two) else (*one, Span(BETWEEN), *two)


def _cell(one: tuple[Line, ...], two: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of both cells, each followed by the same in the other language."""
    found: list[Line] = []
    for line, other in zip_longest(one, two, fillvalue=()):
        is_same = _words(line) == _words(other)
        marks = () if any(map(_is_mark, line)) else tuple(filter(_is_mark, other))
        found.extend((line, marks if is_same else other))
    return tuple(line for line in found if line)


def _is_mark(span: Span) -> bool:
    return span.kind is SpanKind.MARK


def _words(line: Line) -> str:
    """Return the letters and digits of a line: what stands between them does not make it another one."""
    return "".join(sign for span in line if not _is_mark(span) for sign in span.text if sign.isalnum())


def _tagged(draft: Draft) -> Draft:
    """Return a draft all of whose words say which language they are in, but for those marked as of another."""

    def tagged(line: Line) -> Line:
        return tuple(span if span.language else replace(span, language=draft.language) for span in line)

    return replace(draft, parts=tuple(replace(part, blocks=_simple(part, tagged)) for part in draft.parts))


def _simple(part: Part, change: Callable[[Line], Line]) -> tuple[Block, ...]:
    return tuple(block if isinstance(block, Beside) else with_lines(block, change) for block in part.blocks)
