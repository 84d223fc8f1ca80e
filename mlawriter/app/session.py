"""The only way to edit a case: every edit makes a new case, an entry in the history, and fresh findings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path as File

from mlawriter.app.carrying import carried
from mlawriter.checks.checker import Checked, Law, check
from mlawriter.checks.report import Finding, Report
from mlawriter.checks.units import View
from mlawriter.knowledge.index import GUARANTEES, ITEMS, Index
from mlawriter.model import edits
from mlawriter.model.case import Case, Issued, Path, Request, Row, SetAside
from mlawriter.model.ids import FieldName, ListName, RequestId, RowId, Scope
from mlawriter.model.values import Attachment, Value
from mlawriter.storage.casefile import Stored, damaged, make_room, newer, open_case, save_case, sha256_of
from mlawriter.storage.renaming import renamed

Listener = Callable[[Case, Case], None]
"""Called after every change with the case before and after it."""

MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class _Step:
    """One entry of the history: the case before, and the answer that was being typed, if that was all."""

    before: Case
    typing: Path | None = None


@dataclass
class Session:
    """A case being edited. Mutable: it follows what the user does, and tells its listeners.

    `attachments` holds the bytes of annexed files by SHA-256; `request_id` is the request being worked on.
    """

    law: Law
    case: Case
    today: date
    request_id: RequestId
    attachments: dict[str, bytes] = field(default_factory=dict)
    fingerprint: str = ""
    _saved: Case | None = None
    _undo: list[_Step] = field(default_factory=list)
    _redo: list[Case] = field(default_factory=list)
    _listeners: list[Listener] = field(default_factory=list)
    _checked: dict[Request, Checked] = field(default_factory=dict)

    @classmethod
    def of(cls, law: Law, stored: Stored, today: date) -> "Session":
        """Return a session on a case that has at least one request."""
        first = stored.case.requests[0].id
        attachments = dict(stored.attachments)
        return cls(law, stored.case, today, first, attachments, stored.fingerprint, stored.case)

    @property
    def index(self) -> Index:
        """Look-ups in the knowledge."""
        return self.law.index

    @property
    def checked(self) -> Checked:
        """The present case, checked for the request at hand."""
        request = self.case.request(self.request_id)
        known = self._checked.get(request)
        if known is None:
            known = check(self.law, self.case, self.request_id, self.today)
        elif known.case is not self.case:
            known = known.recheck(self.case)
        self._checked[request] = known
        return known

    def checked_requests(self) -> tuple[Checked, ...]:
        """Return every request of the case checked, the one at hand as it is known already."""
        ids = (request.id for request in self.case.requests)
        return tuple(
            self.checked if each == self.request_id else check(self.law, self.case, each, self.today) for each in ids
        )

    @property
    def report(self) -> Report:
        """The findings and the compliance table of the request at hand."""
        return self.checked.report

    @property
    def view(self) -> View:
        """The facts of the request at hand."""
        return self.checked.view

    @property
    def is_changed(self) -> bool:
        """Say whether something has not been saved."""
        return self.case is not self._saved

    @property
    def can_undo(self) -> bool:
        """Say whether there is something to undo."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Say whether there is something to redo."""
        return bool(self._redo)

    def listen(self, listener: Listener) -> None:
        """Call a listener after every change."""
        self._listeners.append(listener)

    def turn_to(self, request_id: RequestId) -> None:
        """Work on another request of the case.

        Raises:
            KeyError: if the case has no such request.
        """
        self.case.request(request_id)
        self.request_id = request_id

    def add_request(self, kind: str, like: RequestId | None = None) -> RequestId:
        """Add a request of a kind to the case, work on it, and return its id; the facts are shared.

        It starts from what another request (`like`) holds, as far as both kinds ask for it.
        """
        request = Request(edits.fresh_request_id(self.case), kind)
        case = edits.add_request(self.case, request)
        if like is not None:
            case = carried(case, self.index, case.request(like), request)
        self._become(case, at=request.id)
        return request.id

    def record_issued(self, entries: tuple[Issued, ...]) -> None:
        """Note documents as written. This is no edit: it cannot be undone."""
        self._show(edits.record_issued(self.case, entries))

    def remove_request(self, request_id: RequestId) -> None:
        """Remove a request with everything that only it holds; the last one stays.

        Raises:
            KeyError: if the case has no such request.
        """
        self.case.request(request_id)
        if len(self.case.requests) > 1:
            self._become(edits.remove_request(self.case, request_id))

    def answer(self, path: Path, value: Value) -> None:
        """Answer a question. Further answers to the same question in a row are undone together."""
        if self.case.answers.get(path) != value:
            self._become(edits.answer(self.case, path, value), typing=path)

    def withdraw(self, path: Path) -> None:
        """Take an answer back."""
        if path in self.case.answers:
            self._become(edits.withdraw(self.case, path), typing=path)

    def answer_together(self, answers: Mapping[Path, Value]) -> None:
        """Answer several questions in one step."""
        case = self.case
        for path, value in answers.items():
            case = edits.answer(case, path, value)
        self._become(case)

    def withdraw_together(self, paths: Iterable[Path]) -> None:
        """Take several answers back in one step."""
        case = self.case
        for path in paths:
            case = edits.withdraw(case, path)
        self._become(case)

    def write_in(self, language: str) -> None:
        """Say in which language the drafter writes; empty if that is not to be said."""
        if language != self.case.language:
            self._become(edits.write_in(self.case, language))

    def translate(self, path: Path, language: str, words: Value) -> None:
        """Translate an answer as it stands now. Further changes to it in a row are undone together."""
        typing = path._replace(field=FieldName(f"{path.field}@{language}"))
        self._become(edits.translate(self.case, path, language, words), typing=typing)

    def translate_together(self, language: str, translations: Mapping[Path, Value]) -> None:
        """Translate several answers in one step."""
        case = self.case
        for path, words in translations.items():
            case = edits.translate(case, path, language, words)
        if translations:
            self._become(case)

    def forget_translation(self, path: Path, language: str) -> None:
        """Take a translation back."""
        if (path, language) in self.case.translations:
            self._become(edits.forget_translation(self.case, path, language))

    def pause(self) -> None:
        """End the present run of typing: what follows is undone on its own."""
        if self._undo:
            self._undo[-1] = _Step(self._undo[-1].before)

    def add_row(self, name: ListName, of: str = "", *, at: int | None = None) -> RowId:
        """Add a row to a list and return its id; `of` is the module of an item or the id of an undertaking."""
        row = Row(edits.fresh_row_id(self.case, self._prefix(name)), of)
        self._become(edits.add_row(self.case, self.scope_of(name), name, row, at=at))
        return row.id

    def remove_row(self, name: ListName, row_id: RowId) -> None:
        """Remove a row with its answers and all references to it."""
        self._become(edits.remove_row(self.case, self.scope_of(name), name, row_id))

    def move_row(self, name: ListName, row_id: RowId, to: int) -> None:
        """Move a row to another position of its list."""
        self._become(edits.move_row(self.case, self.scope_of(name), name, row_id, to))

    def duplicate_row(self, name: ListName, row_id: RowId) -> RowId:
        """Copy a row with its answers and return the id of the copy."""
        fresh = edits.fresh_row_id(self.case, self._prefix(name))
        self._become(edits.duplicate_row(self.case, self.scope_of(name), name, row_id, new_id=fresh))
        return fresh

    def set_aside(self, finding: Finding, reason: str) -> None:
        """Set a finding aside with a reason, which is kept in the case and never printed."""
        self._become(edits.set_aside(self.case, SetAside(finding.check, finding.path, reason)))

    def take_up_again(self, finding: Finding) -> None:
        """Let a finding that was set aside count again."""
        self._become(edits.take_up_again(self.case, finding.check, finding.path))

    def attach(self, path: Path, name: str, content: bytes) -> None:
        """Keep a file in the case as the answer to a question.

        Raises:
            StorageError: if it is too large.
        """
        make_room(self.attachments, name, content)
        sha256 = sha256_of(content)
        self.attachments[sha256] = content
        self.answer(path, Attachment(sha256, name, len(content)))
        self.pause()

    def give_suggested(self) -> tuple[RowId, ...]:
        """Add a row for every undertaking that the request calls for and does not give yet."""
        given = {row.of for row in self.case.list_rows(self.scope_of(GUARANTEES), GUARANTEES)}
        wanted = [each for each in self.checked.suggested_guarantees if each not in given]
        return tuple(self.add_row(GUARANTEES, each) for each in wanted)

    def scope_of(self, name: ListName) -> Scope:
        """Return where the rows of a list live."""
        return self.index.scope_of(name, self.request_id)

    def undo(self) -> None:
        """Go back one step."""
        if self._undo:
            step = self._undo.pop()
            self._redo.append(self.case)
            self._show(self._with_issued(step.before))

    def redo(self) -> None:
        """Take back the last undo."""
        if self._redo:
            self._undo.append(_Step(self.case))
            self._show(self._with_issued(self._redo.pop()))

    def save(self, file: File) -> None:
        """Save the case.

        Raises:
            StorageError: if it cannot be written; nothing is lost then.
        """
        stored = save_case(Stored(self.case, self.attachments, self.fingerprint), file, self.law.knowledge.version)
        self.fingerprint = stored.fingerprint
        self._saved = self.case

    def stored(self) -> Stored:
        """Return the case as it would be saved."""
        return Stored(self.case, self.attachments, self.fingerprint)

    def _with_issued(self, case: Case) -> Case:
        """Return an earlier or later state with what has been written since: written documents stay written."""
        if case.issued == self.case.issued:
            return case
        present = {request.id for request in case.requests}
        return replace(case, issued=tuple(entry for entry in self.case.issued if entry.request in present))

    def _prefix(self, name: ListName) -> str:
        return {ITEMS: "m", GUARANTEES: "g"}.get(name, name[:3])

    def _become(self, case: Case, typing: Path | None = None, *, at: RequestId | None = None) -> None:
        merges = typing is not None and bool(self._undo) and self._undo[-1].typing == typing and not self._redo
        if not merges:
            self._undo.append(_Step(self.case, typing))
            del self._undo[:-MOST_STEPS]
        self._redo.clear()
        self._show(case, at=at)

    def _show(self, case: Case, *, at: RequestId | None = None) -> None:
        before, self.case = self.case, case
        if at or all(request.id != self.request_id for request in case.requests):
            self.request_id = at or case.requests[0].id
        for listener in tuple(self._listeners):
            listener(before, case)


def open_session(law: Law, file: File, today: date) -> Session:
    """Return a session on the case in a file.

    Raises:
        StorageError: if the file cannot be read.
    """
    stored = open_case(file)
    if not stored.case.requests:
        raise damaged(file)
    if any(request.kind not in law.knowledge.requests for request in stored.case.requests):
        raise newer(file)
    return Session.of(law, replace(stored, case=renamed(stored.case, law.index)), today)
