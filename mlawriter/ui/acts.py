"""What the commands of the window do: with files, with the history, with searching."""

from collections.abc import Callable
from pathlib import Path as File
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from mlawriter.i18n.message import Message
from mlawriter.ui.commands import Command, entries

if TYPE_CHECKING:
    from mlawriter.ui.desk import Desk
    from mlawriter.ui.start_form import Start
    from mlawriter.ui.translations import Translations
    from mlawriter.ui.window import Window

_KEY = QKeySequence.StandardKey


class Acts:
    """The acts of one window."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._desk: Desk = window.desk

    def begin(self, start: "Start") -> None:
        """Begin a request."""
        from uuid import uuid4

        from mlawriter.app.session import Session
        from mlawriter.app.usecases import new_case

        case = new_case(start.kind, start.requesting, start.requested, uuid4().hex, basis=start.basis)
        office = self._window.office
        self._desk.lay(Session(office.law, case, office.today(), case.requests[0].id))

    def new(self) -> None:
        """Put the case away and show the welcome page, where a request begins."""
        self.close_case()

    def open(self) -> None:
        """Open a case file that the user chooses."""
        from mlawriter.ui.dialogs import FileQuery

        start = self._desk.file.path or File.home()
        chosen = self._window.office.ask.file_to_open(
            FileQuery(title=Message("Open a case"), start=start, name=Message("Cases"), ending="mlaw")
        )
        if chosen is not None:
            self.open_file(chosen)

    def open_file(self, file: File) -> None:
        """Open a case file, after asking about the one on the desk."""
        self.settle()
        if self._desk.may_leave() and self._desk.open(file):
            self._window.remember(file)

    def save(self) -> None:
        """Save the case."""
        self.settle()
        if self._desk.save() and self._desk.file.path:
            self._window.remember(self._desk.file.path)

    def save_as(self) -> None:
        """Save the case under a name that the user chooses."""
        self.settle()
        if self._desk.save_as() and self._desk.file.path:
            self._window.remember(self._desk.file.path)

    def close_case(self) -> None:
        """Put the case away and show the welcome page."""
        self.settle()
        if self._desk.may_leave():
            self._desk.put_away()
            self._window.rebuild()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def undo(self) -> None:
        """Go back one step, and show where."""
        self._travel(back=True)

    def redo(self) -> None:
        """Take back the last undo, and show where."""
        self._travel(back=False)

    def palette(self) -> None:
        """Offer every command."""
        from mlawriter.ui.picker import Picker

        window = self._window
        picker = Picker(window, window.say)
        picker.offer(Message("Find a command"), entries(window.commands, window.actions_by_id, window.say))

    def find(self) -> None:
        """Offer every question and answer."""
        work = self._window.work
        if work is not None:
            from mlawriter.ui.case_commands import questions
            from mlawriter.ui.picker import Picker

            work.commit()
            Picker(self._window, self._window.say).offer(Message("Find a question or an answer"), list(questions(work)))

    def add_request(self) -> None:
        """Let the user add a request of some kind to the case."""
        from mlawriter.ui.picker import Entry, Picker

        self.settle()
        window = self._window
        kinds = window.office.resources.beginnings.kinds
        entries = [Entry(window.say(kind.title), self._adding(kind.id)) for kind in kinds]
        Picker(window, window.say).offer(Message("Which kind of request is added? The facts are shared."), entries)

    def _adding(self, kind: str) -> Callable[[], None]:
        return lambda: self._add_request(kind)

    def _add_request(self, kind: str) -> None:
        """Add a request; ask whether it begins with what the one at hand holds."""
        from mlawriter.ui import queries

        session = self._desk.session
        if session is None:
            return
        way = self._window.office.ask.choose(queries.CARRY_OVER)
        if way != "cancel":
            session.add_request(kind, session.request_id if way == "carry" else None)

    def _turn_to(self, request: str) -> None:
        from mlawriter.model.ids import RequestId

        self._desk.turn_to(RequestId(request))

    def overview(self) -> None:
        """Show all requests of the case, and whether the documents written still say what the case says."""
        self.settle()
        if self._window.work is not None:
            from mlawriter.app.issued import standings
            from mlawriter.ui.overview import Overview

            bridge = self._window.work.bridge
            found = standings(bridge.case, bridge.session.today, self._window.office.resources)
            dialog = Overview(bridge, found, self._window)
            dialog.request_wanted.connect(self._turn_to)
            dialog.open()

    def remove_request(self) -> None:
        """Remove the request at hand, after asking; the facts of the case stay."""
        from mlawriter.ui import queries

        self.settle()
        session = self._desk.session
        if session is None:
            return
        if len(session.case.requests) == 1:
            self._window.office.ask.choose(queries.ONLY_REQUEST)
        elif self._window.office.ask.choose(queries.REMOVE_REQUEST) == "remove":
            session.remove_request(session.request_id)

    def export_deadlines(self) -> None:
        """Write the deadlines as a calendar."""
        if self._window.work is not None:
            self._window.work.deadlines_wanted.emit()

    def translations(self) -> "Translations":
        """Show the messages of a language, beside the window."""
        from mlawriter.ui.translations import Translations

        found = self._window.findChild(Translations)
        dialog = found if isinstance(found, Translations) else Translations(self._window)
        dialog.show()
        dialog.raise_()
        return dialog

    def point(self) -> None:
        """Let a click on a text show the message behind it, or work as usual again."""
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self._window, self._point)

    def _point(self) -> None:
        from mlawriter.ui.pointing import Pointing

        window = self._window
        on = not window.is_pointing
        for old in window.findChildren(Pointing):
            old.stop()
        window.listen(on=on)
        if on:
            Pointing(window, passes=lambda name: name == "point").pointed.connect(self._show_behind)

    def _show_behind(self, text: str, at: int) -> None:
        heard = self._window.office.heard
        if heard is not None:
            self.translations().show_behind(text, heard.behind(text, at))

    def settle(self) -> None:
        """Take in what is being typed."""
        if self._window.work is not None:
            self._window.work.commit()

    def _travel(self, *, back: bool) -> None:
        self.settle()
        session, work = self._desk.session, self._window.work
        if session is None or work is None:
            return
        from mlawriter.ui.case_commands import differing

        before = session.case
        if back:
            session.undo()
        else:
            session.redo()
        places = differing(before, session)
        if places and work.navigator.key not in {work.navigator.route.locate(path) for path in places}:
            work.navigator.view_of(places[0])


def window_commands(acts: Acts) -> list[Command]:
    """Return the commands that are there at all times."""
    return [
        Command("new", "file", Message("&New request…", context="menu"), acts.new, _KEY.New),
        Command("open", "file", Message("&Open…", context="menu"), acts.open, _KEY.Open),
        Command("quit", "file", Message("&Quit", context="menu"), acts.quit, "Ctrl+Q"),
        Command("palette", "edit", Message("Find a &command…", context="menu"), acts.palette, "Ctrl+K"),
        Command("translations", "view", Message("&Translations…", context="menu"), lambda: _show(acts)),
        Command("point", "view", Message("&Show the message behind a text", context="menu"), acts.point),
    ]


def _show(acts: Acts) -> None:
    acts.translations()
