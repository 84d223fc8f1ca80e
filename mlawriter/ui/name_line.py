"""A line that finds a State or a language by its name or code."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFocusEvent

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator, is_user_assigned
from mlawriter.ui.collation import in_order
from mlawriter.ui.controls import Line

_NO_STATE = Message(
    "No State is known as “{text}”. Choose one from the list, or type a two-letter code of your own (XA to XZ)."
)
_NO_LANGUAGE = Message(
    "No language is known as “{text}”. Choose one from the list, or type its tag, for example “sr-Cyrl”."
)
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
_UNIONS = {"EU", "UN", "EZ"}


@dataclass(frozen=True, slots=True)
class Naming:
    """What can be named: States or languages, in the language of the window; `own` are codes the case names."""

    say: Translator
    of_states: bool
    own: Callable[[], Sequence[str]] = tuple

    def names(self) -> dict[str, str]:
        """Return every code that can be chosen with its name, those of the case first."""
        return {code: self.name_of(code) for code in self._codes() if code not in _UNIONS}

    def name_of(self, code: str) -> str:
        """Return the name of a State or language."""
        return self.say.country(code) if self.of_states else self.say.language_name(code)

    def code_of(self, text: str) -> str:
        """Return the code of what somebody wrote: a name, or a code; empty if nothing is known by it."""
        known = {name.casefold(): code for code, name in self.names().items()}
        return known.get(text.casefold()) or self._plain_code(text)

    def unknown(self, text: str) -> Message:
        """Return the sentence that says that nothing is known by a name."""
        return (_NO_STATE if self.of_states else _NO_LANGUAGE).fill(text=text)

    def _codes(self) -> Sequence[str]:
        if not self.of_states:
            return (*self.own(), *(tag.replace("_", "-") for tag in self.say.cldr.languages))
        usual = (code for code in self.say.cldr.territories if len(code) == 2 and code.isalpha())
        return (*self.own(), *(code for code in usual if code == "XK" or not is_user_assigned(code)))

    def _plain_code(self, text: str) -> str:
        if not self.of_states:
            return text if _TAG.match(text) and self.say.language_name(text) != text else ""
        code = text.upper()
        known = len(code) == 2 and (is_user_assigned(code) or code in self.names())
        return code if known else ""


class NameLine(Line):
    """Finds what is typed; the list of names is made when the line is first entered."""

    def __init__(self, naming: Naming) -> None:
        super().__init__()
        self.naming = naming
        self.setPlaceholderText(naming.say(Message("Type to search", context="placeholder")))

    def code(self) -> str:
        """Return the code of what was typed; empty if nothing is known by that name."""
        text = self.text().strip()
        return self.naming.code_of(text) if text else ""

    def show_code(self, code: str) -> None:
        """Show a State or language by its name."""
        self.setText(self.naming.name_of(code) if code else "")

    def _prepare(self) -> None:
        if self.completer() is not None:
            return
        from PySide6.QtCore import QStringListModel, Qt
        from PySide6.QtWidgets import QCompleter

        completer = QCompleter(self)
        completer.setModel(QStringListModel(in_order(self.naming.names().values(), self.naming.say), completer))
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(12)
        self.setCompleter(completer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the names ready."""
        self._prepare()
        super().focusInEvent(event)
