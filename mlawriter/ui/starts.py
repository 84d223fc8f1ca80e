"""The requests that can be begun from a finding: one button for each that the case does not hold yet."""

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from mlawriter.checks.report import Finding
from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.ui.bridge import Bridge
from mlawriter.ui.controls import Push
from mlawriter.ui.style import empty

START = Message("Start this request: {title}", context="button")


class Starts(QWidget):
    """Offers to add a request to the case."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[str, QPushButton] = {}

    def offer(self, finding: Finding | None) -> None:
        """Show what can be begun from a finding."""
        held = {request.kind for request in self._bridge.case.requests}
        wanted = [kind for kind in (finding.starts if finding else ()) if kind not in held]
        if wanted != list(self.buttons):
            empty(self._column)
            self.buttons = {kind: self._button(kind) for kind in wanted}
            for button in self.buttons.values():
                self._column.addWidget(button)
        self.setVisible(bool(wanted))

    def _button(self, kind: str) -> Push:
        title = texts.title("request", kind, self._bridge.index.knowledge.requests[kind].title)
        return Push(self._bridge.say(START.fill(title=title)), partial(self._start, kind))

    def _start(self, kind: str) -> None:
        self._bridge.session.add_request(kind, like=self._bridge.session.request_id)
