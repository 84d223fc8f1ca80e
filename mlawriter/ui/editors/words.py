"""Editors of words: one line, several lines, a list of lines."""

from PySide6.QtCore import Qt

from mlawriter.i18n.message import Message
from mlawriter.model.values import Text, Texts, Value
from mlawriter.ui.controls import Line, TextBox
from mlawriter.ui.editors.base import Editor, Setting
from mlawriter.ui.question import Question


class TextEditor(Editor):
    """One line of words."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.line = Line(ltr=question.field.ltr)
        self.name(self.line)
        self.lead(self.line)
        self.line.textEdited.connect(self._edited)
        self.add_line(self.line)

    def show_value(self, value: Value | None) -> None:
        """Show the words."""
        text = value.text if isinstance(value, Text) else ""
        if self.line.text() != text and (value is not None or self.line.text().strip()):
            self.line.setText(text)

    def _edited(self, text: str) -> None:
        if text.strip():
            self.given.emit(Text(text))
        else:
            self.cleared.emit()


class LongTextEditor(Editor):
    """Several lines of words."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.box = TextBox()
        self.name(self.box)
        self.lead(self.box)
        if question.field.ltr:
            self.box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.box.textChanged.connect(self._edited)
        self.column.addWidget(self.box)

    def show_value(self, value: Value | None) -> None:
        """Show the words."""
        text = value.text if isinstance(value, Text) else ""
        if self.box.toPlainText() != text and (value is not None or self.box.toPlainText().strip()):
            _replace_text(self.box, text)

    def _edited(self) -> None:
        text = self.box.toPlainText()
        if text.strip():
            self.given.emit(Text(text))
        else:
            self.cleared.emit()


class TextsEditor(Editor):
    """A list of short texts, one on a line."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.box = TextBox(rows=2, most=10)
        self.name(self.box, Message("one per line"))
        self.lead(self.box)
        self.box.setPlaceholderText(self.say(Message("One per line")))
        if question.field.ltr:
            self.box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.box.textChanged.connect(self._edited)
        self.column.addWidget(self.box)

    def show_value(self, value: Value | None) -> None:
        """Show the texts, unless they already stand there."""
        texts = value.texts if isinstance(value, Texts) else ()
        if self._lines() != texts:
            _replace_text(self.box, "\n".join(texts))

    def _edited(self) -> None:
        lines = self._lines()
        if lines:
            self.given.emit(Texts(lines))
        else:
            self.cleared.emit()

    def _lines(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.box.toPlainText().splitlines() if line.strip())


def _replace_text(box: TextBox, text: str) -> None:
    box.blockSignals(True)
    box.setPlainText(text)
    box.blockSignals(False)
