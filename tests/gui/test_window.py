"""What a user notices while working on a request."""

import pytest
from gui.conftest import Answers
from gui.steps import REQUEST, field, page, path, press, rows, type_into, wording, work
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from mlawriter.app.route import State
from mlawriter.model.ids import RowId
from mlawriter.model.values import Choice, DoesNotApply, Language, NotKnown, Ref, Refs, Text, YesNo
from mlawriter.ui.findings_view import FindingsView
from mlawriter.ui.outline import Outline
from mlawriter.ui.picker import Picker
from mlawriter.ui.window import Window


def findings(window: Window) -> FindingsView:
    return work(window).pane.findings


def words(outline: Outline, line: int) -> str:
    entry = outline.topLevelItem(line)
    assert entry is not None
    return entry.text(1)


def tops(outline: Outline) -> list[QTreeWidgetItem]:
    entries = (outline.topLevelItem(line) for line in range(outline.topLevelItemCount()))
    return [entry for entry in entries if entry]


def test_the_title_names_the_program(at_work: Window) -> None:
    assert "MLA Writer" in at_work.windowTitle()


def test_what_was_entered_at_the_start_is_answered(at_work: Window) -> None:
    case = at_work.desk.session.case if at_work.desk.session else None
    assert case is not None
    assert case.answers[path("request.primary_basis")] == Choice("untoc")


def test_an_answer_reaches_the_case(at_work: Window) -> None:
    type_into(at_work, "case.case_name", "Case against Velk")
    assert work(at_work).bridge.case.answers[path("case.case_name")] == Text("Case against Velk")


def test_pages_are_built_when_first_visited(at_work: Window) -> None:
    built = work(at_work).navigator._pages
    assert list(built) == ["states_and_basis"]
    press(at_work, "Ctrl+PgDown")
    assert list(built) == ["states_and_basis", "authorities"]
    press(at_work, "Ctrl+PgUp")
    assert work(at_work).navigator.key == "states_and_basis"


def test_the_outline_leads_anywhere(at_work: Window) -> None:
    outline = work(at_work).outline
    fifth = outline.topLevelItem(4)
    assert fifth is not None
    outline.setCurrentItem(fifth)
    assert work(at_work).navigator.key == "facts"


def test_the_outline_says_by_word_how_far_each_step_is(at_work: Window) -> None:
    outline = work(at_work).outline
    assert words(outline, 4) == "empty"
    type_into(at_work, "case.facts_summary", "x")
    assert "to do" in words(outline, 4)
    states = work(at_work).navigator.route.progress(work(at_work).bridge.case, REQUEST, work(at_work).bridge.report)
    assert states["facts"].state is State.FINDINGS


def test_undo_restores_the_answer_and_shows_where(at_work: Window) -> None:
    type_into(at_work, "case.case_name", "Velk")
    work(at_work).navigator.show_step("facts")
    press(at_work, "Ctrl+Z")
    assert work(at_work).navigator.key == "proceedings"
    assert path("case.case_name") not in work(at_work).bridge.case.answers
    press(at_work, "Ctrl+Shift+Z")
    assert work(at_work).bridge.case.answers[path("case.case_name")] == Text("Velk")


def test_undo_in_a_line_undoes_in_the_case(at_work: Window, qtbot: QtBot) -> None:
    type_into(at_work, "case.case_name", "Velk")
    line = field(at_work, "case.case_name").editor.focusProxy()
    assert line is not None
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert path("case.case_name") not in work(at_work).bridge.case.answers


def test_a_conditional_question_appears_in_place_and_keeps_the_focus(at_work: Window) -> None:
    work(at_work).navigator.show_step("urgency")
    asked = field(at_work, "request.urgent")
    reason = field(at_work, "request.urgent_reason")
    type_into(at_work, "request.urgent_reason", "A hearing")
    asked.take_focus()
    asked.answered.emit(asked.question, YesNo(yes=False))
    assert reason.isHidden()
    assert not asked.isHidden()
    assert path("request.urgent_reason") in work(at_work).bridge.case.answers
    kept = next(part.kept for part in page(at_work)._fields if path("request.urgent_reason") in part.views)
    assert "A hearing" in kept.text()
    asked.answered.emit(asked.question, YesNo(yes=True))
    assert not reason.isHidden()


