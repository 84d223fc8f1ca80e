"""Between widgets and the session: every edit goes through here, all news of the case comes from here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from mlawriter.app.session import Session
from mlawriter.checks.computed import coverage
from mlawriter.checks.own_names import own_names
from mlawriter.checks.report import Finding, Report
from mlawriter.conditions.engine import Condition
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.beginnings import ASSISTANCE
from mlawriter.knowledge.definitions import RequestKind
from mlawriter.knowledge.index import GUARANTEES, ITEM, ITEMS, Index
from mlawriter.model.case import Case, Path, changed_paths
from mlawriter.model.ids import FieldName, ListName, RowId
from mlawriter.model.values import Attachment, Language, Text, Value
from mlawriter.ui.editors.base import Setting
from mlawriter.ui.question import Question
from mlawriter.ui.reading import OWN_TEXT, STARTED_FROM, Reading, own_codes

_LETTER_LANGUAGE = FieldName("request.letter_language")

Speaking = Callable[[str], Translator]
"""Gives the translator of the language nearest to the one wanted."""


class Files(Protocol):
    """Takes files into a case and gives copies out, asking the user where."""

    def take_in(self, session: Session, path: Path) -> None:
        """Let the user choose a file and keep it as the answer at a path."""
        ...

    def give_out(self, session: Session, attachment: Attachment) -> None:
        """Let the user save a copy of a kept file."""
        ...


COVERED = {
    "general": Message("{title} (not named by the legal basis)"),
    "none": Message("{title} (not covered by the legal basis)"),
}
OTHERS = Message("Other undertakings")


@dataclass(frozen=True, slots=True)
class Offer:
    """Some things that may be added, by id and title, under a heading (empty if they stand alone)."""

    title: str
    things: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is new in a case: some answers, some lists, or anything at all."""

    paths: frozenset[Path] = field(default_factory=frozenset)
    rows: bool = False
    whole: bool = False

    @property
    def touches_rows(self) -> bool:
        """Say whether rows came, went, moved, or were answered about (so that their names may be new)."""
        return self.whole or self.rows or any(path.row is not None for path in self.paths)

    def and_then(self, later: "Change") -> "Change":
        """Return this change and a later one as one."""
        return Change(paths=self.paths | later.paths, rows=self.rows or later.rows, whole=self.whole or later.whole)


def change_between(old: Case, new: Case) -> Change:
    """Return what differs between two states of a case."""
    return Change(paths=frozenset(changed_paths(old, new)), rows=old.rows != new.rows)


