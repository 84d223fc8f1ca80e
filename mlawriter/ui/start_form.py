"""The few questions with which a request begins: kind, the two States, the legal basis."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Field, Kind
from mlawriter.knowledge.index import Index
from mlawriter.model.case import Path
from mlawriter.model.ids import CASE, FieldName
from mlawriter.ui.editors.base import Combo, Setting
from mlawriter.ui.editors.naming import NameEditor
from mlawriter.ui.question import Question
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

    def __init__(self, index: Index, say: Translator) -> None:
        super().__init__()
        self._say = say
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        knowledge = index.knowledge
        self.kind = self._combo(Message("Kind of request"), form)
        for kind in knowledge.requests.values():
            self.kind.addItem(say(texts.title("request", kind.id, kind.title)), kind.id)
        setting = Setting(say=say, index=index, rows=lambda _: (), take_in=lambda _: None, give_out=lambda _: None)
        self.requesting = self._state(Message("Your State (requesting)"), "requesting_state", form, setting)
        self.requested = self._state(Message("The other State (requested)"), "requested_state", form, setting)
        self.basis = self._combo(Message("Legal basis"), form)
        self.basis.addItem(say(Message("I will choose later")), "")
        for instrument in knowledge.instruments.values():
            self.basis.addItem(say(texts.instrument_title(instrument)), instrument.id)
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

    def _combo(self, label: Message, form: QFormLayout) -> Combo:
        combo = Combo()
        combo.setAccessibleName(self._say(label))
        form.addRow(self._say(label), combo)
        return combo

    def _state(self, label: Message, field: str, form: QFormLayout, setting: Setting) -> NameEditor:
        words = self._say(label)
        path = Path(CASE, FieldName(f"case.{field}"))
        editor = NameEditor(Question(path, Field(id=field, kind=Kind.COUNTRY, label=words), field), setting)
        editor.line.setAccessibleName(words)
        editor.unreadable.connect(self._show_problem)
        editor.readable.connect(lambda: self.problem.hide())
        title = QLabel(words)
        title.setBuddy(editor.line)
        form.addRow(title, editor)
        return editor

    def _show_problem(self, message: Message) -> None:
        self.problem.setText(f"⚠ {self._say(message)}")
        self.problem.show()

    def _begin(self) -> None:
        codes: list[str] = []
        for editor in (self.requesting, self.requested):
            editor.commit()
            if editor.line.text().strip() and not editor.line.code():
                editor.line.setFocus()
                return
            codes.append(editor.line.code())
        self.start_wanted.emit(
            Start(
                kind=str(self.kind.currentData()),
                requesting=codes[0],
                requested=codes[1],
                basis=str(self.basis.currentData()),
            )
        )
