"""Which answers are the drafter's own words, and which of them have been translated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from mlawriter.checks.rows import Rows
from mlawriter.checks.speech import clean
from mlawriter.conditions.truth import Truth
from mlawriter.knowledge.index import OF_STATES, Index
from mlawriter.model import values as v
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import CASE, ListName

if TYPE_CHECKING:
    from mlawriter.checks.facts import World


BULLET = re.compile(r"[-–—•*·]\s+(?=\S)")
"""What begins a line that is an entry of a list."""


class Standing(Enum):
    """How far an answer is translated into a language."""

    MISSING = auto()
    OUT_OF_DATE = auto()
    UNEVEN = auto()
    """The translation has not as many paragraphs as the original: their numbers would not be the same."""
    DONE = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer to be translated: where it stands, its lines, those of its translation so far."""

    path: Path
    source: tuple[str, ...]
    words: tuple[str, ...]
    standing: Standing


def entries(world: "World", language: str) -> tuple[Entry, ...]:
    """Return the drafter's words in a request, in the order of its questions and rows, with their translations."""
    order = {path: number for number, path in enumerate(_walked(world.rows))}
    found = sorted(words_of(world), key=lambda path: order.get(path, len(order)))
    return tuple(_entry(world.rows.case, path, language) for path in found)


def words_of(world: "World") -> Iterator[Path]:
    """Yield the answers of a request that are the drafter's own words and that its letter may print."""
    return (path for path in _asked_in_words(world.rows) if _is_shown(world, path))


def _asked_in_words(rows: Rows) -> Iterator[Path]:
    kind, scopes = rows.index.knowledge.requests[rows.request.kind], {CASE, rows.request.scope}
    for path, value in rows.case.answers.items():
        is_meant = path.scope in scopes and is_in_words(path, value, rows.index) and rows.index.asks(kind, path.field)
        if is_meant and path.field.partition(".")[0] not in OF_STATES:
            yield path


def is_in_words(path: Path, value: v.Value, index: Index) -> bool:
    """Say whether an answer is the drafter's own words: a text, or the reason why something is not known."""
    return isinstance(value, v.NotKnown) or (isinstance(value, v.Text | v.Texts) and path.field in index.in_words)


def standing(case: Case, path: Path, language: str) -> Standing:
    """Return how far an answer is translated into a language."""
    made = case.translations.get((path, language))
    if made is None:
        return Standing.MISSING
    source = case.answers.get(path)
    if made.source != source:
        return Standing.OUT_OF_DATE
    is_even = len(lines(made.words)) == len(lines(source)) and type(made.words) is type(source)
    return Standing.DONE if is_even else Standing.UNEVEN


def words_lacking(world: "World", language: str, own: str) -> Iterator[Path]:
    """Yield the drafter's words in a request that have no translation into a language that could stand in a letter.

    None lack anything in the language that the drafter writes in (`own`), or while nobody has said which that is.
    """
    case = world.rows.case
    for path in _asked_in_words(world.rows) if own not in {"", language} else ():
        if standing(case, path, language) is not Standing.DONE and _is_shown(world, path):
            yield path


def in_language(case: Case, language: str) -> Case:
    """Return the case with every answer in a language, as far as it has been translated."""
    done = {
        path: _evened(made.words, case.answers[path])
        for (path, tag), made in case.translations.items()
        if tag == language and standing(case, path, tag) is Standing.DONE
    }
    return replace(case, answers={**case.answers, **done}) if done else case


def _evened(words: v.Value, source: v.Value) -> v.Value:
    """Return a translation whose lines are entries of a list wherever those of the original are."""
    if not isinstance(words, v.Text):
        return words
    pairs = zip(lines(words), lines(source), strict=True)
    return v.Text("\n".join(_like(line, original) for line, original in pairs))


def _like(line: str, original: str) -> str:
    mark, own = BULLET.match(original), BULLET.match(line)
    if mark:
        return line if own else mark[0] + line
    return line[own.end() :] if own else line


def lines(value: v.Value | None) -> tuple[str, ...]:
    """Return the lines of an answer in words: the paragraphs of a text, the entries of a list."""
    match value:
        case v.Texts(texts=texts):
            found: tuple[str, ...] = tuple(" ".join(clean(text).split()) for text in texts)
        case v.Text(text=text) | v.NotKnown(reason=text):
            found = tuple(map(str.strip, clean(text).split("\n")))
        case _:
            return ()
    return tuple(filter(None, found))


def in_the_shape_of(value: v.Value, said: tuple[str, ...]) -> v.Value:
    """Return lines as an answer of the same kind as another one."""
    match value:
        case v.Texts():
            return v.Texts(said)
        case v.NotKnown():
            return v.NotKnown(" ".join(said))
        case _:
            return v.Text("\n".join(said))


def _is_shown(world: "World", path: Path) -> bool:
    placed = world.rows.by_id.get(path.row) if path.row else None
    if path.row and placed is None:
        return False
    entry = world.rows.index.field(path.field, placed.module if placed else "")
    return world.holds(entry.shown, placed) is not Truth.FALSE


def _entry(case: Case, path: Path, language: str) -> Entry:
    made = case.translations.get((path, language))
    return Entry(path, lines(case.answers[path]), lines(made.words) if made else (), standing(case, path, language))


def _walked(rows: Rows) -> Iterator[Path]:
    """Yield the path of every question of a request, in the order of its pages."""
    index, kind = rows.index, rows.index.knowledge.requests[rows.request.kind]
    for page in kind.pages:
        for section in page.sections:
            yield from (path for path, _ in index.section_fields(section, rows.request.id))
        for placed in (each for name in page.lists for each in rows.by_list[ListName(name)]):
            fields = index.row_fields(placed.list_name, placed.row)
            yield from (Path(placed.scope, name, placed.row.id) for name, _ in fields)
