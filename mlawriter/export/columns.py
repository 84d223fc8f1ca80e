"""How wide the columns of a table are: as the clause wishes, but wide enough for their words."""

import re
from collections.abc import Iterable, Sequence

from mlawriter.compose.blocks import Line, Table
from mlawriter.export.wrapping import is_wide

_PARTS = re.compile("[^\\w]+")
_LETTER = 97
_SIGN = 190
"""Room for a letter, and for a sign of full width."""
_ARABIC = re.compile("[\u0600-\u06ff]")
_JOINED, _JOINED_BOLD = 100, 140
"""Room for an Arabic letter, which is set larger than a Latin one; in the header of a table it is bold besides."""
_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670]")
_EDGES = 190
_MOST_LETTERS, _MOST_SIGNS = 18, 4
"""How many of a word are kept on one line: a line may end after any Chinese sign, but short terms stay whole."""


_Cells = tuple[tuple[Line, ...], ...]


def columns_of(table: Table, width: int) -> list[int]:
    """Return the width of each column in twentieths of a point; they add up to the whole.

    A column that could not hold its longest word in one line takes room from those that have some to spare; where there
    is not enough for all, the words of the header go first. Very long words (addresses of the internet, account
    numbers) break all the same.
    """
    wished = _shares(table.widths, width)
    heads: Sequence[_Cells] = [((line,),) for line in table.header] or [()] * len(table.widths)
    columns = [(*head, *rest) for head, rest in zip(heads, _turned(table), strict=True)]
    for cells in (columns, heads):
        needed = [
            _EDGES + max(_longest(column), _longest(head, _JOINED_BOLD))
            for column, head in zip(cells, heads, strict=True)
        ]
        if sum(needed) <= width:
            return _widened(wished, needed)
    return wished


def _turned(table: Table) -> Sequence[_Cells]:
    return tuple(zip(*table.rows, strict=True)) or ((),) * len(table.widths)


def _shares(weights: Sequence[int], width: int) -> list[int]:
    total = sum(weights)
    found = [width * each // total for each in weights]
    found[-1] += width - sum(found)
    return found


def _widened(wished: list[int], needed: list[int]) -> list[int]:
    lacking = sum(max(need - wish, 0) for wish, need in zip(wished, needed, strict=True))
    if not lacking:
        return wished
    spare = [max(wish - need, 0) for wish, need in zip(wished, needed, strict=True)]
    given = _shares(spare, lacking)
    return [max(wish, need) - gift for wish, need, gift in zip(wished, needed, given, strict=True)]


def _longest(column: Iterable[tuple[Line, ...]], joined: int = _JOINED) -> int:
    words = (word for cell in column for line in cell for span in line for word in span.text.split())
    return max((_room(word, joined) for word in words), default=0)


def _room(word: str, joined: int) -> int:
    if word.isascii():
        return _LETTER * min(len(word), _MOST_LETTERS)
    if not is_wide(word):
        return (joined if _ARABIC.search(word) else _LETTER) * min(len(_MARKS.sub("", word)), _MOST_LETTERS)
    return max(map(_room_of_signs, _PARTS.split(word)))


def _room_of_signs(part: str) -> int:
    if not is_wide(part):
        return _LETTER * min(len(part), _MOST_LETTERS)
    return _SIGN * min(len(part), _MOST_SIGNS)
