"""The case as the window reads it: questions, names of rows, answers in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mlawriter.checks.units import View
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Field
from mlawriter.knowledge.index import GUARANTEES, ITEMS, Index
from mlawriter.model.case import Case, Path, Row
from mlawriter.model.ids import CASE, FieldName, ListName, RequestId, RowId, Scope
from mlawriter.model.values import Choice, DoesNotApply, Text
from mlawriter.ui.editors.base import Choosable
from mlawriter.ui.question import Question

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
OWN_NAMES = ListName("own_names")
OWN_TEXT, STARTED_FROM = FieldName("guarantee.own_text"), FieldName("guarantee.started_from")
CHANGED_BY_HAND = Message("{title} (changed by hand)")


@dataclass(frozen=True)
class Reading:
    """One state of the case, read for one request in the language of the window."""

    view: View
    say: Translator
    _names: dict[RowId, str] = field(default_factory=dict, compare=False)

    @property
    def case(self) -> Case:
        """The case."""
        return self.view.case

    @property
    def index(self) -> Index:
        """Look-ups in the knowledge."""
        return self.view.index

    @property
    def request(self) -> RequestId:
        """The request at hand."""
        return self.view.world.rows.request.id

    @property
    def scope(self) -> Scope:
        """The scope of the request's own answers."""
        return Scope(self.request)

    def scope_of(self, name: ListName) -> Scope:
        """Return where a list is held."""
        return self.index.scope_of(name, self.request)

    def rows(self, name: ListName) -> tuple[Row, ...]:
        """Return the rows of a list, in order."""
        return self.case.list_rows(self.scope_of(name), name)

    def name_of(self, row_id: RowId) -> str:
        """Return what a row of any list is called; nothing if there is no such row."""
        if row_id not in self._names:
            placed = self.view.world.rows.by_id.get(row_id)
            self._names[row_id] = self.view.speech.name(placed, self.say) if placed else ""
        return self._names[row_id]

    def marked(self, row_id: RowId) -> str:
        """Return the mark and the name of a row, as the letter refers to it."""
        return self.view.speech.row(row_id, self.say)

    def headed(self, row_id: RowId) -> str:
        """Return the mark and the name of a row as its list shows it: a changed undertaking says so."""
        marked = self.marked(row_id)
        return self.say(CHANGED_BY_HAND.fill(title=marked)) if self.is_changed(row_id) else marked

    def is_changed(self, row_id: RowId) -> bool:
        """Say whether a row is an undertaking whose wording is not the standard text."""
        return self.view.world.of_row.get(row_id, {}).get("changed") is True

    def own_wording(self, row: Row) -> bool:
        """Say whether an undertaking has the drafter's own wording (which may still be the standard text)."""
        return Path(self.scope_of(GUARANTEES), OWN_TEXT, row.id) in self.case.answers

    def choosable(self, records: Sequence[str]) -> tuple[Choosable, ...]:
        """Return the rows that a reference to these records may point to."""
        return tuple(
            Choosable(row.id, self.name_of(row.id), record)
            for record in records
            for row in self.rows(self.index.list_of(record))
        )

    def questions_of_section(self, section: str) -> tuple[Question, ...]:
        """Return the questions of a section."""
        found = self.index.section_fields(section, self.request)
        return tuple(self._asked(path, field, path.field) for path, field in found if self._is_asked(path, field))

    def questions_of_row(self, name: ListName, row: Row) -> tuple[Question, ...]:
        """Return the questions about a row."""
        scope, module = self.scope_of(name), row.of if name == ITEMS else ""
        return tuple(
            self._asked(path, field, self.index.context(path.field, module))
            for member, field in self.index.row_fields(name, row)
            for path in (Path(scope, member, row.id),)
            if self._is_asked(path, field)
        )

    def question(self, path: Path) -> Question:
        """Return the question at a path.

        Raises:
            KeyError: if the path names no field (a list, a computed member).
        """
        module = self.module_of(path)
        return self._asked(path, self.index.field(path.field, module), self.index.context(path.field, module))

    def _asked(self, path: Path, field: Field, stem: str) -> Question:
        return Question(path, self.view.kind.asked(path.field, field), stem)

    def module_of(self, path: Path) -> str:
        """Return the module of the item a path belongs to; empty for any other path."""
        placed = self.view.world.rows.by_id.get(path.row) if path.row else None
        return placed.module if placed else ""

    def words(self, path: Path) -> str:
        """Return the answer at a path in words; nothing for an open question."""
        value = self.case.answers.get(path)
        if isinstance(value, DoesNotApply):
            return self.say(Message("does not apply: {reason}").fill(reason=value.reason))
        return self.view.speech.said(path, self.say) or self._worked_out(path)

    def _worked_out(self, path: Path) -> str:
        """Return in words what the program works out at a path (the reliability of an assurance); else nothing."""
        found = self.view.world.of_row.get(path.row, {}).get(path.field.partition(".")[2]) if path.row else None
        is_choice = isinstance(found, str) and path not in self.case.answers
        return self.view.speech.value(Choice(str(found)), path.field, self.say) if is_choice else ""

    def label(self, path: Path) -> str:
        """Return the label of the question at a path, after the name of its row."""
        try:
            label = self.say(self.question(path).label)
        except KeyError:
            return self.list_title(ListName(path.field))
        name = self.name_of(path.row) if path.row else ""
        return f"{name}: {label}" if name else label

    def list_title(self, name: ListName) -> str:
        """Return the heading of a list."""
        if name == ITEMS:
            return self.say(Message("Items of assistance"))
        return self.say(texts.title_plural(self.index.record_of(name)))

    def undertaking(self, row: Row) -> str:
        """Return the standard text of an undertaking; blanks name what will stand there."""
        guarantee = self.index.knowledge.guarantees[row.of]
        numbers = range(1, len(guarantee.sentences) + 1)
        sentences = (self.say.pattern(texts.sentence(guarantee, number)) for number in numbers)
        return " ".join(_PLACEHOLDER.sub(self._blank, sentence) for sentence in sentences)

    def _blank(self, found: re.Match[str]) -> str:
        return f"[{self.label(Path(self.scope, FieldName(found[1])))}]"

    def _is_asked(self, path: Path, field: Field) -> bool:
        return not field.hidden and self.view.kind.takes(field) and (field.until is None or path in self.case.answers)


def own_codes(case: Case, what: str) -> tuple[str, ...]:
    """Return the codes the case names itself: of a `state` or of a `language`."""
    codes = ((_answer(case, row, "what"), _answer(case, row, "code")) for row in case.shared_rows(OWN_NAMES))
    return tuple(dict.fromkeys(code.text for kind, code in codes if kind == Choice(what) and isinstance(code, Text)))


def _answer(case: Case, row: Row, member: str) -> object:
    return case.answers.get(Path(CASE, FieldName(f"own_name.{member}"), row.id))
