"""The line in which a user says why a question has no answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.model.values import DoesNotApply, NotKnown
from mlawriter.ui.controls import Line

Reason = type[DoesNotApply] | type[NotKnown]
SAY_WHY = Message("Say why in a few words; the other side will want to know.")


class ReasonBox(QWidget):
    """Takes the reason: `given` carries a value, `missing` says that it was left empty, `left` wants an answer."""

    given = Signal(object)
    emptied = Signal()
    missing = Signal()
    left = Signal()

    def __init__(self, label: str, say: Translator) -> None:
        super().__init__()
        self._label_of_field, self._say = label, say
        self.kind: Reason = NotKnown
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._label = QLabel()
        self.line = Line()
        self.line.setPlaceholderText(say(Message("Reason, in a few words", context="placeholder")))
        self._label.setBuddy(self.line)
        answer = QPushButton(say(Message("Answer instead", context="button")))
        answer.setAccessibleName(f"{label}: {answer.text()}")
        answer.setAutoDefault(False)
        for widget in (self._label, self.line, answer):
            row.addWidget(widget)
        row.addStretch()
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        answer.clicked.connect(self.left)
        self.setFocusProxy(self.line)

    def enter(self, kind: Reason) -> None:
        """Ask for the reason why the answer is not known, or does not apply."""
        self.kind = kind
        words = Message("Not known, because") if kind is NotKnown else Message("Does not apply, because")
        self._label.setText(self._say(words))
        self.line.setAccessibleName(f"{self._label_of_field}: {self._say(words)}")

    def show_reason(self, reason: str) -> None:
        """Show a reason, unless it stands there already."""
        if self.line.text().strip() != reason:
            self.line.setText(reason)

    def _typed(self, text: str) -> None:
        if text.strip():
            self.given.emit(self.kind(text.strip()))
        else:
            self.emptied.emit()

    def _finished(self) -> None:
        if not self.line.text().strip():
            self.missing.emit()
