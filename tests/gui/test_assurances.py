"""Assurances of extradition in the window: what is asked of each, the text that is printed, status and reliability."""

import pytest
from gui.steps import field, path, rows, wording, work

from mlawriter.model.ids import RowId
from mlawriter.model.values import Choice, YesNo
from mlawriter.ui.row_list import RowList
from mlawriter.ui.start_form import Start
from mlawriter.ui.window import Window


@pytest.fixture
def asked(window: Window) -> RowList:
    """The list of assurances of a request for extradition, with one in it that asks for little."""
    window.acts.begin(Start(kind="ext_accused", requesting="FR", requested="MD", basis="ece"))
    work(window).navigator.show_step("assurances")
    listed = rows(window, "guarantees")
    listed.add("ext_speciality")
    return listed


def chosen(listed: RowList) -> RowId:
    row = listed.table.selected()
    assert row is not None
    return row


def members(listed: RowList) -> set[str]:
    assert listed._fields is not None
    return {each.field.partition(".")[2] for each in listed._fields.views}


def cells(listed: RowList) -> list[str]:
    entries = (listed.table.item(0, column) for column in range(listed.table.columnCount()))
    return [entry.text() for entry in entries if entry]


def test_an_administrative_assurance_asks_for_little(asked: RowList) -> None:
    assert {"status", "law_basis"} <= members(asked)
    assert not {"facility", "monitoring_private", "c02", "limbs"} & members(asked)


def test_an_assurance_on_treatment_asks_who_watches_over_it(asked: RowList) -> None:
    asked.add("ext_torture")
    assert {"facility", "monitoring_private", "binds_local"} <= members(asked)


def test_a_question_gets_its_place_when_it_arises(window: Window, asked: RowList) -> None:
    row = chosen(asked)
    work(window).bridge.answer(path("guarantee.assess", row), YesNo(True))
    assert asked._fields is not None
    shown = [str(each.field) for each in asked._fields.views]
    assert shown.index("guarantee.assess") < shown.index("guarantee.c02")
    assert not field(window, "guarantee.c02", row).isHidden()


def test_status_and_reliability_stand_in_the_list(window: Window, asked: RowList) -> None:
    row = chosen(asked)
    work(window).bridge.answer(path("guarantee.status", row), Choice("signed"))
    work(window).bridge.answer(path("guarantee.c02", row), Choice("no"))
    assert cells(asked) == ["Rule of speciality", "signed", "weak"]


def test_the_text_that_is_printed_is_shown(asked: RowList) -> None:
    assert "within forty-five days of the final discharge" in wording(asked).standard.text()


def test_statuses_of_undertakings_in_legal_assistance_are_not_offered(window: Window, asked: RowList) -> None:
    view = field(window, "guarantee.status", chosen(asked))
    kind = work(window).bridge.kind
    offered = view.question.options(work(window).bridge.index, work(window).bridge.say, kind)
    assert "signed" in offered
    assert "in_letter" not in offered
