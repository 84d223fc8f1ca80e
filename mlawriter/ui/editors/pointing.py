"""Editors of references: to one row of a list, or to several, with a new one in place."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.model.ids import RowId
from mlawriter.model.values import Ref, Refs, Value
from mlawriter.ui.controls import Combo
from mlawriter.ui.editors.base import Choosable, Editor, Setting
from mlawriter.ui.editors.tick import Tick
from mlawriter.ui.flow import Flow
from mlawriter.ui.question import Question
from mlawriter.ui.style import empty


class RefEditor(Editor):
    """One row of a list."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.combo = Combo()
        self.name(self.combo)
        self.lead(self.combo)
        self._rows: Sequence[Choosable] = ()
        self._chosen_row = ""
        self.combo.activated.connect(self._chosen)
        row = QHBoxLayout()
        row.addWidget(self.combo, 1)
        beside = QWidget()
        buttons = Flow(beside)
        for button in add_buttons(self):
            buttons.addWidget(button)
        row.addWidget(beside)
        row.addStretch()
        self.column.addLayout(row)
        self._fill()

    def show_value(self, value: Value | None) -> None:
        """Select the row."""
        self._chosen_row = value.row if isinstance(value, Ref) else ""
        self.refresh()

    def refresh(self) -> None:
        """Take up rows that came, went or changed their names."""
        if tuple(self.setting.rows(self.question.field.to)) != tuple(self._rows):
            self._fill()
        self.combo.setCurrentIndex(max(0, self.combo.findData(self._chosen_row)))

    def _fill(self) -> None:
        self._rows = tuple(self.setting.rows(self.question.field.to))
        nothing = self.say(Message("Nothing chosen yet"))
        self.combo.offer([("", nothing), *((row.row, row.name) for row in self._rows)])

    def _chosen(self) -> None:
        row = str(self.combo.currentData())
        if row:
            self.given.emit(Ref(RowId(row)))
        else:
            self.cleared.emit()


class RefsEditor(Editor):
    """Several rows of lists, ticked; kept in the order in which they were ticked."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self._rows: Sequence[Choosable] = ()
        self._order: tuple[RowId, ...] = ()
        self.boxes: dict[str, Tick] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.column.addLayout(self._list)
        below = QWidget()
        buttons = Flow(below)
        for button in add_buttons(self):
            buttons.addWidget(button)
            self.lead(button)
        self.column.addWidget(below)
        self._fill()

    def show_value(self, value: Value | None) -> None:
        """Tick the rows."""
        self._order = value.rows if isinstance(value, Refs) else ()
        self.refresh()

    def refresh(self) -> None:
        """Take up rows that came, went or changed their names."""
        if tuple(self.setting.rows(self.question.field.to)) != tuple(self._rows):
            self._fill()
        for row, box in self.boxes.items():
            box.set_ticked(row in self._order)

    def _fill(self) -> None:
        self._rows = tuple(self.setting.rows(self.question.field.to))
        if [row.row for row in self._rows] == list(self.boxes):
            for row in self._rows:
                self._entitle(self.boxes[row.row], row)
            return
        empty(self._list)
        self.boxes = {}
        for row in self._rows:
            tick = Tick("", "", self.say(self.question.hint))
            self._entitle(tick, row)
            tick.ticked.connect(self._ticked)
            self.boxes[row.row] = tick
            self._list.addWidget(tick)
        if self.boxes:
            self.lead(next(iter(self.boxes.values())))

    def _entitle(self, tick: Tick, row: Choosable) -> None:
        tick.entitle(row.name, f"{self.say(self.question.label)}: {row.name}")

    def _ticked(self) -> None:
        ticked = [RowId(row) for row, box in self.boxes.items() if box.is_ticked()]
        kept = [row for row in self._order if row in ticked]
        self._order = (*kept, *(row for row in ticked if row not in kept))
        if self._order:
            self.given.emit(Refs(self._order))
        else:
            self.cleared.emit()


def add_buttons(editor: Editor) -> Iterator[QPushButton]:
    """Yield a button for each record a reference may point to; it asks for a new row in place."""
    for record in editor.question.field.to:
        definition = editor.setting.index.knowledge.records[record]
        title = texts.title("record", record, definition.title)
        words = editor.say(Message("New: {thing}", context="button").fill(thing=title))
        button = QPushButton(words)
        button.setAccessibleName(f"{editor.say(editor.question.label)}: {words}")
        button.setAutoDefault(False)
        button.clicked.connect(_wanting(editor, record))
        yield button


def _wanting(editor: Editor, record: str) -> Callable[[], None]:
    return lambda: editor.row_wanted.emit(record)
