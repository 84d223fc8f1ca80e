"""Whether a case speaks of things that the knowledge has: everything wrong, listed at once."""

import re
from collections.abc import Iterator

from mlawriter.checks.needs import VALUES
from mlawriter.checks.rows import Placed, Rows
from mlawriter.i18n.message import Message
from mlawriter.knowledge import options
from mlawriter.knowledge.definitions import Field
from mlawriter.knowledge.index import COMPUTED, GUARANTEES, ITEMS, OF_CASE, Index
from mlawriter.model import values as v
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import CASE, RequestId, RowId, Scope
from mlawriter.storage.codec import Wrong

NO_LANGUAGE = Message('a language is a tag such as "fr" or "zh-Hans"')
_STATE = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def validate(case: Case, index: Index) -> tuple[Wrong, ...]:
    """Return what a case holds that the knowledge does not understand."""
    placed = _all_placed(case, index)
    return (
        *_requests(case, index),
        *_rows(case, index),
        *_answers(case, placed, index),
        *_translations(case, placed, index),
    )


def _requests(case: Case, index: Index) -> Iterator[Wrong]:
    for request in case.requests:
        if request.kind not in index.knowledge.requests:
            known = ", ".join(index.knowledge.requests)
            yield _wrong(
                f"/requests/{request.id}", Message("unknown kind of request; use one of: {known}"), known=known
            )


def _rows(case: Case, index: Index) -> Iterator[Wrong]:
    scopes = {CASE, *(request.scope for request in case.requests)}
    for (scope, name), rows in case.rows.items():
        at = f"/rows/{scope}/{name}"
        if scope not in scopes:
            yield _wrong(at, Message("there is no request with this id"))
        elif name != ITEMS and name not in {record.plural for record in index.knowledge.records.values()}:
            yield _wrong(at, Message("there is no such list"))
        elif (scope == CASE) != (index.scope_of(name, RequestId("")) == CASE):
            yield _wrong(
                at, Message("this list belongs under {place}"), place="case" if scope != CASE else "the request"
            )
        known = {ITEMS: index.knowledge.modules, GUARANTEES: index.knowledge.guarantees}.get(name)
        for row in rows if known is not None else ():
            if row.of not in known:  # type: ignore[operator]
                yield _wrong(f"{at}/{row.id}", Message("“of” must be one of: {known}"), known=", ".join(known or ()))


def _answers(case: Case, placed: dict[RowId, Placed], index: Index) -> Iterator[Wrong]:
    for path, value in case.answers.items():
        at = f"/answers/{path.scope}/{path.field}" + (f"/{path.row}" if path.row else "")
        row = placed.get(path.row) if path.row else None
        entry = _field(case, path, row, index)
        if isinstance(entry, Message):
            yield _wrong(at, entry)
        else:
            yield from _value(at, value, entry, placed, index)


def _translations(case: Case, placed: dict[RowId, Placed], index: Index) -> Iterator[Wrong]:
    languages = {case.language, *(language for _, language in case.translations)} - {""}
    if any(not _LANGUAGE.fullmatch(tag) for tag in languages):
        yield _wrong("/translations", NO_LANGUAGE)
    for path, _ in case.translations:
        entry = _field(case, path, placed.get(path.row) if path.row else None, index)
        if isinstance(entry, Message):
            yield _wrong("/translations/" + "/".join(filter(None, path)), entry)


def _all_placed(case: Case, index: Index) -> dict[RowId, Placed]:
    found = (Rows(case, request, index).by_id for request in case.requests)
    return {row_id: placed for by_id in found for row_id, placed in by_id.items()}


def _field(case: Case, path: Path, row: Placed | None, index: Index) -> Field | Message:
    owner = path.field.partition(".")[0]
    if path.field in COMPUTED:
        return Message("this is computed and cannot be answered")
    if path.row and row is None:
        return Message("there is no row with this id")
    if row and (owner != row.record or path.scope != row.scope):
        return Message("this field does not belong to this row")
    if not row and owner not in {"case", "request", "state", "home"}:
        return Message("this field needs a row")
    if not row and (path.scope == CASE) != (owner in OF_CASE):
        return Message("this field belongs to another scope")
    if path.scope not in {CASE, *(Scope(request.id) for request in case.requests)}:
        return Message("there is no request with this id")
    try:
        return index.field(path.field, row.module if row else "")
    except KeyError:
        return Message("there is no such field")


def _value(at: str, value: v.Value, entry: Field, placed: dict[RowId, Placed], index: Index) -> Iterator[Wrong]:
    if isinstance(value, v.DoesNotApply | v.NotKnown):
        return
    if not isinstance(value, VALUES[entry.kind]):
        yield _wrong(at, Message("an answer of the kind “{kind}” is expected"), kind=entry.kind.value)
        return
    yield from _codes(at, value)
    if isinstance(value, v.Whole) and value.number < 0:
        yield _wrong(at, Message("a whole number is expected"))
    allowed = options.keys(entry, index.knowledge)
    keys = (value.choice,) if isinstance(value, v.Choice) else value.choices if isinstance(value, v.Choices) else ()
    for key in keys:
        if key not in allowed:
            yield _wrong(at, Message("“{key}” is not one of the choices: {known}"), key=key, known=", ".join(allowed))
    rows = (value.row,) if isinstance(value, v.Ref) else value.rows if isinstance(value, v.Refs) else ()
    for row in rows:
        if row not in placed or placed[row].record not in entry.to:
            yield _wrong(at, Message("“{row}” is no row of: {lists}"), row=row, lists=", ".join(entry.to))


def _codes(at: str, value: v.Value) -> Iterator[Wrong]:
    """Refuse codes of no shape; a case file may hold them, as a drafter can name States and languages of their own."""
    states = (value.code,) if isinstance(value, v.Country) else value.codes if isinstance(value, v.Countries) else ()
    if any(not _STATE.fullmatch(code) for code in states):
        yield _wrong(at, Message("a State has two capital letters (ISO 3166-1, or user-assigned such as XA)"))
    tags = (value.tag,) if isinstance(value, v.Language) else value.tags if isinstance(value, v.Languages) else ()
    if any(not _LANGUAGE.fullmatch(tag) for tag in tags):
        yield _wrong(at, NO_LANGUAGE)


def _wrong(at: str, message: Message, **args: str) -> Wrong:
    return Wrong(at, message.fill(**args))
