"""Editors of States and languages: a searchable list of names, and codes of one's own."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import is_user_assigned
from mlawriter.model.values import Countries, Country, Language, Languages, Value
from mlawriter.ui.editors.base import Editor, Leaving, Line, Setting
from mlawriter.ui.question import Question
from mlawriter.ui.style import empty

_NO_STATE = Message(
    "No State is known as “{text}”. Choose one from the list, or type a two-letter code of your own (XA to XZ)."
)
_NO_LANGUAGE = Message(
    "No language is known as “{text}”. Choose one from the list, or type its tag, for example “sr-Cyrl”."
)
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")


class NameLine(Line):
    """A line that finds a State or a language by its name or code; the list is made when first entered."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._codes: dict[str, str] = {}
        self._entering = Leaving(self)
        self.installEventFilter(self._entering)
        self._entering.entered.connect(self._prepare)
        self.setPlaceholderText(editor.say(Message("Type to search", context="placeholder")))

    def code(self) -> str:
        """Return the code of what was typed; empty if nothing is known by that name."""
        text = self.text().strip()
        known = {name.casefold(): code for code, name in names(self._editor).items()}
        return known.get(text.casefold()) or self._plain_code(text)

    def show_code(self, code: str) -> None:
        """Show a State or language by its name."""
        self.setText(name_of(self._editor, code) if code else "")

    def _plain_code(self, text: str) -> str:
        if not is_state(self._editor):
            return text if _TAG.match(text) and self._editor.setting.say.language_name(text) != text else ""
        code = text.upper()
        known = len(code) == 2 and (is_user_assigned(code) or code in names(self._editor))
        return code if known else ""

    def _prepare(self) -> None:
        if self.completer() is not None:
            return
        completer = QCompleter(self)
        completer.setModel(QStringListModel(sorted(names(self._editor).values(), key=str.casefold), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)


class NameEditor(Editor):
    """One State or one language."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.line = NameLine(self)
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
            self.unreadable.emit((_NO_STATE if is_state(self) else _NO_LANGUAGE).fill(text=text))
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
            self.given.emit(Country(code) if is_state(self) else Language(code))
        else:
            self.cleared.emit()


class NamesEditor(Editor):
    """Several States or languages, in order."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self._codes: tuple[str, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.column.addLayout(self._list)
        self.line = NameLine(self)
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
            self.unreadable.emit((_NO_STATE if is_state(self) else _NO_LANGUAGE).fill(text=text))
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
            self.given.emit(Countries(codes) if is_state(self) else Languages(codes))
        else:
            self.cleared.emit()

    def _rebuild(self) -> None:
        empty(self._list)
        for code in self._codes:
            self._list.addWidget(self._row(code))

    def _row(self, code: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        name = name_of(self, code)
        button = QPushButton(self.say(Message("{name}: remove").fill(name=name)))
        button.setFlat(True)
        button.setAccessibleName(self.say(Message("Remove {name}").fill(name=name)))
        button.clicked.connect(lambda: self._remove(code))
        layout.addWidget(button)
        layout.addStretch()
        return row


def is_state(editor: Editor) -> bool:
    """Say whether the field asks for States (and not for languages)."""
    return editor.question.field.kind.value in {"country", "countries"}


def names(editor: Editor) -> dict[str, str]:
    """Return every code that can be chosen with its name, those of the case first."""
    setting = editor.setting
    if is_state(editor):
        own: Sequence[str] = setting.own_states()
        known = map(str, setting.say.locale.territories)
        usual = (code for code in known if len(code) == 2 and code.isalpha())
        codes = (*own, *(code for code in usual if code == "XK" or not is_user_assigned(code)))
    else:
        own = setting.own_languages()
        codes = (*own, *(str(tag).replace("_", "-") for tag in setting.say.locale.languages))
    return {code: name_of(editor, code) for code in codes if code not in {"EU", "UN", "EZ"}}


def name_of(editor: Editor, code: str) -> str:
    """Return the name of a State or language in the language of the window."""
    say = editor.setting.say
    return say.country(code) if is_state(editor) else say.language_name(code)


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
