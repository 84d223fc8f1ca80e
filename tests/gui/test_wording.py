"""The wording of undertakings in the window: standard text, own wording, what was changed by hand."""

import pytest
from gui.steps import press, rows, wording, work
from PySide6.QtWidgets import QPlainTextEdit

from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, RowId
from mlawriter.model.values import Language, Text
from mlawriter.ui.row_list import RowList
from mlawriter.ui.window import Window

OWN = FieldName("guarantee.own_text")


@pytest.fixture
def given(at_work: Window) -> RowList:
    """The list of undertakings with one in it."""
    work(at_work).navigator.show_step("undertakings")
    listed = rows(at_work, "guarantees")
    listed.add("reciprocity")
    return listed


def place(window: Window, given: RowList) -> Path:
    row = given.table.selected()
    assert row is not None
    return Path(work(window).bridge.reading.scope, OWN, RowId(row))


def own_text(window: Window, given: RowList) -> str:
    answer = work(window).bridge.case.answers.get(place(window, given))
    return answer.text if isinstance(answer, Text) else ""


def change(window: Window, given: RowList, text: str) -> None:
    view = given.view_of(place(window, given))
    assert view is not None
    box = view.editor.focusProxy()
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText(text)
    view.editor.commit()


def name(given: RowList) -> str:
    entry = given.table.item(0, 0)
    assert entry is not None
    return entry.text()


def advised(window: Window) -> set[str]:
    return {finding.check for finding in work(window).bridge.report.findings}


def test_the_standard_text_can_be_edited(at_work: Window, given: RowList) -> None:
    wording(given).edit.click()
    assert own_text(at_work, given) == wording(given).standard.text()
    assert "changed by hand" not in name(given)
    assert "undertaking_changed" not in advised(at_work)


def test_a_changed_wording_is_marked_in_the_list_and_in_the_findings(at_work: Window, given: RowList) -> None:
    wording(given).edit.click()
    change(at_work, given, own_text(at_work, given) + " This holds until 2030.")
    assert "changed by hand" in name(given)
    assert "changed by hand" in given.caption.text()
    assert not wording(given).changed.isHidden()
    assert wording(given).standard.text().startswith("The requesting State")
    assert "undertaking_changed" in advised(at_work)


def test_the_standard_text_comes_back(at_work: Window, given: RowList) -> None:
    wording(given).edit.click()
    change(at_work, given, "We promise the same.")
    wording(given).restore.click()
    assert own_text(at_work, given) == ""
    assert "changed by hand" not in name(given)
    assert wording(given).restore.isHidden()


def test_starting_from_the_standard_text_is_one_step_back(at_work: Window, given: RowList) -> None:
    wording(given).edit.click()
    press(at_work, "Ctrl+Z")
    assert own_text(at_work, given) == ""
    assert not any(path.field == "guarantee.started_from" for path in work(at_work).bridge.case.answers)


def test_the_text_is_that_of_the_language_of_the_letter(at_work: Window, given: RowList) -> None:
    bridge = work(at_work).bridge
    bridge.answer(Path(bridge.reading.scope, FieldName("request.letter_language")), Language("fr"))
    wording(given).edit.click()
    assert "État requérant" in own_text(at_work, given)
    assert "changed by hand" not in name(given)