def test_nothing_stands_over_questions_that_do_not_arise(at_work: Window) -> None:
    work(at_work).navigator.show_step("offences")
    headings = page(at_work)._headings
    over = next(heading for heading, part in headings if path("case.untoc_ocg_grounds") in part.views)
    assert not over.isHidden()
    work(at_work).bridge.answer(path("request.primary_basis"), Choice("uncac"))
    assert over.isHidden()


def test_not_known_takes_a_reason(at_work: Window) -> None:
    view = field(at_work, "case.case_name")
    view.not_known.click()
    assert view.reason is not None
    QTest.keyClicks(view.reason.line, "file lost")
    assert work(at_work).bridge.case.answers[path("case.case_name")] == NotKnown("file lost")
    view.reason.left.emit()
    assert path("case.case_name") not in work(at_work).bridge.case.answers
    assert not view.editor.isHidden()


def test_does_not_apply_without_a_reason_says_so(at_work: Window) -> None:
    view = field(at_work, "case.case_name")
    view.take_focus()
    view.does_not_apply.click()
    assert view.reason is not None
    QTest.keyClick(view.reason.line, Qt.Key.Key_Return)
    assert not view.problem.isHidden()
    QTest.keyClicks(view.reason.line, "no name")
    assert view.problem.isHidden()
    assert work(at_work).bridge.case.answers[path("case.case_name")] == DoesNotApply("no name")


def test_what_is_not_understood_is_said_beside_the_question(at_work: Window) -> None:
    type_into(at_work, "request.date", "someday")
    view = field(at_work, "request.date")
    assert "someday" in view.problem.text()
    assert not view.problem.isHidden()
    assert path("request.date") not in work(at_work).bridge.case.answers


def test_rows_are_added_duplicated_moved_and_removed(at_work: Window) -> None:
    work(at_work).navigator.show_step("persons")
    persons = rows(at_work, "persons")
    persons.buttons.adding.click()
    first = persons.table.selected() or ""
    type_into(at_work, "person.name_family", "Velk", first)
    persons.buttons.duplicating.click()
    copy = persons.table.selected()
    assert copy != first
    assert persons.table.rowCount() == 2
    persons.buttons.up.click()
    assert [row.id for row in work(at_work).bridge.reading.rows(persons.name)] == [copy, first]
    assert persons.table.selected() == copy
    persons.buttons.removing.click()
    assert [row.id for row in work(at_work).bridge.reading.rows(persons.name)] == [first]


def test_a_new_row_is_entered_where_it_is_needed(at_work: Window) -> None:
    work(at_work).navigator.show_step("authorities")
    view = field(at_work, "request.requested_authority")
    view.editor.row_wanted.emit("authority")
    answer = work(at_work).bridge.case.answers[path("request.requested_authority")]
    assert isinstance(answer, Ref)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Ministry")
    assert work(at_work).bridge.reading.name_of(answer.row) == "Ministry"


def test_each_item_of_assistance_is_a_step(at_work: Window) -> None:
    work(at_work).navigator.show_step("assistance")
    rows(at_work, "items").add("production_bank")
    assert work(at_work).navigator.key.startswith("assistance/")
    assert sum(entry.childCount() for entry in tops(work(at_work).outline)) == 1
    press(at_work, "Ctrl+Z")
    assert sum(entry.childCount() for entry in tops(work(at_work).outline)) == 0
    assert work(at_work).navigator.key == "assistance"


def test_undertakings_that_are_called_for_are_given_with_one_click(at_work: Window) -> None:
    work(at_work).navigator.show_step("assistance")
    rows(at_work, "items").add("production_bank")
    work(at_work).navigator.show_step("undertakings")
    given = rows(at_work, "guarantees")
    given.buttons.suggesting.click()
    assert given.table.rowCount() > 0
    assert wording(given).standard.text()


