"""Words and lists that change while one types leave the page around them alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mlawriter.ui.caption import Wrapping
from mlawriter.ui.controls import Combo
from mlawriter.ui.style import Words


def page_with(thing: QWidget) -> QWidget:
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.addWidget(thing)
    column.addStretch()
    sheet.resize(300, 300)
    return sheet


def test_words_that_need_another_line_get_it(qtbot: QtBot) -> None:
    words = Wrapping()
    words.setText("short")
    sheet = page_with(words)
    qtbot.addWidget(sheet)
    sheet.show()
    QApplication.processEvents()
    height = words.height()
    words.setText("as long as three lines would be " * 3)
    QApplication.processEvents()
    assert words.height() >= 2 * height


@pytest.mark.parametrize("text", ["short", "several words that go on and on " * 4, ""])
def test_words_take_the_room_of_a_label(qtbot: QtBot, text: str) -> None:
    words, label = Wrapping(), Words(text)
    words.setText(text)
    assert abs(words.heightForWidth(300) - max(label.heightForWidth(300), words.fontMetrics().height())) <= 2


def test_words_need_room_for_the_longest_of_them() -> None:
    words = Wrapping()
    words.setText("a an extraordinarily long")
    assert words.minimumSizeHint().width() >= words.fontMetrics().horizontalAdvance("extraordinarily")


def test_entries_that_are_called_otherwise_stay_where_they_are(qtbot: QtBot) -> None:
    combo = Combo()
    qtbot.addWidget(combo)
    combo.offer([("", "Nothing"), ("p1", "Velk"), ("p2", "Novak")])
    combo.setCurrentIndex(2)
    gone: list[int] = []
    combo.model().rowsRemoved.connect(lambda *_: gone.append(1))
    combo.offer([("", "Nothing"), ("p1", "Velk"), ("p2", "Novák")])
    assert combo.currentText() == "Novák"
    assert combo.currentData(Qt.ItemDataRole.UserRole) == "p2"
    assert not gone
