"""Pure edits: each returns a new case and leaves the old one as it was."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from mlawriter.model.case import Case, Issued, Path, Request, Row, SetAside, Translation, TranslationKey
from mlawriter.model.ids import ListName, RequestId, RowId, Scope
from mlawriter.model.values import Ref, Refs, Value


def answer(case: Case, path: Path, value: Value) -> Case:
    """Return the case with one answer added or replaced."""
    return replace(case, answers={**case.answers, path: value})


def withdraw(case: Case, path: Path) -> Case:
    """Return the case with one answer taken back (unanswered again), and its translations with it."""
    answers = {at: value for at, value in case.answers.items() if at != path}
    return replace(case, answers=answers, translations=_kept(case, lambda at: at != path))


def write_in(case: Case, language: str) -> Case:
    """Return the case with the language that its drafter writes in; empty if that is not to be said."""
    return replace(case, language=language)


def translate(case: Case, path: Path, language: str, words: Value) -> Case:
    """Return the case with an answer translated as it stands now.

    Raises:
        KeyError: if there is no answer.
    """
    made = Translation(case.answers[path], words)
    return replace(case, translations={**case.translations, (path, language): made})


def forget_translation(case: Case, path: Path, language: str) -> Case:
    """Return the case without one translation of an answer."""
    kept = {key: made for key, made in case.translations.items() if key != (path, language)}
    return replace(case, translations=kept)


def add_request(case: Case, request: Request) -> Case:
    """Return the case with one more request at the end."""
    return replace(case, requests=(*case.requests, request))


def fresh_request_id(case: Case) -> RequestId:
    """Return an id that no request of the case has: `r1`, `r2` ..."""
    taken = {request.id for request in case.requests}
    return next(RequestId(f"r{number}") for number in range(1, len(taken) + 2) if f"r{number}" not in taken)


def remove_request(case: Case, request_id: RequestId) -> Case:
    """Return the case without this request, its rows and its answers."""
    scope = Scope(request_id)
    return replace(
        case,
        requests=tuple(request for request in case.requests if request.id != request_id),
        rows={key: rows for key, rows in case.rows.items() if key[0] != scope},
        answers={path: value for path, value in case.answers.items() if path.scope != scope},
        set_aside=tuple(entry for entry in case.set_aside if entry.path.scope != scope),
        issued=tuple(entry for entry in case.issued if entry.request != request_id),
        translations=_kept(case, lambda at: at.scope != scope),
    )


def add_row(case: Case, scope: Scope, name: ListName, row: Row, *, at: int | None = None) -> Case:
    """Return the case with a row added to a list, at the end or before position `at`."""
    present = list(case.list_rows(scope, name))
    present.insert(len(present) if at is None else at, row)
    return _with_rows(case, scope, name, tuple(present))


def remove_row(case: Case, scope: Scope, name: ListName, row_id: RowId) -> Case:
    """Return the case without this row, its answers, what was set aside about it, and every reference to it."""
    kept = tuple(row for row in case.list_rows(scope, name) if row.id != row_id)
    answers = {
        path: value
        for path, old in case.answers.items()
        if path.row != row_id and (value := _without_reference(old, row_id)) is not None
    }
    aside = tuple(entry for entry in case.set_aside if entry.path.row != row_id)
    translations = _kept(case, lambda at: at.row != row_id)
    changed = _with_rows(case, scope, name, kept)
    return replace(changed, answers=answers, set_aside=aside, translations=translations)


def move_row(case: Case, scope: Scope, name: ListName, row_id: RowId, to: int) -> Case:
    """Return the case with this row moved to position `to` of its list."""
    present = case.list_rows(scope, name)
    moved = next(row for row in present if row.id == row_id)
    rest = [row for row in present if row.id != row_id]
    rest.insert(to, moved)
    return _with_rows(case, scope, name, tuple(rest))


def duplicate_row(case: Case, scope: Scope, name: ListName, row_id: RowId, *, new_id: RowId) -> Case:
    """Return the case with a copy of this row and its answers right after it."""
    present = case.list_rows(scope, name)
    position = next(index for index, row in enumerate(present) if row.id == row_id)
    copy = replace(present[position], id=new_id)
    grown = add_row(case, scope, name, copy, at=position + 1)
    copied = {path._replace(row=new_id): value for path, value in case.answers.items() if path.row == row_id}
    translated = {
        (path._replace(row=new_id), language): made
        for (path, language), made in case.translations.items()
        if path.row == row_id
    }
    return replace(grown, answers={**grown.answers, **copied}, translations={**grown.translations, **translated})


def set_aside(case: Case, entry: SetAside) -> Case:
    """Return the case with a finding set aside, replacing an earlier reason for the same one."""
    return replace(case, set_aside=(*_others(case, entry.check, entry.path), entry))


def take_up_again(case: Case, check: str, path: Path) -> Case:
    """Return the case with a finding no longer set aside."""
    return replace(case, set_aside=_others(case, check, path))


def record_issued(case: Case, entries: tuple[Issued, ...]) -> Case:
    """Return the case with documents noted as written; each replaces the same document in the same language."""
    fresh = {_which(entry) for entry in entries}
    return replace(case, issued=(*(entry for entry in case.issued if _which(entry) not in fresh), *entries))


def fresh_row_id(case: Case, prefix: str) -> RowId:
    """Return an id for a new row that no row of the case has or had answers for: prefix and a number."""
    taken = {row.id for rows in case.rows.values() for row in rows} | {path.row for path in case.answers}
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return RowId(f"{prefix}{number}")


def _kept(case: Case, keeps: Callable[[Path], bool]) -> Mapping[TranslationKey, Translation]:
    if all(keeps(path) for path, _ in case.translations):
        return case.translations
    return {key: made for key, made in case.translations.items() if keeps(key[0])}


def _which(entry: Issued) -> tuple[str, str, str]:
    return entry.request, entry.document, entry.language


def _others(case: Case, check: str, path: Path) -> tuple[SetAside, ...]:
    return tuple(entry for entry in case.set_aside if (entry.check, entry.path) != (check, path))


def _with_rows(case: Case, scope: Scope, name: ListName, rows: tuple[Row, ...]) -> Case:
    others = {key: value for key, value in case.rows.items() if key != (scope, name)}
    return replace(case, rows={**others, (scope, name): rows} if rows else others)


def _without_reference(value: Value, row_id: RowId) -> Value | None:
    match value:
        case Ref(row=row) if row == row_id:
            return None
        case Refs(rows=rows) if row_id in rows:
            left = tuple(row for row in rows if row != row_id)
            return Refs(left) if left else None
        case _:
            return value
