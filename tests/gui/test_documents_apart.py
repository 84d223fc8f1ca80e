"""Documents of their own beside the letter: looked at, exported one by one, or all in a folder."""

from dataclasses import replace
from pathlib import Path

from gui.conftest import TODAY, Answers
from gui.steps import press, rows, type_into, work
from pytestqt.qtbot import QtBot
from worlds import sample

from mlawriter.app.completeness import completeness
from mlawriter.app.resources import Resources
from mlawriter.app.route import FINISH
from mlawriter.app.session import Session
from mlawriter.model.ids import RequestId
from mlawriter.ui.export_form import EVERYTHING, FinishPage, Wanted
from mlawriter.ui.exporting import Exporter
from mlawriter.ui.office import Office
from mlawriter.ui.window import Window


def invite(window: Window) -> None:
    work(window).navigator.show_step("assistance")
    rows(window, "items").add("voluntary_appearance")
    item = work(window).navigator.key.partition("/")[2]
    type_into(window, "item.item_title", "Appearance of a witness", item)


def finish(window: Window) -> FinishPage:
    work(window).navigator.show_step(FINISH.id)
    page = work(window).navigator.page
    assert isinstance(page, FinishPage)
    return page


def test_the_letter_tab_shows_another_document(at_work: Window, qtbot: QtBot) -> None:
    invite(at_work)
    press(at_work, "Alt+2")
    letter = work(at_work).pane.letter
    qtbot.waitUntil(lambda: letter.document.count() > 1, timeout=10_000)
    assert letter.document.isVisible()
    letter.document.setCurrentIndex(letter.document.findData("invitation.A"))
    letter.document.activated.emit(letter.document.currentIndex())
    assert "Invitation to appear" in letter.page.toPlainText()
    assert "Cover note" not in letter.page.toPlainText()


def test_one_document_is_exported(at_work: Window, answers: Answers, tmp_path: Path) -> None:
    invite(at_work)
    page = finish(at_work)
    page.document.setCurrentIndex(page.document.findData("invitation.A"))
    answers.files = [tmp_path / "invitation.txt"]
    page.format.setCurrentIndex(page.format.findData("txt"))
    page.export.click()
    assert "INVITATION TO APPEAR" in (tmp_path / "invitation.txt").read_text(encoding="utf-8")


def test_everything_goes_into_a_folder(at_work: Window, answers: Answers, tmp_path: Path) -> None:
    invite(at_work)
    page = finish(at_work)
    page.document.setCurrentIndex(page.document.findData(EVERYTHING))
    answers.files = [tmp_path / "new"]
    page.export.click()
    assert "manifest.json" in {file.name for file in (tmp_path / "new").iterdir()}
    assert "files are written" in answers.asked[-1].plural


def test_the_page_says_who_has_reviewed_the_language_of_the_letter(at_work: Window, qtbot: QtBot) -> None:
    page = finish(at_work)
    page.language.setCurrentIndex(page.language.findData("fr"))
    qtbot.waitUntil(lambda: "Not reviewed by a legal translator" in page.about.text(), timeout=10_000)


def test_a_final_letter_in_a_language_that_is_not_complete_is_refused(office: Office, answers: Answers) -> None:
    office.resources._complete["fr"] = completeness("nl", office.languages)
    session = Session(office.law, sample(), TODAY, RequestId("r1"))
    wanted = Wanted(language="fr", draft=False, format="txt")
    assert Exporter(office, office.translator("en")).export(session, wanted, Path("a.txt")) is None
    assert "not translated into this language" in answers.asked[-1].plural
    assert answers.details[-1].startswith("•")


def test_a_damaged_catalogue_of_the_user_is_told_once(office: Office, answers: Answers, tmp_path: Path) -> None:
    (tmp_path / "fr.po").write_text('"Language: fr\\n"\nmsgid "x', encoding="utf-8")
    own = replace(office, resources=Resources(own_locales=tmp_path))
    assert own.translator("fr").language == "fr"
    own.tell_damaged()
    assert [question.text for question in answers.asked] == ["{problem} It is left out; everything else works."]
    assert "fr.po" in Exporter(own, own.translator("en")).about("fr")
