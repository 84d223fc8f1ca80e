"""Messages can be seen, sought and translated in the window, and a text leads to its message."""

from pathlib import Path

import pytest
from gui.conftest import TODAY, Answers, leave
from gui.steps import work
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mlawriter.app.resources import Resources
from mlawriter.i18n.message import Message
from mlawriter.ui.office import Office
from mlawriter.ui.settings import Folders, Settings
from mlawriter.ui.start_form import Start
from mlawriter.ui.translations import Translations
from mlawriter.ui.window import Window

NEXT = Message("Next: {step}", context="button")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "data" / "locales"


@pytest.fixture
def spanish(own: Path, answers: Answers, tmp_path: Path, qtbot: QtBot) -> Window:
    """A window in Spanish, at work, whose user has a folder for catalogues."""
    folders = Folders(tmp_path / "config", tmp_path / "data")
    folders.write_settings(Settings(language="es"))
    window = Window(Office(Resources(own_locales=own), folders, lambda: TODAY, answers))
    qtbot.addWidget(window, before_close_func=leave)
    window.show()
    window.acts.begin(Start(kind="mla", requesting="FR", requested="MD", basis="untoc"))
    return window


def find(dialog: Translations, words: str) -> None:
    dialog.search.setText(words)
    dialog._choose(0)


def write_own(own: Path, words: str, language: str = "es") -> None:
    file = own / language / "LC_MESSAGES" / "ui.po"
    file.parent.mkdir(parents=True)
    file.write_text(f'msgctxt "button"\nmsgid "Next: {{step}}"\nmsgstr "{words}"\n', encoding="utf-8")


def test_it_begins_with_the_language_of_the_window(spanish: Window) -> None:
    dialog = spanish.acts.translations()
    assert dialog.language.currentText() == "español"
    assert "Not reviewed" in dialog.review.text()
    assert len(dialog.model.lines) == len(dialog.bench.lines)


def test_a_translation_is_kept_and_live_at_once(spanish: Window, own: Path) -> None:
    dialog = spanish.acts.translations()
    find(dialog, "Next: {step}")
    dialog.form.boxes[0].setPlainText("Adelante: {step}")
    dialog.form.keep.click()
    assert work(spanish).navigator.onward.text().startswith("Adelante")
    assert (own / "es" / "LC_MESSAGES" / "ui.po").is_file()


def test_a_translation_without_its_placeholder_is_not_kept(spanish: Window) -> None:
    dialog = spanish.acts.translations()
    find(dialog, "Next: {step}")
    dialog.form.boxes[0].setPlainText("Adelante")
    assert not dialog.form.keep.isEnabled()
    assert dialog.form.remarks.text()


def test_taking_the_words_away_brings_back_those_of_the_program(spanish: Window) -> None:
    dialog = spanish.acts.translations()
    for words in ("Adelante: {step}", ""):
        find(dialog, "Next: {step}")
        dialog.form.boxes[0].setPlainText(words)
        dialog.form.keep.click()
    assert work(spanish).navigator.onward.text().startswith("Siguiente")


def test_files_put_into_the_folder_are_read_without_a_new_start(spanish: Window, own: Path) -> None:
    dialog = spanish.acts.translations()
    write_own(own, "Sigamos: {step}")
    dialog.reread()
    assert work(spanish).navigator.onward.text().startswith("Sigamos")


def test_the_dialog_follows_when_the_window_reads_files_again(spanish: Window, own: Path, qtbot: QtBot) -> None:
    dialog = spanish.acts.translations()
    write_own(own, "Sigamos: {step}")
    spanish.reread()
    qtbot.waitUntil(lambda: any(line.is_own for line in dialog.bench.lines))


def test_english_fills_the_gaps_of_a_language_that_is_only_begun(spanish: Window, own: Path) -> None:
    write_own(own, "Weiter: {step}", "de")
    dialog = spanish.acts.translations()
    dialog.reread()
    dialog.choose_language("de")
    assert sum(line.is_done for line in dialog.bench.lines) == 1
    spanish.speak("de")
    assert work(spanish).navigator.onward.text() == "Weiter: Authorities"


def test_what_fails_the_proof_is_listed(spanish: Window, own: Path) -> None:
    write_own(own, "Sigamos")
    spanish.reread()
    dialog = spanish.acts.translations()
    while dialog.bench.prove(2_000):
        pass
    dialog.filter.setCurrentIndex(dialog.filter.findData("wrong"))
    dialog._list()
    assert "Sigamos" in {line.entry.target[0] for line in dialog.model.lines}


