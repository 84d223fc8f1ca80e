"""The last step: what still stands, what the treaty asks and what answers it, and the way to the letter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path as File

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mlawriter.app.wording import cite_words
from mlawriter.checks.report import ComplianceLine, Finding
from mlawriter.export.escaping import escape
from mlawriter.i18n.message import Message
from mlawriter.model.case import Path
from mlawriter.ui.bridge import Bridge, Change
from mlawriter.ui.controls import Combo
from mlawriter.ui.letter_view import Letters
from mlawriter.ui.page_view import Page
from mlawriter.ui.style import Words, empty

FORMATS = {
    "docx": Message("Word document", context="format"),
    "html": Message("Web page", context="format"),
    "txt": Message("Plain text", context="format"),
}

LAYOUTS = {
    "columns": Message("side by side", context="layout"),
    "sequence": Message("one after the other", context="layout"),
}

EVERYTHING = "*"
"""Stands for the letter, every document of its own and the annexed files, in one folder."""

_BY_MOUSE = Qt.TextInteractionFlag.LinksAccessibleByMouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted: language (or two, and their layout), draft or final, format, the office's letterhead if any.

    `document` is empty for the letter, the name of a document of its own, or `EVERYTHING`.
    """

    document: str = ""
    language: str
    with_language: str = ""
    layout: str = ""
    draft: bool
    format: str
    letterhead: File | None = None


