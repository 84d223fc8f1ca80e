"""The window speaks another language at once, and can be read from right to left."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest
from gui.steps import field, page, path, type_into, work
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from mlawriter.app.resources import Resources
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry
from mlawriter.i18n.po_writing import new_head, po_text
from mlawriter.i18n.translator import Translator
from mlawriter.model.values import Text
from mlawriter.ui import application
from mlawriter.ui.application import open_window
from mlawriter.ui.asking import AskInWindow
from mlawriter.ui.collation import in_order
from mlawriter.ui.office import Office
from mlawriter.ui.qt_words import OwnWords, qt_translator
from mlawriter.ui.settings import Folders
from mlawriter.ui.window import Window

OPEN = Message("&Open…", context="menu")


def mirrored(office: Office) -> Translator:
    english = office.translator("en")
    return replace(english, conventions=replace(english.conventions, rtl=True))


def test_another_language_keeps_case_and_step(at_work: Window, qtbot: QtBot) -> None:
    type_into(at_work, "case.case_name", "Velk")
    at_work.speak("fr")
    assert work(at_work).navigator.key == "proceedings"
    assert work(at_work).bridge.say.language == "fr"
    assert work(at_work).bridge.case.answers[path("case.case_name")] == Text("Velk")
    assert at_work.office.folders.read_settings().language == "fr"
    type_into(at_work, "case.case_name", "!")
    assert work(at_work).bridge.case.answers[path("case.case_name")] == Text("Velk!")


def test_the_languages_are_in_a_menu(at_work: Window, qtbot: QtBot) -> None:
    names = [action.text() for menu in at_work.menuBar().findChildren(QMenu) for action in menu.actions()]
    assert "français" in names
    french = next(
        action
        for menu in at_work.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if action.text() == "français"
    )
    french.trigger()
    qtbot.waitUntil(lambda: at_work.say.language == "fr")


def test_the_welcome_page_changes_its_language_too(window: Window) -> None:
    window.speak("fr")
    assert window.welcome is not None
    assert window.say.language == "fr"


def test_the_window_is_mirrored_for_a_script_from_right_to_left(at_work: Window, office: Office) -> None:
    at_work.say = mirrored(office)
    at_work.rebuild()
    assert at_work.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert page(at_work).layoutDirection() is Qt.LayoutDirection.RightToLeft
    work(at_work).navigator.show_step("persons")


def test_references_stay_left_to_right(at_work: Window, office: Office) -> None:
    at_work.say = mirrored(office)
    at_work.rebuild()
    work(at_work).navigator.show_step("proceedings")
    line = field(at_work, "request.our_ref").editor.focusProxy()
    assert line is not None
    assert line.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_shape_of_the_window_is_kept_for_each_direction(window: Window, office: Office) -> None:
    window.resize(900, 700)
    window.close()
    assert [direction for direction, _ in office.folders.read_settings().windows] == ["ltr"]


def test_each_direction_has_a_shape_of_its_own(window: Window, office: Office) -> None:
    window.resize(700, 600)
    window.speak("ar")
    window.resize(750, 500)
    window.speak("en")
    assert (window.width(), window.height()) == (700, 600)
    assert sorted(direction for direction, _ in office.folders.read_settings().windows) == ["ltr", "rtl"]


def test_another_language_reaches_questions_and_the_words_of_qt(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "usual_folders", lambda: Folders(tmp_path, tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = open_window(language="en")
    qtbot.addWidget(window)
    window.speak("ar")
    assert isinstance(window.office.ask, AskInWindow)
    assert window.office.ask.say.language == "ar"
    box = QMessageBox(QMessageBox.Icon.Information, "", "", QMessageBox.StandardButton.Cancel)
    assert box.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert box.button(QMessageBox.StandardButton.Cancel).text() not in {"Cancel", ""}
    window.speak("en")
    assert QMessageBox().layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize(
    ("language", "given", "wanted"),
    [
        ("en", ["Suisse", "États-Unis", "eau", "Espagne"], ["eau", "Espagne", "États-Unis", "Suisse"]),
        ("es", ["Ñandú", "Omán", "Nube"], ["Nube", "Ñandú", "Omán"]),
        ("ru", ["Жуть", "Ёлка", "Япония", "Египет"], ["Египет", "Ёлка", "Жуть", "Япония"]),
        ("zh", ["中国", "法国", "德国", "阿富汗"], ["阿富汗", "德国", "法国", "中国"]),
    ],
)
def test_lists_are_in_the_order_of_the_language(
    office: Office, language: str, given: list[str], wanted: list[str]
) -> None:
    assert in_order(given, office.translator(language)) == wanted


def test_qt_speaks_its_own_translation_or_ours(office: Office) -> None:
    russian, portuguese = office.translator("ru"), office.translator("pt")
    assert qt_translator(russian) is not None
    assert qt_translator(office.translator("zh")) is not None
    assert qt_translator(portuguese) is None, "Qt has Brazilian words only"
    assert OwnWords(portuguese).translate("QPlatformTheme", "Cancel") == "Cancelar"
    assert OwnWords(portuguese).translate("QPlatformTheme", "something else") is None


def longer(words: str) -> str:
    return f"{words} {words[: len(words) // 2]}" if words else words


def test_a_language_half_as_long_again_needs_no_scrolling_sideways(
    at_work: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Translator.pattern
    monkeypatch.setattr(Translator, "pattern", lambda say, message: longer(plain(say, message)))
    at_work.resize(1280, 800)
    at_work.rebuild()
    for step in work(at_work).navigator.steps:
        work(at_work).navigator.show_step(step.key)
        shown = work(at_work).navigator.page
        assert shown is not None
        QApplication.processEvents()
        assert shown.horizontalScrollBar().maximum() == 0, step.key


def test_answers_in_the_letter_can_be_read_on_a_dark_desktop(at_work: Window, qtbot: QtBot) -> None:
    type_into(at_work, "case.case_name", "Velk")
    letter = work(at_work).pane.letter
    work(at_work).show_tab(1)
    letter.refresh()
    letter.compose()
    cursor = letter.page.document().find("Velk")
    assert cursor.charFormat().isAnchor()
    assert cursor.charFormat().foreground().style() is Qt.BrushStyle.NoBrush


def test_catalogues_of_the_user_are_taken_up_when_the_window_is_entered_again(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    own = replace(office, resources=Resources(own_locales=tmp_path), language="fr")
    window = Window(own)
    qtbot.addWidget(window)
    assert window.say(OPEN) == "&Ouvrir…"
    ours = Entry(context="menu", source=(OPEN.text,), target=("O&uvrir un dossier…",))
    (tmp_path / "fr.po").write_text(po_text(new_head("fr", ""), (ours,)), encoding="utf-8")
    window.reread()
    assert window.say(OPEN) == "O&uvrir un dossier…"
    assert window.actions_by_id["open"].text() == "O&uvrir un dossier…"


def test_a_language_for_testing_can_be_asked_for_at_the_start(office: Office, qtbot: QtBot) -> None:
    before = office.folders.read_settings()
    window = Window(replace(office, language="qps-plocm"))
    qtbot.addWidget(window)
    assert window.say.rtl
    assert office.folders.read_settings() == before
