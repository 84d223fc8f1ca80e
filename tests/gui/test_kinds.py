"""Every kind of request can be begun, walked through and finished in the window."""

import pytest
from gui.steps import rows, work
from worlds import the_law

from mlawriter.app.route import FINISH
from mlawriter.ui.export_form import FinishPage
from mlawriter.ui.start_form import Start, StartForm
from mlawriter.ui.window import Window

KINDS = tuple(the_law().knowledge.requests)


def test_the_first_page_offers_every_kind(window: Window) -> None:
    form = window.findChild(StartForm)
    assert isinstance(form, StartForm)
    assert {form.kind.itemData(at) for at in range(form.kind.count())} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_of_every_kind_opens(window: Window, kind: str) -> None:
    window.acts.begin(Start(kind=kind, requesting="FR", requested="MD", basis="untoc"))
    navigator = work(window).navigator
    for step in tuple(navigator.steps):
        navigator.show_step(step.key)
        assert navigator.key == step.key


@pytest.mark.parametrize("kind", [each for each in KINDS if the_law().knowledge.requests[each].modules])
def test_an_item_of_every_kind_is_added_and_the_last_page_opens(window: Window, kind: str) -> None:
    window.acts.begin(Start(kind=kind, requesting="FR", requested="MD", basis="untoc"))
    wanted = the_law().knowledge.requests[kind]
    page = next(page.id for page in wanted.pages if "items" in page.lists)
    work(window).navigator.show_step(page)
    rows(window, "items").add(wanted.modules[0])
    assert work(window).navigator.key.startswith(f"{page}/")
    work(window).navigator.show_step(FINISH.id)
    assert isinstance(work(window).navigator.page, FinishPage)
