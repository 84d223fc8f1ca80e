"""Pictures of how the rows of a case refer to each other: offences, facts, assets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mlawriter.checks.rows import Placed
from mlawriter.checks.units import View
from mlawriter.compose.blocks import Diagram, Line, Origin, Span, SpanKind
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, RowId

CAPTION = Message("How they hang together: {joins}.", domain="document")
JOIN = Message("{one} with {other}", domain="document", context="diagram")
_AT_ONCE = 10
"""The most boxes of the last column in one picture; more are drawn in further ones."""

_Column = tuple[str, tuple[Placed, ...]]
_Place = tuple[int, int]
_Join = tuple[_Place, _Place]
_Placement = dict[RowId, _Place]


@dataclass(frozen=True)
class Diagrams:
    """Draws the rows of some records in one language."""

    view: View
    speak: Translator

    def of(self, records: Sequence[str], origin: Origin) -> Iterator[Diagram]:
        """Yield a picture of the rows of some records, column by column; nothing while no two hang together."""
        rows = self.view.world.rows.by_list
        columns = [(record, rows[self.view.index.list_of(record)]) for record in records]
        columns = [column for column in columns if column[1]]
        if len(columns) < 2:
            return
        columns = self._without_bystanders(columns)
        *others, (record, last) = columns
        for start in range(0, len(last), _AT_ONCE):
            shown = last[start : start + _AT_ONCE]
            kept = others if len(last) <= _AT_ONCE else self._joined_to(others, shown)
            made = self._draw([*kept, (record, shown)], origin)
            if made.joins:
                yield made

    def _without_bystanders(self, columns: Sequence[_Column]) -> list[_Column]:
        """Return the columns; those in between with only the rows that lead to some other column."""
        first, *between, last = columns
        kept = [first]
        for record, rows in between:
            found = tuple(
                row for row in rows if any(self._hang_together(row, other) for other in _others(columns, record))
            )
            kept += [(record, found)] if found else []
        return [*kept, last]

    def _hang_together(self, one: Placed, other: Placed) -> bool:
        return one.row.id in self._targets(other) or other.row.id in self._targets(one)

    def _joined_to(self, columns: Sequence[_Column], shown: Sequence[Placed]) -> list[_Column]:
        """Return the columns with only the rows that hang together with some others, directly or through a column."""
        wanted = {each.row.id for each in shown}
        kept: list[_Column] = []
        for record, rows in reversed(columns):
            found = tuple(each for each in rows if wanted & self._targets(each) or self._is_target(each, wanted))
            wanted |= {each.row.id for each in found}
            kept.insert(0, (record, found))
        return [column for column in kept if column[1]]

    def _is_target(self, row: Placed, of: set[RowId]) -> bool:
        by_id = self.view.world.rows.by_id
        return any(row.row.id in self._targets(by_id[each]) for each in of)

    def _targets(self, row: Placed) -> set[RowId]:
        """Return the rows that a row refers to."""
        found: set[RowId] = set()
        for name, entry in self.view.index.row_fields(row.list_name, row.row):
            if entry.to and not entry.hidden:
                answer = self.view.case.answers.get(Path(row.scope, name, row.row.id))
                found |= {answer.row} if isinstance(answer, v.Ref) else set()
                found |= set(answer.rows) if isinstance(answer, v.Refs) else set()
        return found

    def _draw(self, columns: Sequence[_Column], origin: Origin) -> Diagram:
        places: _Placement = {
            row.row.id: (column, box) for column, (_, rows) in enumerate(columns) for box, row in enumerate(rows)
        }
        rows = [row for _, column in columns for row in column]
        joins = sorted(
            {_in_order(places, row, target) for row in rows for target in self._targets(row) & places.keys()}
        )
        joins = _without_short_cuts([join for join in joins if join[0][0] != join[1][0]])
        names = {places[row.row.id]: self.view.speech.row(row.row.id, self.speak) for row in rows}
        said = [self.speak(JOIN.fill(one=names[one], other=names[other])) for one, other in joins]
        return Diagram(
            columns=tuple((self._head(record), tuple(map(self._box, rows))) for record, rows in columns),
            joins=tuple(joins),
            caption=self.speak(CAPTION.fill(joins=self.speak.punctuation.semicolon.join(said))),
            origin=origin,
        )

    def _head(self, record: str) -> Line:
        return (Span(self.speak(texts.title_plural(self.view.index.knowledge.records[record]))),)

    def _box(self, row: Placed) -> Line:
        words = " ".join(self.view.speech.row(row.row.id, self.speak).split())
        first = self.view.index.knowledge.records[row.record].summary[:1]
        path = Path(row.scope, FieldName(f"{row.record}.{first[0]}"), row.row.id) if first else None
        return (Span(words, SpanKind.ANSWER, path),)


def _others(columns: Sequence[_Column], record: str) -> Iterator[Placed]:
    return (row for other, rows in columns if other != record for row in rows)


def _without_short_cuts(joins: Sequence[_Join]) -> list[_Join]:
    """Return the joins without those that jump over a column where another box joins the same two."""
    known = set(joins)
    middles = {place for join in joins for place in join}
    return [
        (one, other)
        for one, other in joins
        if not any(one[0] < each[0] < other[0] and {(one, each), (each, other)} <= known for each in middles)
    ]


def _in_order(places: _Placement, row: Placed, target: RowId) -> _Join:
    one, other = sorted((places[row.row.id], places[target]))
    return one, other
