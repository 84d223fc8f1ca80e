"""The steps on the left: where one is, and how far each step is, by sign, word and number."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QHeaderView, QTreeWidget, QTreeWidgetItem

from mlawriter.app.route import Progress, State, Step
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.ui.icons import state_icon

_KEY = Qt.ItemDataRole.UserRole
_WORDS = {
    State.EMPTY: Message("empty", context="step"),
    State.STARTED: Message("started", context="step"),
    State.COMPLETE: Message("complete", context="step"),
}
_LEFT = Message("{n} to do", plural="{n} to do", context="step")


class Outline(QTreeWidget):
    """A tree of steps; choosing one asks for it."""

    step_wanted = Signal(str)

    def __init__(self, say: Translator) -> None:
        super().__init__()
        self._say = say
        self._shown: Mapping[str, Progress] = {}
        self._steps: tuple[tuple[Step, str], ...] = ()
        self._entries: dict[str, QTreeWidgetItem] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(16)
        self.setUniformRowHeights(True)
        self.setAccessibleName(say(Message("Steps")))
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(self._moved)

    def show_steps(self, steps: Sequence[tuple[Step, str]]) -> None:
        """Show these steps, each with its title; the chosen one stays chosen."""
        if tuple(steps) == self._steps:
            return
        self._steps = tuple(steps)
        chosen = self.chosen()
        self.blockSignals(True)
        self.clear()
        self._entries, self._shown = {}, {}
        number = 0
        for step, title in steps:
            number += step.row is None
            entry = QTreeWidgetItem([title if step.row else f"{number:>2}".replace(" ", "\u2007") + f"  {title}", ""])
            entry.setData(0, _KEY, step.key)
            entry.setToolTip(0, title)
            parent = self._entries.get(step.page.id) if step.row else None
            if parent is not None:
                parent.addChild(entry)
            else:
                self.addTopLevelItem(entry)
            self._entries[step.key] = entry
        self.expandAll()
        self.blockSignals(False)
        if not self.choose(chosen) and steps:
            self.choose(steps[0][0].key)

    def show_progress(self, progress: Mapping[str, Progress]) -> None:
        """Show how far each step is."""
        for key, entry in self._entries.items():
            found = progress.get(key)
            if found is not None and found != self._shown.get(key):
                words = self._words(found)
                entry.setText(1, words)
                entry.setIcon(1, state_icon(found.state, QApplication.palette()))
                entry.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{entry.text(0)}, {words}")
        self._shown = progress

    def choose(self, key: str) -> bool:
        """Mark a step as the one at hand, without asking for it; say whether there is such a step."""
        entry = self._entries.get(key)
        if entry is not None and entry is not self.currentItem():
            self.blockSignals(True)
            self.setCurrentItem(entry)
            self.blockSignals(False)
        return entry is not None

    def chosen(self) -> str:
        """Return the key of the chosen step; empty for none."""
        entry = self.currentItem()
        return str(entry.data(0, _KEY)) if entry else ""

    def _words(self, progress: Progress) -> str:
        if progress.state is State.FINDINGS:
            return self._say(_LEFT.fill(n=progress.findings))
        return self._say(_WORDS[progress.state])

    def _moved(self, entry: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if entry is not None:
            self.step_wanted.emit(str(entry.data(0, _KEY)))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs anew when the desktop goes light or dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            shown, self._shown = self._shown, {}
            self.show_progress(shown)
