"""The messages of a language: how far it is translated, what is open or wrong, and a place to mend it at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from mlawriter.app.lines import Line
from mlawriter.app.translating import locate
from mlawriter.app.workbench import Workbench
from mlawriter.i18n.languages import SOURCE
from mlawriter.i18n.message import Message
from mlawriter.ui.controls import Combo, Push
from mlawriter.ui.exporting import REVIEW
from mlawriter.ui.flow import Flow
from mlawriter.ui.message_form import MessageForm
from mlawriter.ui.messages_model import MessagesModel
from mlawriter.ui.progress_tree import ProgressTree, belongs
from mlawriter.ui.style import Words
from mlawriter.ui.translation_files import TranslationFiles

if TYPE_CHECKING:
    from mlawriter.i18n.listening import Origin
    from mlawriter.ui.window import Window

TITLE = Message("Translations")
FILTERS = {
    "all": Message("All messages", context="filter"),
    "open": Message("To translate or to check", context="filter"),
    "wrong": Message("With remarks", context="filter"),
    "own": Message("Your own", context="filter"),
}
COUNTED = Message("{n} message", plural="{n} messages")
FOUND_HERE = Message("Behind “{text}”:")
NO_MESSAGE = Message("No message of the program is behind “{text}”: it is a name, or was typed by somebody.")
_SIZE = (980, 560)
_ACROSS, _PARTS = (560, 420), (180, 300)
"""Widths of list and message, heights of progress and list."""
_AT_ONCE = 250
"""Messages that are looked through for faults before the window is let go on."""


class Translations(QDialog):
    """Shows the messages of one language beside the window, which goes on working."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.bench = Workbench(self._first(), window.office.languages)
        self._found: tuple[Line, ...] | None = None
        self._behind = ""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("translations")
        self._sheet = QWidget()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._proof = QTimer(self)
        self._proof.timeout.connect(self._prove)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._rebuild)
        self._build()
        self._proof.start(0)
        self.resize(*_SIZE)
        window.spoken.connect(self._rebuild_soon)

    def show_behind(self, text: str, origins: Sequence["Origin"]) -> None:
        """Show the messages that a text of the window came from."""
        self._found, self._behind = self.bench.behind(origins), text
        self.search.clear()
        self._list()
        self._choose(0)

    def choose_language(self, tag: str) -> None:
        """Work on another language from now on."""
        self.bench, self._found = Workbench(tag, self._window.office.languages), None
        self._rebuild()
        self._proof.start(0)

    def reread(self) -> None:
        """Read the files of the user again, for the window too."""
        self._window.reread()
        self.bench.reread(self._window.office.languages)
        self._take_up()
        self._proof.start(0)

    def _take_up(self) -> None:
        if self._found is not None:
            shown = {line.id for line in self._found}
            self._found = tuple(line for line in self.bench.lines if line.id in shown)
        self._show()

    def _build(self) -> None:
        self._say = say = self._window.say
        languages = self._window.office.languages
        self.setWindowTitle(say(TITLE))
        self._sheet.hide()
        self._whole.removeWidget(self._sheet)
        self._sheet.deleteLater()
        self._sheet = QWidget()
        column = QVBoxLayout(self._sheet)
        self.files = TranslationFiles(self._window, self)
        column.addLayout(self._head())
        self.tree = ProgressTree(say)
        self.tree.part_wanted.connect(self._new_part)
        rtl = languages.has(self.bench.language) and languages.conventions(self.bench.language).rtl
        self.form = MessageForm(say, self.bench, rtl=rtl)
        self.form.keep_wanted.connect(self._keep)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self._left())
        across.addWidget(self.form)
        across.setSizes(_ACROSS)
        across.setChildrenCollapsible(False)
        column.addWidget(across, 1)
        column.addWidget(self._buttons())
        self._whole.addWidget(self._sheet)
        self._show()

    def _head(self) -> QGridLayout:
        say, office = self._say, self._window.office
        self.language = Combo()
        for tag, name in office.named_languages():
            if tag != SOURCE:
                self.language.addItem(name, tag)
        self.language.setCurrentIndex(self.language.findData(self.bench.language))
        self.language.activated.connect(lambda _: self.choose_language(str(self.language.currentData())))
        self.language.setAccessibleName(say(Message("Language")))
        label = QLabel(say(Message("Language")))
        label.setBuddy(self.language)
        review = office.languages.conventions(self.bench.language).review
        self.review = Words(say(REVIEW.fill(review=review)) if review else "", quiet=True)
        grid = QGridLayout()
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.language, 0, 1)
        grid.addWidget(self.review, 0, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def _left(self) -> QWidget:
        say = self._say
        self.filter = Combo()
        for key, words in FILTERS.items():
            self.filter.addItem(say(words), key)
        self.filter.setAccessibleName(say(Message("Which messages")))
        self.filter.setMinimumContentsLength(12)
        self.filter.activated.connect(lambda _: self._new_part())
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(say(Message("Search in messages")))
        self.search.setPlaceholderText(say(Message("Search in messages")))
        self.search.textChanged.connect(lambda _: self._new_part())
        row = QHBoxLayout()
        row.addWidget(self.filter)
        row.addWidget(self.search, 1)
        self.count = Words(quiet=True)
        self.model = MessagesModel(say)
        self.list = self._table(self.model)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.count)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.tree)
        parts.addWidget(below)
        parts.setSizes(_PARTS)
        parts.setChildrenCollapsible(False)
        return parts

    def _table(self, model: MessagesModel) -> QTreeView:
        view = QTreeView()
        view.setModel(model)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setAccessibleName(self._say(Message("Messages")))
        view.header().setStretchLastSection(True)
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        metrics = view.fontMetrics()
        view.header().resizeSection(0, metrics.averageCharWidth() * 16)
        view.header().resizeSection(1, metrics.averageCharWidth() * 34)
        view.selectionModel().currentChanged.connect(self._chosen)
        return view

    def _buttons(self) -> QWidget:
        say, below = self._say, QWidget()
        row = Flow(below)
        pointing = Push(say(Message("Show the message behind a text", context="button")), self._window.acts.point)
        pointing.setCheckable(True)
        pointing.setChecked(self._window.is_pointing)
        pointing.setToolTip(say(Message("Click a text in the window to see its message; Ctrl+click works as usual.")))
        row.addWidget(pointing)
        for words, act in self._acts():
            row.addWidget(Push(say(words), act))
        return below

    def _acts(self) -> Sequence[tuple[Message, Callable[[], object]]]:
        return (
            (Message("Reload", context="button"), self.reread),
            (Message("Open my folder", context="button"), self.files.open_folder),
            (Message("Export this list…", context="button"), lambda: self.files.give_out(self.model.lines)),
            (Message("Import…", context="button"), self.files.take_in),
            (Message("Close", context="button"), self.close),
        )

    def _show(self) -> None:
        self.tree.show_lines(self.bench.lines, self.bench.wrong)
        self._list()

    def _new_part(self) -> None:
        self._found = None
        self._list()

    def _list(self) -> None:
        """List what is wanted; the chosen message stays chosen, if it is still there."""
        name = self.form.line.id if self.form.line else ""
        self.model.show(self._wanted(), self.bench.wrong)
        words = self._say(COUNTED.fill(n=len(self.model.lines)))
        if self._found is not None:
            behind = FOUND_HERE if self._found else NO_MESSAGE
            words = f"{self._say(behind.fill(text=self._behind))} {words if self._found else ''}".strip()
        self.count.setText(words)
        self._choose(self.model.row_of(name))

    def _wanted(self) -> tuple[Line, ...]:
        if self._found is not None:
            return self._found
        part, wrong = self.tree.part, self.bench.wrong
        tests: Mapping[str, Callable[[Line], bool]] = {
            "open": lambda line: not line.is_done,
            "wrong": lambda line: line.id in wrong,
            "own": lambda line: line.is_own,
            "all": lambda _: True,
        }
        test = tests[str(self.filter.currentData())]
        found = tuple(line for line in self.bench.lines if belongs(line, part) and test(line))
        return locate(found, self.search.text().strip()) if self.search.text().strip() else found

    def _choose(self, row: int) -> None:
        index = self.model.index(row, 0) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)

    def _chosen(self, index: QModelIndex) -> None:
        self.form.show_line(self.model.line(index.row()) if index.isValid() else None)

    def _keep(self, line: Line, target: Sequence[str]) -> None:
        """Keep a translation, use it everywhere, and go on with the next message."""
        row = self.model.row_of(line.id)
        if not self.files.keep(line, target):
            return
        self._window.reread()
        self.bench.renew(line, self._window.office.languages)
        self._take_up()
        at = self.model.row_of(line.id)
        self._choose(min(row if at < 0 else at + 1, len(self.model.lines) - 1))
        if self.form.boxes:
            self.form.boxes[0].setFocus()

    def _prove(self) -> None:
        if self.bench.prove(_AT_ONCE):
            return
        self._proof.stop()
        typed = self.form.target()
        if self.form.line is None or typed == self.form.line.entry.target:
            self._show()
        else:
            self.tree.show_lines(self.bench.lines, self.bench.wrong)

    def _first(self) -> str:
        """Return the language to begin with: that of the window, else that of the letter, else the first."""
        window = self._window
        letter = window.work.bridge.letter_language.language if window.work else ""
        known = [tag for tag in window.office.languages.available() if tag != SOURCE]
        return next((tag for tag in (window.say.language, letter) if tag in known), known[0])

    def _rebuild_soon(self) -> None:
        self._again.start(0)

    def _rebuild(self) -> None:
        """Build everything again, for the language of the window or that of the messages is another one."""
        typing = self.form.isAncestorOf(self.focusWidget() or self.list)
        if self.bench.languages is not self._window.office.languages:
            self.bench.reread(self._window.office.languages)
            self._proof.start(0)
        chosen, wanted, words = self.form.line, self.filter.currentIndex(), self.search.text()
        found = self._found
        self._build()
        self.filter.setCurrentIndex(wanted)
        self.search.setText(words)
        self._found = found
        self._list()
        self._choose(self.model.row_of(chosen.id) if chosen else -1)
        if typing and self.form.boxes:
            self.form.boxes[0].setFocus()
