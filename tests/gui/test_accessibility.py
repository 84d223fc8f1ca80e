"""Everything that can take the focus says what it is, and the focus goes from top to bottom."""

from gui.steps import field, page, rows, work
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QLineEdit, QScrollBar, QWidget

from mlawriter.ui.editors.base import Editor
from mlawriter.ui.page_view import Page
from mlawriter.ui.window import Window

PARTS_OF_OTHERS = ("qt_spinbox_lineedit", "qt_toolbar_ext_button", "ScrollLeftButton", "ScrollRightButton")


def is_popup(widget: QWidget) -> bool:
    """The list that a named combo box opens is read out under the name of the box."""
    frame = widget.parentWidget()
    box = frame.parentWidget() if frame else None
    return isinstance(box, QComboBox) and bool(box.accessibleName())


def nameless(root: QWidget) -> list[str]:
    """Every control that can be reached by keyboard or mouse, and has no accessible name."""
    return [
        f"{type(each).__name__} {each.objectName()} in {type(each.parentWidget()).__name__}"
        for each in root.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and not each.accessibleName()
        and not isinstance(each, QScrollBar | Page)
        and each.objectName() not in PARTS_OF_OTHERS
        and not (isinstance(each, QLineEdit) and (owner := each.parentWidget()) and owner.accessibleName())
        and not (type(each) is QWidget and isinstance(each.parentWidget(), QAbstractScrollArea))
        and not is_popup(each)
        and type(each).__module__.startswith(("mlawriter", "PySide6.QtWidgets"))
        and type(each).__name__
        not in {"QSplitter", "QSplitterHandle", "QHeaderView", "QMenuBar", "QTabWidget", "QMenu"}
        and not isinstance(each, Editor)
    ]


def test_every_control_of_the_welcome_page_has_a_name(window: Window) -> None:
    assert nameless(window) == []


def test_every_control_of_every_step_has_a_name(at_work: Window) -> None:
    work(at_work).navigator.show_step("assistance")
    for module in work(at_work).bridge.kind.modules:
        work(at_work).navigator.show_step("assistance")
        rows(at_work, "items").add(module)
    for step in work(at_work).navigator.steps:
        work(at_work).navigator.show_step(step.key)
        for each in getattr(work(at_work).navigator.page, "_lists", []):
            if each.name not in {"items", "guarantees"}:
                each.buttons.adding.click()
    assert nameless(at_work) == []


def test_every_label_belongs_to_its_control(at_work: Window) -> None:
    from PySide6.QtWidgets import QLabel

    for fields in page(at_work)._fields:
        for view in fields.views.values():
            buddies = [label.buddy() for label in view.findChildren(QLabel) if label.buddy()]
            assert buddies, view.question.path


def test_the_cursor_begins_in_the_first_question(at_work: Window) -> None:
    assert focused().accessibleName() == "Requesting State"


def test_tab_goes_from_the_steps_over_the_page_and_the_way_on_to_the_tabs(at_work: Window) -> None:
    at = work(at_work)
    at.navigator.show_step("persons")
    rows(at_work, "persons").buttons.adding.click()
    at.outline.setFocus()
    met: list[QWidget] = []
    for _ in range(120):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        met.append(focused())
        if met[-1] is at.pane.tabBar():
            break
    person = field(at_work, "person.name_family", rows(at_work, "persons").table.selected() or "").editor.focusProxy()
    after_person = rows(at_work, "entities").buttons.adding
    order = [met.index(each) for each in (person, after_person, at.navigator.back, at.navigator.onward) if each]
    assert order == sorted(order)
    assert met[-2] is at.navigator.onward


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert isinstance(widget, QWidget)
    return widget


def test_tab_goes_in_reading_order(at_work: Window) -> None:
    shown = page(at_work)
    start = next(iter(shown._fields[0].views.values())).editor.focusProxy()
    assert start is not None
    heights: list[int] = []
    widget: QWidget = start
    for _ in range(200):
        if shown.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            heights.append(widget.mapTo(shown, widget.rect().topLeft()).y())
        following = widget.nextInFocusChain()
        if following is start or following is None:
            break
        widget = following
    assert heights == sorted(heights)
