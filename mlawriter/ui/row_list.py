"""A list of a page: its table, what can be done with its rows, and the questions about the selected one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.knowledge.index import GUARANTEES, ITEMS
from mlawriter.model.case import Path, Row
from mlawriter.model.ids import ListName, RowId
from mlawriter.ui import words
from mlawriter.ui.bridge import Bridge, Change
from mlawriter.ui.caption import Caption
from mlawriter.ui.field_view import FieldView
from mlawriter.ui.fields_view import FieldsView
from mlawriter.ui.row_buttons import RowButtons
from mlawriter.ui.row_table import RowTable
from mlawriter.ui.style import Words
from mlawriter.ui.wording import Wording

_EMPTY = Message("Nothing entered yet.")


class RowList(QWidget):
    """Adds, duplicates, moves and removes the rows of one list; items of assistance open as steps of their own."""

    step_wanted = Signal(str)

    def __init__(self, name: ListName, bridge: Bridge) -> None:
        super().__init__()
        self.name, self._bridge = name, bridge
        self._fields: FieldsView | None = None
        self._of_row: RowId | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 14)
        self._add_heading()
        self.empty = Words(bridge.say(_EMPTY), quiet=True)
        self._column.addWidget(self.empty)
        self.table = RowTable(name, bridge)
        self.table.setAccessibleName(self._bridge.reading.list_title(self.name))
        self._column.addWidget(self.table)
        self.buttons = RowButtons(name, self._bridge.reading.list_title(self.name), bridge)
        self.buttons.added.connect(self.add)
        self.buttons.suggested.connect(lambda: bridge.session.give_suggested())
        self.buttons.opened.connect(self._open)
        self.buttons.duplicated.connect(self._duplicate)
        self.buttons.moved.connect(self._move)
        self.buttons.removed.connect(self._remove)
        self._column.addWidget(self.buttons)
        self.panel = QFrame()
        self.panel.setFrameShape(QFrame.Shape.StyledPanel)
        self._inside = QVBoxLayout(self.panel)
        self._inside.setContentsMargins(14, 10, 14, 6)
        self.caption = Caption()
        self._inside.addWidget(self.caption)
        self.wording = Wording(bridge) if name == GUARANTEES else None
        if self.wording is not None:
            self._inside.addWidget(self.wording)
        self._column.addWidget(self.panel)
        self.table.chosen.connect(self._show_row)
        self.refresh(Change(whole=True))

    def refresh(self, change: Change) -> None:
        """Show the rows and the questions of the selected one as they are now."""
        self.table.refresh(change)
        some = self.table.rowCount() > 0
        self.table.setVisible(some)
        self.empty.setVisible(not some)
        self.buttons.refresh(self.table.currentRow(), self.table.rowCount())
        self.panel.setVisible(self._fields is not None)
        if self._fields is not None:
            self.caption.setText(self._caption())
            self._show_wording(self._row())
            self._fields.refresh(change)

    def view_of(self, path: Path) -> FieldView | None:
        """Return the view of a question about one of the rows, which is selected for it."""
        if path.row is None or path.row not in [row.id for row in self._bridge.reading.rows(self.name)]:
            return None
        self.table.select(path.row)
        return self._fields.view_of(path) if self._fields else None

    def commit(self) -> None:
        """Report what is being typed."""
        if self._fields is not None:
            self._fields.commit()

    def add(self, of: str = "") -> None:
        """Add a row and open it."""
        row = self._bridge.session.add_row(self.name, of)
        self.table.select(row)
        if self.name == ITEMS:
            self.step_wanted.emit(row)
        elif self._fields is not None and self._fields.views:
            next(iter(self._fields.views.values())).take_focus()

    def _add_heading(self) -> None:
        self._column.addWidget(Words(self._bridge.reading.list_title(self.name), bold=True, scale=1.08))
        if self.name != ITEMS:
            record = self._bridge.kind.record(self._bridge.index.record_of(self.name))
            intro = self._bridge.say(words.record_intro(record))
            if intro:
                self._column.addWidget(Words(intro, quiet=True))

    def _show_row(self, row_id: str) -> None:
        row = next((row for row in self._bridge.reading.rows(self.name) if row.id == row_id), None)
        if row is not None and row.id == self._of_row and self._fields is not None:
            return
        if self._fields is not None:
            self._fields.commit()
            self._fields.hide()
            self._fields.deleteLater()
            self._fields = None
        self._of_row = row.id if row else None
        if row is not None and self.name != ITEMS:
            self._fields = FieldsView(self._bridge.reading.questions_of_row(self.name, row), self._bridge)
            self._inside.addWidget(self._fields)
            self.caption.setText(self._caption())
            self._show_wording(row)
        self.panel.setVisible(self._fields is not None)
        self.buttons.refresh(self.table.currentRow(), self.table.rowCount())

    def _show_wording(self, row: Row | None) -> None:
        if self.wording is not None:
            self.wording.show_row(row)

    def _caption(self) -> str:
        row = self._row()
        return self._bridge.reading.headed(row.id) if row else ""

    def _row(self) -> Row | None:
        chosen = self.table.selected()
        return next((row for row in self._bridge.reading.rows(self.name) if row.id == chosen), None)

    def _open(self) -> None:
        row = self._row()
        if row is not None:
            self.step_wanted.emit(row.id)

    def _duplicate(self) -> None:
        row = self._row()
        if row is not None:
            self.table.select(self._bridge.session.duplicate_row(self.name, row.id))

    def _move(self, by: int) -> None:
        row = self._row()
        if row is not None:
            self._bridge.session.move_row(self.name, row.id, self.table.currentRow() + by)

    def _remove(self) -> None:
        row = self._row()
        if row is not None:
            self._bridge.session.remove_row(self.name, row.id)