class FinishPage(Page):
    """Checks the request and exports it; a final letter waits until nothing essential stands."""

    path_wanted = Signal(object)
    export_wanted = Signal(object)
    letterhead_wanted = Signal()
    texts_wanted = Signal()
    second_wanted = Signal(str, str)

    def __init__(self, bridge: Bridge, letters: Letters, place_of: Callable[[Path], str]) -> None:
        super().__init__()
        self._bridge = bridge
        self._place_of, self._language, self._documents = place_of, letters.language, letters.documents
        self._about = letters.about
        self._letterhead: File | None = None
        self._shown = ""
        say = bridge.say
        self.column.addWidget(Words(say(Message("Check and export")), bold=True, scale=1.5))
        self.verdict = Words()
        self.column.addWidget(self.verdict)
        self.standing = QVBoxLayout()
        self.standing.setSpacing(3)
        self.standing.setContentsMargins(0, 4, 0, 0)
        self.column.addLayout(self.standing)
        self.column.addSpacing(14)
        self.column.addWidget(Words(say(Message("The letter")), bold=True, scale=1.08))
        self.column.addLayout(self._form(letters.languages))
        self.column.addSpacing(14)
        self.column.addWidget(
            Words(say(Message("What the legal basis asks, and what answers it")), bold=True, scale=1.08)
        )
        self.table = self._table()
        self.column.addWidget(self.table)
        self.column.addStretch(1)
        self.refresh(Change(whole=True))

    def refresh(self, change: Change) -> None:
        """Show what stands and what is answered now."""
        report = self._bridge.report
        blocking = [finding for finding in report.findings if finding.blocks]
        left = Message(
            "{n} thing must be answered, or set aside with a reason, before a final letter. "
            "A draft is always possible.",
            plural="{n} things must be answered, or set aside with a reason, before a final letter. "
            "A draft is always possible.",
        )
        ready = Message("Nothing essential is missing. The final letter can be written.")
        self.verdict.setText(self._bridge.say(left.fill(n=len(blocking)) if blocking else ready))
        self._list(blocking)
        self._fill(report.compliance)
        self._offer()
        if change.whole or self._shown != self._language():
            self._shown = self._language()
            self.language.setCurrentIndex(max(0, self.language.findData(self._shown)))
            self._tell_language()

    def _tell_language(self) -> None:
        self.about.setText(self._about(str(self.language.currentData())))

    def _offer(self) -> None:
        """Offer the documents that the request makes now."""
        say = self._bridge.say
        first = ("", say(Message("The letter")))
        last = (EVERYTHING, say(Message("Everything, with the annexes, in a folder")))
        self.document.offer((first, *self._documents(), last))

    def show_letterhead(self, file: File | None) -> None:
        """Show which letterhead the letter will use."""
        self._letterhead = file
        self.letterhead.setText(
            file.name if file else self._bridge.say(Message("Choose letterhead…", context="button"))
        )

    def _form(self, languages: Sequence[tuple[str, str]]) -> QFormLayout:
        say = self._bridge.say
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.document = self._combo(Message("Document"), form)
        self.language = self._combo(Message("Language of the letter"), form)
        for tag, name in languages:
            self.language.addItem(name, tag)
        self.about = Words()
        form.addRow("", self.about)
        self.language.currentIndexChanged.connect(lambda _: self._tell_language())
        self.second = self._combo(Message("Second language"), form)
        self.second.addItem(say(Message("none", context="second language")), "")
        for tag, name in languages:
            self.second.addItem(name, tag)
        self.layout_of = self._combo(Message("Both languages"), form)
        for key, title in LAYOUTS.items():
            self.layout_of.addItem(say(title), key)
        self.layout_of.setEnabled(False)
        for box in (self.second, self.layout_of):
            box.activated.connect(self._choose_second)
        texts = self._button(Message("Translate your own texts…", context="button"), self.texts_wanted.emit)
        form.addRow("", _beside(texts))
        self.draft = QRadioButton(say(Message("Draft, marked as such, with its gaps shown")))
        self.final = QRadioButton(say(Message("Final")))
        self.draft.setChecked(True)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        for button in (self.draft, self.final):
            button.setAccessibleName(button.text())
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        form.addRow(say(Message("State of the letter")), row)
        self.format = self._combo(Message("Format"), form)
        for ending, title in FORMATS.items():
            self.format.addItem(say(title), ending)
        self.letterhead = self._button(Message("Choose letterhead…", context="button"), self.letterhead_wanted.emit)
        form.addRow(say(Message("Your office's letterhead (a Word file)")), _beside(self.letterhead))
        self.export = self._button(Message("Export…", context="button"), self._export)
        form.addRow("", _beside(self.export))
        return form

    def _combo(self, label: Message, form: QFormLayout) -> Combo:
        combo = Combo()
        combo.setAccessibleName(self._bridge.say(label))
        form.addRow(self._bridge.say(label), combo)
        return combo

    def _button(self, words_of: Message, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(self._bridge.say(words_of))
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _choose_second(self) -> None:
        self.layout_of.setEnabled(bool(self.second.currentData()))
        self.second_wanted.emit(str(self.second.currentData()), str(self.layout_of.currentData()))

    def _export(self) -> None:
        self.export_wanted.emit(
            Wanted(
                document=str(self.document.currentData()),
                language=str(self.language.currentData()),
                with_language=str(self.second.currentData()),
                layout=str(self.layout_of.currentData()),
                draft=self.draft.isChecked(),
                format=str(self.format.currentData()),
                letterhead=self._letterhead,
            )
        )

    def _list(self, findings: Sequence[Finding]) -> None:
        empty(self.standing)
        by_step: dict[str, list[Finding]] = {}
        for finding in findings:
            by_step.setdefault(self._place_of(finding.path), []).append(finding)
        for title, those in by_step.items():
            self.standing.addWidget(self._line(title, those))

    def _line(self, title: str, findings: Sequence[Finding]) -> QWidget:
        count = Message("{step}: {n} to do", plural="{step}: {n} to do")
        words_of = self._bridge.say(count.fill(step=title, n=len(findings)))
        link = Words(f'<a href="#">{escape(words_of)}</a>')
        link.setTextFormat(Qt.TextFormat.RichText)
        link.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard | _BY_MOUSE)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.setAccessibleName(words_of)
        link.linkActivated.connect(self._going(findings[0].path))
        return link

    def _going(self, path: Path) -> Callable[[str], None]:
        return lambda _: self.path_wanted.emit(path)

    def _table(self) -> QTableWidget:
        say = self._bridge.say
        table = QTableWidget(0, 3)
        table.setAccessibleName(say(Message("Required contents")))
        heads = (
            Message("Article", context="table"),
            Message("Asks for", context="table"),
            Message("Answered", context="table"),
        )
        table.setHorizontalHeaderLabels([say(head) for head in heads])
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setMinimumHeight(table.verticalHeader().defaultSectionSize() * 9)
        return table

    def _fill(self, lines: Sequence[ComplianceLine]) -> None:
        say = self._bridge.say
        self.table.setRowCount(len(lines))
        for at, line in enumerate(lines):
            missing = [self._bridge.reading.label(path) for path in line.missing]
            answer = Message("✓ answered", context="table")
            if missing:
                answer = Message("missing: {what}", context="table").fill(what=say.listing(missing))
            cells = (cite_words(line.cite, self._bridge.index.knowledge, say), say(line.text), say(answer))
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                self.table.setItem(at, column, cell)


def _beside(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch()
    return row
