"""The editor of a file kept in the case."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from mlawriter.i18n.message import Message
from mlawriter.model.values import Attachment, Value
from mlawriter.ui.editors.base import Editor, Setting
from mlawriter.ui.question import Question


class AttachmentEditor(Editor):
    """The name and size of a file, with buttons to choose, save and take out."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self._shown: Attachment | None = None
        self.label = QLabel()
        self.choose = self._button(Message("Choose file…", context="button"), self._choose)
        self.save = self._button(Message("Save a copy…", context="button"), self._save)
        self.remove = self._button(Message("Take out", context="button"), self._remove)
        self.lead(self.choose)
        row = QHBoxLayout()
        for widget in (self.label, self.choose, self.save, self.remove):
            row.addWidget(widget)
        row.addStretch()
        self.column.addLayout(row)
        self._show()

    def show_value(self, value: Value | None) -> None:
        """Show which file is kept."""
        self._shown = value if isinstance(value, Attachment) else None
        self._show()

    def _show(self) -> None:
        kept = self._shown
        words = Message("No file chosen")
        if kept:
            words = Message("{name} ({n} kB)").fill(name=kept.name, n=max(1, kept.size // 1024))
        self.label.setText(self.say(words))
        self.save.setVisible(kept is not None)
        self.remove.setVisible(kept is not None)

    def _button(self, words: Message, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(self.say(words))
        self.name(button, words)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _choose(self) -> None:
        self.setting.take_in(self.question.path)

    def _save(self) -> None:
        if self._shown is not None:
            self.setting.give_out(self._shown)

    def _remove(self) -> None:
        self.cleared.emit()
