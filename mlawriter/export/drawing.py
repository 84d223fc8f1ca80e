"""Where the boxes and lines of a diagram lie, and the same as an SVG picture."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from mlawriter.compose.blocks import Diagram, Line, Span
from mlawriter.export import bidi
from mlawriter.export.escaping import escape
from mlawriter.export.wrapping import is_wide, wrapped

FONT = 8.5
"""Size of the words in points."""
LINE = 10.5
"""Height of a line of words."""
PADDING = 4.0
"""Room around the words in a frame."""
_GAP = 8.0
_BETWEEN = 0.35
"""Room between two columns, as a share of the width of a column."""
_CHARACTER = 4.6
"""Room that a character takes on average, in points; one of full width takes it twice."""
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Box:
    """Words in a frame (a heading has none); all measures in points from the top left."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from one point to another."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A diagram laid out: its size, boxes and lines."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    strokes: tuple[Stroke, ...]


def lay_out(diagram: Diagram, width: float, *, rtl: bool = False) -> Drawing:
    """Return a diagram laid out in a width in points; from right to left in such a script."""
    columns = len(diagram.columns)
    column = width / (columns + (columns - 1) * _BETWEEN)
    lefts = [number * column * (1 + _BETWEEN) for number in range(columns)]
    if rtl:
        lefts.reverse()
    heads = [_wrapped(head, column) for head, _ in diagram.columns]
    top = max(map(len, heads)) * LINE + 2 * PADDING
    boxes = [_box(left, 0.0, column, lines, is_head=True) for left, lines in zip(lefts, heads, strict=True)]
    placed: dict[tuple[int, int], Box] = {}
    tallest = top
    heights = [sum(_height(_wrapped(line, column)) + _GAP for line in lines) for _, lines in diagram.columns]
    for number, (_, lines) in enumerate(diagram.columns):
        y = top + (max(heights) - heights[number]) / 2
        for at, line in enumerate(lines):
            placed[number, at] = _box(lefts[number], y, column, _wrapped(line, column))
            y += placed[number, at].height + _GAP
        tallest = max(tallest, y)
    strokes = tuple(_stroke(placed[one], placed[other], rtl=rtl) for one, other in diagram.joins)
    return Drawing(width, tallest, (*boxes, *placed.values()), strokes)


def svg_source(diagram: Diagram, width: float, *, rtl: bool = False) -> str:
    """Return a diagram as the address of a picture (`data:image/svg+xml;base64,...`)."""
    return "data:image/svg+xml;base64," + b64encode(_svg(lay_out(diagram, width, rtl=rtl), rtl=rtl).encode()).decode()


def _svg(drawing: Drawing, *, rtl: bool) -> str:
    boxes = (part for box in drawing.boxes for part in _svg_box(box, rtl=rtl))
    inner = "".join((*map(_svg_line, drawing.strokes), *boxes))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width:.1f}" height="{drawing.height:.1f}" '
        f'viewBox="-0.5 -0.5 {drawing.width + 1:.1f} {drawing.height + 1:.1f}">'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{inner}</svg>'
    )


def _svg_line(stroke: Stroke) -> str:
    return (
        f'<line x1="{stroke.x1:.1f}" y1="{stroke.y1:.1f}" x2="{stroke.x2:.1f}" y2="{stroke.y2:.1f}" '
        'stroke="#000000" stroke-width="0.75"/>'
    )


def _svg_box(box: Box, *, rtl: bool) -> Iterator[str]:
    if not box.is_head:
        yield (
            f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" '
            'fill="#ffffff" stroke="#000000" stroke-width="0.75"/>'
        )
    weight = ' font-weight="bold"' if box.is_head else ""
    direction = ' direction="rtl"' if rtl else ""
    for number, words in enumerate(box.lines, start=1):
        y = box.y + PADDING + number * LINE - 2.5
        yield (
            f'<text x="{box.x + box.width / 2:.1f}" y="{y:.1f}" font-family="Liberation Serif, serif" '
            f'font-size="{FONT}" text-anchor="middle"{weight}{direction}>'
            f"{escape(bidi.words((Span(words),), rtl=rtl))}</text>"
        )


def _box(x: float, y: float, width: float, lines: tuple[str, ...], *, is_head: bool = False) -> Box:
    return Box(x, y, width, _height(lines), lines, is_head)


def _height(lines: tuple[str, ...]) -> float:
    return len(lines) * LINE + 2 * PADDING


def _stroke(one: Box, other: Box, *, rtl: bool) -> Stroke:
    left, right = (other, one) if rtl else (one, other)
    return Stroke(left.x + left.width, left.y + left.height / 2, right.x, right.y + right.height / 2)


def _wrapped(line: Line, width: float) -> tuple[str, ...]:
    words = "".join(span.text for span in line)
    columns = max(6, int((width - 2 * PADDING) / _CHARACTER))
    if not is_wide(words):
        return tuple(wrap(words, columns, max_lines=_MOST_LINES, placeholder=" …")) or ("",)
    lines = wrapped(words, columns)
    return tuple(lines if len(lines) <= _MOST_LINES else (*lines[: _MOST_LINES - 1], lines[_MOST_LINES - 1] + "…"))
