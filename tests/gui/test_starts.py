"""A finding offers the requests that can be begun from it; one click adds such a request to the case."""

import pytest
from gui.conftest import TODAY
from gui.steps import path, work
from pytestqt.qtbot import QtBot
from worlds import CASES, case_of

from mlawriter.app.session import Session
from mlawriter.model.ids import Scope
from mlawriter.ui.office import Office
from mlawriter.ui.starts import Starts
from mlawriter.ui.window import Window


@pytest.fixture
def national(window: Window, office: Office) -> Window:
    """The window with a request for a national of a State that never extradites its nationals."""
    case, _ = case_of(CASES / "extradition/c025_national_not_extradited.toml")
    window.desk.lay(Session(office.law, case, TODAY, case.requests[0].id))
    return window


def choose(window: Window, check: str) -> Starts:
    """Choose the finding of a check."""
    findings = work(window).pane.findings
    lines = range(findings.model.rowCount())
    line = next(at for at in lines if (found := findings.model.finding(at)) and found.check == check)
    findings.list.setCurrentIndex(findings.model.index(line))
    return findings.starts


def test_a_finding_offers_what_can_be_begun_from_it(national: Window) -> None:
    starts = choose(national, "national_not_extradited")
    assert list(starts.buttons) == ["ext_prosecution", "ext_enforcement"]
    assert "Prosecution instead of extradition" in starts.buttons["ext_prosecution"].text()


def test_other_findings_offer_nothing(national: Window) -> None:
    choose(national, "national_not_extradited")
    assert not choose(national, "field.request.our_ref").isVisibleTo(national)


def test_a_click_adds_the_request_to_the_case(national: Window, qtbot: QtBot) -> None:
    before = national.work
    choose(national, "national_not_extradited").buttons["ext_prosecution"].click()
    qtbot.waitUntil(lambda: national.work is not before, timeout=10_000)
    assert work(national).bridge.kind.id == "ext_prosecution"
    assert [request.kind for request in work(national).bridge.case.requests] == ["ext_accused", "ext_prosecution"]
    words = work(national).bridge.reading.words(path("request.primary_basis", request=Scope("r2")))
    assert "Transnational Organized Crime" in words


def test_what_the_case_holds_already_is_not_offered_again(national: Window, qtbot: QtBot) -> None:
    before = national.work
    work(national).bridge.session.add_request("ext_enforcement")
    qtbot.waitUntil(lambda: national.work is not before, timeout=10_000)
    second = national.work
    national.desk.turn_to(national.work.bridge.case.requests[0].id)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: national.work is not second, timeout=10_000)
    assert list(choose(national, "national_not_extradited").buttons) == ["ext_prosecution"]
