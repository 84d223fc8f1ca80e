"""Pictures of what refers to what: which boxes they hold, which lines join them, and in which files they stand."""

import zipfile
from dataclasses import replace
from io import BytesIO

from lxml import etree
from worlds import checked, language, persons

from mlawriter.compose.blocks import Diagram, Origin
from mlawriter.compose.diagrams import Diagrams
from mlawriter.compose.letter import compose_checked
from mlawriter.export.drawing import lay_out
from mlawriter.export.html import to_html
from mlawriter.export.word import to_docx
from mlawriter.model import edits
from mlawriter.model import values as v
from mlawriter.model.case import Case, Path, Row
from mlawriter.model.ids import CASE, FieldName, ListName, RowId
from mlawriter.resources import templates_folder


def _case(assets: int = 2, joined: int | None = None) -> Case:
    case = persons()
    for number in (1, 2):
        case = _row(case, "offences", f"o{number}", "offence.title", f"Offence {number}")
    for number in range(1, assets + 1):
        case = _row(case, "properties", f"a{number}", "property.description", f"House {number}")
        if joined is None or number <= joined:
            path = Path(CASE, FieldName("property.offences"), RowId(f"a{number}"))
            case = edits.answer(case, path, v.Refs((RowId(f"o{(number - 1) % 2 + 1}"),)))
    return case


def _row(case: Case, plural: str, row: str, field: str, words: str) -> Case:
    case = edits.add_row(case, CASE, ListName(plural), Row(RowId(row)))
    return edits.answer(case, Path(CASE, FieldName(field), RowId(row)), v.Text(words))


def _drawn(case: Case) -> list[Diagram]:
    return list(Diagrams(checked(case).view, language()).of(("offence", "property"), Origin("assets")))


def test_a_line_joins_an_asset_to_its_offence() -> None:
    (made,) = _drawn(_case())
    assert [len(boxes) for _, boxes in made.columns] == [2, 2]
    assert made.joins == (((0, 0), (1, 0)), ((0, 1), (1, 1)))
    assert "Offence 1 (O1)" in made.caption
    assert "House 1" in made.caption


def test_nothing_is_drawn_while_nothing_hangs_together() -> None:
    assert _drawn(_case(joined=0)) == []


def test_an_asset_without_an_offence_stands_alone() -> None:
    (made,) = _drawn(_case(joined=1))
    assert len(made.columns[1][1]) == 2
    assert len(made.joins) == 1


def test_many_assets_are_drawn_in_several_pictures() -> None:
    made = _drawn(_case(assets=23))
    assert [len(each.columns[-1][1]) for each in made] == [10, 10, 3]
    assert sum(len(each.joins) for each in made) == 23


def test_no_box_lies_outside_the_drawing_or_over_another() -> None:
    (made,) = _drawn(_case(assets=7))
    for rtl in (False, True):
        drawing = lay_out(made, 400, rtl=rtl)
        assert all(box.x >= 0 and box.x + box.width <= 400.1 for box in drawing.boxes)
        assert all(box.y >= 0 and box.y + box.height <= drawing.height + 0.1 for box in drawing.boxes)
        for one in drawing.boxes:
            below = [other for other in drawing.boxes if other is not one and abs(other.x - one.x) < 1]
            assert all(one.y + one.height <= other.y or other.y + other.height <= one.y for other in below)


def test_in_a_script_from_right_to_left_the_first_column_is_on_the_right() -> None:
    (made,) = _drawn(_case())
    first, second = lay_out(made, 400, rtl=True).boxes[:2]
    assert first.x > second.x


def test_a_word_file_with_a_picture_is_sound_and_says_it_in_words() -> None:
    report = checked(persons())
    draft = compose_checked(report.view, report.report, language())
    (made,) = _drawn(_case())
    first = replace(draft.parts[0], blocks=(*draft.parts[0].blocks, made, made))
    word = to_docx(replace(draft, parts=(first,)), house=templates_folder() / "word" / "house.docx")
    with zipfile.ZipFile(BytesIO(word)) as package:
        text = package.read("word/document.xml").decode()
    tree = etree.fromstring(text.encode())
    described = [str(each.get("descr")) for each in tree.iter() if str(each.tag).endswith("}docPr")]
    ids = [str(each.get("id")) for each in tree.iter() if each.get("id")]
    assert described == [made.caption] * 2
    assert len(ids) == len(set(ids))


def test_a_web_page_shows_the_picture() -> None:
    report = checked(persons())
    draft = compose_checked(report.view, report.report, language())
    (made,) = _drawn(_case())
    page = to_html(replace(draft, parts=(replace(draft.parts[0], blocks=(made,)),)))
    assert "data:image/svg+xml;base64," in page
    assert 'alt="How they hang together: Offence 1 (O1) with' in page


def _told(*facts: str) -> Case:
    """One asset tied to one offence, and to these facts, of which the first belongs to the offence."""
    case = _row(persons(), "offences", "o1", "offence.title", "Fraud")
    for fact in ("f1", "f2"):
        case = _row(case, "events", fact, "event.what", f"Payment {fact}")
    case = _row(case, "properties", "a1", "property.description", "House")
    case = edits.answer(case, Path(CASE, FieldName("event.offences"), RowId("f1")), v.Refs((RowId("o1"),)))
    for member, rows in (("offences", ("o1",)), ("events", facts)):
        path = Path(CASE, FieldName(f"property.{member}"), RowId("a1"))
        case = edits.answer(case, path, v.Refs(tuple(map(RowId, rows))))
    return case


def _drawn_with_facts(case: Case) -> Diagram:
    (made,) = Diagrams(checked(case).view, language()).of(("offence", "event", "property"), Origin("assets"))
    return made


def test_a_line_through_a_fact_takes_the_place_of_the_direct_one() -> None:
    assert _drawn_with_facts(_told("f1")).joins == (((0, 0), (1, 0)), ((1, 0), (2, 0)))


def test_a_line_that_no_fact_carries_stays_direct() -> None:
    assert ((0, 0), (2, 0)) in _drawn_with_facts(_told("f2")).joins


def test_a_fact_that_leads_nowhere_is_not_drawn() -> None:
    assert [len(boxes) for _, boxes in _drawn_with_facts(_told("f1")).columns] == [1, 1, 1]