def test_a_part_narrows_the_list(spanish: Window) -> None:
    dialog = spanish.acts.translations()
    letters = dialog.tree.topLevelItem(2)
    assert letters is not None
    dialog.tree.setCurrentItem(letters)
    assert {line.domain for line in dialog.model.lines} == {"document"}


def test_messages_go_out_as_a_table_and_come_back(spanish: Window, answers: Answers, tmp_path: Path) -> None:
    dialog = spanish.acts.translations()
    find(dialog, "Next: {step}")
    table = tmp_path / "es.xlsx"
    answers.files = [table, table]
    dialog.files.give_out(dialog.model.lines)
    dialog.files.take_in()
    assert answers.asked[-1].text == "{n} translation was taken over."


def test_a_table_that_is_none_is_refused_kindly(spanish: Window, answers: Answers, tmp_path: Path) -> None:
    dialog = spanish.acts.translations()
    file = tmp_path / "es.xlsx"
    file.write_text("nothing", encoding="utf-8")
    answers.files = [file]
    dialog.files.take_in()
    assert len(answers.asked) == 2


def pointing(window: Window, qtbot: QtBot) -> None:
    window.acts.point()
    qtbot.waitUntil(lambda: window.is_pointing)


def behind(window: Window, widget: QWidget) -> Translations:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    dialog = window.findChild(Translations)
    assert isinstance(dialog, Translations)
    return dialog


def test_a_click_on_a_button_shows_its_message(spanish: Window, qtbot: QtBot) -> None:
    pointing(spanish, qtbot)
    key = work(spanish).navigator.key
    dialog = behind(spanish, work(spanish).navigator.onward)
    assert dialog.form.line is not None
    assert dialog.form.line.entry.source == ("Next: {step}",)
    assert work(spanish).navigator.key == key, "the click is not for the button"


def test_a_click_on_a_label_shows_the_question_behind_it(spanish: Window, qtbot: QtBot) -> None:
    pointing(spanish, qtbot)
    label = next(each for each in work(spanish).navigator.findChildren(QLabel) if each.buddy())
    dialog = behind(spanish, label)
    assert dialog.form.line is not None
    assert dialog.form.line.domain == "knowledge"


def test_a_click_on_a_sentence_of_the_letter_shows_its_clause(spanish: Window, qtbot: QtBot) -> None:
    pointing(spanish, qtbot)
    work(spanish).show_tab(1)
    page = work(spanish).pane.letter.page
    qtbot.waitUntil(lambda: page.document().blockCount() > 20)
    block = next(block for at in range(40) if len((block := page.document().findBlockByNumber(at)).text()) > 60)
    heard = spanish.office.heard
    assert heard is not None
    assert any(origin.context.startswith("clause") for origin in heard.behind(block.text(), 30))
    assert behind(spanish, page.viewport()).model.lines


def test_with_ctrl_a_click_works_as_usual_and_so_does_any_after_the_mode(spanish: Window, qtbot: QtBot) -> None:
    pointing(spanish, qtbot)
    onward = work(spanish).navigator.onward
    QTest.mouseClick(onward, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert work(spanish).navigator.key == "authorities"
    spanish.acts.point()
    qtbot.waitUntil(lambda: not spanish.is_pointing)
    QTest.mouseClick(work(spanish).navigator.onward, Qt.MouseButton.LeftButton)
    assert work(spanish).navigator.key != "authorities"


def test_what_somebody_typed_has_no_message(spanish: Window, qtbot: QtBot) -> None:
    pointing(spanish, qtbot)
    dialog = spanish.acts.translations()
    dialog.show_behind("Popescu", ())
    assert dialog.form.line is None
    assert "Popescu" in dialog.count.text()


def test_nothing_of_it_is_loaded_before_it_is_wanted() -> None:
    import subprocess
    import sys

    code = (
        "import sys, mlawriter.ui.application, mlawriter.ui.workplace;"
        "print(sorted({'mlawriter.ui.translations', 'mlawriter.ui.pointing', 'mlawriter.app.workbench', "
        "'mlawriter.app.exchange', 'mlawriter.i18n.listening'} & sys.modules.keys()))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
