"""The standard text of an undertaking, and the way from it to the drafter's own wording and back."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mlawriter.i18n.message import Message
from mlawriter.knowledge.beginnings import ASSISTANCE
from mlawriter.model.case import Row
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.flow import Flow
from mlawriter.ui.style import Words

CHANGED = Message("This undertaking was changed by hand. The standard text is:")
IN_LETTER = Message("In the language of the letter: {text}")


class Wording(QWidget):
    """Shows the standard text of one undertaking; lets the drafter start from it, or come back to it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._row: Row | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        self.changed = Words(bridge.say(CHANGED), bold=True)
        self.standard = Words(quiet=True)
        for words in (self.changed, self.standard):
            column.addWidget(words)
        buttons = QWidget()
        self._line = Flow(buttons)
        self.edit = self._button(Message("Edit the standard text", context="button"))
        self.edit.clicked.connect(self._edit)
        self.restore = self._button(Message("Back to the standard text", context="button"))
        self.restore.clicked.connect(self._restore)
        column.addWidget(buttons)

    def show_row(self, row: Row | None) -> None:
        """Show the standard text of an undertaking, and whether its wording is another one."""
        self._row = row
        if row is None:
            return
        reading = self._bridge.reading
        has_own = reading.own_wording(row)
        self.standard.setText(self._text(row))
        self.changed.setVisible(reading.is_changed(row.id))
        self.edit.setVisible(not has_own)
        self.restore.setVisible(has_own)

    def _text(self, row: Row) -> str:
        is_assurance = self._bridge.kind.family != ASSISTANCE
        text = (
            self._bridge.standard_text(row.id, self._bridge.say)[1]
            if is_assurance
            else self._bridge.reading.undertaking(row)
        )
        language, printed = self._bridge.standard_text(row.id)
        if language == self._bridge.say.language:
            return text
        return f"{text}\n{self._bridge.say(IN_LETTER.fill(text=printed))}"

    def _edit(self) -> None:
        if self._row is not None:
            self._bridge.start_from_standard(self._row.id)

    def _restore(self) -> None:
        if self._row is not None:
            self._bridge.restore_standard(self._row.id)

    def _button(self, words: Message) -> QPushButton:
        button = QPushButton(self._bridge.say(words))
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        self._line.addWidget(button)
        return button
