"""Nothing is lost: saving, opening, what others do to the file, and what is left when the program ends."""

from pathlib import Path

import pytest
from gui.conftest import Answers, leave
from gui.steps import field, path, press, type_into, work
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from mlawriter.model.values import Attachment, Text
from mlawriter.storage.casefile import open_case
from mlawriter.ui.case_file import CaseFile
from mlawriter.ui.office import Office
from mlawriter.ui.start_form import Start
from mlawriter.ui.window import Window

NAME = path("case.case_name")
BEGIN = Start(kind="mla", requesting="", requested="", basis="")


@pytest.fixture
def saved(at_work: Window, answers: Answers, tmp_path: Path) -> Path:
    file = tmp_path / "velk.mlaw"
    type_into(at_work, "case.case_name", "Velk")
    answers.files.append(file)
    press(at_work, "Ctrl+S")
    return file


def close(window: Window) -> bool:
    event = QCloseEvent()
    window.closeEvent(event)
    return event.isAccepted()


def test_a_case_is_saved_and_opened_again(saved: Path, at_work: Window) -> None:
    assert open_case(saved).case.answers[NAME] == Text("Velk")
    assert "velk.mlaw" in at_work.windowTitle()
    press(at_work, "Ctrl+W")
    assert at_work.work is None
    at_work.acts.open_file(saved)
    assert work(at_work).bridge.case.answers[NAME] == Text("Velk")


def test_what_is_being_typed_is_saved_too(saved: Path, at_work: Window) -> None:
    view = field(at_work, "request.date")
    view.take_focus()
    line = view.editor.focusProxy()
    line.setText("2026-03-02")  # type: ignore[union-attr]
    line.textEdited.emit("2026-03-02")  # type: ignore[union-attr]
    press(at_work, "Ctrl+S")
    assert path("request.date") in open_case(saved).case.answers


def test_a_saved_case_is_remembered_and_can_be_forgotten(saved: Path, at_work: Window) -> None:
    press(at_work, "Ctrl+W")
    welcome = at_work.welcome
    assert welcome is not None
    assert at_work.settings.recent == (str(saved),)
    welcome.recent.setCurrentRow(0)
    welcome.forget.click()
    assert at_work.office.folders.read_settings().recent == ()


def test_names_are_not_remembered_when_that_is_wished(saved: Path, at_work: Window) -> None:
    press(at_work, "Ctrl+W")
    assert at_work.welcome is not None
    at_work.welcome.remember.click()
    at_work.acts.open_file(saved)
    settings = at_work.office.folders.read_settings()
    assert settings.recent == ()
    assert not settings.remember
    assert "velk" not in next(iter(at_work.office.folders.config.iterdir())).read_text(encoding="utf-8")


def test_a_recent_case_opens_with_enter(saved: Path, at_work: Window) -> None:
    press(at_work, "Ctrl+W")
    assert at_work.welcome is not None
    line = at_work.welcome.recent.item(0)
    assert isinstance(line, QListWidgetItem)
    at_work.welcome.recent.itemActivated.emit(line)
    assert work(at_work).bridge.case.answers[NAME] == Text("Velk")


def test_closing_asks_about_changes(at_work: Window, answers: Answers, tmp_path: Path) -> None:
    type_into(at_work, "case.case_name", "Velk")
    answers.ways.append("cancel")
    assert not close(at_work)
    answers.ways.append("save")
    answers.files.append(tmp_path / "kept.mlaw")
    assert close(at_work)
    assert (tmp_path / "kept.mlaw").exists()


def test_closing_without_saving_is_possible(at_work: Window, answers: Answers) -> None:
    answers.ways.append("discard")
    assert close(at_work)


def test_a_file_changed_by_someone_else_is_never_overwritten_silently(
    saved: Path, at_work: Window, answers: Answers, tmp_path: Path
) -> None:
    saved.write_bytes(saved.read_bytes() + b" ")
    type_into(at_work, "case.case_name", " and others")
    other = saved.read_bytes()
    answers.ways.append("cancel")
    press(at_work, "Ctrl+S")
    assert saved.read_bytes() == other
    answers.ways.append("save_as")
    answers.files.append(tmp_path / "mine.mlaw")
    press(at_work, "Ctrl+S")
    assert open_case(tmp_path / "mine.mlaw").case.answers[NAME] == Text("Velk and others")


def test_a_changed_file_is_noticed_while_working(saved: Path, at_work: Window, answers: Answers) -> None:
    stored = saved.read_bytes()
    saved.write_bytes(stored + b" ")
    answers.ways.append("keep")
    at_work.desk.look()
    assert "changed by someone else" in answers.asked[-1].text
    at_work.desk.look()
    assert len([each for each in answers.asked if "changed by someone else" in each.text]) == 1


def test_a_changed_file_can_be_read_again(saved: Path, at_work: Window, answers: Answers, tmp_path: Path) -> None:
    other = tmp_path / "other.mlaw"
    type_into(at_work, "case.case_name", "X")
    answers.files.append(other)
    press(at_work, "Ctrl+Shift+S")
    other.write_bytes(saved.read_bytes())
    answers.ways.append("reread")
    at_work.desk.look()
    assert work(at_work).bridge.case.answers[NAME] == Text("Velk")


def test_a_case_that_is_open_elsewhere_is_told(saved: Path, at_work: Window, answers: Answers) -> None:
    press(at_work, "Ctrl+W")
    elsewhere = CaseFile()
    assert elsewhere.take(saved) == ""
    answers.ways.append("cancel")
    at_work.acts.open_file(saved)
    assert at_work.work is None
    answers.ways.append("open")
    at_work.acts.open_file(saved)
    assert at_work.work is not None
    elsewhere.release()


