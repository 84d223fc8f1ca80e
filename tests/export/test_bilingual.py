"""A letter in two languages as a file: columns that break over pages, each side in its own language and direction."""

import re
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from export.ooxml_lint import lint
from export.test_word import written, xml
from openxml_audit import OpenXmlValidator
from worlds import checked, language, sample

from mlawriter.compose.bilingual import Languages, compose_bilingual
from mlawriter.compose.blocks import Draft, Layout
from mlawriter.export.html import to_html
from mlawriter.export.text import to_text
from mlawriter.i18n.typography import Fonts

PAIRS = [("en", "fr"), ("en", "ar"), ("fr", "zh"), ("ar", "en")]


@lru_cache(maxsize=8)
def a_draft(first: str, second: str, layout: Layout = Layout.COLUMNS) -> Draft:
    report = checked(sample("case_b"))
    both = Languages(first=language(first), second=language(second), layout=layout)
    return compose_bilingual(report.view, report.report, both)


def paragraphs(document: str) -> list[str]:
    return re.findall(r"<w:p>.*?</w:p>", document)


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_a_word_document_in_two_languages_is_valid(tmp_path: Path, first: str, second: str, layout: Layout) -> None:
    content = written(a_draft(first, second, layout), draft_mark=True)
    file = tmp_path / "both.docx"
    file.write_bytes(content)
    assert lint(content) == []
    assert OpenXmlValidator().validate(file).is_valid


def test_each_side_counts_by_itself_and_rows_may_break() -> None:
    document = xml(written(a_draft("en", "fr")), "word/document.xml")
    assert document.count('<w:numId w:val="71"/>') == document.count('<w:numId w:val="81"/>') > 5
    assert document.count('<w:numId w:val="73"/>') == document.count('<w:numId w:val="83"/>') > 3
    columns = re.findall(r"<w:tbl><w:tblPr><w:tblW.*?</w:tbl>", document)
    assert columns
    assert not any("cantSplit" in table for table in columns)


def test_each_side_runs_in_its_own_direction() -> None:
    document = xml(written(a_draft("en", "ar")), "word/document.xml")
    words = {each: "".join(re.findall("<w:t[^>]*>(.*?)</w:t>", each)) for each in paragraphs(document)}
    arabic = [each for each, text in words.items() if re.search("[\u0620-\u064a]{3}", text) and text.isascii() is False]
    arabic = [each for each in arabic if not re.search("[A-Za-z]{2}", words[each])]
    english = [each for each in paragraphs(document) if "Stored data may" in each and "w:lang" not in each]
    assert all("<w:bidi/>" in each for each in arabic)
    assert english
    assert not any("<w:bidi/>" in each for each in english)


def test_the_second_side_says_its_language() -> None:
    document = xml(written(a_draft("en", "fr")), "word/document.xml")
    assert '<w:lang w:val="fr"/>' in document
    assert '<w:lang w:val="en' not in document


def test_from_right_to_left_the_first_column_is_on_the_right() -> None:
    document = xml(written(a_draft("ar", "en")), "word/document.xml")
    assert "<w:tblPr><w:bidiVisual/><w:tblW" in document
    assert '<w:bidi w:val="0"/>' in document


def test_pages_are_counted_in_both_languages() -> None:
    content = written(a_draft("en", "fr"))
    footer = next(name for name in ZipFile(BytesIO(content)).namelist() if re.match(r"word/footer\d*\.xml", name))
    assert xml(content, footer).count(" NUMPAGES ") == 2


def test_a_page_sets_both_side_by_side() -> None:
    page = to_html(a_draft("en", "ar"))
    assert page.count('<td lang="en" dir="ltr">') == page.count('<td lang="ar" dir="rtl">') > 10


def test_a_page_sets_the_second_letter_below() -> None:
    assert '<div lang="ar" dir="rtl">' in to_html(a_draft("en", "ar", Layout.SEQUENCE))


def test_plain_text_sets_both_in_columns() -> None:
    lines = to_text(a_draft("en", "fr")).splitlines()
    assert max(map(len, lines)) <= 100
    assert any(re.match("COMPUTER DATA {39}INFORMATIQUES STOCKÉES", line) for line in lines)


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert written(a_draft("en", "fr")) == written(a_draft("en", "fr"))


def test_a_typeface_named_by_the_user_cannot_break_the_document() -> None:
    draft = a_draft("en", "ar")
    hostile = Fonts(latin='A" w:x="<&', complex='"/><w:br/>', east_asian="&quot;")
    others = {tag: replace(each, fonts=hostile) for tag, each in draft.others.items()}
    content = written(replace(draft, others=others))
    assert lint(content) == []
    assert 'w:ascii="A&quot; w:x=&quot;&lt;&amp;"' in xml(content, "word/document.xml")
