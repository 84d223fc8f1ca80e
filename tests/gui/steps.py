"""Short ways to say what a user does in the window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mlawriter.model.case import Path
from mlawriter.model.ids import CASE, FieldName, ListName, RowId, Scope
from mlawriter.ui.field_view import FieldView
from mlawriter.ui.page_view import StepPage
from mlawriter.ui.row_list import RowList
from mlawriter.ui.window import Window
from mlawriter.ui.wording import Wording
from mlawriter.ui.workspace import Workspace

REQUEST = Scope("r1")


def path(name: str, row: str = "", request: Scope = REQUEST) -> Path:
    """The path of a field, its scope told by its name."""
    scope = request if name.partition(".")[0] in {"request", "item", "document", "guarantee", "thing"} else CASE
    return Path(scope, FieldName(name), RowId(row) if row else None)


def work(window: Window) -> Workspace:
    """The workspace of the case at hand."""
    assert window.work is not None
    return window.work


def page(window: Window) -> StepPage:
    """The page at hand."""
    shown = work(window).navigator.page
    assert isinstance(shown, StepPage)
    return shown


def field(window: Window, name: str, row: str = "") -> FieldView:
    """The question of this name, on its page."""
    view = work(window).navigator.view_of(path(name, row))
    assert view is not None, name
    return view


def rows(window: Window, name: str) -> RowList:
    """The list of this name, on the page at hand."""
    found = page(window).find_list(ListName(name))
    assert found is not None, name
    return found


def type_into(window: Window, name: str, text: str, row: str = "") -> None:
    """Type an answer and go on with Tab."""
    view = field(window, name, row)
    view.take_focus()
    target = view.editor.focusProxy()
    assert target is not None
    QTest.keyClicks(target, text)
    view.editor.commit()


def press(window: Window, keys: str) -> None:
    """Run the command that has this key sequence."""
    action = next(action for action in window.actions() if action.shortcut().toString() == keys)
    assert action.isEnabled(), keys
    action.trigger()


def enter(widget: object, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Press a key in a widget."""
    QTest.keyClick(widget, key)  # type: ignore[call-overload]


def wording(found: RowList) -> Wording:
    """The standard text of the undertaking at hand, and what can be done with it."""
    assert found.wording is not None
    return found.wording
