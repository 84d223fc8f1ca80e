"""What surrounds the workspace of one case: the line above, export, setting findings aside, what is saved."""

from collections.abc import Mapping
from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from mlawriter.app.sharing import users
from mlawriter.checks.report import Finding
from mlawriter.compose.blocks import Draft
from mlawriter.i18n.message import Message
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, RequestId
from mlawriter.model.values import Language
from mlawriter.ui.bridge import Bridge, Change
from mlawriter.ui.dialogs import FileQuery
from mlawriter.ui.export_form import Wanted
from mlawriter.ui.exporting import Exporter
from mlawriter.ui.letter_view import Letters
from mlawriter.ui.status import StatusLine
from mlawriter.ui.topline import TopLine, named
from mlawriter.ui.workspace import Workspace

if TYPE_CHECKING:
    from mlawriter.ui.window import Window

COMPARE_MS = 1_500
"""How long the keyboard rests before the documents written earlier are compared with the case."""

_LETTER_LANGUAGE = FieldName("request.letter_language")


class Workplace(QObject):
    """Connects the workspace with the window around it."""

    def __init__(self, bridge: Bridge, window: "Window") -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window
        self._office = window.office
        self._languages = self._office.named_languages()
        self._exporter = Exporter(self._office, bridge.say)
        self._actions: Mapping[str, QAction] = {}
        self.top: TopLine | None = None
        self._second = ("", "")
        letters = Letters(self._languages, lambda: self.language, self._preview, self._documents, self._exporter.about)
        self.work = Workspace(bridge, letters)
        self.work.export_wanted.connect(self._export)
        self.work.letterhead_wanted.connect(self._choose_letterhead)
        self.work.aside_wanted.connect(self._set_aside)
        self.work.deadlines_wanted.connect(self.export_deadlines)
        self.work.texts_wanted.connect(self.translate_texts)
        self.work.second_wanted.connect(self._write_also_in)
        self._compare = QTimer(self)
        self._compare.setSingleShot(True)
        self._compare.setInterval(COMPARE_MS)
        self._compare.timeout.connect(self._say_stale)
        bridge.case_changed.connect(self._changed)
        window.desk.state.connect(self._say_state)

    def furnish(self, actions: Mapping[str, QAction]) -> None:
        """Put the line above the workspace, with these actions."""
        self._actions = actions
        shown = [actions[name] for name in ("undo", "redo", "export")]
        self.top = TopLine(self._bridge, shown, self._languages)
        self.top.language_wanted.connect(self._write_in)
        self.top.request_wanted.connect(self._turn_to)
        self._window.addToolBar(self.top)
        self._changed(Change(whole=True))
        self._window.desk.say_state()
        line = self._window.statusBar()
        if isinstance(line, StatusLine):
            line.overview_wanted.connect(self._window.acts.overview)

    def leave(self) -> None:
        """Let go of the case: nothing of it is listened to any more."""
        self._bridge.leave()
        self._window.desk.state.disconnect(self._say_state)
        self.deleteLater()

    @property
    def language(self) -> str:
        """The language of the letter: the one answered, if there are letters in it; else that of the window."""
        return self._bridge.letter_language.language

    def _preview(self, document: str) -> Draft:
        return self._exporter.preview(self._bridge.session, self.language, document, self._second)

    def _write_also_in(self, tag: str, layout: str) -> None:
        """Show the letter in a second language as well; an empty one: in its own only."""
        self._second = (tag, layout)
        self.work.pane.letter.refresh()

    def translate_texts(self) -> None:
        """Show the drafter's own texts in another language, to be translated here or elsewhere."""
        from mlawriter.ui.texts_dialog import TextsDialog

        self.work.commit()
        conventions = self._office.languages.conventions
        dialog = TextsDialog(self._bridge, self._languages, lambda tag: conventions(tag).rtl, self._window)
        dialog.write_wanted.connect(self._write_texts)
        dialog.read_wanted.connect(lambda: self._exporter.read_texts(self._bridge.session, self._file))
        dialog.open()

    def _write_texts(self, language: str) -> None:
        file = self._file
        self._exporter.write_texts(self._bridge.session, language, file.with_name(f"{file.stem}.{language}"))

    @property
    def _file(self) -> File:
        return self._window.desk.file.path or File.home() / self._bridge.say(Message("case", context="file name"))

    def _documents(self) -> tuple[tuple[str, str], ...]:
        return self._exporter.documents(self._bridge.session)

    def _write_in(self, tag: str) -> None:
        self._bridge.answer(Path(self._bridge.reading.scope, _LETTER_LANGUAGE), Language(tag))

    def _turn_to(self, request: str) -> None:
        self.work.commit()
        self._window.desk.turn_to(RequestId(request))

    def _changed(self, change: Change) -> None:
        session, report = self._bridge.session, self._bridge.report
        if self._actions:
            self._actions["undo"].setEnabled(session.can_undo)
            self._actions["redo"].setEnabled(session.can_redo)
        if self.top is not None:
            self.top.show_language(self.language)
            self.top.refresh(change)
        line = self._window.statusBar()
        if isinstance(line, StatusLine):
            blocking = sum(finding.blocks for finding in report.findings)
            line.show_count(len(session.case.answers), blocking)
            line.show_also(self._also(change))
        if session.case.issued:
            self._compare.start()
        self._window.setWindowModified(session.is_changed)

    def _also(self, change: Change) -> list[str]:
        """Return the other requests in which what was changed stands too."""
        case, index = self._bridge.case, self._bridge.index
        if len(case.requests) == 1 or change.whole:
            return []
        touched = {request for path in change.paths for request in users(case, index, path)}
        others = [(number, each) for number, each in enumerate(case.requests, 1) if each.id in touched]
        return [
            named(self._bridge, number, each) for number, each in others if each.id != self._bridge.session.request_id
        ]

    def _say_stale(self) -> None:
        from mlawriter.app.issued import standings

        session, line = self._bridge.session, self._window.statusBar()
        if isinstance(line, StatusLine):
            found = standings(session.case, session.today, self._office.resources)
            line.show_stale(sum(each.is_stale for each in found))

    def _say_state(self, state: Message) -> None:
        line = self._window.statusBar()
        if isinstance(line, StatusLine):
            line.show_saved(state)
        self._window.setWindowModified(self._bridge.session.is_changed)

    def _export(self, wanted: Wanted) -> None:
        self.work.commit()
        file = self._window.desk.file.path or File.home() / self._bridge.say(Message("letter", context="file name"))
        languages = "+".join(filter(None, (wanted.language, wanted.with_language)))
        self._exporter.export(self._bridge.session, wanted, file.with_name(f"{file.stem}.{languages}"))

    def export_deadlines(self) -> None:
        """Write the deadlines of all requests of the case as a calendar."""
        self.work.commit()
        self._exporter.export_deadlines(self._bridge.session, self._file.with_suffix(".ics"))

    def _choose_letterhead(self) -> None:
        query = FileQuery(
            title=Message("Choose letterhead"),
            start=File.home(),
            name=Message("Word document", context="format"),
            ending="docx",
        )
        chosen = self._office.ask.file_to_open(query)
        if chosen is not None:
            self.work.show_letterhead(chosen)

    def _set_aside(self, finding: Finding) -> None:
        session = self._bridge.session
        if finding.set_aside:
            session.take_up_again(finding)
            return
        prompt = Message("Why does this not stand in the way? The reason is kept with the case and never printed.")
        reason = self._office.ask.words(Message("Set aside"), prompt, "")
        if reason:
            session.set_aside(finding, reason)
