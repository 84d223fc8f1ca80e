"""The letter set in type: it looks like the letter, and every answer in it leads back."""

from dataclasses import replace

import pytest
from export.test_word import HOSTILE, draft_of
from gui.steps import type_into, work
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot
from worlds import at, sample

from mlawriter.compose.blocks import Diagram, Draft, Heading, Origin, Paragraph, Part, Span, SpanKind, Table, Title
from mlawriter.model import edits
from mlawriter.model.values import Text
from mlawriter.ui.picture import Pictures
from mlawriter.ui.typesetting import Places, typeset
from mlawriter.ui.window import Window

pytestmark = pytest.mark.usefixtures("qapp")
HERE = Origin("here")


def words(text: str) -> tuple[Span, ...]:
    return (Span(text),)


def letter(*blocks: Title | Heading | Paragraph | Table | Diagram, rtl: bool = False) -> Draft:
    """A letter of these blocks and nothing else."""
    part = Part(id="request", title="", blocks=blocks)
    draft = draft_of(sample())
    conventions = replace(draft.conventions, rtl=rtl)
    return replace(draft, reference="", marking="", parts=(part,), rtl=rtl, conventions=conventions)


def set_in_type(draft: Draft) -> tuple[QTextDocument, Places]:
    document = QTextDocument()
    return document, typeset(draft, document)


def paragraphs(document: QTextDocument) -> list[QTextBlock]:
    return [document.findBlockByNumber(number) for number in range(document.blockCount())]


def table_of(document: QTextDocument) -> QTextTable:
    (table,) = document.rootFrame().childFrames()
    assert isinstance(table, QTextTable)
    return table


def cell(document: QTextDocument, line: int, place: int) -> str:
    found = table_of(document).cellAt(line, place)
    cursor = found.firstCursorPosition()
    cursor.setPosition(found.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def test_all_words_of_a_letter_are_in_it_in_their_order() -> None:
    blocks = (
        Title(words("Request"), HERE),
        Heading(words("Facts"), 1, HERE, number=2),
        Paragraph(words("They met."), HERE, number=7),
        Paragraph(words("one"), HERE, bullet=True),
        Paragraph(words("two"), HERE, bullet=True),
    )
    document, _ = set_in_type(letter(*blocks))
    assert [block.text() for block in paragraphs(document)] == ["Request", "2. Facts", "7. They met.", "one", "two"]
    assert [block.blockFormat().headingLevel() for block in paragraphs(document)] == [1, 2, 0, 0, 0]
    first, second = (block.textList() for block in paragraphs(document)[3:])
    assert first.count() == 2
    assert first.item(1) == second.item(1)


def test_a_blank_is_bold_and_what_follows_it_is_not() -> None:
    line = (Span("[to be completed]", SpanKind.GAP), Span(" and on"))
    document, _ = set_in_type(letter(Paragraph(line, HERE)))
    assert document.find("completed").charFormat().font().bold()
    assert not document.find("and on").charFormat().font().bold()


def test_every_link_leads_to_an_answer_and_every_answer_has_its_place() -> None:
    document, places = set_in_type(draft_of(sample()))
    links = {each.format.anchorHref() for block in paragraphs(document) for each in block.textFormats()}
    assert links - {""} == set(places.links)
    assert set(places.first) == set(places.links.values())
    purpose = document.findBlock(places.first[at("request.purpose")])
    assert purpose.text() == document.find(purpose.text()).block().text()


def test_a_table_has_its_heads_in_bold_and_keeps_lines_apart() -> None:
    row = ((words("From"),), (words("Ministry"), words("Capital")))
    table = Table((), (row,), (1, 2), HERE, row_heads=True)
    document, _ = set_in_type(letter(table))
    assert (cell(document, 0, 0), cell(document, 0, 1)) == ("From", "Ministry\u2028Capital")
    assert document.find("From").charFormat().font().bold()
    assert not document.find("Ministry").charFormat().font().bold()


def test_what_follows_a_table_needs_no_empty_paragraph() -> None:
    table = Table((words("Name"),), (((words("Velk"),),),), (1,), HERE)
    document, _ = set_in_type(letter(table, Paragraph(words("After"), HERE)))
    assert [block.text() for block in paragraphs(document)] == ["", "Name", "Velk", "After"]


def test_a_letter_from_right_to_left_is_set_so() -> None:
    line = (Span("XB24", SpanKind.CODE),)
    table = Table((), (((words("From"),), (words("Ministry"),)),), (1, 2), HERE, row_heads=True)
    document, _ = set_in_type(letter(Paragraph(line, HERE), table, rtl=True))
    first = paragraphs(document)[0]
    assert first.blockFormat().layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert first.text() == "\u2066XB24\u2069"
    assert (cell(document, 0, 0), cell(document, 0, 1)) == ("\u2066Ministry\u2069", "\u2066From\u2069")


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_stays_within_its_paragraph(text: str) -> None:
    def surplus(purpose: str) -> int:
        draft = draft_of(edits.answer(sample(), at("request.purpose"), Text(purpose)))
        return set_in_type(draft)[0].blockCount() - sum(len(part.blocks) for part in draft.parts)

    assert surplus(text) == surplus("harmless")


def test_a_letter_is_set_instead_of_the_one_before() -> None:
    document, _ = set_in_type(draft_of(sample()))
    typeset(letter(Paragraph(words("Only this"), HERE)), document)
    assert document.toPlainText() == "Only this"


def test_the_letter_stays_where_it_was_read_when_an_answer_changes(at_work: Window, qtbot: QtBot) -> None:
    view = work(at_work).pane.letter
    work(at_work).show_tab(1)
    qtbot.waitUntil(lambda: view.page.verticalScrollBar().maximum() > 500)
    view.page.verticalScrollBar().setValue(500)
    type_into(at_work, "case.case_name", "Operation Lantern")
    view.page.verticalScrollBar().setValue(500)
    view.compose()
    assert "Operation Lantern" in view.page.toPlainText()
    assert view.page.verticalScrollBar().value() == 500


DIAGRAM = Diagram(
    columns=((words("Offences"), (words("Theft"),)), (words("Assets"), (words("Account"), words("House")))),
    joins=(((0, 0), (1, 0)), ((0, 0), (1, 1))),
    caption="Theft leads to an account and a house.",
    origin=HERE,
)


@pytest.mark.parametrize("rtl", [False, True])
def test_a_diagram_is_drawn_where_it_stands(qtbot: QtBot, *, rtl: bool) -> None:
    page = QTextBrowser()
    qtbot.addWidget(page)
    page.resize(600, 400)
    typeset(letter(DIAGRAM, rtl=rtl), page.document())
    picture = paragraphs(page.document())[0]
    assert picture.text() == "\ufffc"
    assert picture.begin().fragment().charFormat().toolTip() == DIAGRAM.caption
    page.show()
    image = page.grab().toImage()
    dark = {(x, y) for x in range(0, 590, 2) for y in range(300) if image.pixelColor(x, y).lightness() < 90}
    assert len(dark) > 50


def test_pictures_of_a_letter_set_before_are_let_go(qtbot: QtBot) -> None:
    document = QTextDocument()
    for _ in range(2):
        typeset(letter(DIAGRAM, DIAGRAM), document)
    assert len(document.findChildren(Pictures)) == 1
    pictures = document.findChildren(Pictures)[0]
    assert len(pictures.drawings) == 2
