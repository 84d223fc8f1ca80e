"""The drafter's own texts in another language, and letters in two, from the window."""

from pathlib import Path as File

import pytest
from gui.conftest import Answers
from gui.steps import path, press, type_into, work
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from mlawriter.app.route import FINISH
from mlawriter.app.translation_order import TRANSLATION
from mlawriter.i18n.message import Message
from mlawriter.model.values import Text
from mlawriter.ui.export_form import FinishPage
from mlawriter.ui.texts_dialog import TextsDialog
from mlawriter.ui.window import Window

PURPOSE = path("request.purpose")


@pytest.fixture
def with_text(at_work: Window) -> Window:
    type_into(at_work, "request.purpose", "To prove the fraud.")
    return at_work


def dialog(window: Window) -> TextsDialog:
    window.actions_by_id["texts"].trigger()
    found = window.findChild(TextsDialog)
    assert found is not None
    found.into.setCurrentIndex(found.into.findData("fr"))
    found.refresh()
    return found


def translate(shown: TextsDialog, words: str) -> None:
    shown.table.selectRow(0)
    shown.translation.setPlainText(words)
    shown.take()


def finish(window: Window) -> FinishPage:
    work(window).navigator.show_step(FINISH.id)
    page = work(window).navigator.page
    assert isinstance(page, FinishPage)
    return page


def words(window: Window) -> Text | None:
    made = work(window).bridge.case.translations.get((PURPOSE, "fr"))
    return made.words if made and isinstance(made.words, Text) else None


def test_a_text_is_translated_in_the_window_and_undone(with_text: Window) -> None:
    shown = dialog(with_text)
    assert shown.original.toPlainText() == "To prove the fraud."
    translate(shown, "Prouver la fraude.")
    assert words(with_text) == Text("Prouver la fraude.")
    state = shown.table.item(0, 1)
    assert state is not None
    assert state.text() == "translated"
    shown.accept()
    press(with_text, "Ctrl+Z")
    assert words(with_text) is None
    press(with_text, "Ctrl+Shift+Z")
    assert words(with_text) == Text("Prouver la fraude.")


def test_an_emptied_translation_is_none(with_text: Window) -> None:
    shown = dialog(with_text)
    translate(shown, "Prouver la fraude.")
    translate(shown, " ")
    assert words(with_text) is None


def test_a_changed_original_is_said(with_text: Window) -> None:
    shown = dialog(with_text)
    translate(shown, "Prouver la fraude.")
    shown.accept()
    type_into(with_text, "request.purpose", "To prove the theft.")
    again = TextsDialog(work(with_text).bridge, (("en", "English"), ("fr", "français")), lambda _: False, with_text)
    again.into.setCurrentIndex(1)
    again.refresh()
    state = again.table.item(0, 1)
    assert state is not None
    assert state.text() == "original changed since"
    assert again.translation.toPlainText() == "Prouver la fraude."


def test_the_language_one_writes_in_is_kept_with_the_case(with_text: Window) -> None:
    shown = dialog(with_text)
    shown.own.setCurrentIndex(shown.own.findData("en"))
    shown.own.activated.emit(shown.own.currentIndex())
    assert work(with_text).bridge.case.language == "en"


def test_a_right_to_left_translation_is_typed_so(with_text: Window) -> None:
    shown = dialog(with_text)
    shown.into.setCurrentIndex(shown.into.findData("ar"))
    shown.refresh()
    assert shown.translation.isRightToLeft()
    assert not shown.original.isRightToLeft()


@pytest.mark.parametrize("ending", ["xlsx", "docx"])
def test_a_table_is_written_from_the_window(with_text: Window, answers: Answers, tmp_path: File, ending: str) -> None:
    file = tmp_path / f"texts.{ending}"
    answers.ways, answers.files = [ending], [file]
    shown = dialog(with_text)
    shown.write_wanted.emit("fr")
    assert file.is_file()


def test_a_table_that_came_back_is_taken_in_one_step(with_text: Window, answers: Answers, tmp_path: File) -> None:
    file = tmp_path / "texts.xlsx"
    answers.ways, answers.files = ["xlsx", "xlsx"], [file, file]
    shown = dialog(with_text)
    shown.write_wanted.emit("fr")
    book = load_workbook(file)
    book.worksheets[0].cell(2, TRANSLATION + 1).value = "Prouver la fraude."
    book.save(file)
    shown.read_wanted.emit()
    assert words(with_text) == Text("Prouver la fraude.")
    assert shown.translation.toPlainText() == "Prouver la fraude."
    shown.accept()
    press(with_text, "Ctrl+Z")
    assert words(with_text) is None


def test_a_file_that_is_no_table_is_refused(with_text: Window, answers: Answers, tmp_path: File) -> None:
    file = tmp_path / "texts.xlsx"
    file.write_bytes(b"no table")
    answers.ways, answers.files = ["xlsx"], [file]
    dialog(with_text).read_wanted.emit()
    assert any("no table that can be read" in each.text for each in answers.asked)


def test_the_preview_shows_the_second_language_when_it_is_chosen(with_text: Window, qtbot: QtBot) -> None:
    page = finish(with_text)
    letter = work(with_text).pane.letter
    work(with_text).pane.setCurrentWidget(letter)
    assert not page.layout_of.isEnabled()
    qtbot.waitUntil(lambda: "Request for mutual legal" in letter.page.toPlainText(), timeout=5_000)
    assert "Demande d’entraide" not in letter.page.toPlainText()
    page.second.setCurrentIndex(page.second.findData("fr"))
    page.second.activated.emit(page.second.currentIndex())
    assert page.layout_of.isEnabled()
    qtbot.waitUntil(lambda: "Demande d’entraide" in letter.page.toPlainText(), timeout=5_000)
    assert "[to be translated]" in letter.page.toPlainText() or "[à traduire]" in letter.page.toPlainText()


def test_a_letter_in_two_languages_is_written_and_what_is_not_translated_is_said(
    with_text: Window, answers: Answers, tmp_path: File
) -> None:
    page, file = finish(with_text), tmp_path / "letter.txt"
    answers.files = [file]
    page.second.setCurrentIndex(page.second.findData("fr"))
    page.format.setCurrentIndex(page.format.findData("txt"))
    page.export.click()
    text = file.read_text(encoding="utf-8")
    assert "MUTUAL LEGAL" in text
    assert "ENTRAIDE JUDICIAIRE" in text
    assert answers.asked[-1].text == Message("You find it here:\n{file}").text
    assert "1 of your own texts is not translated into French" in answers.details[-1]
    issued = {entry.language for entry in work(with_text).bridge.case.issued}
    assert issued == {"en", "fr"}
