"""The list of findings changes where something changes, and nowhere else."""

from collections.abc import Callable

from gui.steps import field, path, type_into, work
from PySide6.QtCore import QModelIndex

from mlawriter.model.ids import ListName
from mlawriter.ui.findings_model import FindingsModel
from mlawriter.ui.window import Window


def line_of(model: FindingsModel, name: str) -> int:
    lines = (model.finding(line) for line in range(model.rowCount()))
    return next(at for at, finding in enumerate(lines) if finding and finding.path == path(name))


def never() -> None:
    raise AssertionError("the whole list was made anew")


def heard(lines: list[int]) -> Callable[[QModelIndex, QModelIndex], None]:
    return lambda first, last: lines.extend(range(first.row(), last.row() + 1))


def test_an_answer_marks_its_own_line_only(at_work: Window) -> None:
    model = work(at_work).pane.findings.model
    line, changed = line_of(model, "case.case_name"), list[int]()
    model.dataChanged.connect(heard(changed))
    type_into(at_work, "case.case_name", "V")
    assert changed == [line]
    assert "Done" in str(model.index(line).data())


def test_what_is_settled_leaves_the_list_and_the_rest_stays_where_it_is(at_work: Window) -> None:
    view = work(at_work).pane.findings
    before, line = view.model.rowCount(), line_of(view.model, "case.case_name")
    view.model.modelReset.connect(never)
    type_into(at_work, "case.case_name", "V")
    after = view.model.index(line + 1).data()
    view.settle()
    assert view.model.rowCount() == before - 1
    assert view.model.index(line).data() == after


def test_what_is_found_again_comes_back_to_its_place(at_work: Window) -> None:
    view = work(at_work).pane.findings
    before = [view.model.index(line).data() for line in range(view.model.rowCount())]
    view.model.modelReset.connect(never)
    type_into(at_work, "case.case_name", "V")
    view.settle()
    work(at_work).bridge.withdraw(path("case.case_name"))
    view.settle()
    assert [view.model.index(line).data() for line in range(view.model.rowCount())] == before


def test_a_finding_goes_by_the_present_name_of_its_row(at_work: Window) -> None:
    view = work(at_work).pane.findings
    row = work(at_work).bridge.session.add_row(ListName("persons"))
    view.settle()
    field(at_work, "person.name_family", row)
    type_into(at_work, "person.name_family", "Velk", row)
    said = [str(view.model.index(line).data()) for line in range(view.model.rowCount())]
    assert any(words.startswith("Velk: ") for words in said)
    assert not any(words.startswith("Person 1: ") for words in said)
