"""The whole way: from the first page to the letter, as a user goes it."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from gui.conftest import Answers
from gui.steps import field, path, press, rows, type_into, work
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mlawriter.app.route import FINISH
from mlawriter.model.values import Country, YesNo
from mlawriter.storage.casefile import open_case
from mlawriter.ui.collation import in_order
from mlawriter.ui.editors.choosing import ChoiceEditor
from mlawriter.ui.export_form import FinishPage
from mlawriter.ui.start_form import StartForm
from mlawriter.ui.window import Window


def begin(window: Window) -> None:
    form = window.findChild(StartForm)
    assert isinstance(form, StartForm)
    QTest.keyClicks(form.requesting, "France")
    QTest.keyClicks(form.requested, "Moldova")
    form.basis.setCurrentIndex(form.basis.findData("untoc"))
    form.begin.click()


def finish(window: Window) -> FinishPage:
    work(window).navigator.show_step(FINISH.id)
    page = work(window).navigator.page
    assert isinstance(page, FinishPage)
    return page


def test_a_request_is_entered_checked_and_exported(
    window: Window, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    begin(window)
    assert work(window).bridge.case.answers[path("request.requested_state")] == Country("MD")

    type_into(window, "request.our_ref", "MLA/2026/7")
    type_into(window, "request.date", "2.3.2026")
    type_into(window, "case.case_name", "Case against Velk")
    type_into(window, "request.purpose", "prove the laundering")

    work(window).navigator.show_step("persons")
    rows(window, "persons").buttons.adding.click()
    person = rows(window, "persons").table.selected() or ""
    type_into(window, "person.name_family", "Velk", person)
    type_into(window, "person.name_given", "Darin", person)
    type_into(window, "person.dob", "11.4.1979", person)

    type_into(window, "case.facts_summary", "Money was moved.")
    work(window).navigator.show_step("offences")
    rows(window, "offences").buttons.adding.click()
    work(window).navigator.show_step("assistance")
    rows(window, "items").add("production_bank")
    item = work(window).navigator.key.partition("/")[2]
    type_into(window, "item.item_title", "Records of an account", item)
    asked = field(window, "request.urgent")
    asked.answered.emit(asked.question, YesNo(yes=False))
    work(window).navigator.show_step("undertakings")
    rows(window, "guarantees").buttons.suggesting.click()

    for _ in work(window).navigator.steps:
        press(window, "Ctrl+PgUp")
    for _ in work(window).navigator.steps:
        press(window, "Ctrl+PgDown")
    press(window, "Alt+2")
    letter = work(window).pane.letter.page
    qtbot.waitUntil(lambda: "Velk" in letter.toPlainText(), timeout=10_000)

    page = finish(window)
    page.final.setChecked(True)
    page.export.click()
    assert "final letter waits" in answers.asked[-1].text
    assert answers.details[-1]

    page.draft.setChecked(True)
    word = tmp_path / "letter.docx"
    answers.files.append(word)
    page.export.click()
    assert str(word) in str(answers.asked[-1].args["file"])
    with ZipFile(BytesIO(word.read_bytes())) as package:
        assert "Velk" in package.read("word/document.xml").decode()

    answers.files.append(tmp_path / "velk.mlaw")
    press(window, "Ctrl+S")
    assert open_case(tmp_path / "velk.mlaw").case == work(window).bridge.case
    assert not window.isWindowModified()


def test_legal_bases_are_offered_in_the_order_of_their_titles(window: Window) -> None:
    form = window.findChild(StartForm)
    assert isinstance(form, StartForm)
    titles = [form.basis.itemText(row) for row in range(1, form.basis.count())]
    assert titles == in_order(titles, window.say)
    begin(window)
    editor = field(window, "request.primary_basis").editor
    assert isinstance(editor, ChoiceEditor)
    assert [editor.combo.itemText(row) for row in range(1, editor.combo.count())] == titles


def test_the_letter_is_written_in_another_language_and_format(
    at_work: Window, answers: Answers, tmp_path: Path
) -> None:
    type_into(at_work, "case.case_name", "Velk")
    page = finish(at_work)
    page.language.setCurrentIndex(page.language.findData("fr"))
    for ending in ("html", "txt"):
        page.format.setCurrentIndex(page.format.findData(ending))
        answers.files.append(tmp_path / f"letter.{ending}")
        page.export.click()
        assert "Velk" in (tmp_path / f"letter.{ending}").read_text(encoding="utf-8")


def test_a_letterhead_that_cannot_be_used_is_explained(at_work: Window, answers: Answers, tmp_path: Path) -> None:
    page = finish(at_work)
    head = tmp_path / "head.docx"
    head.write_bytes(b"no word file")
    answers.files.append(head)
    page.letterhead.click()
    assert page.letterhead.text() == "head.docx"
    answers.files.append(tmp_path / "letter.docx")
    page.export.click()
    assert not (tmp_path / "letter.docx").exists()
    assert answers.asked[-1].text


def test_what_is_left_leads_to_its_step(at_work: Window) -> None:
    page = finish(at_work)
    first = page.standing.itemAt(0)
    assert first is not None
    label = first.widget()
    assert isinstance(label, QLabel)
    label.linkActivated.emit("#")
    assert work(at_work).navigator.key == "states_and_basis"


def test_a_state_nobody_knows_is_explained_at_the_start(window: Window) -> None:
    form = window.findChild(StartForm)
    assert isinstance(form, StartForm)
    QTest.keyClicks(form.requested, "Atlantis")
    form.begin.click()
    assert window.work is None
    assert "Atlantis" in form.problem.text()
