"""What a new request takes over from another request of the same case; the facts of the case are shared anyway."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mlawriter.knowledge.definitions import RequestKind
from mlawriter.knowledge.index import GUARANTEES, ITEMS, Index
from mlawriter.model import edits
from mlawriter.model.case import Case, Path, Request, Row
from mlawriter.model.ids import CASE, ListName, RowId
from mlawriter.model.values import Choice, Choices, Ref, Refs, Value


def carried(case: Case, index: Index, source: Request, target: Request) -> Case:
    """Return the case in which one request starts from what another holds, as far as both kinds ask for it.

    What a field says to be a request's `own` (its reference, its date) stays behind. Lists of rows come along between
    requests of the same family, under new ids; undertakings only if the new kind can give them.
    """
    known = index.knowledge.requests
    kind = known[target.kind]
    if known[source.kind].family == kind.family:
        case, renamed = _with_rows(case, index, source, target)
    else:
        renamed = {}
    kept = {row.id for (scope, _), rows in case.rows.items() if scope in {CASE, target.scope} for row in rows}
    answers, translations = dict(case.answers), dict(case.translations)
    for path, value in case.answers.items():
        if path.scope == source.scope and _is_carried(path, index, kind, renamed):
            own = _kept(value, path, index, kind, renamed, kept)
            if own is not None:
                there = Path(target.scope, path.field, renamed.get(path.row) if path.row else None)
                answers[there] = own
                translations |= {(there, tag): made for (at, tag), made in case.translations.items() if at == path}
    return replace(case, answers=answers, translations=translations)


def _with_rows(case: Case, index: Index, source: Request, target: Request) -> tuple[Case, Mapping[RowId, RowId]]:
    renamed: dict[RowId, RowId] = {}
    for name in _lists(case, index, source, target):
        for row in case.list_rows(source.scope, name):
            if name != GUARANTEES or _gives(index, target, row.of):
                fresh = edits.fresh_row_id(case, row.id.rstrip("0123456789") or "row")
                case = edits.add_row(case, target.scope, name, Row(fresh, row.of))
                renamed[row.id] = fresh
    return case, renamed


def _lists(case: Case, index: Index, source: Request, target: Request) -> Iterator[ListName]:
    kind = index.knowledge.requests[target.kind]
    for scope, name in case.rows:
        if scope == source.scope and name != ITEMS and index.asks(kind, name):
            yield name


def _gives(index: Index, target: Request, guarantee: str) -> bool:
    entry = index.knowledge.guarantees.get(guarantee)
    return entry is not None and index.knowledge.requests[target.kind].takes(entry)


def _is_carried(path: Path, index: Index, kind: RequestKind, renamed: Mapping[RowId, RowId]) -> bool:
    if path.row is not None:
        return path.row in renamed and index.asks(kind, path.field)
    return index.asks(kind, path.field) and not index.field(path.field).own


def _kept(
    value: Value, path: Path, index: Index, kind: RequestKind, renamed: Mapping[RowId, RowId], kept: set[RowId]
) -> Value | None:
    """Return what an answer says in the new request; nothing if it means rows or instruments that are not there."""
    match value:
        case Ref(row=row):
            found = renamed.get(row, row)
            return Ref(found) if found in kept else None
        case Refs(rows=rows):
            left = tuple(each for each in (renamed.get(row, row) for row in rows) if each in kept)
            return Refs(left) if left else None
        case Choice(choice=choice) if index.field(path.field).options == "instruments":
            return value if kind.takes(index.knowledge.instruments[choice]) else None
        case Choices(choices=choices) if index.field(path.field).options == "instruments":
            fit = tuple(each for each in choices if kind.takes(index.knowledge.instruments[each]))
            return Choices(fit) if fit else None
        case _:
            return value
