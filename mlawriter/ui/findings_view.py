"""The findings: what is missing, why it matters, where the duty comes from, and the way to mend it."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from mlawriter.app import applied
from mlawriter.app.wording import cite_words
from mlawriter.checks.report import Certainty, Finding
from mlawriter.i18n.message import Message
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.controls import Push
from mlawriter.ui.findings_model import FindingsModel, identity
from mlawriter.ui.starts import Starts
from mlawriter.ui.style import Words
from mlawriter.ui.two_lines import show_in_two_lines

REST_MS = 1200


class FindingsView(QWidget):
    """The list of findings, the open questions beneath it, and what can be done about the chosen one."""

    path_wanted = Signal(object)
    aside_wanted = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        self.count = Words(bold=True)
        column.addWidget(self.count)
        self.model, self.list = self._list(Message("Findings"))
        self.open_model, self.open_list = self._list(Message("Open questions"))
        self.open_title = Words(bold=True)
        for widget, stretch in ((self.list, 3), (self.open_title, 0), (self.open_list, 1)):
            column.addWidget(widget, stretch)
        self.why = Words(quiet=True)
        self.starts = Starts(bridge)
        column.addWidget(self.why)
        column.addWidget(self.starts)
        column.addLayout(self._buttons())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)
        bridge.case_changed.connect(self.refresh)
        self.settle()

    def refresh(self) -> None:
        """Mark what is settled at once; put the list in order when the keyboard rests."""
        certain, unknown = self._sorted()
        self.model.touch(certain)
        self.open_model.touch(unknown)
        self._count(certain, unknown)
        self._rest.start()

    def settle(self) -> None:
        """Put the lists in order; the chosen finding and the place in the list stay."""
        certain, unknown = self._sorted()
        for view, model, findings in (
            (self.list, self.model, certain),
            (self.open_list, self.open_model, unknown),
        ):
            chosen = model.finding(view.currentIndex().row())
            at = view.verticalScrollBar().value()
            model.show(findings)
            if chosen is not None and (line := model.line_of(identity(chosen))) >= 0:
                view.setCurrentIndex(model.index(line))
            view.verticalScrollBar().setValue(at)
        self._count(certain, unknown)
        self._describe()

    def next(self) -> None:
        """Go to the next finding, from the top again after the last."""
        if self.model.rowCount():
            line = (self.list.currentIndex().row() + 1) % self.model.rowCount()
            self.list.setCurrentIndex(self.model.index(line))
            self._go(self.model.finding(line))

    def chosen(self) -> Finding | None:
        """Return the finding that is chosen."""
        view = self.open_list if self.open_list.hasFocus() else self.list
        model = self.open_model if view is self.open_list else self.model
        return model.finding(view.currentIndex().row())

    def _list(self, name: Message) -> tuple[FindingsModel, QListView]:
        model = FindingsModel(self._bridge)
        view = QListView()
        view.setAccessibleName(self._bridge.say(name))
        view.setModel(model)
        show_in_two_lines(view)
        view.clicked.connect(lambda index: self._go(model.finding(index.row())))
        view.activated.connect(lambda index: self._go(model.finding(index.row())))
        view.selectionModel().currentChanged.connect(self._describe)
        return model, view

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.go = Push(self._bridge.say(Message("Go to the answer", context="button")), lambda: self._go(self.chosen()))
        self.aside = Push(self._bridge.say(Message("Set aside…", context="button")), self._set_aside)
        row.addWidget(self.go)
        row.addWidget(self.aside)
        row.addStretch()
        return row

    def _sorted(self) -> tuple[list[Finding], list[Finding]]:
        findings = self._bridge.report.findings
        return (
            [finding for finding in findings if finding.certainty is Certainty.TRUE],
            [finding for finding in findings if finding.certainty is Certainty.UNKNOWN],
        )

    def _count(self, certain: Sequence[Finding], unknown: Sequence[Finding]) -> None:
        blocking = sum(finding.blocks for finding in certain)
        left = Message("{n} thing left before a final letter", plural="{n} things left before a final letter")
        nothing = Message("Nothing stands in the way of a final letter")
        self.count.setText(self._bridge.say(left.fill(n=blocking) if blocking else nothing))
        self.open_title.setText(
            self._bridge.say(Message("{n} open question", plural="{n} open questions").fill(n=len(unknown)))
        )
        self.open_title.setVisible(bool(unknown))
        self.open_list.setVisible(bool(unknown))

    def _describe(self) -> None:
        finding = self.chosen()
        self.go.setEnabled(finding is not None)
        self.aside.setEnabled(finding is not None and (finding.blocks or bool(finding.set_aside)))
        say = self._bridge.say
        again = Message("Take up again", context="button")
        aside = Message("Set aside…", context="button")
        self.aside.setText(say(again if finding and finding.set_aside else aside))
        lines: list[str] = []
        if finding is not None:
            if finding.set_aside:
                lines.append(say(Message("Set aside: {reason}").fill(reason=finding.set_aside)))
            lines.extend(filter(None, [say(finding.why) if finding.why else ""]))
            known = self._bridge.index.knowledge
            lines.extend(applied.settled(each, known, say) for each in finding.values)
            lines.extend(self._sources(finding))
        self.why.setText("\n".join(lines))
        self.why.setVisible(bool(lines))
        self.starts.offer(finding)

    def _sources(self, finding: Finding) -> list[str]:
        unverified = Message("{cite} (not verified against the treaty text)")
        return [
            plain if cite.verified else self._bridge.say(unverified.fill(cite=plain))
            for cite in finding.cites
            for plain in (cite_words(cite, self._bridge.index.knowledge, self._bridge.say),)
        ]

    def _go(self, finding: Finding | None) -> None:
        if finding is not None:
            self.path_wanted.emit(finding.path)

    def _set_aside(self) -> None:
        finding = self.chosen()
        if finding is not None:
            self.aside_wanted.emit(finding)
