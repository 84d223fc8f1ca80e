"""A whole case entered in the window as a user enters it gives the same case, and its final letter."""

from pathlib import Path as File

from gui.conftest import Answers
from gui.steps import rows, work
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from worlds import sample

from mlawriter.app.route import FINISH
from mlawriter.model import values as v
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import CASE, RowId, Scope
from mlawriter.ui.editors.base import Editor
from mlawriter.ui.editors.choosing import ChoiceEditor, ChoicesEditor, YesNoEditor
from mlawriter.ui.editors.days import MomentsEditor, PeriodEditor
from mlawriter.ui.editors.naming import NameEditor, NamesEditor
from mlawriter.ui.editors.pointing import RefEditor, RefsEditor
from mlawriter.ui.export_form import FinishPage
from mlawriter.ui.field_view import FieldView
from mlawriter.ui.start_form import StartForm
from mlawriter.ui.window import Window


def paste(target: QLineEdit | QPlainTextEdit, text: str) -> None:
    QApplication.clipboard().setText(text)
    target.selectAll()
    target.paste()


def take(combo: QComboBox, key: str) -> None:
    at = combo.findData(key)
    assert at >= 0, key
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def written(day: v.Day) -> str:
    return "-".join([f"{day.year:04}"] + [f"{part:02}" for part in (day.month, day.day) if part])


def enter(view: FieldView, value: v.Value) -> None:
    match value:
        case v.NotKnown(reason=reason) | v.DoesNotApply(reason=reason):
            view.ask_reason(type(value))
            assert view.reason is not None
            paste(view.reason.line, reason)
            view.reason.line.editingFinished.emit()
        case _:
            give(view.editor, value)
            view.editor.commit()


def give(editor: Editor, value: v.Value) -> None:
    match editor, value:
        case YesNoEditor(), v.YesNo(yes=yes):
            (editor.yes if yes else editor.no).click()
        case ChoiceEditor(), v.Choice(choice=key):
            take(editor.combo, key)
        case ChoicesEditor(), v.Choices(choices=keys):
            for key in keys:
                editor.boxes[key].box.click()
        case RefEditor(), v.Ref(row=row):
            take(editor.combo, row)
        case RefsEditor(), v.Refs(rows=several):
            for row in several:
                editor.boxes[row].box.click()
        case _:
            write(editor, value)


def write(editor: Editor, value: v.Value) -> None:
    match editor, value:
        case NameEditor(), v.Country(code=code) | v.Language(tag=code):
            QTest.keyClicks(editor.line, code)
        case NamesEditor(), v.Countries(codes=codes) | v.Languages(tags=codes):
            for code in codes:
                QTest.keyClicks(editor.line, code)
                editor.commit()
        case PeriodEditor(), v.DayRange(start=start, end=end):
            for line, day in ((editor.start, start), (editor.end, end)):
                if day:
                    paste(line, written(day))
        case MomentsEditor(), v.Moments(moments=moments):
            paste(editor.box, "\n".join(f"{each.at:%Y-%m-%d %H:%M} +02:00" for each in moments))
        case _:
            target = editor.focusProxy()
            assert isinstance(target, QLineEdit | QPlainTextEdit), type(editor)
            paste(target, typed(value))


def typed(value: v.Value) -> str:
    match value:
        case v.Text(text=text):
            return text
        case v.Texts(texts=texts):
            return "\n".join(texts)
        case v.Whole(number=number):
            return str(number)
        case v.Day():
            return written(value)
        case _:
            raise AssertionError(value)


def add_rows(window: Window, case: Case) -> None:
    navigator = work(window).navigator
    for (_, name), wanted in case.rows.items():
        for row in wanted:
            owner = "item" if name == "items" else work(window).bridge.index.record_of(name).id
            navigator.show_step(navigator.route.places[owner])
            rows(window, name).add(row.of)


def renamed(case: Case, window: Window) -> dict[RowId, RowId]:
    now = work(window).bridge.case
    pairs = ((old, now.list_rows(scope, name)) for (scope, name), old in case.rows.items())
    return {one.id: other.id for old, new in pairs for one, other in zip(old, new, strict=True)}


def in_window(value: v.Value, ids: dict[RowId, RowId]) -> v.Value:
    match value:
        case v.Ref(row=row):
            return v.Ref(ids[row])
        case v.Refs(rows=several):
            return v.Refs(tuple(ids[row] for row in several))
        case _:
            return value


def test_the_sample_is_entered_question_by_question(window: Window, answers: Answers, tmp_path: File) -> None:
    form = window.findChild(StartForm)
    assert isinstance(form, StartForm)
    form.begin.click()
    case = sample()
    add_rows(window, case)
    ids = renamed(case, window)
    pending = {
        Path(path.scope if path.scope == CASE else Scope("r1"), path.field, ids[path.row] if path.row else None): value
        for path, value in case.answers.items()
    }
    wanted = {path: in_window(value, ids) for path, value in pending.items()}
    left = dict(wanted)
    while left:
        shown = [path for path in left if work(window).bridge.is_shown(work(window).bridge.reading.question(path))]
        assert shown, sorted(left)
        for path in shown:
            view = work(window).navigator.view_of(path)
            assert view is not None, path
            enter(view, left.pop(path))
            assert work(window).bridge.case.answers.get(path) == wanted[path], path
    assert dict(work(window).bridge.case.answers) == wanted
    assert work(window).bridge.report.is_complete

    work(window).navigator.show_step(FINISH.id)
    page = work(window).navigator.page
    assert isinstance(page, FinishPage)
    page.final.setChecked(True)
    answers.files.append(tmp_path / "letter.docx")
    page.export.click()
    assert (tmp_path / "letter.docx").stat().st_size > 10_000
