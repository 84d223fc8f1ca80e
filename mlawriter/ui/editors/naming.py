"""Editors of States and languages: a searchable list of names, and codes of one's own."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.model.values import Countries, Country, Language, Languages, Value
from mlawriter.ui.editors.base import Editor, Setting
from mlawriter.ui.name_line import NameLine, Naming
from mlawriter.ui.question import Question
from mlawriter.ui.style import empty


class NameEditor(Editor):
    """One State or one language."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.line = NameLine(naming_of(self))
        self.name(self.line)
        self.lead(self.line)
        self._shown = ""
        self.line.editingFinished.connect(self.commit)
        self.column.addWidget(self.line)

    def show_value(self, value: Value | None) -> None:
        """Show the name."""
        code = code_of(value)
        if code != self._shown:
            self._shown = code
            self.line.show_code(code)
            self.readable.emit()

    def commit(self) -> None:
        """Take what was typed, if it names something."""
        text, code = self.line.text().strip(), self.line.code()
        if text and not code:
            self._take("")
            self.unreadable.emit(self.line.naming.unknown(text))
            return
        self.readable.emit()
        self._take(code)
        self.line.show_code(code)

    def refresh(self) -> None:
        """Show a name that was given to the code meanwhile."""
        if self._shown and not self.line.hasFocus():
            self.line.show_code(self._shown)

    def _take(self, code: str) -> None:
        if code == self._shown:
            return
        self._shown = code
        if code:
            self.given.emit(Country(code) if self.line.naming.of_states else Language(code))
        else:
            self.cleared.emit()


class NamesEditor(Editor):
    """Several States or languages, in order."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self._codes: tuple[str, ...] = ()
        self._listed: tuple[tuple[str, str], ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.column.addLayout(self._list)
        self.line = NameLine(naming_of(self))
        self.name(self.line, Message("add", context="accessible name"))
        self.line.returnPressed.connect(self.commit)
        self.line.editingFinished.connect(self.commit)
        self.lead(self.line)
        self.column.addWidget(self.line)

    def show_value(self, value: Value | None) -> None:
        """Show the names, each with a button to take it out."""
        codes = codes_of(value)
        if codes != self._codes:
            self._codes = codes
            self._rebuild()

    def commit(self) -> None:
        """Add what was typed, if it names something."""
        text, code = self.line.text().strip(), self.line.code()
        if text and not code:
            self.unreadable.emit(self.line.naming.unknown(text))
            return
        self.readable.emit()
        if code:
            self.line.clear()
            self._report((*self._codes, code) if code not in self._codes else self._codes)

    def refresh(self) -> None:
        """Show names that were given to codes meanwhile."""
        self._rebuild()

    def _remove(self, code: str) -> None:
        self._report(tuple(other for other in self._codes if other != code))
        self.line.setFocus()

    def _report(self, codes: tuple[str, ...]) -> None:
        self._codes = codes
        self._rebuild()
        if codes:
            self.given.emit(Countries(codes) if self.line.naming.of_states else Languages(codes))
        else:
            self.cleared.emit()

    def _rebuild(self) -> None:
        listed = tuple((code, self.line.naming.name_of(code)) for code in self._codes)
        if listed == self._listed:
            return
        self._listed = listed
        empty(self._list)
        for code, name in listed:
            self._list.addWidget(self._row(code, name))

    def _row(self, code: str, name: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(self.say(Message("{name}: remove").fill(name=name)))
        button.setFlat(True)
        button.setAccessibleName(self.say(Message("Remove {name}").fill(name=name)))
        button.clicked.connect(lambda: self._remove(code))
        layout.addWidget(button)
        layout.addStretch()
        return row


def naming_of(editor: Editor) -> Naming:
    """Return what an editor names: States or languages."""
    setting = editor.setting
    of_states = editor.question.field.kind.value in {"country", "countries"}
    return Naming(setting.say, of_states, setting.own_states if of_states else setting.own_languages)


def code_of(value: Value | None) -> str:
    """Return the code or tag of an answer; empty for none."""
    match value:
        case Country(code=code):
            return code
        case Language(tag=tag):
            return tag
        case _:
            return ""


def codes_of(value: Value | None) -> tuple[str, ...]:
    """Return the codes or tags of an answer."""
    match value:
        case Countries(codes=codes):
            return codes
        case Languages(tags=tags):
            return tags
        case _:
            return ()
