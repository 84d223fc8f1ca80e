"""The line at the bottom: whether the case is saved, and how many answers are given."""

from PySide6.QtWidgets import QLabel, QStatusBar

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator

SAVED = Message("Saved")
CHANGED = Message("Changes not saved yet")
KEPT = Message("Not saved yet; a copy is kept for recovery")
NEVER = Message("Not saved yet")


class StatusLine(QStatusBar):
    """Says quietly what is safe and what is left."""

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self.saved = QLabel()
        self.count = QLabel()
        self.addWidget(self.saved)
        self.addPermanentWidget(self.count)
        self.setSizeGripEnabled(False)

    def show_saved(self, state: Message) -> None:
        """Say whether the case is saved."""
        self.saved.setText(self._say(state))

    def show_count(self, answered: int, left: int) -> None:
        """Say how many answers are given, and how many essential ones are left."""
        given = self._say(Message("{n} answer given", plural="{n} answers given").fill(n=answered))
        rest = Message("{n} essential thing left", plural="{n} essential things left").fill(n=left)
        self.count.setText(self._say(Message("{given} · {rest}").fill(given=given, rest=rest)))