class Bridge(QObject):
    """One request of a session, as the widgets of one window know it."""

    case_changed = Signal(object)
    law_wanted = Signal(object)

    def __init__(self, session: Session, say: Translator, files: Files, speaking: Speaking) -> None:
        super().__init__()
        self.session = session
        self._speaking = speaking
        self._request = session.request_id
        self._plain_say = say
        self._conditions: dict[str, Condition] = {}
        self._blocking: dict[Path, Finding] = {}
        self._take_up(Change(whole=True))
        self.setting = Setting(
            say=self.say,
            index=self.index,
            rows=lambda records: self.reading.choosable(records),
            take_in=lambda path: files.take_in(session, path),
            give_out=lambda attachment: files.give_out(session, attachment),
            kind=lambda: self.kind,
            own_states=lambda: own_codes(self.case, "state"),
            own_languages=lambda: own_codes(self.case, "language"),
        )
        self._listening = True
        session.listen(self._changed)

    def leave(self) -> None:
        """Hear no more of the session."""
        self._listening = False

    @property
    def index(self) -> Index:
        """Look-ups in the knowledge."""
        return self.session.index

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return self.session.case

    @property
    def report(self) -> Report:
        """The findings of the request as they are now."""
        return self.session.report

    @property
    def kind(self) -> RequestKind:
        """The kind of the request."""
        return self.index.knowledge.requests[self.case.request(self.session.request_id).kind]

    def answer(self, path: Path, value: Value) -> None:
        """Hand in an answer."""
        self.session.answer(path, value)

    def withdraw(self, path: Path) -> None:
        """Take an answer back."""
        self.session.withdraw(path)

    @property
    def letter_language(self) -> Translator:
        """The language of the letter: the one answered, if there are letters in it; else that of the window."""
        answer = self.case.answers.get(Path(self.reading.scope, _LETTER_LANGUAGE))
        return self._speaking(answer.tag if isinstance(answer, Language) else self.say.language)

    def standard_text(self, row_id: RowId, speak: Translator | None = None) -> tuple[str, str]:
        """Return a language (that of the letter, if none is named), and the standard text of an undertaking in it.

        In a letter it is one paragraph; an assurance has a paper of its own, with a paragraph for each sentence.
        """
        from mlawriter.compose.filling import Filler
        from mlawriter.compose.undertakings import Promises

        view, speak = self.reading.view, speak or self.letter_language
        named = speak.with_names(own_names(self.case, speak.language))
        between = " " if self.kind.family == ASSISTANCE else "\n"
        text = Promises(Filler(view, named)).standard_text(view.world.rows.by_id[row_id], between)
        return speak.language, text

    def start_from_standard(self, row_id: RowId) -> None:
        """Copy the standard text of an undertaking into the field for the drafter's own wording."""
        _, text = self.standard_text(row_id)
        scope = self.reading.scope_of(GUARANTEES)
        self.session.answer_together({Path(scope, name, row_id): Text(text) for name in (OWN_TEXT, STARTED_FROM)})

    def restore_standard(self, row_id: RowId) -> None:
        """Drop the drafter's own wording of an undertaking."""
        scope = self.reading.scope_of(GUARANTEES)
        self.session.withdraw_together(Path(scope, name, row_id) for name in (OWN_TEXT, STARTED_FROM))

    def missing(self, path: Path) -> str:
        """Return what is said of an answer that is still needed; empty if it is not."""
        finding = self._blocking.get(path)
        return self.say(finding.message) if finding else ""

    def is_shown(self, question: Question) -> bool:
        """Say whether a question arises: unless the answers certainly make it unnecessary."""
        source, row = question.field.shown, question.path.row
        if not source:
            return True
        if source not in self._conditions:
            self._conditions[source] = self.session.law.engine.condition(source)
        world = self.reading.view.world
        placed = world.rows.by_id.get(row) if row else None
        return world.ask(self._conditions[source], placed) is not Truth.FALSE

    def owner_of(self, name: ListName) -> str:
        """Return the record whose rows a list holds."""
        return ITEM if name == ITEMS else self.index.record_of(name).id

    @property
    def suggests(self) -> bool:
        """Say whether undertakings are called for that are not given yet."""
        given = {row.of for row in self.reading.rows(GUARANTEES)}
        return any(each not in given for each in self.session.checked.suggested_guarantees)

    def addable(self, name: ListName) -> tuple[Offer, ...]:
        """Return what may be added to the list of items or of undertakings, in groups; the suggested first."""
        if name == ITEMS:
            groups = ((self.say(texts.group_title(self.kind, group)), group.modules) for group in self.kind.groups)
            return tuple(Offer(title, tuple((each, self._assistance(each)) for each in ids)) for title, ids in groups)
        given = {row.of for row in self.reading.rows(name)}
        suggested = self.session.checked.suggested_guarantees
        known = self.index.knowledge.guarantees.values()
        others = [each.id for each in known if self.kind.takes(each) and each.id not in suggested]
        return (
            Offer("", tuple((each, self._undertaking(each, suggested)) for each in suggested if each not in given)),
            Offer(self.say(OTHERS), tuple((each, self._undertaking(each, ())) for each in others if each not in given)),
        )

    def _assistance(self, name: str) -> str:
        """Return what a type of assistance is called, and whether the legal bases chosen do not name it."""
        module = self.index.knowledge.modules[name]
        title = self.say(texts.title("module", module.id, module.title))
        bases = self.session.view.bases
        said = COVERED.get(coverage(self.index, name, bases)) if bases else None
        return self.say(said.fill(title=title)) if said else title

    def _undertaking(self, name: str, suggested: Sequence[str]) -> str:
        title = self.say(texts.guarantee_title(self.index.knowledge.guarantees[name]))
        return self.say(Message("{title} (called for)").fill(title=title)) if name in suggested else title

    def _changed(self, before: Case, after: Case) -> None:
        if not self._listening or self.session.request_id != self._request:
            return
        change = change_between(before, after)
        self._take_up(change)
        self.case_changed.emit(change)

    def _take_up(self, change: Change) -> None:
        if change.whole or any(path.field.startswith("own_name.") for path in change.paths):
            self.say = self._plain_say.with_names(own_names(self.case, self._plain_say.language))
        self.reading = Reading(self.session.view, self.say)
        self._blocking = {finding.path: finding for finding in reversed(self.report.findings) if finding.blocks}
