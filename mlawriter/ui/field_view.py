"""One question on a page: label, editor, hint, what was not understood, and the ways not to answer."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.knowledge.definitions import Need
from mlawriter.model.values import DoesNotApply, NotKnown, Value
from mlawriter.ui.editors.base import Setting
from mlawriter.ui.editors.registry import make_editor
from mlawriter.ui.icons import attention_icon
from mlawriter.ui.question import Question
from mlawriter.ui.reason import SAY_WHY, Reason, ReasonBox
from mlawriter.ui.style import Words, bold, quiet_colour

_NOT_KNOWN = Message("Not known", context="button")
_DOES_NOT_APPLY = Message("Does not apply", context="button")
_WHY = Message("Why?", context="button")


class FieldView(QWidget):
    """Shows one question and reports what the user answers."""

    answered = Signal(object, object)
    withdrawn = Signal(object)
    law_wanted = Signal(object)
    row_wanted = Signal(object, str)

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__()
        self.question = question
        self.say = setting.say
        self.reason: ReasonBox | None = None
        self._missing = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(3)
        self.editor = make_editor(question, setting)
        self._row = self._head()
        self._column.addLayout(self._row)
        self._column.addWidget(self.editor)
        self._notes = self._say_notes()
        for notes in self._notes:
            self._column.addWidget(notes)
        self.editor.given.connect(self._given)
        self.editor.cleared.connect(self._cleared)
        self.editor.unreadable.connect(self._show_problem)
        self.editor.readable.connect(self._hide_problem)
        self.editor.row_wanted.connect(lambda record: self.row_wanted.emit(question, record))

    def show_value(self, value: Value | None) -> None:
        """Show an answer, a reason for none, or an open question."""
        match value:
            case DoesNotApply(reason=reason) | NotKnown(reason=reason):
                self._enter_reason(type(value)).show_reason(reason)
            case None if self.reason is not None and self.reason.line.hasFocus():
                pass
            case _:
                self._leave_reason()
                self.editor.show_value(value)

    def show_missing(self, message: str) -> None:
        """Mark the question as one that is still needed; an empty message takes the mark away."""
        if message != self._missing:
            self._missing = message
            self.mark.setVisible(bool(message))
            self.mark.setToolTip(message)

    @cached_property
    def mark(self) -> QLabel:
        """The sign of a question that is still needed, made when it first is."""
        mark = QLabel()
        mark.setPixmap(attention_icon(self.palette()).pixmap(14, 14))
        mark.setAccessibleName(self.say(Message("Still needed")))
        self._row.insertWidget(0, mark)
        return mark

    @cached_property
    def problem(self) -> Words:
        """What was not understood, made when something first is not."""
        problem = Words()
        self._column.insertWidget(self._column.count() - len(self._notes), problem)
        return problem

    def embed(self, widget: QWidget) -> None:
        """Put a widget right under the editor (a new row, entered in place)."""
        self._column.insertWidget(self._column.indexOf(self.editor) + 1, widget)

    def take_focus(self) -> None:
        """Put the cursor where the answer is given."""
        (self.reason or self.editor).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_reason(self, kind: Reason) -> None:
        """Let the user say why the answer is not known, or why the question does not apply."""
        self._enter_reason(kind).setFocus()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._label(), 1)
        self.not_known = self._link(_NOT_KNOWN, lambda: self.ask_reason(NotKnown))
        self.does_not_apply = self._link(_DOES_NOT_APPLY, lambda: self.ask_reason(DoesNotApply))
        self.why = self._link(_WHY, lambda: self.law_wanted.emit(self.question))
        for button in (self.not_known, self.does_not_apply, self.why):
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignBottom)
        return row

    def _label(self) -> QLabel:
        words = self.say(self.question.label)
        essential = self.question.field.need is Need.ESSENTIAL
        label = QLabel(f"{words} *" if essential else words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        control = self.editor.focusProxy() or self.editor
        label.setBuddy(control)
        if essential:
            bold(label)
            needed = self.say(Message("Needed in every request."))
            control.setAccessibleDescription(f"{needed} {control.accessibleDescription()}".strip())
        return label

    def _link(self, words: Message, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(self.say(words))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(f"{self.say(self.question.label)}: {self.say(words)}")
        font, palette = self._quiet
        button.setFont(font)
        button.setPalette(palette)
        button.clicked.connect(act)
        return button

    @cached_property
    def _quiet(self) -> tuple[QFont, QPalette]:
        font, palette = QFont(self.font()), QPalette(self.palette())
        font.setPointSizeF(font.pointSizeF() * 0.86)
        palette.setColor(QPalette.ColorRole.ButtonText, quiet_colour(palette))
        return font, palette

    def _say_notes(self) -> tuple[Words, ...]:
        hint, example = self.say(self.question.hint), self.say(self.question.example)
        if example:
            example = self.say(Message("Example: {example}").fill(example=example))
        notes = " ".join(filter(None, (hint, example)))
        return (Words(notes, quiet=True, scale=0.92),) if notes else ()

    def _enter_reason(self, kind: Reason) -> ReasonBox:
        if self.reason is None:
            self.reason = ReasonBox(self.say(self.question.label), self.say)
            self.reason.given.connect(self._given)
            self.reason.emptied.connect(lambda: self.withdrawn.emit(self.question))
            self.reason.missing.connect(lambda: self._show_problem(SAY_WHY))
            self.reason.left.connect(self._answer_instead)
            self.embed(self.reason)
        self.reason.enter(kind)
        self.editor.hide()
        self.reason.show()
        return self.reason

    def _leave_reason(self) -> None:
        if self.reason is not None:
            self.reason.deleteLater()
            self.reason = None
            self.editor.show()
            self._hide_problem()

    def _answer_instead(self) -> None:
        self._leave_reason()
        self.withdrawn.emit(self.question)
        self.editor.setFocus()

    def _given(self, value: Value) -> None:
        self._hide_problem()
        self.answered.emit(self.question, value)

    def _cleared(self) -> None:
        self.withdrawn.emit(self.question)

    def _show_problem(self, message: Message) -> None:
        self.problem.setText(f"⚠ {self.say(message)}")
        self.problem.show()

    def _hide_problem(self) -> None:
        if "problem" in vars(self):
            self.problem.hide()
