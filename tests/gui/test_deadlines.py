"""The tab of deadlines: what it lists, paints, and leads to."""

from pathlib import Path

from gui.conftest import Answers
from gui.steps import path, press, work
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mlawriter.model.values import Day, Value
from mlawriter.ui.deadlines_view import DeadlinesView
from mlawriter.ui.window import Window


def tab(window: Window) -> DeadlinesView:
    return work(window).pane.deadlines


def given(window: Window, **answers: Value) -> DeadlinesView:
    for name, value in answers.items():
        work(window).bridge.answer(path(name.replace("__", ".")), value)
    press(window, "Alt+4")
    tab(window).settle()
    return tab(window)


def test_without_days_nothing_is_listed(at_work: Window) -> None:
    shown = given(at_work)
    assert "No deadlines yet" in shown.count.text()
    assert not shown.list.isVisible()
    assert not shown.picture.isVisible()
    assert not shown.export.isEnabled()


def test_a_deadline_is_listed_with_what_is_left(at_work: Window) -> None:
    shown = given(at_work, request__deadline=Day(2026, 5, 15))
    said = shown.model.index(0).data()
    assert "15 May 2026: The result of the request is needed" in said
    assert "Last day · 74 days left" in said
    assert "15 May 2026" in shown.picture.accessibleDescription()


def test_a_passed_deadline_is_counted_on_the_tab(at_work: Window) -> None:
    shown = given(at_work, request__deadline=Day(2026, 2, 15))
    pane = work(at_work).pane
    assert pane.tabText(pane.indexOf(shown)) == "Deadlines (1)"
    assert "passed" in shown.count.text()
    given(at_work, request__deadline=Day(2026, 5, 15))
    assert pane.tabText(pane.indexOf(shown)) == "Deadlines"


def test_the_chosen_deadline_says_why_and_stays_chosen(at_work: Window) -> None:
    shown = given(at_work, request__deadline=Day(2026, 5, 15), case__next_hearing_date=Day(2026, 6, 1))
    shown.list.setCurrentIndex(shown.model.index(0))
    assert "UNTOC 18(24)" in shown.why.text()
    given(at_work, request__deadline=Day(2026, 7, 15))
    chosen = shown.chosen()
    assert chosen is not None
    assert (chosen.id, shown.list.currentIndex().row()) == ("result_needed", 1)


def test_enter_leads_to_the_answer(at_work: Window) -> None:
    shown = given(at_work, request__deadline=Day(2026, 5, 15))
    shown.list.setCurrentIndex(shown.model.index(0))
    shown.go.click()
    view = work(at_work).navigator.view_of(path("request.deadline"))
    assert view is not None
    assert view.isVisible()


def test_a_click_on_the_picture_leads_to_the_answer(at_work: Window, qtbot: QtBot) -> None:
    shown = given(at_work, request__deadline=Day(2026, 5, 15))
    (spot,) = shown.picture.spots()
    with qtbot.waitSignal(shown.path_wanted) as wanted:
        QTest.mouseClick(shown.picture, Qt.MouseButton.LeftButton, pos=spot.centre.toPoint())
    assert wanted.args == [path("request.deadline")]
    assert shown.picture.due_at(QPoint(0, 0).toPointF()) is None


def test_the_picture_is_painted_in_both_directions(at_work: Window) -> None:
    shown = given(at_work, request__deadline=Day(2026, 5, 15), case__next_hearing_date=Day(2029, 6, 1))
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        shown.picture.setLayoutDirection(direction)
        assert not shown.picture.grab().isNull()
    ltr_last = next(shown.picture.spots()).centre.x()
    assert ltr_last < shown.picture.width() / 2


def test_the_deadlines_are_exported_as_a_calendar(at_work: Window, answers: Answers, tmp_path: Path) -> None:
    file = tmp_path / "days.ics"
    answers.files = [file]
    given(at_work, request__deadline=Day(2026, 5, 15)).export.click()
    assert b"DTSTART;VALUE=DATE:20260515" in file.read_bytes()


def test_an_export_can_be_left(at_work: Window, answers: Answers) -> None:
    answers.files = [None]
    at_work.acts.export_deadlines()
