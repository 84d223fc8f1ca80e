"""In a longer language, read from left or from right, everything fits and nothing is left that cannot be translated."""

import json
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from gui.conftest import TODAY, Answers, leave
from gui.steps import work
from gui.sweeping import clipped, plain_words, settle, untranslatable
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot
from worlds import sample

from mlawriter.app.resources import Resources
from mlawriter.app.session import Session
from mlawriter.i18n.pseudo import LONG, MIRRORED
from mlawriter.resources import samples_folder
from mlawriter.ui.asking import AskInWindow
from mlawriter.ui.controls import Line, TextBox
from mlawriter.ui.editors.base import Editor
from mlawriter.ui.office import Office
from mlawriter.ui.overview import Overview
from mlawriter.ui.picker import Picker
from mlawriter.ui.settings import Folders, Settings
from mlawriter.ui.style import Words
from mlawriter.ui.texts_dialog import TextsDialog
from mlawriter.ui.window import Window

SIZES = ((1280, 820), (1024, 600))
KEYS = "Ctrl Shift Alt Del PgUp PgDown"
CURRENCIES = "EUR USD GBP CHF CAD AUD JPY CNY RUB BRL ZAR TRY SGD HKD AED"


def window_in(tag: str, resources: Resources, folder: Path) -> Window:
    folders = Folders(folder / "config", folder / "data")
    folders.write_settings(Settings(language=tag))
    return Window(Office(resources, folders, lambda: TODAY, Answers()))


@pytest.fixture
def long(resources: Resources, tmp_path: Path, qtbot: QtBot) -> Window:
    return shown(window_in(LONG, resources, tmp_path), qtbot)


@pytest.fixture
def mirrored(resources: Resources, tmp_path: Path, qtbot: QtBot) -> Window:
    return shown(window_in(MIRRORED, resources, tmp_path), qtbot)


def shown(window: Window, qtbot: QtBot) -> Window:
    qtbot.addWidget(window, before_close_func=leave)
    window.show()
    settle()
    return window


def take_up(window: Window, name: str) -> None:
    case = sample(name)
    window.desk.lay(Session(window.office.law, case, TODAY, case.requests[0].id))
    settle()


def names(window: Window, case: str = "") -> set[str]:
    """Words that are no messages: names of the program, of States, languages, places and months, codes, answers."""
    say, office = window.say, window.office
    told = (samples_folder() / f"{case}.json").read_text(encoding="utf-8") if case else "{}"
    words = (
        "MLA Writer",
        CURRENCIES,
        KEYS,
        *say.cldr.territories.values(),
        *say.cldr.languages.values(),
        *(name for _, name in office.named_languages()),
        *(office.languages.conventions(tag).review for tag in office.languages.available()),
        *(say.date(2026, month, 1) for month in range(1, 13)),
        *(zone.replace("_", " ") for zone in available_timezones()),
        json.dumps(json.loads(told), ensure_ascii=False),
        "Îles",
    )
    return plain_words(" ".join(words))


def printed(window: Window) -> set[str]:
    """The words of the standard texts as the letter has them: they are shown beside undertakings."""
    at = work(window)
    rows = at.bridge.reading.rows
    lists = [each for page in at.navigator.steps for each in page.page.lists if each == "guarantees"]
    found = (at.bridge.standard_text(row.id)[1] for name in lists for row in rows(name))  # type: ignore[arg-type]
    return plain_words(" ".join(found))


def sweep(window: Window, case: str) -> Iterator[str]:
    """Yield what is wrong on any page or tab, at any size."""
    known = names(window, case) | printed(window)
    for size in SIZES:
        window.resize(*size)
        settle()
        for step in work(window).navigator.steps:
            work(window).navigator.show_step(step.key)
            settle()
            shown = work(window).navigator.page
            assert shown is not None
            looked_at: list[QWidget] = [shown] if step is not work(window).navigator.steps[0] else [window]
            yield from (f"{size[0]} {step.key}: {each}" for root in looked_at for each in wrong(root, known))
        for tab in (0, 1, 2, 3):
            work(window).show_tab(tab)
            work(window).pane.letter.compose()
            settle()
            yield from (f"{size[0]} tab {tab}: {each}" for each in clipped(work(window).pane))
            if tab != 1:
                yield from (f"{size[0]} tab {tab}: {each}" for each in untranslatable(work(window).pane, known))


def wrong(root: QWidget, known: set[str]) -> list[str]:
    return [*clipped(root), *untranslatable(root, known)]


@pytest.mark.parametrize("case", ["case_c", "ext_c"])
def test_every_page_of_a_request_fits_a_longer_language(long: Window, case: str) -> None:
    take_up(long, case)
    assert list(sweep(long, case)) == []


