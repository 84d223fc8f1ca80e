"""The letter as it will be, composed when the keyboard rests; every answer in it leads back to its question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QVBoxLayout, QWidget

from mlawriter.compose.blocks import Draft
from mlawriter.i18n.message import Message
from mlawriter.model.case import Path
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.controls import Combo
from mlawriter.ui.early import never_sideways
from mlawriter.ui.style import blend
from mlawriter.ui.typefaces import MARGIN, font
from mlawriter.ui.typesetting import Places, typeset

REST_MS = 450

Preview = Callable[[str], Draft]
"""Composes the letter, or a document of its own by name."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How the window composes: the languages with their names, the one of this letter, the preview.

    `documents` names what the request makes besides the letter: documents of their own, with their titles; `about` says
    how far a language is translated and who has reviewed it.
    """

    languages: Sequence[tuple[str, str]]
    language: Callable[[], str]
    preview: Preview
    documents: Callable[[], tuple[tuple[str, str], ...]]
    about: Callable[[str], str] = str


class LetterView(QWidget):
    """Shows the letter in its own language; `path_wanted` carries the answer behind a link."""

    path_wanted = Signal(object)

    def __init__(self, bridge: Bridge, letters: Letters) -> None:
        super().__init__()
        self._bridge = bridge
        self._preview, self._documents = letters.preview, letters.documents
        self._stale = True
        self._seek = False
        self._path: Path | None = None
        self._places = Places()
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        self.document = Combo()
        self.document.setAccessibleName(bridge.say(Message("Document")))
        self.document.hide()
        self.document.activated.connect(self._chosen)
        column.addWidget(self.document)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        never_sideways(self.page)
        self.page.setAccessibleName(bridge.say(Message("Letter", context="tab")))
        self.page.anchorClicked.connect(self._clicked)
        self.page.document().setDefaultFont(font())
        self.page.document().setDocumentMargin(MARGIN)
        column.addWidget(self.page)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.compose)
        bridge.case_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Note that the letter has changed; it is composed when the keyboard rests."""
        self._stale = True
        self._rest.start()

    def compose(self) -> None:
        """Compose the letter now, if it can be seen."""
        if not self.page.isVisible():
            return
        if self._stale:
            self._stale = False
            self._offer()
            draft = self._preview(str(self.document.currentData()))
            at = self.page.verticalScrollBar().value()
            self.page.setExtraSelections([])
            self._places = typeset(draft, self.page.document())
            self.page.verticalScrollBar().setValue(at)
        self._highlight(scroll=self._seek)
        self._seek = False

    def _offer(self) -> None:
        """Offer the letter and the documents of their own that the request makes now."""
        apart = self._documents()
        self.document.offer((("", self._bridge.say(Message("The letter"))), *apart))
        self.document.setVisible(bool(apart))

    def _chosen(self) -> None:
        self.refresh()
        self.compose()

    def show_path(self, path: Path) -> None:
        """Highlight the paragraph that an answer stands in, and bring it into view."""
        self._path = path
        self._highlight(scroll=True)

    def show_first(self, belongs: Callable[[Path], bool]) -> None:
        """Bring the first paragraph into view that holds one of these answers."""
        first = next((path for path in self._places.first if belongs(path)), None)
        if first is not None and self.page.isVisible():
            self.show_path(first)

    def _clicked(self, link: QUrl) -> None:
        path = self._places.links.get(link.toString())
        if path is not None:
            self.path_wanted.emit(path)

    def _highlight(self, *, scroll: bool) -> None:
        block = self._block()
        marks: list[QTextEdit.ExtraSelection] = []
        if block is not None:
            mark = QTextEdit.ExtraSelection()
            palette = self.page.palette()
            base = palette.color(QPalette.ColorRole.Base)
            mark.format.setBackground(blend(palette.color(QPalette.ColorRole.Highlight), base, 0.22))
            mark.cursor = QTextCursor(block)
            mark.cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            marks.append(mark)
            if scroll:
                cursor = QTextCursor(block)
                self.page.setTextCursor(cursor)
                self.page.ensureCursorVisible()
        self.page.setExtraSelections(marks)

    def _block(self) -> QTextBlock | None:
        at = self._places.first.get(self._path) if self._path else None
        return None if at is None else self.page.document().findBlock(at)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop between light and dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._highlight(scroll=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw pictures anew where there is more or less room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Compose when the letter comes into view."""
        super().showEvent(event)
        self._seek = True
        self._rest.start(0)