def test_findings_lead_to_the_question(at_work: Window) -> None:
    view = findings(at_work)
    line = next(
        line
        for line in range(view.model.rowCount())
        if (found := view.model.finding(line)) and found.path == path("case.case_name")
    )
    view.list.clicked.emit(view.model.index(line))
    assert work(at_work).current is not None
    assert work(at_work).current.question.path == path("case.case_name")  # type: ignore[union-attr]


def test_f8_goes_from_finding_to_finding(at_work: Window) -> None:
    press(at_work, "F8")
    first = findings(at_work).chosen()
    press(at_work, "F8")
    second = findings(at_work).chosen()
    assert first is not None
    assert second is not None
    assert first != second


def test_the_findings_do_not_jump_while_one_types(at_work: Window) -> None:
    view = findings(at_work)
    before = [view.model.finding(line) for line in range(view.model.rowCount())]
    type_into(at_work, "case.case_name", "Velk")
    after = [view.model.finding(line) for line in range(len(before))]
    assert [each.path for each in after if each] == [each.path for each in before if each]
    view.settle()
    left = {found.path for line in range(view.model.rowCount()) if (found := view.model.finding(line))}
    assert path("case.case_name") not in left


def test_a_finding_is_set_aside_with_a_reason_and_taken_up_again(at_work: Window, answers: Answers) -> None:
    view = findings(at_work)
    view.list.setCurrentIndex(view.model.index(0))
    chosen = view.chosen()
    assert chosen is not None
    answers.texts.append("agreed by telephone")
    view.aside.click()
    kept = at_work.desk.session.case.set_aside if at_work.desk.session else ()
    assert [entry.reason for entry in kept] == ["agreed by telephone"]
    view.settle()
    line = next(line for line in range(view.model.rowCount()) if view.model.finding(line).set_aside)  # type: ignore[union-attr]
    view.list.setCurrentIndex(view.model.index(line))
    view.aside.click()
    assert at_work.desk.session is not None
    assert at_work.desk.session.case.set_aside == ()


def test_why_shows_the_article_and_whether_it_was_verified(at_work: Window) -> None:
    field(at_work, "request.purpose").why.click()
    shown = work(at_work).pane.law.page.toPlainText()
    assert work(at_work).pane.currentWidget() is work(at_work).pane.law
    assert "18(15)(f)" in shown
    assert "treaty text" in shown


def test_the_law_of_a_module_shows_what_the_reviewer_asks(at_work: Window) -> None:
    work(at_work).navigator.show_step("assistance")
    rows(at_work, "items").add("production_bank")
    press(at_work, "F1")
    assert "reviewer" in work(at_work).pane.law.page.toPlainText()


def test_the_law_can_be_searched(at_work: Window, qtbot: QtBot) -> None:
    law = work(at_work).pane.law
    qtbot.keyClicks(law.line, "corruption")
    assert "Corruption" in law.page.toPlainText()
    law.line.setText("zzzz")
    assert "Nothing found" in law.page.toPlainText()


def test_what_a_search_finds_is_opened_with_a_click(at_work: Window) -> None:
    law = work(at_work).pane.law
    law.line.setText("bank")
    assert "Types of assistance" in law.page.toPlainText()
    law.page.anchorClicked.emit(QUrl("module:production_bank"))
    assert "reviewer" in law.page.toPlainText()


@pytest.mark.parametrize(
    ("words", "title"),
    [("18(29)", "UNTOC"), ("GEN-052", "too widely"), ("death penalty", "Death penalty"), ("video", "video")],
)
def test_the_law_is_found_by_article_number_undertaking_and_assistance(at_work: Window, words: str, title: str) -> None:
    law = work(at_work).pane.law
    law.line.setText(words)
    assert title in law.page.toPlainText()


def test_the_letter_follows_the_answers_and_leads_back(at_work: Window, qtbot: QtBot) -> None:
    press(at_work, "Alt+2")
    type_into(at_work, "case.case_name", "Operation Lantern")
    letter = work(at_work).pane.letter
    qtbot.waitUntil(lambda: "Operation Lantern" in letter.page.toPlainText(), timeout=5000)
    work(at_work).navigator.show_step("facts")
    link = next(link for link, target in letter._places.links.items() if target == path("case.case_name"))
    letter.page.anchorClicked.emit(link)
    assert work(at_work).navigator.key == "proceedings"
    letter.show_path(path("case.case_name"))
    assert len(letter.page.extraSelections()) == 1