def test_a_window_can_begin_with_a_case(saved: Path, at_work: Window, office: Office, qtbot: QtBot) -> None:
    leave(at_work)
    window = Window(office, saved)
    qtbot.addWidget(window, before_close_func=leave)
    assert window.welcome is None
    assert work(window).bridge.case.answers[NAME] == Text("Velk")
    assert "velk.mlaw" in window.windowTitle()


def test_a_window_begins_with_the_welcome_page_where_its_file_cannot_be_opened(
    office: Office, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "broken.mlaw"
    file.write_bytes(b"not a case")
    window = Window(office, file)
    qtbot.addWidget(window)
    assert "damaged" in answers.asked[-1].text
    assert window.welcome is not None


def test_a_damaged_file_is_explained_and_left_alone(window: Window, answers: Answers, tmp_path: Path) -> None:
    file = tmp_path / "bad.mlaw"
    file.write_bytes(b"no case")
    window.acts.open_file(file)
    assert "damaged" in answers.asked[-1].text
    assert file.read_bytes() == b"no case"
    assert window.work is None


def test_opening_another_case_asks_about_this_one(saved: Path, at_work: Window, answers: Answers) -> None:
    type_into(at_work, "case.case_name", "!")
    answers.ways.append("cancel")
    answers.files.append(saved)
    press(at_work, "Ctrl+O")
    assert work(at_work).bridge.case.answers[NAME] == Text("Velk!")


def test_a_draft_that_was_never_saved_is_recovered(
    at_work: Window, office: Office, answers: Answers, qtbot: QtBot
) -> None:
    type_into(at_work, "case.case_name", "Velk")
    at_work.desk.keep()
    kept = [*office.folders.recovery.glob("*.mlaw")]
    assert len(kept) == 1
    assert kept[0].stat().st_mode & 0o077 == 0
    at_work.desk._recovery._lock.unlock()
    after = Window(office)
    qtbot.addWidget(after, before_close_func=leave)
    answers.ways.append("open")
    after.desk.recover()
    assert work(after).bridge.case.answers[NAME] == Text("Velk")
    assert after.desk.file.path is None
    assert after.isWindowModified()


def test_a_draft_of_a_running_window_is_not_offered(at_work: Window, office: Office, qtbot: QtBot) -> None:
    type_into(at_work, "case.case_name", "Velk")
    at_work.desk.keep()
    other = Window(office)
    qtbot.addWidget(other, before_close_func=leave)
    other.desk.recover()
    assert other.work is None


def test_a_draft_can_be_thrown_away(at_work: Window, office: Office, answers: Answers, qtbot: QtBot) -> None:
    at_work.desk.keep()
    at_work.desk._recovery._lock.unlock()
    after = Window(office)
    qtbot.addWidget(after, before_close_func=leave)
    answers.ways.append("discard")
    after.desk.recover()
    assert list(office.folders.recovery.glob("*.mlaw")) == []


def test_an_unreadable_draft_is_put_aside(window: Window, office: Office, answers: Answers) -> None:
    office.folders.recovery.mkdir(parents=True)
    (office.folders.recovery / "x.mlaw").write_bytes(b"half")
    answers.ways.append("open")
    window.desk.recover()
    assert [file.name for file in office.folders.recovery.glob("x.*")] == ["x.unreadable"]


def test_saving_throws_the_copy_away(saved: Path, at_work: Window, office: Office) -> None:
    type_into(at_work, "case.case_name", "!")
    at_work.desk.keep()
    press(at_work, "Ctrl+S")
    assert list(office.folders.recovery.glob("*.mlaw")) == []


def test_a_file_is_kept_in_the_case_and_copied_out(at_work: Window, answers: Answers, tmp_path: Path) -> None:
    session = at_work.desk.session
    assert session is not None
    row = session.add_row(work(at_work).bridge.index.list_of("document"))
    statute = tmp_path / "statute.pdf"
    statute.write_bytes(b"text")
    answers.files.extend([statute, tmp_path / "copy.pdf"])
    at = path("document.file", row)
    at_work.desk.take_in(session, at)
    kept = session.case.answers[at]
    assert isinstance(kept, Attachment)
    at_work.desk.give_out(session, kept)
    assert (tmp_path / "copy.pdf").read_bytes() == b"text"


def test_a_file_that_is_gone_is_explained(at_work: Window, answers: Answers, tmp_path: Path) -> None:
    assert at_work.desk.session is not None
    answers.files.append(tmp_path / "gone.pdf")
    at_work.desk.take_in(at_work.desk.session, path("document.file", "d1"))
    assert "gone.pdf" in str(answers.asked[-1].args["file"])


def test_a_place_that_cannot_be_written_is_explained(at_work: Window, answers: Answers, tmp_path: Path) -> None:
    answers.files.append(tmp_path / "nowhere" / "x.mlaw")
    press(at_work, "Ctrl+S")
    assert "cannot be written" in answers.asked[-1].text
    assert at_work.desk.file.path is None


def test_settings_that_cannot_be_read_are_the_usual_ones(office: Office) -> None:
    file = office.folders.config / "window.json"
    file.write_text("{", encoding="utf-8")
    assert office.folders.read_settings().remember
    file.write_text("[]", encoding="utf-8")
    assert office.folders.read_settings().recent == ()
