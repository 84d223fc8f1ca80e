"""One step of the request as a page: title, introduction, groups of questions, lists."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mlawriter.app.route import Step
from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.index import ITEMS
from mlawriter.model.case import Path
from mlawriter.model.ids import ListName
from mlawriter.ui import words
from mlawriter.ui.bridge import Bridge, Change
from mlawriter.ui.field_view import FieldView
from mlawriter.ui.fields_view import FieldsView
from mlawriter.ui.row_list import RowList
from mlawriter.ui.style import Paper, Words

_WIDEST = 860
_ROUNDS = 4
"""A change of size climbs from a layout to the one around it; the bar at the side makes the page narrower again."""


class Page(QScrollArea):
    """A page that scrolls; a narrow column on a wide screen, as text wants it."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = QWidget()
        sheet.setMaximumWidth(_WIDEST)
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(24, 18, 24, 24)
        paper = Paper()
        row = QHBoxLayout(paper)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sheet, 1)
        row.addStretch()
        self.setWidget(paper)

    def refresh(self, change: Change) -> None:
        """Show the case as it is now."""

    def view_of(self, path: Path) -> FieldView | None:
        """Return the view of a question, if it is asked on this page."""
        del path
        return None

    def commit(self) -> None:
        """Report what is being typed."""

    def take_focus(self) -> None:
        """Put the cursor where one begins."""

    def lay_out(self) -> None:
        """Give everything its place now, from within outwards: a page is not seen, nor typed into, half made."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.PolishRequest)
        for widget in reversed(self.findChildren(QWidget)):
            layout = widget.layout()
            if layout is not None:
                layout.activate()
        for _ in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


Part = FieldsView | RowList


class StepPage(Page):
    """A page generated from the definitions of one step."""

    step_wanted = Signal(str)

    def __init__(self, step: Step, bridge: Bridge) -> None:
        super().__init__()
        self._step, self._bridge = step, bridge
        self._fields: list[FieldsView] = []
        self._lists: list[RowList] = []
        self._headings: list[tuple[QWidget, FieldsView]] = []
        if step.row is not None:
            self._build_item()
        else:
            self._build_page()
        self.column.addStretch(1)

    def refresh(self, change: Change) -> None:
        """Show the answers and rows as they are now."""
        for part in self._parts:
            part.refresh(change)
        self._show_headings()

    def view_of(self, path: Path) -> FieldView | None:
        """Return the view of a question, if it is asked on this page."""
        for part in self._parts:
            found = part.view_of(path)
            if found is not None:
                return found
        return None

    @property
    def _parts(self) -> tuple[Part, ...]:
        return (*self._fields, *self._lists)

    def find_list(self, name: ListName) -> RowList | None:
        """Return the view of a list, if it is on this page."""
        return next((view for view in self._lists if view.name == name), None)

    def find_owner(self, path: Path) -> RowList | None:
        """Return the view of the list that a row of this path would be in."""
        owner = path.field.partition(".")[0]
        return next((view for view in self._lists if self._bridge.owner_of(view.name) == owner), None)

    def take_focus(self) -> None:
        """Put the cursor into the first question, or onto the first list."""
        for part in self._fields:
            for view in part.views.values():
                if not view.isHidden():
                    view.take_focus()
                    return
        for entry in self._lists:
            entry.buttons.adding.setFocus()
            return

    def commit(self) -> None:
        """Report what is being typed."""
        for part in self._parts:
            part.commit()

    def _build_page(self) -> None:
        page = self._step.page
        self._title(self._bridge.say(words.page_title(page)), self._bridge.say(words.page_intro(page)))
        for section in page.sections:
            self._add_section(section, alone=len(page.sections) == 1)
        self._show_headings()
        for name in page.lists:
            view = RowList(ListName(name), self._bridge)
            view.step_wanted.connect(self.step_wanted)
            self._lists.append(view)
            self.column.addWidget(view)

    def _build_item(self) -> None:
        row = self._step.row
        if row is None:
            return
        module = self._bridge.index.knowledge.modules[row.of]
        self._title(self._bridge.say(texts.title("module", module.id, module.title)), "")
        self._add_fields(FieldsView(self._bridge.reading.questions_of_row(ITEMS, row), self._bridge))

    def _title(self, title: str, intro: str) -> None:
        self.column.addWidget(Words(title, bold=True, scale=1.5))
        if intro:
            self.column.addWidget(Words(intro))
        legend = Message("* needed in every request. Everything can be left and come back to later.")
        self.column.addWidget(Words(self._bridge.say(legend), quiet=True, scale=0.92))
        self.column.addSpacing(8)

    def _add_section(self, name: str, *, alone: bool) -> None:
        section = self._bridge.kind.section(self._bridge.index.knowledge.sections[name])
        heading = QWidget()
        column = QVBoxLayout(heading)
        column.setContentsMargins(0, 0, 0, 4)
        if not alone:
            column.addWidget(
                Words(self._bridge.say(texts.title("section", name, section.title)), bold=True, scale=1.08)
            )
        intro = self._bridge.say(words.section_intro(section))
        if intro:
            column.addWidget(Words(intro, quiet=True))
        self.column.addWidget(heading)
        fields = FieldsView(self._bridge.reading.questions_of_section(name), self._bridge)
        self._headings.append((heading, fields))
        self._add_fields(fields)

    def _show_headings(self) -> None:
        """Show what stands over a group of questions only while there is something under it."""
        for heading, fields in self._headings:
            if heading.isHidden() is not fields.is_empty:
                heading.setHidden(fields.is_empty)

    def _add_fields(self, fields: FieldsView) -> None:
        self._fields.append(fields)
        self.column.addWidget(fields)
