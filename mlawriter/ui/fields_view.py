"""A column of questions, some of which appear and disappear as the answers decide."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.knowledge.definitions import Kind
from mlawriter.model.case import Path, Row
from mlawriter.model.ids import ListName
from mlawriter.model.values import Ref, Refs, Value
from mlawriter.ui.bridge import Bridge, Change
from mlawriter.ui.field_view import FieldView
from mlawriter.ui.question import Question
from mlawriter.ui.style import Words


class FieldsView(QWidget):
    """Shows questions in order and hands every answer to the bridge.

    A question that has not arisen yet has no view: many of them wait for an answer that is seldom given.
    """

    def __init__(self, questions: Sequence[Question], bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._questions = tuple(questions)
        self.views: dict[Path, FieldView] = {}
        self._hidden: set[Path] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.kept = Words(quiet=True, scale=0.92)
        self._column.addWidget(self.kept)
        self.refresh(Change(whole=True))

    def refresh(self, change: Change) -> None:
        """Show the answers as they are now, and only the questions that arise."""
        answers = self._bridge.case.answers
        renamed = change.whole or change.touches_rows
        new = self._add_arisen()
        for path, view in self.views.items():
            if path in new or change.whole or path in change.paths:
                view.show_value(answers.get(path))
            if renamed or path in new:
                view.editor.refresh()
            view.show_missing(self._bridge.missing(path))
            self._show(path, shown=self._bridge.is_shown(view.question))
        self._list_kept()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is shown: no question arises, and no answer is kept."""
        return len(self._hidden) == len(self.views) and self.kept.isHidden()

    def view_of(self, path: Path) -> FieldView | None:
        """Return the view of a question, if it is asked here."""
        return self.views.get(path)

    def commit(self) -> None:
        """Report everything that is being typed."""
        for view in self.views.values():
            view.editor.commit()

    def _add_arisen(self) -> frozenset[Path]:
        """Add a view, at its place, for every question that arises for the first time."""
        waiting = (question for question in self._questions if question.path not in self.views)
        new = {question.path: self._view(question) for question in waiting if self._bridge.is_shown(question)}
        if new:
            known = self.views | new
            self.views = {each.path: known[each.path] for each in self._questions if each.path in known}
            for place, (path, view) in enumerate(self.views.items()):
                if path in new:
                    self._column.insertWidget(place, view)
                    if self.isVisible():
                        view.show()
        return frozenset(new)

    def _view(self, question: Question) -> FieldView:
        view = FieldView(question, self._bridge.setting)
        view.answered.connect(self._answered)
        view.withdrawn.connect(self._withdrawn)
        view.law_wanted.connect(self._bridge.law_wanted)
        view.row_wanted.connect(self._row_wanted)
        return view

    def _show(self, path: Path, *, shown: bool) -> None:
        """Show or hide a question; a new one is shown with all of its page, which is cheaper than each alone."""
        if shown is (path in self._hidden):
            self._hidden ^= {path}
            self.views[path].setVisible(shown)

    def _list_kept(self) -> None:
        reading = self._bridge.reading
        answered = (each for each in self._questions if each.path in reading.case.answers)
        hidden = [each for each in answered if each.path in self._hidden or each.path not in self.views]
        lines = [f"{self._bridge.say(each.label)}: {reading.words(each.path)}" for each in hidden]
        self.kept.setVisible(bool(lines))
        if lines:
            title = self._bridge.say(Message("Kept, not used (other answers make these questions unnecessary):"))
            self.kept.setText("\n".join((title, *lines)))

    def _answered(self, question: Question, value: Value) -> None:
        self._bridge.answer(question.path, value)

    def _withdrawn(self, question: Question) -> None:
        self._bridge.withdraw(question.path)

    def _row_wanted(self, question: Question, record: str) -> None:
        name = self._bridge.index.list_of(record)
        before = self._bridge.case.answers.get(question.path)
        added = self._bridge.session.add_row(name)
        pointing: Value = Ref(added)
        if question.field.kind is Kind.REFS:
            pointing = Refs((*before.rows, added) if isinstance(before, Refs) else (added,))
        self._bridge.answer(question.path, pointing)
        row = next(row for row in self._bridge.reading.rows(name) if row.id == added)
        panel = _RowInPlace(name, row, self._bridge)
        self.views[question.path].embed(panel)
        panel.take_focus()


class _RowInPlace(QFrame):
    """A new row, entered where it is first needed; it closes and stays in its list."""

    def __init__(self, name: ListName, row: Row, bridge: Bridge) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._name, self._row, self._bridge = name, row, bridge
        column = QVBoxLayout(self)
        self._title = Words(bold=True)
        self._fields = FieldsView(bridge.reading.questions_of_row(name, row), bridge)
        done = QPushButton(bridge.say(Message("Done", context="button")))
        done.setAutoDefault(False)
        done.clicked.connect(self._close)
        for widget in (self._title, self._fields):
            column.addWidget(widget)
        column.addWidget(done, alignment=Qt.AlignmentFlag.AlignLeading)
        bridge.case_changed.connect(self._refresh)
        self._refresh(Change(whole=True))

    def take_focus(self) -> None:
        """Show the panel and put the cursor into its first question."""
        self.show()
        first = next(iter(self._fields.views.values()), None)
        if first is not None:
            first.take_focus()

    def _refresh(self, change: Change) -> None:
        if self._row not in self._bridge.reading.rows(self._name):
            self._close()
            return
        self._title.setText(self._bridge.reading.marked(self._row.id))
        self._fields.refresh(change)

    def _close(self) -> None:
        self._fields.commit()
        self._bridge.case_changed.disconnect(self._refresh)
        self.hide()
        self.deleteLater()
