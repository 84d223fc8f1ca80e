"""The first page: start a request, open a case, or go on with a recent one."""

from collections.abc import Callable
from pathlib import Path as File

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.ui.early import without_focus
from mlawriter.ui.settings import Settings
from mlawriter.ui.style import Paper, Words

_WIDEST = 760
_FILE = 0x0100
"""`Qt.ItemDataRole.UserRole`, by number (see `ui.early`)."""


class Welcome(QScrollArea):
    """Says what can be begun; reports what the user chose."""

    new_wanted = Signal()
    open_wanted = Signal()
    file_wanted = Signal(object)
    settings_changed = Signal(object)

    def __init__(self, say: Translator, settings: Settings, start: QWidget) -> None:
        super().__init__()
        self._say, self._settings = say, settings
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        without_focus(self)
        sheet = QWidget()
        sheet.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(8)
        column.addWidget(Words("MLA Writer", bold=True, scale=1.9))
        purpose = Message("Requests for mutual legal assistance, complete and clear, written on this computer only.")
        column.addWidget(Words(say(purpose)))
        column.addSpacing(10)
        column.addWidget(Words(say(Message("New request")), bold=True, scale=1.2))
        column.addWidget(start)
        column.addSpacing(14)
        column.addWidget(Words(say(Message("Continue")), bold=True, scale=1.2))
        self._add_recent(column)
        column.addStretch(1)
        centre = Paper()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(sheet, 6)
        row.addStretch(1)
        self.setWidget(centre)

    def _add_recent(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.open = self._button(Message("Open a case…", context="button"), self.open_wanted.emit)
        row.addWidget(self.open)
        row.addStretch()
        column.addLayout(row)
        self.recent = QListWidget()
        self.recent.setAccessibleName(self._say(Message("Recent cases")))
        self.recent.itemActivated.connect(self._take)
        self.recent.currentRowChanged.connect(self._mark)
        column.addWidget(self.recent)
        self.forget = self._button(Message("Remove from this list", context="button"), self._forget)
        self.remember = QCheckBox(self._say(Message("Remember the names of recent cases on this computer")))
        self.remember.setAccessibleName(self.remember.text())
        self.remember.setChecked(self._settings.remember)
        self.remember.clicked.connect(self._remember)
        below = QHBoxLayout()
        below.addWidget(self.remember)
        below.addStretch()
        below.addWidget(self.forget)
        column.addLayout(below)
        self._fill()

    def _button(self, words: Message, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(self._say(words))
        button.setAccessibleName(button.text())
        button.clicked.connect(lambda: act())
        return button

    def _fill(self) -> None:
        self.recent.clear()
        for name in self._settings.recent:
            file = File(name)
            line = QListWidgetItem(f"{file.name}\n{file.parent}")
            line.setData(_FILE, name)
            self.recent.addItem(line)
        some = bool(self._settings.recent)
        self.recent.setVisible(some)
        self.forget.setVisible(some)
        self.forget.setEnabled(False)

    def _mark(self, line: int) -> None:
        self.forget.setEnabled(line >= 0)

    def _take(self, line: QListWidgetItem) -> None:
        self.file_wanted.emit(File(str(line.data(_FILE))))

    def _forget(self) -> None:
        chosen = self.recent.currentItem()
        if chosen is not None:
            self._change(self._settings.without_recent(str(chosen.data(_FILE))))

    def _remember(self) -> None:
        self._change(self._settings.remembering(self.remember.isChecked()))

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self.settings_changed.emit(settings)
        self._fill()