@pytest.mark.parametrize("case", ["case_b", "ext_a"])
def test_every_page_of_a_request_fits_when_it_is_read_from_the_right(mirrored: Window, case: str) -> None:
    take_up(mirrored, case)
    assert list(sweep(mirrored, case)) == []


def test_the_welcome_page_fits(long: Window) -> None:
    for size in SIZES:
        long.resize(*size)
        settle()
        assert wrong(long, names(long)) == []


def test_dialogs_fit(long: Window) -> None:
    take_up(long, "ext_a")
    known = names(long, "ext_a")
    long.acts.overview()
    overview = long.findChild(Overview)
    long.acts.palette()
    picker = long.findChild(Picker)
    assert isinstance(overview, QDialog)
    assert isinstance(picker, Picker)
    settle()
    for each in (overview, picker):
        assert wrong(each, known) == []
        each.close()


def test_the_dialog_of_own_texts_fits(mirrored: Window) -> None:
    take_up(mirrored, "case_b")
    place = mirrored._place
    assert place is not None
    place.translate_texts()
    dialog = mirrored.findChild(TextsDialog)
    assert isinstance(dialog, QDialog)
    settle()
    assert wrong(dialog, names(mirrored, "case_b")) == []
    dialog.close()


def test_the_dialog_of_translations_fits(mirrored: Window) -> None:
    dialog = mirrored.acts.translations()
    dialog.resize(980, 560)
    line = dialog.model.row_of(next(each.id for each in dialog.bench.lines if len(each.entry.source) > 1))
    known = names(mirrored) | plain_words(" ".join(part for each in dialog.bench.lines for part in said(each.entry)))
    dialog._choose(line)
    settle()
    assert len(dialog.form.boxes) == 6, "Arabic has six forms"
    assert wrong(dialog, known) == []
    assert dialog.form.boxes[0].layoutDirection() is Qt.LayoutDirection.RightToLeft


def said(entry: object) -> tuple[str, ...]:
    from mlawriter.i18n.po import Entry

    assert isinstance(entry, Entry)
    return (entry.context, *entry.source, *entry.target, *entry.notes)


def test_questions_are_asked_in_the_language_of_the_window(mirrored: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    from mlawriter.ui.queries import LEAVE

    seen: list[str] = []

    def look(box: QMessageBox) -> int:
        seen.extend(untranslatable(box, set()))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    AskInWindow(mirrored.say).choose(LEAVE)
    assert seen == []


def test_a_text_that_nobody_can_translate_is_found(long: Window) -> None:
    take_up(long, "case_b")
    work(long).navigator.onward.setText("Press here")
    assert any("Press here" in each for each in untranslatable(work(long), names(long, "case_b")))


def test_a_text_that_does_not_fit_is_found(long: Window) -> None:
    take_up(long, "case_b")
    work(long).navigator.onward.setFixedWidth(30)
    assert any("needs" in each for each in clipped(work(long)))


def test_the_law_is_read_from_the_right_in_a_mirrored_window(mirrored: Window) -> None:
    take_up(mirrored, "case_b")
    work(mirrored).show_tab(2)
    page = work(mirrored).pane.law.page
    assert isinstance(page, QTextBrowser)
    first = page.document().begin()
    assert first.textDirection() is Qt.LayoutDirection.RightToLeft


def test_a_line_for_numbers_stands_where_the_others_do(mirrored: Window) -> None:
    take_up(mirrored, "case_b")
    work(mirrored).navigator.show_step("states_and_basis")
    settle()
    line = Line(ltr=True)
    plain = Line()
    editor = Editor(next(work(mirrored).navigator.questions()), work(mirrored).bridge.setting)
    for each in (line, plain):
        editor.add_line(each)
    editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    editor.resize(1200, 100)
    editor.show()
    settle()
    assert line.geometry().right() == plain.geometry().right() == editor.width() - 1
    editor.close()


@pytest.mark.parametrize(("text", "from_right"), [("جريمة واحدة", True), ("one offence", False), ("12 جريمة", True)])
def test_a_box_begins_at_the_side_that_its_text_is_read_from(text: str, *, from_right: bool) -> None:
    box = TextBox()
    box.setPlainText(text)
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    assert box.document().defaultTextOption().alignment() == side


def test_words_in_other_letters_begin_where_the_window_is_read_from(mirrored: Window) -> None:
    assert Words("MLA Writer").alignment() & Qt.AlignmentFlag.AlignLeft
    words = next(each for each in mirrored.findChildren(Words) if each.text() == "MLA Writer")
    assert words.alignment() & Qt.AlignmentFlag.AlignRight
