"""The line above: what this request is, undo and redo, the language of the letter, export."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolBar, QWidget

from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import REQUESTING
from mlawriter.model.case import Path, Request
from mlawriter.model.ids import CASE, FieldName
from mlawriter.model.values import Choice, Country
from mlawriter.ui.bridge import Bridge, Change
from mlawriter.ui.controls import Combo
from mlawriter.ui.elided import Elided
from mlawriter.ui.style import bold

TO = Message("Request to {state}")
FROM = Message("Request from {state}")
_REQUESTED = FieldName("request.requested_state")
_BASIS = FieldName("request.primary_basis")
_NAME = FieldName("case.case_name")
_SAID = frozenset({_REQUESTED, _BASIS, _NAME})


class TopLine(QToolBar):
    """Names the request and holds what one needs at any step."""

    language_wanted = Signal(str)
    request_wanted = Signal(str)

    def __init__(self, bridge: Bridge, actions: Sequence[QAction], languages: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._bridge = bridge
        say = bridge.say
        self.setObjectName("topline")
        self.setWindowTitle(say(Message("Request")))
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setIconSize(QSize(16, 16))
        self.title = Elided()
        self.title.setContentsMargins(8, 0, 8, 0)
        self.title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.title.setMinimumWidth(60)
        bold(self.title)
        self.request = Combo()
        self.request.setMinimumContentsLength(24)
        self.request.setAccessibleName(say(Message("Request of this case")))
        self.request.activated.connect(lambda: self.request_wanted.emit(str(self.request.currentData())))
        self._several = self.addWidget(self.request)
        self.addWidget(self.title)
        for action in actions[:-1]:
            self._add(action)
        label = QLabel(say(Message("Letter in", context="before the name of a language")))
        label.setContentsMargins(10, 0, 6, 0)
        self.language = Combo()
        self.language.setMinimumContentsLength(8)
        self.language.setAccessibleName(say(Message("Language of the letter")))
        for tag, name in languages:
            self.language.addItem(name, tag)
        self.language.activated.connect(lambda: self.language_wanted.emit(str(self.language.currentData())))
        label.setBuddy(self.language)
        self.addWidget(label)
        self.addWidget(self.language)
        self._add(actions[-1])
        self._entitle()

    def refresh(self, change: Change) -> None:
        """Say again what this request is, if a change is about that or about another request."""
        own = (CASE, self._bridge.reading.scope)
        if change.whole or any(path.field in _SAID or path.scope not in own for path in change.paths):
            self._entitle()

    def _entitle(self) -> None:
        bridge = self._bridge
        answers = bridge.case.answers
        parts = [bridge.say(texts.title("request", bridge.kind.id, bridge.kind.title))]
        requested = answers.get(Path(bridge.reading.scope, _REQUESTED))
        if isinstance(requested, Country):
            words = TO if bridge.kind.side == REQUESTING else FROM
            parts = [bridge.say(words.fill(state=bridge.say.country(requested.code)))]
        basis = answers.get(Path(bridge.reading.scope, _BASIS))
        if isinstance(basis, Choice) and basis.choice in bridge.index.knowledge.instruments:
            parts.append(bridge.say(texts.instrument_abbreviation(bridge.index.knowledge.instruments[basis.choice])))
        parts.append(bridge.reading.words(Path(CASE, _NAME)))
        self.title.say("  ·  ".join(filter(None, parts)))
        requests = bridge.case.requests
        self._several.setVisible(len(requests) > 1)
        self.request.offer([(request.id, named(bridge, number, request)) for number, request in enumerate(requests, 1)])
        self.request.setCurrentIndex(self.request.findData(bridge.session.request_id))

    def show_language(self, tag: str) -> None:
        """Select the language of the letter."""
        self.language.setCurrentIndex(max(0, self.language.findData(tag)))

    def _add(self, action: QAction) -> None:
        self.addAction(action)
        button: QWidget | None = self.widgetForAction(action)
        if button is not None:
            button.setAccessibleName(action.text().replace("&", "").rstrip("…"))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def named(bridge: Bridge, number: int, request: Request) -> str:
    """Return what a request of several is called: its number, its kind, and the State it goes to."""
    kind = bridge.index.knowledge.requests[request.kind]
    state = bridge.case.answers.get(Path(request.scope, _REQUESTED))
    title = bridge.say(texts.title("request", kind.id, kind.title))
    if not isinstance(state, Country):
        return f"{number}. {title}"
    to = Message("{number}. {title} – {state}")
    return bridge.say(to.fill(number=number, title=title, state=bridge.say.country(state.code)))
