"""The drafter's own texts in another language: seen, typed, sent out as a table and taken in again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlawriter.app.translation_order import STANDINGS, Order, order_of
from mlawriter.checks.translations import Entry, Standing, in_the_shape_of, lines
from mlawriter.i18n.message import Message
from mlawriter.model.values import Text
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.controls import Combo, TextBox
from mlawriter.ui.style import Words

NOT_SAID = Message("not said", context="language")
_SIZE = (900, 620)


class TextsDialog(QDialog):
    """Shows each text with its translation; `write_wanted` and `read_wanted` ask for a table to be written or read."""

    write_wanted = Signal(str)
    read_wanted = Signal()

    def __init__(
        self, bridge: Bridge, languages: Sequence[tuple[str, str]], direction: Callable[[str], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge, self._is_rtl = bridge, direction
        self._order = Order("", (), {})
        self._at: Entry | None = None
        say = bridge.say
        self.setWindowTitle(say(Message("Your texts in another language")))
        column = QVBoxLayout(self)
        column.addLayout(self._choices(languages))
        self.count = Words(quiet=True)
        column.addWidget(self.count)
        self.table = self._table()
        column.addWidget(self.table, 3)
        self.original = TextBox(rows=6)
        self.original.setReadOnly(True)
        self.translation = TextBox(rows=6)
        column.addLayout(self._beside())
        column.addLayout(self._buttons())
        self.resize(*_SIZE)
        bridge.case_changed.connect(self.refresh)
        self.translation.left.connect(self.take)
        self.into.activated.connect(self.refresh)
        self.own.activated.connect(lambda: bridge.session.write_in(str(self.own.currentData())))
        self.refresh()
        self.table.selectRow(0)

    @property
    def language(self) -> str:
        """The language that is translated into."""
        return str(self.into.currentData())

    def refresh(self) -> None:
        """Show the texts as they are now; the one at hand stays."""
        session = self._bridge.session
        before = [entry.path for entry in self._order.entries]
        self._order = order_of(session.checked_requests(), self.language, self._bridge.say)
        if before != [entry.path for entry in self._order.entries]:
            self._list()
        say = self._bridge.say
        for row, entry in enumerate(self._order.entries):
            self._put(row, 1, say(STANDINGS[entry.standing]))
        open_ones = [entry for entry in self._order.entries if entry.standing is not Standing.DONE]
        left = Message("{n} text is not translated yet.", plural="{n} texts are not translated yet.")
        self.count.setText(say(left.fill(n=len(open_ones))))
        self._show()

    def _choices(self, languages: Sequence[tuple[str, str]]) -> QFormLayout:
        form = QFormLayout()
        self.own, self.into = Combo(), Combo()
        self.own.addItem(self._bridge.say(NOT_SAID), "")
        for tag, name in languages:
            self.own.addItem(name, tag)
            self.into.addItem(name, tag)
        self.own.setCurrentIndex(max(0, self.own.findData(self._bridge.case.language)))
        self.into.setCurrentIndex(max(0, self.into.findData(self._usual([tag for tag, _ in languages]))))
        for label, box in ((Message("You write in"), self.own), (Message("Translate into"), self.into)):
            box.setAccessibleName(self._bridge.say(label))
            form.addRow(self._bridge.say(label), box)
        return form

    def _usual(self, tags: Sequence[str]) -> str:
        """Return the language of the letter, if the drafter writes in another; else the first other one."""
        own, letter = self._bridge.case.language or self._bridge.say.language, self._bridge.letter_language.language
        return letter if letter != own else next((tag for tag in tags if tag != own), own)

    def _table(self) -> QTableWidget:
        say = self._bridge.say
        table = QTableWidget(0, 2)
        table.setAccessibleName(say(Message("Texts")))
        table.setHorizontalHeaderLabels([say(Message("Text", context="table")), say(Message("State", context="table"))])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.currentCellChanged.connect(self._moved)
        return table

    def _beside(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, box in ((Message("Original"), self.original), (Message("Translation"), self.translation)):
            side = QVBoxLayout()
            label = Words(self._bridge.say(words))
            label.setBuddy(box)
            box.setAccessibleName(self._bridge.say(words))
            side.addWidget(label)
            side.addWidget(box)
            side.addStretch()
            row.addLayout(side)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, act in (
            (Message("Write as a table…", context="button"), self._write),
            (Message("Take in a table…", context="button"), self.read_wanted.emit),
        ):
            row.addWidget(self._button(words, act))
        row.addStretch()
        row.addWidget(self._button(Message("Close", context="button"), self.accept))
        return row

    def _button(self, words: Message, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(self._bridge.say(words))
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _write(self) -> None:
        self.take()
        self.write_wanted.emit(self.language)

    def _list(self) -> None:
        self.table.setRowCount(len(self._order.entries))
        for row, entry in enumerate(self._order.entries):
            self._put(row, 0, self._order.places[entry.path])

    def _put(self, row: int, column: int, words: str) -> None:
        cell = self.table.item(row, column)
        if cell is None:
            cell = QTableWidgetItem()
            self.table.setItem(row, column, cell)
        cell.setText(words)
        cell.setToolTip(words)

    def _current(self) -> Entry | None:
        row = self.table.currentRow()
        return self._order.entries[row] if 0 <= row < len(self._order.entries) else None

    def _moved(self) -> None:
        self.take()
        self._show()

    def _show(self) -> None:
        """Show the text at hand; what is being typed is left as it is."""
        entry = self._at = self._current()
        self.translation.setEnabled(entry is not None)
        source, words = (entry.source, entry.words) if entry else ((), ())
        self.original.setPlainText("\n".join(source))
        for box, tag in ((self.original, self._bridge.case.language), (self.translation, self.language)):
            rtl = self._is_rtl(tag) if tag else self._bridge.say.rtl
            box.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        if lines(Text(self.translation.toPlainText())) != words:
            self.translation.setPlainText("\n".join(words))

    def take(self) -> None:
        """Take in what was typed."""
        entry, session = self._at, self._bridge.session
        said = lines(Text(self.translation.toPlainText()))
        if entry is None or said == entry.words:
            return
        if said:
            session.translate(entry.path, self._order.language, in_the_shape_of(session.case.answers[entry.path], said))
        else:
            session.forget_translation(entry.path, self._order.language)

    def done(self, result: int) -> None:
        """Take in what was typed, and close."""
        self.take()
        self._bridge.case_changed.disconnect(self.refresh)
        super().done(result)
