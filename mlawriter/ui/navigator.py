"""The pages of a request: built when first visited, kept, and refreshed when seen."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from mlawriter.app.route import FINISH, Step, route
from mlawriter.i18n.message import Message
from mlawriter.knowledge.index import ITEMS
from mlawriter.model.case import Path
from mlawriter.model.ids import ListName
from mlawriter.ui import words
from mlawriter.ui.bridge import Bridge, Change
from mlawriter.ui.field_view import FieldView
from mlawriter.ui.page_view import Page, StepPage
from mlawriter.ui.question import Question

_LAYOUT_MS = 300
"""How long the layout of a new page may take to settle."""


class Navigator(QWidget):
    """Shows one step at a time, with Back and Next beneath."""

    moved = Signal(str)

    def __init__(self, bridge: Bridge, finish: Callable[[], Page]) -> None:
        super().__init__()
        self._bridge = bridge
        self._make_finish = finish
        self.route = route(bridge.kind, bridge.index)
        self._pages: dict[str, Page] = {}
        self._stale: dict[str, Change] = {}
        self.key = ""
        self._stack = QStackedWidget()
        self.back = QPushButton()
        self.onward = QPushButton()
        for button in (self.back, self.onward):
            button.setAutoDefault(False)
        self.back.clicked.connect(lambda: self.step(-1))
        self.onward.clicked.connect(lambda: self.step(1))
        row = QHBoxLayout()
        row.setContentsMargins(24, 4, 24, 8)
        row.addWidget(self.back)
        row.addStretch()
        row.addWidget(self.onward)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack, 1)
        column.addLayout(row)

    @property
    def steps(self) -> Sequence[Step]:
        """All steps, in order."""
        return self.route.steps(self._bridge.case, self._bridge.reading.scope)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._pages.get(self.key)

    def title(self, step: Step) -> str:
        """Return the title of a step."""
        say = self._bridge.say
        if step.row is not None:
            return self._bridge.reading.marked(step.row.id)
        return say(Message("Check and export")) if step.page is FINISH else say(words.page_title(step.page))

    def place_of(self, path: Path) -> str:
        """Return the title of the step where something is answered."""
        key = self.route.locate(path)
        return next((self.title(step) for step in self.steps if step.key == key), "")

    def show_step(self, key: str) -> None:
        """Show a step, building its page at the first visit."""
        step = next((step for step in self.steps if step.key == key), None)
        if step is None:
            return
        if self.page is not None and key != self.key:
            self.page.commit()
        if key not in self._pages:
            self._pages[key] = self._make(step)
            self._stack.addWidget(self._pages[key])
            self._stale.pop(key, None)
        self.key = key
        self._catch_up()
        self._turn_to(self._pages[key])
        self._label_buttons()
        self.moved.emit(key)

    def step(self, by: int) -> None:
        """Go on or back by so many steps."""
        keys = [step.key for step in self.steps]
        at = keys.index(self.key) + by if self.key in keys else 0
        if 0 <= at < len(keys):
            self.enter(keys[at])

    def enter(self, key: str) -> None:
        """Show a step and put the cursor into its first question."""
        self.show_step(key)
        if self.page is not None:
            self.page.take_focus()

    def refresh(self, change: Change) -> None:
        """Show the news on the page at hand; the others catch up when they are seen."""
        keys = {step.key for step in self.steps}
        for gone in self._pages.keys() - keys:
            page = self._pages.pop(gone)
            self._stack.removeWidget(page)
            page.deleteLater()
        for key in self._pages:
            before = self._stale.get(key, Change())
            self._stale[key] = before.and_then(change)
        if self.key not in keys:
            self.show_step(self.key.partition("/")[0])
        self._catch_up()
        if change.touches_rows:
            self._label_buttons()

    def questions(self) -> Iterator[Question]:
        """Yield every question of every step that arises now."""
        reading = self._bridge.reading
        for step in self.steps:
            if step.row is not None:
                yield from self._shown(reading.questions_of_row(ITEMS, step.row))
                continue
            for section in step.page.sections:
                yield from self._shown(reading.questions_of_section(section))
            for name in step.page.lists:
                for row in reading.rows(ListName(name)) if name != ITEMS else ():
                    yield from self._shown(reading.questions_of_row(ListName(name), row))

    def view_of(self, path: Path) -> FieldView | None:
        """Show the step where a question is asked; return its view."""
        self.show_step(self.route.locate(path))
        return self.page.view_of(path) if self.page else None

    def go(self, path: Path) -> None:
        """Put the cursor where something is answered, or onto the list that a path names."""
        view = self.view_of(path)
        page = self.page
        if view is not None and page is not None:
            view.take_focus()
            self._reveal(view)
        elif isinstance(page, StepPage):
            entry = page.find_list(ListName(path.field)) or page.find_owner(path)
            if entry is not None:
                entry.buttons.adding.setFocus()
                self._reveal(entry.buttons.adding)

    def _reveal(self, widget: QWidget) -> None:
        """Scroll to a control, and again when a page that was built just now has got its layout."""
        page = self.page
        if page is None:
            return
        bar = page.verticalScrollBar()

        def show() -> None:
            page.ensureWidgetVisible(widget, 0, 40)

        show()

        def show_soon() -> None:
            QTimer.singleShot(0, widget, show)

        bar.rangeChanged.connect(show_soon)
        QTimer.singleShot(_LAYOUT_MS, bar, lambda: bar.rangeChanged.disconnect(show_soon))

    def _shown(self, questions: Sequence[Question]) -> Iterator[Question]:
        return (question for question in questions if self._bridge.is_shown(question))

    def _turn_to(self, page: Page) -> None:
        """Show a page, laid out; a focus on the page before goes to the first question of this one.

        Left to itself, Qt would seek the next focus among all widgets of all pages, which takes as long as the rest.
        """
        before, focus = self._stack.currentWidget(), self.window().focusWidget()
        leaves = page is not before and before is not None and focus is not None and before.isAncestorOf(focus)
        if leaves and focus is not None:
            focus.clearFocus()
        self._stack.setCurrentWidget(page)
        page.lay_out()
        if leaves:
            page.take_focus()

    def _catch_up(self) -> None:
        page = self.page
        change = self._stale.pop(self.key, None)
        if page is not None and change is not None:
            page.refresh(change)

    def _make(self, step: Step) -> Page:
        if step.page is FINISH:
            return self._make_finish()
        page = StepPage(step, self._bridge)
        page.step_wanted.connect(lambda row: self.enter(self._item_key(row)))
        return page

    def _item_key(self, row: str) -> str:
        return next((step.key for step in self.steps if step.row is not None and step.row.id == row), self.key)

    def _label_buttons(self) -> None:
        steps = list(self.steps)
        at = next((place for place, step in enumerate(steps) if step.key == self.key), 0)
        say = self._bridge.say
        self.back.setText(say(Message("Back", context="button")))
        self.back.setAccessibleName(self.back.text())
        self.back.setEnabled(at > 0)
        self.onward.setVisible(at + 1 < len(steps))
        if at + 1 < len(steps):
            title = self.title(steps[at + 1])
            self.onward.setText(say(Message("Next: {step}", context="button").fill(step=title)))
            self.onward.setAccessibleName(self.onward.text())
