"""Reading order: words of one direction that stand inside text of the other, set apart so that they read correctly.

The same for Word, web pages, plain text and the window. In Arabic text this concerns every name in Latin letters and
every group of numbers (`18(15)(a)`, `+33 1 23 45`, an IBAN); in English text, every word in Arabic letters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mlawriter.compose.blocks import Line, Span, SpanKind

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
"""Begin text from left to right, or from right to left, inside other text; end it (Unicode Standard Annex 9)."""

_R = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL = re.compile(f"[{_R}]")
_BETWEEN_RTL = re.compile(f"[^{_R}]+")
_WORDS_RTL = re.compile(f"[{_R}](?:(?:(?![^\\W\\d_])[^{_R}]|[{_R}])*[{_R}])?")
_WORD = re.compile("[^\\W\\d_]{2,}")
_STOP = re.compile("[,;:.–—] ")
_SIGNED = frozenset("+-−#№§€$£¥@/\\~")
_UNITS = frozenset("%‰°")
_OPENS = {"(": ")", "[": "]", "{": "}"}

_Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a span in one direction, with the marks that set them apart."""

    text: str
    rtl: bool
    span: Span


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a text in one direction, and the marks before and after it."""

    start: int
    end: int
    rtl: bool
    before: str = ""
    after: str = ""


def runs(line: Line, *, rtl: bool) -> Sequence[Run]:
    """Return a line as runs of one direction each; `rtl` is the direction of the paragraph."""
    if not rtl and runs_left_to_right(line):
        return [Run(span.text, False, span) for span in line]
    return list(_cut(line, rtl=rtl))


def runs_left_to_right(line: Line) -> bool:
    """Say whether nothing in a line runs from right to left."""
    return all(span.text.isascii() or not _RTL.search(span.text) for span in line)


def words(line: Line, *, rtl: bool) -> str:
    """Return a line as plain words, with marks around what runs in the other direction."""
    return "".join(run.text for run in runs(line, rtl=rtl))


def _runs_as_a_whole(text: str, *, rtl: bool) -> bool:
    """Say whether words run in a direction as a whole: they begin and end so, and most of their letters do.

    Single letters say nothing: they are marks (`A`, `P1`), the same in all languages.
    """
    found = _WORD.findall(text) or [sign for sign in text if sign.isalpha()]
    letters = "".join(found)
    ends = {bool(_RTL.match(word)) for word in (*found[:1], *found[-1:])}
    return ends == {rtl} and (2 * len(_RTL.findall(letters)) > len(letters)) is rtl


def _cut(line: Line, *, rtl: bool) -> Iterator[Run]:
    text, answers, at = "".join(span.text for span in line), list[_Place](), 0
    for span in line:
        if span.kind in {SpanKind.ANSWER, SpanKind.CODE}:
            answers.append((at, at + len(span.text)))
        at += len(span.text)
    pieces = _pieces(text, answers, rtl=rtl)
    at = 0
    for span in line:
        end = at + len(span.text)
        for piece in pieces:
            first, last = max(piece.start, at), min(piece.end, end)
            if first < last:
                before = piece.before if first == piece.start else ""
                after = piece.after if last == piece.end else ""
                yield Run(before + text[first:last] + after, piece.rtl, span)
        at = end


def _pieces(text: str, answers: Sequence[_Place], *, rtl: bool) -> list[_Piece]:
    """Return a text in pieces of one direction; those of the other direction than the text are set apart."""
    found: list[_Piece] = []
    at = 0
    for start, stop in _from_left(text, answers) if rtl else _from_right(text, answers):
        if start < at:
            continue
        if at < start:
            found.append(_Piece(at, start, rtl))
        found.extend(_set_apart(text, start, stop, rtl=not rtl))
        at = stop
    return [*found, _Piece(at, len(text), rtl)] if at < len(text) else found


def _set_apart(text: str, start: int, stop: int, *, rtl: bool) -> list[_Piece]:
    """Return the pieces of words that run in a direction of their own, with the marks around the whole."""
    words = text[start:stop]
    inner = _pieces(words, (), rtl=rtl) if _is_mixed(words) else [_Piece(0, len(words), rtl)]
    if not words.isdecimal():
        inner[0] = replace(inner[0], before=(RLI if rtl else LRI) + inner[0].before)
        inner[-1] = replace(inner[-1], after=inner[-1].after + PDI)
    return [replace(piece, start=start + piece.start, end=start + piece.end) for piece in inner]


def _is_mixed(text: str) -> bool:
    return bool(_RTL.search(text)) and any(sign.isalnum() and not _RTL.match(sign) for sign in text)


def _from_right(text: str, answers: Sequence[_Place]) -> Iterator[_Place]:
    """Yield what runs from right to left in text from left to right; an answer that begins so does as a whole."""
    whole = [(start, stop) for start, stop in answers if _runs_as_a_whole(text[start:stop], rtl=True)]
    for found in _WORDS_RTL.finditer(text):
        if not any(start <= found.start() < stop for start, stop in whole):
            whole.append(found.span())
    yield from sorted(whole)


def _from_left(text: str, answers: Sequence[_Place]) -> Iterator[_Place]:
    """Yield what runs from left to right in text from right to left; an answer that begins so does as a whole."""
    if not _RTL.search(text) and any(sign.isalpha() for sign in text):
        yield 0, len(text)
        return
    whole = [(a, b) for a, b in answers if _is_mixed(text[a:b]) and _runs_as_a_whole(text[a:b], rtl=False)]
    pairs = _pairs(text)
    at = 0
    for start, stop in (*whole, (len(text), len(text))):
        for end in (*_stops(text, answers, at, start), start):
            for found in _BETWEEN_RTL.finditer(text, at, end):
                yield from _groups(text, found.span(), answers, pairs)
            at = end
        if start < stop:
            yield start, stop
        at = stop


def _stops(text: str, answers: Sequence[_Place], start: int, end: int) -> Sequence[int]:
    """Return where a group must end: at the edge of an answer from right to left, and where the wording pauses."""
    edges = {edge for a, b in answers if _RTL.search(text, a, b) for edge in (a, b)}
    pauses = (found.end() for found in _STOP.finditer(text, start, end))
    edges |= {pause for pause in pauses if not any(a < pause <= b for a, b in answers)}
    return sorted(edge for edge in edges if start < edge < end)


def _groups(text: str, stretch: _Place, answers: Sequence[_Place], pairs: dict[int, int]) -> Iterator[_Place]:
    """Yield the groups of words and numbers of a stretch without letters from right to left."""
    start, end = stretch
    while start < end:
        first = next((at for at in range(start, end) if text[at].isalnum()), end)
        if first == end:
            return
        last = next(at for at in range(end, first, -1) if text[at - 1].isalnum())
        for a, b in answers:
            if a < last and first < b and stretch[0] <= a and b <= stretch[1]:
                first, last = min(first, max(a, start)), max(last, b)
        first = _with_sign(text, first, start)
        last = _until_foreign_bracket(text, first, last, end, pairs)
        if last < end and text[last] in _UNITS:
            last += 1
        if first < last:
            yield first, last
        start = max(last, first + 1)


def _with_sign(text: str, first: int, start: int) -> int:
    at = first - 1
    is_free = at == 0 or (at > 0 and (text[at - 1].isspace() or text[at - 1] in _OPENS))
    return at if at >= start and text[at] in _SIGNED and is_free else first


def _until_foreign_bracket(text: str, first: int, last: int, end: int, pairs: dict[int, int]) -> int:
    """Return where a group ends: before a bracket whose other half stands outside, behind one that it needs."""
    at = first
    while at < last:
        other = pairs.get(at)
        if other is not None and not first <= other < end:
            while at > first and text[at - 1].isspace():
                at -= 1
            return at
        if other is not None and other > at:
            last = max(last, other + 1)
        at += 1
    return last


def _pairs(text: str) -> dict[int, int]:
    """Return the place of the other half of each bracket that has one."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign in _OPENS:
            opened.append(at)
        elif opened and sign == _OPENS[text[opened[-1]]]:
            found[at] = opened[-1]
            found[opened.pop()] = at
    return found