def test_the_language_of_the_letter_is_chosen_above(at_work: Window) -> None:
    place = at_work._place
    assert place is not None
    assert place.top is not None
    place.top.language_wanted.emit("fr")
    assert work(at_work).bridge.case.answers[path("request.letter_language")] == Language("fr")
    assert place.language == "fr"


def picker(window: Window) -> Picker:
    return [each for each in window.findChildren(Picker) if each.isVisible()][-1]


def test_a_command_is_found_by_its_words(at_work: Window, qtbot: QtBot) -> None:
    press(at_work, "Ctrl+K")
    found = picker(at_work)
    qtbot.keyClicks(found.line, "next step")
    qtbot.keyClick(found.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: work(at_work).navigator.key == "authorities")


def test_questions_and_answers_are_searched(at_work: Window, qtbot: QtBot) -> None:
    type_into(at_work, "case.case_name", "Operation Lantern")
    work(at_work).navigator.show_step("facts")
    press(at_work, "Ctrl+F")
    found = picker(at_work)
    qtbot.keyClicks(found.line, "lantern")
    qtbot.keyClick(found.line, Qt.Key.Key_Down)
    qtbot.keyClick(found.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: work(at_work).navigator.key == "proceedings")


def test_escape_leaves_the_search(at_work: Window, qtbot: QtBot) -> None:
    press(at_work, "Ctrl+F")
    found = picker(at_work)
    qtbot.keyClicks(found.line, "zzzz")
    assert "Nothing" in found.list.item(0).text()
    qtbot.keyClick(found.line, Qt.Key.Key_Escape)
    assert found.isHidden()


def test_the_tabs_fold_beneath_the_page_in_a_small_window(at_work: Window) -> None:
    at_work.resize(1024, 600)
    assert work(at_work)._inner.orientation() is Qt.Orientation.Vertical
    at_work.resize(1400, 800)
    assert work(at_work)._inner.orientation() is Qt.Orientation.Horizontal


def test_the_line_below_counts_answers(at_work: Window) -> None:
    from mlawriter.ui.status import StatusLine

    line = at_work.statusBar()
    assert isinstance(line, StatusLine)
    before = line.count.text()
    type_into(at_work, "case.case_name", "Velk")
    assert line.count.text() != before


def test_references_follow_the_names_of_rows(at_work: Window) -> None:
    work(at_work).navigator.show_step("persons")
    rows(at_work, "persons").buttons.adding.click()
    row = rows(at_work, "persons").table.selected() or ""
    work(at_work).navigator.show_step("assistance")
    rows(at_work, "items").add("testimony")
    work(at_work).navigator.show_step("persons")
    type_into(at_work, "person.name_family", "Velk", row)
    item = work(at_work).bridge.reading.rows(rows_name := rows(at_work, "persons").name)
    assert rows_name == "persons"
    assert item[0].id == row
    assert work(at_work).bridge.reading.choosable(("person",))[0].name == "Velk"
    assert Refs((RowId(row),)).rows == (row,)


def test_a_finding_leads_to_a_question_that_can_be_seen(at_work: Window, qtbot: QtBot) -> None:
    work(at_work).navigator.go(path("request.purpose"))
    view = field(at_work, "request.purpose")
    shown = page(at_work)

    def is_in_sight() -> bool:
        top = view.mapTo(shown.viewport(), view.rect().topLeft()).y()
        return 0 <= top < shown.viewport().height()

    qtbot.waitUntil(is_in_sight)


def test_the_letter_opens_at_the_question_at_hand(at_work: Window, qtbot: QtBot) -> None:
    type_into(at_work, "request.purpose", "To prove the laundering.")
    work(at_work).show_tab(1)
    letter = work(at_work).pane.letter.page
    qtbot.waitUntil(lambda: letter.verticalScrollBar().value() > 0)
