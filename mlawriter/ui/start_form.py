"""The few questions with which a request begins: kind, the two States, the legal basis."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.beginnings import Beginnings
from mlawriter.ui.collation import in_order
from mlawriter.ui.controls import Combo
from mlawriter.ui.name_line import NameLine, Naming
from mlawriter.ui.style import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a new request begins with; what was left open is empty."""

    kind: str
    requesting: str
    requested: str
    basis: str


class StartForm(QWidget):
    """Asks for the beginnings of a request; everything but the kind may be left open."""

    start_wanted = Signal(object)

    def __init__(self, beginnings: Beginnings, say: Translator) -> None:
        super().__init__()
        self._say, self._beginnings = say, beginnings
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.kind = self._combo(Message("Kind of request"), form)
        for kind in beginnings.kinds:
            self.kind.addItem(say(kind.title), kind.id)
        self.kind.currentIndexChanged.connect(lambda _: self._offer_bases())
        self.requesting = self._state(Message("Your State"), form)
        self.requested = self._state(Message("The other State"), form)
        self.basis = self._combo(Message("Legal basis"), form)
        self._offer_bases()
        self.problem = Words()
        self.problem.hide()
        form.addRow(self.problem)
        self.begin = QPushButton(say(Message("Begin", context="button")))
        self.begin.setAccessibleName(say(Message("Begin the request")))
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._begin)
        row = QHBoxLayout()
        row.addWidget(self.begin)
        row.addStretch()
        form.addRow("", row)

    def _offer_bases(self) -> None:
        """Offer the legal bases of the kind of request that is chosen."""
        bases = self._beginnings.bases(str(self.kind.currentData()))
        titles = in_order(((each.id, self._say(each.title)) for each in bases), self._say, lambda each: each[1])
        self.basis.offer([("", self._say(Message("I will choose later"))), *titles])

    def _combo(self, label: Message, form: QFormLayout) -> Combo:
        combo = Combo()
        combo.setAccessibleName(self._say(label))
        form.addRow(self._say(label), combo)
        return combo

    def _state(self, label: Message, form: QFormLayout) -> NameLine:
        words = self._say(label)
        line = NameLine(Naming(self._say, of_states=True))
        line.setAccessibleName(words)
        line.editingFinished.connect(lambda: self._read(line))
        title = QLabel(words)
        title.setBuddy(line)
        form.addRow(title, line)
        return line

    def _read(self, line: NameLine) -> bool:
        text, code = line.text().strip(), line.code()
        if text and not code:
            self.problem.setText(f"⚠ {self._say(line.naming.unknown(text))}")
        elif code:
            line.show_code(code)
        self.problem.setVisible(bool(text and not code))
        return bool(code) or not text

    def _begin(self) -> None:
        for line in (self.requesting, self.requested):
            if not self._read(line):
                line.setFocus()
                return
        self.start_wanted.emit(
            Start(
                kind=str(self.kind.currentData()),
                requesting=self.requesting.code(),
                requested=self.requested.code(),
                basis=str(self.basis.currentData()),
            )
        )
