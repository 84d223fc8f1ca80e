"""Editors of answers that are typed freely and then understood: the base, and numbers and amounts."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout

from mlawriter.i18n.message import Message
from mlawriter.model.values import Money, Number, Value, Whole
from mlawriter.ui import typed
from mlawriter.ui.controls import Combo, Leaving, Line
from mlawriter.ui.editors.base import Editor, Setting
from mlawriter.ui.question import Question

PAUSE_MS = 600
CURRENCIES = ("EUR", "USD", "GBP", "CHF", "AED", "AUD", "BRL", "CAD", "CNY", "HKD", "JPY", "RUB", "SGD", "TRY", "ZAR")


class TypedEditor(Editor):
    """An editor whose words are read when the keyboard rests or the editor is left.

    What is not understood stays as it was typed, and `unreadable` says why.
    """

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self._shown: Value | None = None
        self._dirty = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self._rested)

    def show_value(self, value: Value | None) -> None:
        """Show an answer; text that is being typed, or was not understood, stays."""
        if self._dirty or value == self._shown:
            return
        self._shown = value
        self.write(value)
        self.readable.emit()

    def commit(self) -> None:
        """Read what was typed and report it."""
        if not self._dirty:
            return
        self._rest.stop()
        self._dirty = False
        self._report(self.read(), final=True)

    def write(self, value: Value | None) -> None:
        """Put the words of a value into the controls."""
        raise NotImplementedError

    def read(self) -> Value | Message | None:
        """Return what the controls say: a value, why it was not understood, or nothing."""
        raise NotImplementedError

    def typing(self) -> None:
        """Note that the user is typing."""
        self._dirty = True
        self._rest.start()

    def _rested(self) -> None:
        if self._dirty:
            self._report(self.read(), final=False)

    def _report(self, found: Value | Message | None, *, final: bool) -> None:
        match found:
            case None:
                self._take(None)
            case Message() if final:
                self._take(None)
                self.unreadable.emit(found)
            case Message():
                pass
            case value:
                self._take(value)
                if final:
                    self.write(value)

    def _take(self, value: Value | None) -> None:
        changed = value != self._shown
        self._shown = value
        self.readable.emit()
        if changed and value is not None:
            self.given.emit(value)
        elif changed:
            self.cleared.emit()

    def typing_line(self, part: Message | None = None, *, placeholder: Message | None = None) -> Line:
        """Return a short line whose words are read when it is left."""
        line = Line(short=True, ltr=True)
        line.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self.name(line, part)
        if placeholder:
            line.setPlaceholderText(self.say(placeholder))
        line.textEdited.connect(self.typing)
        line.editingFinished.connect(self.commit)
        return line


class WholeEditor(TypedEditor):
    """A whole number."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.line = self.typing_line()
        self.lead(self.line)
        self.add_line(self.line)

    def write(self, value: Value | None) -> None:
        """Write the digits."""
        self.line.setText(str(value.number) if isinstance(value, Whole) else "")

    def read(self) -> Value | Message | None:
        """Read the digits."""
        text = self.line.text()
        return typed.whole(text) if text.strip() else None


class DecimalEditor(TypedEditor):
    """A decimal number."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.line = self.typing_line()
        self.lead(self.line)
        self.add_line(self.line)

    def write(self, value: Value | None) -> None:
        """Write the digits."""
        self.line.setText(str(value.number) if isinstance(value, Number) else "")

    def read(self) -> Value | Message | None:
        """Read the digits."""
        text = self.line.text()
        return typed.decimal(text) if text.strip() else None


class MoneyEditor(TypedEditor):
    """An amount and its currency."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.amount = self.typing_line(Message("amount"))
        self.currency = Combo()
        self.currency.setEditable(True)
        self.currency.setMinimumContentsLength(6)
        self.currency.addItems(CURRENCIES)
        self.currency.setCurrentIndex(-1)
        self.name(self.currency, Message("currency"))
        self.currency.editTextChanged.connect(self._currency_typed)
        leaving = Leaving(self)
        self.currency.installEventFilter(leaving)
        leaving.left.connect(self.commit)
        self.lead(self.amount)
        row = QHBoxLayout()
        row.addWidget(self.amount)
        row.addWidget(self.currency)
        row.addStretch()
        self.column.addLayout(row)

    def write(self, value: Value | None) -> None:
        """Write amount and currency."""
        self.amount.setText(f"{value.amount:f}" if isinstance(value, Money) else "")
        self.currency.blockSignals(True)
        self.currency.setEditText(value.currency if isinstance(value, Money) else "")
        self.currency.blockSignals(False)

    def read(self) -> Value | Message | None:
        """Read amount and currency; neither means no answer."""
        amount, currency = self.amount.text(), self.currency.currentText()
        return typed.money(amount, currency) if amount.strip() or currency.strip() else None

    def commit(self) -> None:
        """Read both once the focus has left both."""
        if not self.currency.hasFocus() and not self.amount.hasFocus():
            super().commit()

    def _currency_typed(self, _text: str) -> None:
        self.typing()
