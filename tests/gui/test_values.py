"""The values that apply to a request: in the tab of the law, and with the finding that goes by them."""

from gui.steps import path, press, work
from PySide6.QtCore import QUrl

from mlawriter.model.values import Choice, Day
from mlawriter.ui.law_view import LawView
from mlawriter.ui.window import Window


def law(window: Window) -> LawView:
    press(window, "Alt+3")
    return work(window).pane.law


def test_the_law_tab_shows_the_values_that_apply_and_keeps_them_fresh(at_work: Window) -> None:
    shown = law(at_work)
    shown.show_values()
    said = shown.page.toPlainText()
    assert "Days normally needed to carry out a request" in said
    assert "30 program default, not law" in said
    work(at_work).bridge.answer(path("request.primary_basis"), Choice("riyadh"))
    assert "Riyadh Agreement 22 (not verified)" in shown.page.toPlainText()


def test_a_value_leads_to_all_that_is_known_of_it(at_work: Window) -> None:
    shown = law(at_work)
    shown.show_values()
    shown.page.anchorClicked.emit(QUrl("rule:safe_conduct_days"))
    assert "Riyadh Agreement 22: 30" in shown.page.toPlainText()
    work(at_work).bridge.answer(path("request.primary_basis"), Choice("riyadh"))
    assert "What each instrument says" in shown.page.toPlainText()


def test_a_finding_says_which_value_it_goes_by(at_work: Window) -> None:
    for name in ("request.date", "request.deadline"):
        work(at_work).bridge.answer(path(name), Day(2026, 3, 10))
    press(at_work, "Alt+1")
    findings = work(at_work).pane.findings
    findings.settle()
    line = findings.model.line_of(("deadline_too_near", path("request.urgent")))
    findings.list.setCurrentIndex(findings.model.index(line))
    assert "carry out a request: 30 [program default, not law]" in findings.why.text()
