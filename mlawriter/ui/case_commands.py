"""The commands that need a case, and finding questions and answers in it."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QKeySequence

from mlawriter.app.route import FINISH
from mlawriter.app.session import Session
from mlawriter.i18n.message import Message
from mlawriter.model.case import Case, Path
from mlawriter.model.values import DoesNotApply, NotKnown
from mlawriter.ui.acts import Acts
from mlawriter.ui.commands import Command
from mlawriter.ui.picker import Entry
from mlawriter.ui.workspace import Workspace

_KEY = QKeySequence.StandardKey


def case_commands(acts: Acts, work: Workspace) -> list[Command]:
    """Return the commands that need a case."""
    return [
        Command("save", "file", Message("&Save", context="menu"), acts.save, _KEY.Save),
        Command("save_as", "file", Message("Save &as…", context="menu"), acts.save_as, "Ctrl+Shift+S"),
        Command("export", "file", Message("&Export…", context="menu"), lambda: _show_export(work), "Ctrl+E"),
        Command(
            "export_deadlines", "file", Message("Export &deadlines (.ics)…", context="menu"), acts.export_deadlines
        ),
        Command("texts", "file", Message("&Translate your own texts…", context="menu"), work.texts_wanted.emit),
        Command("add_request", "file", Message("Add a &request to this case…", context="menu"), acts.add_request),
        Command("overview", "file", Message("Requests and docu&ments of this case…", context="menu"), acts.overview),
        Command("remove_request", "file", Message("Remo&ve this request…", context="menu"), acts.remove_request),
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
        Command("deadlines", "go", Message("&Deadlines", context="menu"), lambda: work.show_tab(3), "Alt+4"),
    ]


def _show_export(work: Workspace) -> None:
    work.navigator.show_step(FINISH.id)


def questions(work: Workspace) -> Iterator[Entry]:
    """Yield every question of the request with its answer, for the palette."""
    reading = work.bridge.reading
    for question in work.navigator.questions():
        path = question.path
        yield Entry(reading.label(path), _going(work, path), reading.words(path))


def _going(work: Workspace, path: Path) -> Callable[[], None]:
    return lambda: work.navigator.go(path)


def differing(before: Case, session: Session) -> list[Path]:
    """Return the places whose answers differ from an earlier state of the case."""
    after = session.case
    paths = {path for path, value in after.answers.items() if before.answers.get(path) != value}
    return sorted(paths | (before.answers.keys() - after.answers.keys()), key=lambda path: (path.field, path.row or ""))
