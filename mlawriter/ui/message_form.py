"""One message: where it stands, what it says in English, and a place to type its translation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from mlawriter.app.lines import Line
from mlawriter.app.proofs.fault import Remark
from mlawriter.app.workbench import Workbench, example_and_notes
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.ui.controls import Push, TextBox
from mlawriter.ui.early import direct, never_sideways
from mlawriter.ui.progress_tree import DOMAINS
from mlawriter.ui.style import Words

NAME = Message("Message", context="of a translation")
CONTEXT = Message("Place", context="of a translation")
ENGLISH = Message("English", context="of a translation")
PLURAL = Message("English plural", context="of a translation")
NOTE = Message("Note for translators", context="of a translation")
EXAMPLE = Message("Example", context="of a translation")
TARGET = Message("Translation", context="of a translation")
FORM = Message("Translation, form {n}", context="of a translation")
KEEP = Message("Keep this translation", context="button")
KEPT_HERE = Message("It is kept in your own catalogue and used at once (Ctrl+Enter).")
NO_FOLDER = Message("Translations cannot be kept: there is no folder for them.")
CHOOSE = Message("Choose a message to see it here.")
WARNING = Message("Look at this once more: {what}.", context="of a translation")
FAULT = Message("Mend this first: {what}.", context="of a translation")


class MessageForm(QScrollArea):
    """Shows a message and takes its translation; `keep_wanted` carries the message and the texts that were typed."""

    keep_wanted = Signal(object, object)

    def __init__(self, say: Translator, bench: Workbench, *, rtl: bool) -> None:
        super().__init__()
        self._say, self._bench, self._rtl = say, bench, rtl
        self.line: Line | None = None
        self.boxes: list[TextBox] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        never_sideways(self)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._keep)
        self.show_line(None)

    def show_line(self, line: Line | None) -> None:
        """Show a message, or a hint that none is chosen."""
        self.line, self.boxes = line, []
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        if line is None:
            column.addWidget(Words(self._say(CHOOSE), quiet=True))
        else:
            column.addLayout(self._about(line))
            self._take(line, column)
        column.addStretch()
        self.setWidget(sheet)

    def target(self) -> tuple[str, ...]:
        """Return what is typed now."""
        return tuple(box.toPlainText() for box in self.boxes)

    def _about(self, line: Line) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        example, notes = example_and_notes(line.entry)
        where = f"{self._say(DOMAINS[line.domain])} · {line.entry.context}" if line.entry.context else ""
        rows = (
            (NAME, line.id),
            (CONTEXT, where or self._say(DOMAINS[line.domain])),
            (ENGLISH, line.entry.source[0]),
            (PLURAL, line.entry.source[1] if len(line.entry.source) > 1 else ""),
            (NOTE, "\n".join(notes)),
            (EXAMPLE, example),
        )
        for head, words in rows:
            if words:
                shown = Words(words)
                shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                form.addRow(self._say(head), shown)
        return form

    def _take(self, line: Line, column: QVBoxLayout) -> None:
        count = self._bench.forms_needed(line)
        for form in range(count):
            name = self._say(FORM.fill(n=form + 1) if count > 1 else TARGET)
            label, box = QLabel(name), TextBox(rows=3 if count == 1 else 2)
            box.setAccessibleName(name)
            box.setUndoRedoEnabled(True)
            direct(box, rtl=self._rtl)
            box.setPlainText(line.entry.target[form] if form < len(line.entry.target) else "")
            box.textChanged.connect(self._test)
            label.setBuddy(box)
            column.addWidget(label)
            column.addWidget(box)
            self.boxes.append(box)
        self.remarks = Words()
        column.addWidget(self.remarks)
        self.keep = Push(self._say(KEEP), self._keep)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(Words(self._say(KEPT_HERE if self._bench.can_keep else NO_FOLDER), quiet=True))
        self._test()

    def _test(self) -> None:
        if self.line is None:
            return
        found = self._bench.test(self.line, self.target())
        self.remarks.setText("\n".join(map(self._remark, found)))
        self.remarks.setVisible(bool(found))
        self.keep.setEnabled(self._bench.can_keep and all(remark.is_warning for remark in found))

    def _remark(self, remark: Remark) -> str:
        return f"⚠ {self._say((WARNING if remark.is_warning else FAULT).fill(what=remark.what))}"

    def _keep(self) -> None:
        if self.line is not None and self.keep.isEnabled():
            self.keep_wanted.emit(self.line, self.target())
