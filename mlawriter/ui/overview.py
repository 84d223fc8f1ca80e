"""All requests of the case, with the documents that were written and whether they still say what the case says."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from mlawriter.app.issued import Standing, section
from mlawriter.checks.checker import check
from mlawriter.i18n.message import Message
from mlawriter.model.case import Request
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.style import Words
from mlawriter.ui.topline import named

LEFT = Message("{n} essential thing left", plural="{n} essential things left")
COMPLETE = Message("complete")
SAME = Message("says what the case says")
GONE = Message("the request makes this document no more")
DIFFERS = Message("reads differently now: {sections}")
LINE = Message("{title}, {language}, {date}", context="a document that was written")
DRAFT = Message("{document} (draft)", context="a document that was written")
_SIZE = (760, 420)
_ID = Qt.ItemDataRole.UserRole


class Overview(QDialog):
    """Shows the requests and their documents; `request_wanted` carries the request that was chosen."""

    request_wanted = Signal(str)

    def __init__(self, bridge: Bridge, standings: Iterable[Standing], parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        say = bridge.say
        self.setWindowTitle(say(Message("Requests and documents of this case")))
        column = QVBoxLayout(self)
        column.addWidget(Words(say(Message("The facts are shared: what is changed once is changed in every request."))))
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setHeaderLabels([say(Message("Request or document")), say(Message("How it stands"))])
        self.tree.setWordWrap(True)
        self.tree.itemActivated.connect(self._choose)
        column.addWidget(self.tree)
        buttons = QDialogButtonBox()
        close = buttons.addButton(say(Message("Close", context="button")), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        column.addWidget(buttons)
        self.resize(*_SIZE)
        self._fill(tuple(standings))

    def _fill(self, standings: tuple[Standing, ...]) -> None:
        for number, request in enumerate(self._bridge.case.requests, 1):
            line = QTreeWidgetItem([named(self._bridge, number, request), self._left(request)])
            line.setData(0, _ID, request.id)
            self.tree.addTopLevelItem(line)
            for standing in standings:
                if standing.issued.request == request.id:
                    line.addChild(QTreeWidgetItem([self._titled(standing), self._stands(standing)]))
            line.setExpanded(True)
        self.tree.resizeColumnToContents(0)

    def _left(self, request: Request) -> str:
        session = self._bridge.session
        report = check(session.law, session.case, request.id, session.today).report
        left = sum(finding.blocks for finding in report.findings)
        return self._bridge.say(LEFT.fill(n=left) if left else COMPLETE)

    def _titled(self, standing: Standing) -> str:
        say, issued, day = self._bridge.say, standing.issued, standing.issued.day
        words = say(
            LINE.fill(
                title=standing.title,
                language=say.language_name(issued.language),
                date=say.date(day.year, day.month, day.day),
            )
        )
        return say(DRAFT.fill(document=words)) if issued.draft else words

    def _stands(self, standing: Standing) -> str:
        say = self._bridge.say
        if standing.gone:
            return f"⚠ {say(GONE)}"
        if not standing.changed:
            return f"✓ {say(SAME)}"
        sections = dict.fromkeys(section(each, self._bridge.index.knowledge, say) for each in standing.changed)
        return f"⚠ {say(DIFFERS.fill(sections=say.listing(list(sections))))}"

    def _choose(self, line: QTreeWidgetItem) -> None:
        top = line.parent() or line
        self.request_wanted.emit(str(top.data(0, _ID)))
        self.accept()
