"""Several requests in one case: added, chosen, removed, undone; the facts are shared."""

from pathlib import Path as File

from gui.conftest import Answers
from gui.steps import path, press, type_into, work
from pytestqt.qtbot import QtBot

from mlawriter.app.route import FINISH
from mlawriter.model.ids import RequestId, Scope
from mlawriter.model.values import Text
from mlawriter.ui.export_form import FinishPage
from mlawriter.ui.overview import Overview
from mlawriter.ui.status import StatusLine
from mlawriter.ui.window import Window


def add(window: Window, qtbot: QtBot) -> None:
    assert window.desk.session is not None
    before = window.work
    window.desk.session.add_request("mla")
    qtbot.waitUntil(lambda: window.work is not before, timeout=5_000)


def shown(window: Window) -> list[str]:
    top = window._place.top if window._place else None
    assert top is not None
    return [top.request.itemText(at) for at in range(top.request.count())]


def test_a_second_request_shares_the_facts(at_work: Window, qtbot: QtBot) -> None:
    type_into(at_work, "case.case_name", "Case against Velk")
    type_into(at_work, "request.our_ref", "MLA/1")
    add(at_work, qtbot)
    bridge = work(at_work).bridge
    assert bridge.session.request_id == "r2"
    assert bridge.reading.words(path("case.case_name")) == "Case against Velk"
    assert bridge.reading.words(path("request.our_ref", request=Scope("r2"))) == ""
    assert [name[:2] for name in shown(at_work)] == ["1.", "2."]


def test_one_goes_back_to_the_first_request(at_work: Window, qtbot: QtBot) -> None:
    add(at_work, qtbot)
    before = at_work.work
    at_work.desk.turn_to(RequestId("r1"))
    qtbot.waitUntil(lambda: at_work.work is not before, timeout=5_000)
    type_into(at_work, "request.our_ref", "MLA/1")
    assert work(at_work).bridge.case.answers[path("request.our_ref")] == Text("MLA/1")


def test_undo_takes_a_request_away_again(at_work: Window, qtbot: QtBot) -> None:
    add(at_work, qtbot)
    before = at_work.work
    press(at_work, "Ctrl+Z")
    qtbot.waitUntil(lambda: at_work.work is not before, timeout=5_000)
    assert work(at_work).bridge.session.request_id == "r1"
    assert len(work(at_work).bridge.case.requests) == 1


def test_a_request_is_removed_after_a_question(at_work: Window, answers: Answers, qtbot: QtBot) -> None:
    add(at_work, qtbot)
    answers.ways = ["remove"]
    before = at_work.work
    at_work.acts.remove_request()
    qtbot.waitUntil(lambda: at_work.work is not before, timeout=5_000)
    assert [request.id for request in work(at_work).bridge.case.requests] == ["r1"]


def test_the_only_request_stays(at_work: Window, answers: Answers) -> None:
    at_work.acts.remove_request()
    assert "only request" in answers.asked[-1].text
    assert len(work(at_work).bridge.case.requests) == 1


def test_a_new_request_begins_as_the_user_wants(at_work: Window, answers: Answers, qtbot: QtBot) -> None:
    answers.ways = ["carry"]
    before = at_work.work
    at_work.acts._add_request("preservation")
    qtbot.waitUntil(lambda: at_work.work is not before, timeout=5_000)
    assert work(at_work).bridge.reading.words(path("request.requested_state", request=Scope("r2"))) == "Moldova"


def test_a_shared_answer_says_where_else_it_stands(at_work: Window, qtbot: QtBot) -> None:
    add(at_work, qtbot)
    type_into(at_work, "case.case_name", "Case against Velk")
    line = at_work.statusBar()
    assert isinstance(line, StatusLine)
    assert "1." in line.also.text()
    work(at_work).bridge.answer(path("request.our_ref", request=Scope("r2")), Text("MLA/1"))
    assert line.also.text() == ""


def test_a_written_letter_that_reads_differently_is_shown(
    at_work: Window, answers: Answers, qtbot: QtBot, tmp_path: File
) -> None:
    work(at_work).navigator.show_step(FINISH.id)
    page = at_work.findChild(FinishPage)
    assert page is not None
    answers.files = [tmp_path / "letter.docx"]
    page.draft.setChecked(True)
    page.export.click()
    type_into(at_work, "case.case_name", "Case against Velk")
    line = at_work.statusBar()
    assert isinstance(line, StatusLine)
    qtbot.waitUntil(lambda: "1 document" in line.stale.text(), timeout=5_000)
    line.stale.click()
    overview = at_work.findChild(Overview)
    assert overview is not None
    request = overview.tree.topLevelItem(0)
    assert request is not None
    document = request.child(0)
    assert document is not None
    assert "reads differently" in document.text(1)
    overview.reject()
