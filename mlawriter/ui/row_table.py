"""The rows of a list as a table: one line each, with what tells them apart."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.beginnings import ASSISTANCE
from mlawriter.knowledge.definitions import Kind
from mlawriter.knowledge.index import GUARANTEES, ITEMS
from mlawriter.model.case import Path, Row
from mlawriter.model.ids import FieldName, ListName, RowId
from mlawriter.ui.bridge import Bridge, Change

_MOST_LINES = 8
_WIDEST, _NARROWEST = 220, 40
_BESIDE_NAMES = 0.68
"""The share of the width that the columns beside the names have at most."""
_OWN_NAME = "own_name."
"""Answers that name States and languages, and so can change the words of any line."""


class RowTable(QTableWidget):
    """Shows the rows of one list; says which one is selected."""

    chosen = Signal(str)

    def __init__(self, name: ListName, bridge: Bridge) -> None:
        super().__init__()
        self._name, self._bridge = name, bridge
        self._members = self._summary()
        self._speaks_of_rows = self._refers()
        self.setColumnCount(1 + len(self._members))
        self.setHorizontalHeaderLabels([bridge.say(Message("Name", context="table")), *self._heads()])
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMaximumSectionSize(_WIDEST)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.currentCellChanged.connect(self._moved)

    def refresh(self, change: Change) -> None:
        """Show the rows as they are now; the selection stays on its row."""
        rows = self._bridge.reading.rows(self._name)
        ids = [row.id for row in rows]
        if change.whole or ids != self._ids():
            self._fill(rows)
            return
        touched = {path.row for path in change.paths}
        renamed = any(self._may_rename(path) for path in change.paths)
        for position, row in enumerate(rows):
            if row.id in touched or renamed:
                self._write(position, row)

    def selected(self) -> RowId | None:
        """Return the id of the selected row, if there is one."""
        entry = self.item(self.currentRow(), 0)
        return RowId(entry.data(Qt.ItemDataRole.UserRole)) if entry else None

    def select(self, row_id: RowId) -> None:
        """Select a row."""
        if row_id in self._ids():
            position = self._ids().index(row_id)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.setCurrentCell(position, 0, flags)

    def _summary(self) -> tuple[str, ...]:
        if self._name == ITEMS or (self._name == GUARANTEES and self._bridge.kind.family == ASSISTANCE):
            return ()
        record = self._bridge.index.record_of(self._name)
        named = {name.partition(".")[2] for name in _names_in(record.name)}
        asked = {entry.id for entry in record.fields if self._bridge.kind.takes(entry)}
        return tuple(member for member in record.summary if member in asked and member not in named)[:4]

    def _refers(self) -> bool:
        """Say whether a line may hold names of other rows, which change with them."""
        if self._name in (ITEMS, GUARANTEES):
            return False
        index, record = self._bridge.index, self._bridge.index.record_of(self._name)
        shown = (*_names_in(record.name), *(f"{record.id}.{member}" for member in self._members))
        return any(index.field(FieldName(each)).kind in (Kind.REF, Kind.REFS) for each in shown)

    def _may_rename(self, path: Path) -> bool:
        return path.row is not None and (self._speaks_of_rows or path.field.startswith(_OWN_NAME))

    def _heads(self) -> Sequence[str]:
        found = []
        for member in self._members:
            field = FieldName(f"{self._bridge.index.record_of(self._name).id}.{member}")
            entry = self._bridge.kind.asked(field, self._bridge.index.field(field))
            found.append(self._bridge.say(texts.label(field, entry)))
        return found

    def _ids(self) -> list[str]:
        entries = (self.item(line, 0) for line in range(self.rowCount()))
        return [str(entry.data(Qt.ItemDataRole.UserRole)) for entry in entries if entry]

    def _fill(self, rows: Sequence[Row]) -> None:
        before = self.selected()
        line = self.currentRow()
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for position, row in enumerate(rows):
            for column in range(self.columnCount()):
                self.setItem(position, column, QTableWidgetItem())
            self._write(position, row)
        self.blockSignals(False)
        self.resizeRowsToContents()
        self._fit()
        ids = [row.id for row in rows]
        if before in ids:
            self.select(RowId(before or ""))
        elif ids:
            self.setCurrentCell(min(max(line, 0), len(ids) - 1), 0)
        self.chosen.emit(self.selected() or "")

    def _write(self, position: int, row: Row) -> None:
        reading = self._bridge.reading
        owner = "" if not self._members else self._bridge.index.record_of(self._name).id
        scope = reading.scope_of(self._name)
        cells = [reading.words(Path(scope, FieldName(f"{owner}.{member}"), row.id)) for member in self._members]
        for column, words in enumerate((reading.headed(row.id), *cells)):
            entry = self.item(position, column)
            if entry is None:
                continue
            if entry.text() != words:
                entry.setText(words)
                entry.setToolTip(words)
            entry.setData(Qt.ItemDataRole.UserRole, row.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let no column take the room of the names."""
        super().resizeEvent(event)
        if self._members:
            rest = self.viewport().width() * _BESIDE_NAMES // len(self._members)
            self.horizontalHeader().setMaximumSectionSize(max(_NARROWEST, min(_WIDEST, int(rest))))

    def _fit(self) -> None:
        lines = sum(self.rowHeight(line) for line in range(min(self.rowCount(), _MOST_LINES)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + lines + 2 * self.frameWidth() + 2)

    def _moved(self, line: int, _column: int, before: int, _old: int) -> None:
        if line != before:
            self.chosen.emit(self.selected() or "")


def _names_in(pattern: str) -> list[str]:
    return [part.split("}")[0] for part in pattern.split("{")[1:]]
