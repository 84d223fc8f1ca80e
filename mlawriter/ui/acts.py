"""What the commands of the window do: with files, with the history, with searching."""

from collections.abc import Callable, Iterator
from pathlib import Path as File
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtGui import QKeySequence

from mlawriter.app.route import FINISH
from mlawriter.app.session import Session
from mlawriter.i18n.message import Message
from mlawriter.model import edits
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import FieldName
from mlawriter.model.values import Choice, Country, DoesNotApply, NotKnown
from mlawriter.ui.commands import Command, entries
from mlawriter.ui.desk import Desk
from mlawriter.ui.dialogs import FileQuery
from mlawriter.ui.picker import Entry, Picker
from mlawriter.ui.start_form import Start
from mlawriter.ui.workspace import Workspace

if TYPE_CHECKING:
    from mlawriter.ui.window import Window

_KEY = QKeySequence.StandardKey


class Acts:
    """The acts of one window."""

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._desk: Desk = window.desk

    def begin(self, start: Start) -> None:
        """Begin a request."""
        from mlawriter.app.usecases import new_case

        case = new_case(start.kind, start.requesting, start.requested, uuid4().hex)
        for path, value in case.answers.items():
            if value == Country(""):
                case = edits.withdraw(case, path)
        request = case.requests[0]
        if start.basis:
            case = edits.answer(case, Path(request.scope, FieldName("request.primary_basis")), Choice(start.basis))
        office = self._window.office
        self._desk.lay(Session(office.law, case, office.today(), request.id))

    def new(self) -> None:
        """Put the case away and show the welcome page, where a request begins."""
        self.close_case()

    def open(self) -> None:
        """Open a case file that the user chooses."""
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
        window = self._window
        picker = Picker(window, window.say)
        picker.offer(Message("Find a command"), entries(window.commands, window.actions_by_id, window.say))

    def find(self) -> None:
        """Offer every question and answer."""
        work = self._window.work
        if work is not None:
            work.commit()
            Picker(self._window, self._window.say).offer(
                Message("Find a question or an answer"), list(_questions(work))
            )

    def settle(self) -> None:
        """Take in what is being typed."""
        if self._window.work is not None:
            self._window.work.commit()

    def _travel(self, *, back: bool) -> None:
        self.settle()
        session, work = self._desk.session, self._window.work
        if session is None or work is None:
            return
        before = session.case
        if back:
            session.undo()
        else:
            session.redo()
        places = _differing(before, session)
        if places and work.navigator.key not in {work.navigator.route.locate(path) for path in places}:
            work.navigator.view_of(places[0])


def window_commands(acts: Acts) -> list[Command]:
    """Return the commands that are there at all times."""
    return [
        Command("new", "file", Message("&New request…", context="menu"), acts.new, _KEY.New),
        Command("open", "file", Message("&Open…", context="menu"), acts.open, _KEY.Open),
        Command("quit", "file", Message("&Quit", context="menu"), acts.quit, "Ctrl+Q"),
        Command("palette", "edit", Message("Find a &command…", context="menu"), acts.palette, "Ctrl+K"),
    ]


def case_commands(acts: Acts, work: Workspace) -> list[Command]:
    """Return the commands that need a case."""
    return [
        Command("save", "file", Message("&Save", context="menu"), acts.save, _KEY.Save),
        Command("save_as", "file", Message("Save &as…", context="menu"), acts.save_as, "Ctrl+Shift+S"),
        Command("export", "file", Message("&Export…", context="menu"), lambda: _show_export(work), "Ctrl+E"),
        Command("close_case", "file", Message("&Close the case", context="menu"), acts.close_case, "Ctrl+W"),
        Command("undo", "edit", Message("&Undo", context="menu"), acts.undo, _KEY.Undo),
        Command("redo", "edit", Message("&Redo", context="menu"), acts.redo, "Ctrl+Shift+Z"),
        Command("find", "edit", Message("&Find a question or an answer…", context="menu"), acts.find, _KEY.Find),
        Command("why", "answer", Message("&Why is this asked?", context="menu"), work.explain, "F1"),
        Command(
            "not_known",
            "answer",
            Message("The answer is &not known…", context="menu"),
            lambda: work.ask_reason(NotKnown),
            "Ctrl+Shift+N",
        ),
        Command(
            "does_not_apply",
            "answer",
            Message("The question does not &apply…", context="menu"),
            lambda: work.ask_reason(DoesNotApply),
            "Ctrl+Shift+D",
        ),
        Command("clear", "answer", Message("&Take the answer back", context="menu"), work.clear, "Ctrl+Shift+Del"),
        *_ways(work),
    ]


def _ways(work: Workspace) -> list[Command]:
    return [
        Command(
            "next_step", "go", Message("&Next step", context="menu"), lambda: work.navigator.step(1), "Ctrl+PgDown"
        ),
        Command("last_step", "go", Message("&Back", context="menu"), lambda: work.navigator.step(-1), "Ctrl+PgUp"),
        Command("next_finding", "go", Message("Next &finding", context="menu"), work.next_finding, "F8"),
        Command("steps", "go", Message("&Steps", context="menu"), work.outline.setFocus, "Alt+0"),
        Command("findings", "go", Message("F&indings", context="menu"), lambda: work.show_tab(0), "Alt+1"),
        Command("letter", "go", Message("&Letter", context="menu"), lambda: work.show_tab(1), "Alt+2"),
        Command("law", "go", Message("L&aw", context="menu"), lambda: work.show_tab(2), "Alt+3"),
    ]


def _show_export(work: Workspace) -> None:
    work.navigator.show_step(FINISH.id)


def _questions(work: Workspace) -> Iterator[Entry]:
    reading = work.bridge.reading
    for question in work.navigator.questions():
        path = question.path
        yield Entry(reading.label(path), _going(work, path), reading.words(path))


def _going(work: Workspace, path: Path) -> Callable[[], None]:
    return lambda: work.navigator.go(path)


def _differing(before: Case, session: Session) -> list[Path]:
    after = session.case
    paths = {path for path, value in after.answers.items() if before.answers.get(path) != value}
    return sorted(paths | (before.answers.keys() - after.answers.keys()), key=lambda path: (path.field, path.row or ""))
