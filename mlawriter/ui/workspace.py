"""A request at work: steps on the left, the page in the middle, findings, letter and law on the right."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path as File

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QTabWidget, QWidget

from mlawriter.i18n.message import Message
from mlawriter.model.values import Choice
from mlawriter.ui.bridge import Bridge, Change
from mlawriter.ui.deadlines_view import LOST, DeadlinesView
from mlawriter.ui.export_form import FinishPage
from mlawriter.ui.field_view import FieldView
from mlawriter.ui.findings_view import FindingsView
from mlawriter.ui.law_view import LawView
from mlawriter.ui.letter_view import Letters, LetterView
from mlawriter.ui.navigator import Navigator
from mlawriter.ui.outline import Outline
from mlawriter.ui.question import Question
from mlawriter.ui.reason import Reason

NARROW = 1150
"""Below this width the tabs stand beneath the page instead of beside it."""


class Pane(QTabWidget):
    """The tabs beside the page: findings, letter, law, deadlines."""

    def __init__(self, bridge: Bridge, letters: Letters) -> None:
        super().__init__()
        self.findings = FindingsView(bridge)
        self.letter = LetterView(bridge, letters)
        self.law = LawView(bridge)
        self.deadlines = DeadlinesView(bridge)
        self._say = bridge.say
        self.setDocumentMode(True)
        self.addTab(self.findings, bridge.say(Message("Findings", context="tab")))
        self.addTab(self.letter, bridge.say(Message("Letter", context="tab")))
        self.addTab(self.law, bridge.say(Message("Law", context="tab")))
        self.addTab(self.deadlines, "")
        self.deadlines.lost_counted.connect(self._count_lost)
        self.deadlines.settle()
        self.tabBar().setAccessibleName(bridge.say(Message("Findings, letter, law and deadlines")))

    def _count_lost(self, lost: int) -> None:
        counted = Message("Deadlines ({n})", context="tab", plural="Deadlines ({n})").fill(n=lost)
        at = self.indexOf(self.deadlines)
        self.setTabText(at, self._say(counted if lost else Message("Deadlines", context="tab")))
        self.setTabToolTip(at, self._say(LOST.fill(n=lost)) if lost else "")


class Workspace(QWidget):
    """Puts the parts together and carries what one part wants to another."""

    export_wanted = Signal(object)
    letterhead_wanted = Signal()
    aside_wanted = Signal(object)
    deadlines_wanted = Signal()
    texts_wanted = Signal()
    second_wanted = Signal(str, str)

    def __init__(self, bridge: Bridge, letters: Letters) -> None:
        super().__init__()
        self.bridge = bridge
        self.current: FieldView | None = None
        self._letters = letters
        self.outline = Outline(bridge.say)
        self.navigator = Navigator(bridge, self._finish)
        self.pane = Pane(bridge, letters)
        self._inner = QSplitter(Qt.Orientation.Horizontal)
        self._inner.addWidget(self.navigator)
        self._inner.addWidget(self.pane)
        self._outer = QSplitter(Qt.Orientation.Horizontal)
        self._outer.addWidget(self.outline)
        self._outer.addWidget(self._inner)
        self._outer.setStretchFactor(0, 0)
        self._outer.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._outer)
        self._connect()
        self._list_steps()
        self._fold(narrow=False)
        self.navigator.show_step(self.navigator.steps[0].key)

    def next_finding(self) -> None:
        """Go to the next finding."""
        self.pane.setCurrentWidget(self.pane.findings)
        self.pane.findings.next()

    def show_tab(self, number: int) -> None:
        """Show findings, letter, law or deadlines, and put the focus there."""
        pane = self.pane
        pane.setCurrentIndex(number)
        (pane.findings.list, pane.letter.page, pane.law.line, pane.deadlines.list)[number].setFocus()

    def ask_reason(self, kind: Reason) -> None:
        """Let the user say why the question at hand is not answered."""
        if self.current is not None:
            self.current.ask_reason(kind)

    def clear(self) -> None:
        """Take back the answer at hand."""
        if self.current is not None:
            self.bridge.withdraw(self.current.question.path)

    def explain(self) -> None:
        """Show the law behind the question at hand."""
        if self.current is not None:
            self._show_law(self.current.question)

    def show_letterhead(self, file: File) -> None:
        """Show which letterhead the letter will use."""
        if isinstance(self.navigator.page, FinishPage):
            self.navigator.page.show_letterhead(file)

    def commit(self) -> None:
        """Report what is being typed."""
        if self.navigator.page is not None:
            self.navigator.page.commit()

    def _connect(self) -> None:
        self.outline.step_wanted.connect(self.navigator.show_step)
        self.navigator.moved.connect(self._moved)
        self.pane.findings.path_wanted.connect(self.navigator.go)
        self.pane.findings.aside_wanted.connect(self.aside_wanted)
        self.pane.letter.path_wanted.connect(self.navigator.go)
        self.pane.deadlines.path_wanted.connect(self.navigator.go)
        self.pane.deadlines.export_wanted.connect(self.deadlines_wanted)
        self.bridge.law_wanted.connect(self._show_law)
        self.bridge.case_changed.connect(self._changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def _finish(self) -> FinishPage:
        page = FinishPage(self.bridge, self._letters, self.navigator.place_of)
        page.path_wanted.connect(self.navigator.go)
        page.export_wanted.connect(self.export_wanted)
        page.letterhead_wanted.connect(self.letterhead_wanted)
        page.texts_wanted.connect(self.texts_wanted)
        page.second_wanted.connect(self.second_wanted)
        return page

    def _moved(self, key: str) -> None:
        self.outline.choose(key)
        self.pane.letter.show_first(lambda path: self.navigator.route.locate(path) == key)

    def _changed(self, change: Change) -> None:
        self.navigator.refresh(change)
        if change.touches_rows:
            self._list_steps()
        else:
            self._show_progress()

    def _list_steps(self) -> None:
        steps = [(step, self.navigator.title(step)) for step in self.navigator.steps]
        self.outline.show_steps(steps)
        self.outline.choose(self.navigator.key)
        self._show_progress()

    def _show_progress(self) -> None:
        reading = self.bridge.reading
        self.outline.show_progress(self.navigator.route.progress(reading.case, reading.scope, self.bridge.report))

    def _show_law(self, question: Question) -> None:
        self.pane.setCurrentWidget(self.pane.law)
        answer = self.bridge.case.answers.get(question.path)
        chosen = answer.choice if isinstance(answer, Choice) else ""
        self.pane.law.show_question(question, self.bridge.reading.module_of(question.path), chosen)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        widget = new
        while widget is not None and widget is not self:
            if isinstance(widget, FieldView):
                self.current = widget
                self.pane.letter.show_path(widget.question.path)
                return
            widget = widget.parentWidget()

    def _fold(self, *, narrow: bool) -> None:
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._inner.orientation() is not wanted:
            self._inner.setOrientation(wanted)
        self._inner.setSizes([640, 260] if narrow else [680, 370])
        self._outer.setSizes([270 if narrow else 300, 1000])

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - the name and type Qt gives it
        """Let Tab go as one reads: steps, page, the way on, tabs; pages and rows are built as they are needed."""
        navigator, pane = self.navigator, self.pane
        tabs = (pane.tabBar(), pane.findings, pane.letter, pane.law, pane.deadlines)
        parts = (self.outline, navigator.page, navigator.back, navigator.onward, *tabs)
        for before, after in pairwise(_with_focus(part for part in parts if part is not None)):
            QWidget.setTabOrder(before, after)
        return super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the tabs beneath the page when the window is narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != (event.oldSize().width() < NARROW) or not event.oldSize().isValid():
            self._fold(narrow=narrow)


def _with_focus(parts: Iterable[QWidget]) -> Iterator[QWidget]:
    """Yield what Tab stops at; not what lends its focus to a child, nor the lists that open beneath a combo box."""
    for part in parts:
        for widget in (part, *part.findChildren(QWidget)):
            takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
            if takes and widget.window() is part.window():
                yield widget
