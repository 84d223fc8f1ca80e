"""The line at the bottom: whether the case is saved, and how many answers are given."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator

SAVED = Message("Saved")
CHANGED = Message("Changes not saved yet")
KEPT = Message("Not saved yet; a copy is kept for recovery")
NEVER = Message("Not saved yet")
ALSO = Message("This answer also stands in: {requests}")
STALE = Message(
    "{n} document written earlier reads differently now", plural="{n} documents written earlier read differently now"
)


class StatusLine(QStatusBar):
    """Says quietly what is safe and what is left, and which requests and documents a change touches."""

    overview_wanted = Signal()

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self.saved = QLabel()
        self.count = QLabel()
        self.addWidget(self.saved)
        self.also = QLabel()
        self.stale = QPushButton()
        self.stale.setFlat(True)
        self.stale.setAccessibleName(say(Message("Requests and documents of this case")))
        self.stale.hide()
        self.stale.clicked.connect(self.overview_wanted.emit)
        self.addWidget(self.also)
        self.addPermanentWidget(self.stale)
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

    def show_also(self, requests: Sequence[str]) -> None:
        """Say in which other requests the answer just changed also stands."""
        words = self._say(ALSO.fill(requests=self._say.listing(list(requests)))) if requests else ""
        self.also.setText(words)

    def show_stale(self, number: int) -> None:
        """Say how many documents written earlier read differently now."""
        self.stale.setText(f"⚠ {self._say(STALE.fill(n=number))}" if number else "")
        self.stale.setAccessibleName(self.stale.text())
        self.stale.setVisible(bool(number))
