"""Where each row of a case stands: its list, its place in it, its mark in the letter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mlawriter.knowledge.index import ITEM, ITEMS, Index
from mlawriter.model.case import Case, Request, Row
from mlawriter.model.ids import CASE, ListName, RowId, Scope


@dataclass(frozen=True, slots=True)
class Placed:
    """One row with its list, its record and its position (from 0)."""

    row: Row
    scope: Scope
    list_name: ListName
    record: str
    position: int

    @property
    def module(self) -> str:
        """The module of an item, else empty."""
        return self.row.of if self.record == ITEM else ""


@dataclass(frozen=True)
class Rows:
    """All rows that one request of a case can see."""

    case: Case
    request: Request
    index: Index

    @cached_property
    def by_list(self) -> Mapping[ListName, tuple[Placed, ...]]:
        """The rows of each list; lists without rows are there too."""
        return {name: tuple(self._placed(name, record)) for name, record in self._lists()}

    @cached_property
    def by_id(self) -> Mapping[RowId, Placed]:
        """Every row by its id."""
        return {placed.row.id: placed for rows in self.by_list.values() for placed in rows}

    def mark(self, placed: Placed) -> str:
        """Return what the letter calls a row: `P1`, `A` for an item, `1` for an annex."""
        if placed.record == ITEM:
            return letter(placed.position)
        return f"{self.index.knowledge.records[placed.record].mark}{placed.position + 1}"

    def _lists(self) -> Iterator[tuple[ListName, str]]:
        for record in self.index.knowledge.records.values():
            yield ListName(record.plural), record.id
        yield ITEMS, ITEM

    def _placed(self, name: ListName, record: str) -> Iterator[Placed]:
        scope = CASE if record != ITEM and self.index.knowledge.records[record].scope == "case" else self.request.scope
        for position, row in enumerate(self.case.list_rows(scope, name)):
            if record != ITEM or row.of in self.index.knowledge.modules:
                yield Placed(row, scope, name, record, position)


def letter(position: int) -> str:
    """Return the letter of the item at a position: A to Z, then AA, AB ..."""
    name = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
