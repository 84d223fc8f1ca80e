"""The letter as a Word file: valid, structured, reproducible, and deaf to whatever the user types."""

import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from export.ooxml_lint import lint
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from ooxml_integrity import ERROR
from ooxml_integrity import check as check_integrity
from openxml_audit import OpenXmlValidator
from worlds import at, checked, language, sample

from mlawriter.compose.blocks import Draft, SpanKind, lines_of
from mlawriter.compose.letter import compose_checked
from mlawriter.export.word import to_docx
from mlawriter.model import edits
from mlawriter.model.case import Case
from mlawriter.model.values import Text
from mlawriter.resources import templates_folder

HOUSE = templates_folder() / "word" / "house.docx"


def draft_of(case: Case, tag: str = "en") -> Draft:
    report = checked(case)
    return compose_checked(report.view, report.report, language(tag))


def written(draft: Draft, *, draft_mark: bool = False, base: Path | None = None) -> bytes:
    return to_docx(draft, house=HOUSE, draft_mark=draft_mark, base=base)


def xml(content: bytes, name: str) -> str:
    return zipfile.ZipFile(BytesIO(content)).read(name).decode()


@pytest.fixture(scope="module")
def letter() -> bytes:
    return written(draft_of(sample()))


@pytest.mark.parametrize(("name", "tag"), [("case_a", "en"), ("case_a", "fr"), ("case_a_faulty", "en")])
def test_a_sample_is_valid(name: str, tag: str, tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    file.write_bytes(written(draft_of(sample(name), tag), draft_mark=name.endswith("faulty")))
    assert lint(file.read_bytes()) == []
    result = OpenXmlValidator().validate(file)
    assert result.is_valid, [error.description for error in result.errors][:5]
    assert [finding for finding in check_integrity(str(file)) if finding.severity == ERROR] == []


def test_the_same_draft_gives_the_same_bytes(letter: bytes) -> None:
    assert written(draft_of(sample())) == letter


def test_headings_are_headings_and_numbers_are_native(letter: bytes) -> None:
    document = Document(BytesIO(letter))
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "Heading 2"} <= styles
    numbered = [each for each in document.paragraphs if each._p.pPr is not None and each._p.pPr.numPr is not None]
    assert len(numbered) > 60
    assert not any(paragraph.text.lstrip().startswith("1.") for paragraph in document.paragraphs)


def test_long_tables_repeat_their_head_row(letter: bytes) -> None:
    document = Document(BytesIO(letter))
    heads = [table for table in document.tables if table.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")]
    assert len(heads) >= 5


def test_each_page_carries_reference_marking_and_page_number(letter: bytes) -> None:
    document = Document(BytesIO(letter))
    header = "".join(paragraph.text for paragraph in document.sections[0].header.paragraphs)
    assert "MLA/2026/0117" in header
    assert "CONFIDENTIAL" in header
    footer = document.sections[0].footer._element.xml
    assert " PAGE " in footer
    assert " NUMPAGES " in footer


def test_the_document_says_its_language_and_what_it_is() -> None:
    document = Document(BytesIO(written(draft_of(sample(), "fr"))))
    assert document.core_properties.language == "fr"
    assert "entraide" in document.core_properties.title
    tag = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert tag is not None
    assert tag.get(qn("w:val")) == "fr"


def test_a_draft_is_marked_and_shows_its_gaps(letter: bytes) -> None:
    draft = draft_of(sample("case_a_faulty"))
    content = written(draft, draft_mark=True)
    gaps = [
        span
        for part in draft.parts
        for block in part.blocks
        for line in lines_of(block)
        for span in line
        if span.kind is SpanKind.GAP
    ]
    assert gaps
    body = xml(content, "word/document.xml")
    assert all(gap.text in body for gap in gaps)
    headers = [name for name in zipfile.ZipFile(BytesIO(content)).namelist() if "header" in name]
    assert any('string="DRAFT"' in xml(content, name) for name in headers)
    plain = [name for name in zipfile.ZipFile(BytesIO(letter)).namelist() if "header" in name]
    assert not any("DRAFT" in xml(letter, name) for name in plain)


def test_a_complete_letter_has_no_gap() -> None:
    draft = draft_of(sample())
    spans = [span for part in draft.parts for block in part.blocks for line in lines_of(block) for span in line]
    assert [span.text for span in spans if span.kind is SpanKind.GAP] == []


HOSTILE = [
    "a & b < c > d \" '",
    "</w:t></w:r><w:r><w:t>injected",
    "{request.purpose} {{ jinja }} {0} %s",
    "PAGE \\* MERGEFORMAT }{ DDEAUTO c:\\\\cmd.exe",
    "nul\x00 bell\x07 escape\x1b[31m",
    "\ufffe\uffff lone \ud800 surrogate",
    "x" * 5000,
    "👩‍⚖️ 🇫🇷 é̀̂ ﷽",
    "‮right to left override‬ \u2066isolate",
    "line\r\nline\u2028line\x0bline\tTab",
    "<script>alert(1)</script><!--",
    "[to be completed: nothing]",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_or_injects_anything(text: str) -> None:
    case = sample()
    for name in ("case.case_name", "request.purpose", "case.facts_summary", "request.our_ref"):
        case = edits.answer(case, at(name), Text(text))
    content = written(draft_of(case))
    assert lint(content) == []
    body = etree.fromstring(xml(content, "word/document.xml").encode())
    words = "".join(str(each.text or "") for each in body.iter(qn("w:t")))
    kept = "".join(
        letter for letter in text.split("\r")[0].split("\n")[0][:40] if letter.isalnum() and letter < "\ud800"
    )
    assert kept[:12] in "".join(letter for letter in words if letter.isalnum())
    assert "injected" not in [str(each.text) for each in body.iter(qn("w:t"))]


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=60))
def test_any_text_gives_a_valid_file(text: str) -> None:
    draft = draft_of_text(text)
    assert lint(written(draft)) == []


def draft_of_text(text: str) -> Draft:
    report = checked(edits.answer(SMALL, at("request.purpose"), Text(text or "x")))
    made = compose_checked(report.view, report.report, language(), parts=("request",))
    return replace(made, reference=text, title=text, subject=text, author=text)


SMALL = edits.answer(sample("case_a_faulty"), at("request.our_ref"), Text("X"))


def test_words_that_introduce_points_stay_with_them(letter: bytes) -> None:
    paragraphs = Document(BytesIO(letter)).paragraphs
    pairs = pairwise(paragraphs)
    before = [first for first, second in pairs if style(second) == "MLABullet" and style(first) == "MLANumbered"]
    assert before
    assert all(each.paragraph_format.keep_with_next for each in before)


def style(paragraph: Paragraph) -> str:
    assert paragraph.style is not None
    return paragraph.style.style_id
