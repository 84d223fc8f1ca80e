"""The letter as plain text and as a web page."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from export.test_word import HOSTILE, draft_of
from worlds import at, sample

from mlawriter.export.html import to_html
from mlawriter.export.text import WIDTH, to_text
from mlawriter.model import edits
from mlawriter.model.case import Case
from mlawriter.model.values import Text


class Structure(HTMLParser):
    """Counts open tags."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in {"br", "hr", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def hostile(text: str) -> Case:
    case = sample()
    for name in ("case.case_name", "request.purpose", "case.facts_summary"):
        case = edits.answer(case, at(name), Text(text))
    return case


def test_text_is_at_most_a_hundred_columns_wide() -> None:
    assert max(map(len, to_text(draft_of(sample())).splitlines())) <= WIDTH


def test_a_draft_in_text_says_so_at_the_top() -> None:
    assert to_text(draft_of(sample()), draft_mark=True).splitlines()[0].startswith("DRAFT")
    assert "DRAFT" not in to_text(draft_of(sample()))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_stays_well_formed_whatever_is_typed(text: str) -> None:
    page = to_html(draft_of(hostile(text)), draft_mark=True)
    structure = Structure()
    structure.feed(page)
    assert structure.open == []
    assert "script" not in structure.seen


def test_a_page_for_others_holds_no_links() -> None:
    assert "href" not in to_html(draft_of(sample()))


def test_a_script_from_right_to_left_is_set_so() -> None:
    draft = draft_of(sample())
    draft = replace(draft, rtl=True, conventions=replace(draft.conventions, rtl=True))
    assert '<body dir="rtl">' in to_html(draft)
    assert "\u2066COVER NOTE\u2069" in to_text(draft)
