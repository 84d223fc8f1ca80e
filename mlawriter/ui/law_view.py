"""The law behind the question at hand, and all of it to search."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from mlawriter.app.lawbook import Folder
from mlawriter.i18n.message import Message
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.controls import Push
from mlawriter.ui.law_text import LawText
from mlawriter.ui.question import Question


class LawView(QWidget):
    """Shows citations and instruments; filled when first seen."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._text = LawText(bridge.index, bridge.say)
        self._has_values = False
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        row = QHBoxLayout()
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(bridge.say(Message("Search the law", context="placeholder")))
        self.line.setAccessibleName(bridge.say(Message("Search the law", context="placeholder")))
        self.line.textChanged.connect(self._search)
        row.addWidget(self.line, 1)
        row.addWidget(Push(self._bridge.say(Message("Show all", context="button")), self._show_all))
        row.addWidget(Push(self._bridge.say(Message("Values", context="button")), self.show_values))
        column.addLayout(row)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._follow)
        self.page.setAccessibleName(bridge.say(Message("Law", context="tab")))
        _direct(self.page, rtl=bridge.say.rtl)
        column.addWidget(self.page, 1)
        hint = Message("Press “Why?” beside a question, and the provision behind it appears here.")
        self.page.setPlaceholderText(bridge.say(hint))
        bridge.case_changed.connect(self._refresh)

    def show_question(self, question: Question, module: str = "", answer: str = "") -> None:
        """Show why a question is asked, and what is known of its type of assistance and of the choice made."""
        self.line.clear()
        self._show(self._text.question(question, module, answer))

    def show_values(self) -> None:
        """Show the minimum penalties, time limits and the like that apply to the request, and their sources."""
        self.line.clear()
        self._show(self._text.values(self._bridge.report.values), has_values=True)

    def _refresh(self) -> None:
        if self._has_values:
            at = self.page.verticalScrollBar().value()
            self.show_values()
            self.page.verticalScrollBar().setValue(at)

    def _show(self, html: str, *, has_values: bool = False) -> None:
        self._has_values = has_values
        self.page.setHtml(html)

    def _show_all(self) -> None:
        self.line.clear()
        self._show(self._text.contents())

    def _follow(self, link: QUrl) -> None:
        folder, _, name = link.toString().partition(":")
        self._show(self._text.sheet(Folder(folder), name))

    def _search(self, text: str) -> None:
        if len(text.strip()) > 1:
            self._show(self._text.search(text))


def _direct(page: QTextBrowser, *, rtl: bool) -> None:
    """Let every paragraph run in the direction of the window, also one that begins with a name in other letters."""
    option = page.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    page.document().setDefaultTextOption(option)
