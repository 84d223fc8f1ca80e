"""The law behind the question at hand, and all of it to search."""

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from mlawriter.app.lawbook import Folder
from mlawriter.i18n.message import Message
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.law_text import LawText
from mlawriter.ui.question import Question


class LawView(QWidget):
    """Shows citations and instruments; filled when first seen."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._text = LawText(bridge.index, bridge.say)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        row = QHBoxLayout()
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(bridge.say(Message("Search the law", context="placeholder")))
        self.line.setAccessibleName(bridge.say(Message("Search the law", context="placeholder")))
        self.line.textChanged.connect(self._search)
        everything = QPushButton(bridge.say(Message("Show all", context="button")))
        everything.setAccessibleName(everything.text())
        everything.setAutoDefault(False)
        everything.clicked.connect(self._show_all)
        row.addWidget(self.line, 1)
        row.addWidget(everything)
        column.addLayout(row)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._follow)
        self.page.setAccessibleName(bridge.say(Message("Law", context="tab")))
        column.addWidget(self.page, 1)
        hint = Message("Press “Why?” beside a question, and the provision behind it appears here.")
        self.page.setPlaceholderText(bridge.say(hint))

    def show_question(self, question: Question, module: str = "") -> None:
        """Show why a question is asked, and what is known of the type of assistance it belongs to."""
        self.line.clear()
        self.page.setHtml(self._text.question(question, module))

    def _show_all(self) -> None:
        self.line.clear()
        self.page.setHtml(self._text.contents())

    def _follow(self, link: QUrl) -> None:
        folder, _, name = link.toString().partition(":")
        self.page.setHtml(self._text.sheet(Folder(folder), name))

    def _search(self, text: str) -> None:
        if len(text.strip()) > 1:
            self.page.setHtml(self._text.search(text))
