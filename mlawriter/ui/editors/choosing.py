"""Editors of yes or no, and of choices from a closed list."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton

from mlawriter.i18n.message import Message
from mlawriter.model.values import Choice, Choices, Value, YesNo
from mlawriter.ui.controls import Combo
from mlawriter.ui.editors.base import Editor, Setting
from mlawriter.ui.editors.tick import Tick
from mlawriter.ui.question import Question


class YesNoEditor(Editor):
    """Two buttons; neither is pressed until the question is answered."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(18)
        yes = Message("Yes", context="answer")
        no = Message("No", context="answer")
        self.yes, self.no = QRadioButton(self.say(yes)), QRadioButton(self.say(no))
        for button, words in ((self.yes, yes), (self.no, no)):
            self.name(button, words)
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.lead(self.yes)
        self.column.addLayout(row)
        self._group.buttonClicked.connect(self._clicked)

    def show_value(self, value: Value | None) -> None:
        """Press the button of the answer, or none."""
        self._group.setExclusive(False)
        self.yes.setChecked(value == YesNo(yes=True))
        self.no.setChecked(value == YesNo(yes=False))
        self._group.setExclusive(True)

    def _clicked(self) -> None:
        self.given.emit(YesNo(yes=self.yes.isChecked()))


class ChoiceEditor(Editor):
    """One word of a closed list; the first line takes the answer back."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.combo = Combo()
        self.combo.addItem(self.say(Message("Not answered yet")), "")
        for key in question.options(setting.index, setting.say, setting.kind()):
            self.combo.addItem(self.say(question.option(key, setting.index)), key)
        self.name(self.combo)
        self.lead(self.combo)
        self.combo.activated.connect(self._chosen)
        self.column.addWidget(self.combo)

    def show_value(self, value: Value | None) -> None:
        """Select the answer; a word that is no longer on the list is added to it."""
        key = value.choice if isinstance(value, Choice) else ""
        at = self.combo.findData(key)
        if at < 0:
            known = key in self.question.field.choices
            self.combo.addItem(self.say(self.question.option(key, self.setting.index)) if known else key, key)
            at = self.combo.count() - 1
        self.combo.setCurrentIndex(at)

    def _chosen(self) -> None:
        key = str(self.combo.currentData())
        if key:
            self.given.emit(Choice(key))
        else:
            self.cleared.emit()


class ChoicesEditor(Editor):
    """Any number of words of a closed list, kept in the order in which they were chosen."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.boxes: dict[str, Tick] = {}
        self._order: tuple[str, ...] = ()
        for key in question.options(setting.index, setting.say, setting.kind()):
            self._add(key)
        if self.boxes:
            self.lead(next(iter(self.boxes.values())))

    def show_value(self, value: Value | None) -> None:
        """Tick what was chosen."""
        self._order = value.choices if isinstance(value, Choices) else ()
        for key in self._order:
            if key not in self.boxes:
                self._add(key)
        for key, box in self.boxes.items():
            box.set_ticked(key in self._order)

    def _add(self, key: str) -> None:
        words = self.question.option(key, self.setting.index)
        label, hint = self.say(self.question.label), self.say(self.question.hint)
        tick = Tick(self.say(words), f"{label}: {self.say(words)}", hint)
        tick.ticked.connect(self._ticked)
        self.boxes[key] = tick
        self.column.addWidget(tick)

    def _ticked(self) -> None:
        ticked = [key for key, box in self.boxes.items() if box.is_ticked()]
        kept = [key for key in self._order if key in ticked]
        self._order = (*kept, *(key for key in ticked if key not in kept))
        if self._order:
            self.given.emit(Choices(self._order))
        else:
            self.cleared.emit()
