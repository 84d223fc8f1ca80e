"""How pages open: complete at once, whatever is typed first."""

import pytest
from gui.conftest import TODAY
from gui.steps import enter, field, page, path, rows, type_into, work
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from worlds import sample

from mlawriter.app.session import Session
from mlawriter.model.ids import ListName, RowId
from mlawriter.model.values import Ref, Text
from mlawriter.ui.field_view import FieldView
from mlawriter.ui.page_view import Page
from mlawriter.ui.row_table import RowTable
from mlawriter.ui.window import Window


@pytest.fixture
def large(window: Window) -> Window:
    """The window with the sample whose pages ask most in legal assistance."""
    return opened(window, "case_c")


def opened(window: Window, name: str) -> Window:
    case = sample(name)
    window.desk.lay(Session(window.office.law, case, TODAY, case.requests[0].id))
    go_on()
    return window


def go_on() -> None:
    for _ in range(6):
        QApplication.processEvents()


def places(of: Page) -> dict[QWidget, QRect]:
    """Where everything that can be seen of a page stands (but not what is inside its tables)."""
    inside = {each for table in of.findChildren(RowTable) for each in table.findChildren(QWidget)}
    return {each: each.geometry() for each in of.findChildren(QWidget) if each.isVisible() and each not in inside}


@pytest.mark.parametrize("name", ["case_c", "ext_a"])
def test_every_page_has_its_layout_as_soon_as_it_is_open(window: Window, name: str) -> None:
    navigator = work(opened(window, name)).navigator
    for step in navigator.steps:
        navigator.enter(step.key)
        assert navigator.page is not None
        before = places(navigator.page)
        go_on()
        assert places(navigator.page) == before, step.key


def test_the_first_letters_move_nothing_but_what_they_are_typed_into(large: Window) -> None:
    field(large, "person.name_family", RowId("p1")).take_focus()
    before = places(page(large))
    type_into(large, "person.name_family", "ab", "p1")
    go_on()
    assert places(page(large)) == before


def test_a_page_seen_again_has_its_layout_at_once(large: Window) -> None:
    navigator = work(large).navigator
    for key in ("facts", "persons", "facts"):
        navigator.enter(key)
    before = places(page(large))
    go_on()
    assert places(page(large)) == before


def test_the_cursor_goes_along_to_the_next_page(at_work: Window) -> None:
    field(at_work, "case.case_name").take_focus()
    work(at_work).navigator.show_step("facts")
    first = next(iter(page(at_work).findChildren(FieldView)))
    assert first.editor.isAncestorOf(at_work.focusWidget())


def test_the_outline_keeps_the_focus_while_it_is_walked_through(at_work: Window) -> None:
    outline = work(at_work).outline
    field(at_work, "case.case_name").take_focus()
    before = work(at_work).navigator.key
    outline.setFocus()
    enter(outline, Qt.Key.Key_Down)
    assert work(at_work).navigator.key != before
    assert at_work.focusWidget() is outline


def test_a_line_of_a_table_follows_the_name_of_the_row_it_refers_to(large: Window) -> None:
    session = work(large).bridge.session
    holder, account = (session.add_row(ListName(name)) for name in ("entities", "accounts"))
    session.answer(path("account.holder", account), Ref(holder))
    field(large, "account.holder", account)
    session.answer(path("entity.legal_name", holder), Text("Amber Coast Holdings"))
    table = rows(large, "accounts").table
    cells = (table.item(line, place) for line in range(table.rowCount()) for place in range(table.columnCount()))
    assert any("Amber Coast Holdings" in cell.text() for cell in cells if cell)


class Watch(QObject):
    """Notes what is to be laid out anew."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name Qt gives it
        if event.type() is QEvent.Type.LayoutRequest:
            self.seen.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("name", ["case_c", "ext_a"])
def test_a_letter_of_a_name_has_nothing_laid_out_anew(window: Window, name: str) -> None:
    view = field(opened(window, name), "person.name_family", "p1")
    view.take_focus()
    go_on()
    watch, application = Watch(), QApplication.instance()
    assert application is not None
    type_into(window, "person.name_family", "a", "p1")
    go_on()
    application.installEventFilter(watch)
    type_into(window, "person.name_family", "b", "p1")
    go_on()
    application.removeEventFilter(watch)
    assert watch.seen == []
