"""One letter in two languages: equal numbers, everything in both, what is not translated marked."""

from collections.abc import Iterator
from functools import lru_cache

import pytest
from worlds import at, checked, day_of, language, sample, the_law

from mlawriter.checks.checker import Checked, check
from mlawriter.compose.bilingual import Languages, aligned, compose_bilingual
from mlawriter.compose.blocks import (
    Beside,
    Block,
    Draft,
    Heading,
    Layout,
    Origin,
    Paragraph,
    Simple,
    Span,
    SpanKind,
    Table,
    lines_of,
)
from mlawriter.compose.documents import copies
from mlawriter.compose.foreign import TO_TRANSLATE
from mlawriter.compose.letter import compose_checked
from mlawriter.model import edits
from mlawriter.model.case import Case
from mlawriter.model.values import Text
from mlawriter.resources import samples_folder

FACTS = at("case.facts_summary")
OTHERS = ("fr", "es", "pt", "ru", "zh", "ar")


def written_in(case: Case, tag: str) -> Case:
    return edits.write_in(case, tag)


def translated(case: Case, words: str, tag: str = "fr") -> Case:
    source = case.answers[FACTS]
    assert isinstance(source, Text)
    lines = [line for line in source.text.split("\n") if line.strip()]
    return edits.translate(case, FACTS, tag, Text("\n".join(f"{words} {number}" for number, _ in enumerate(lines))))


def bilingual(case: Case, first: str = "en", second: str = "fr", layout: Layout = Layout.COLUMNS) -> Draft:
    report = checked(case)
    both = Languages(first=language(first), second=language(second), layout=layout)
    return compose_bilingual(report.view, report.report, both)


@lru_cache(maxsize=1)
def a_letter() -> Draft:
    return bilingual(sample())


def blocks(draft: Draft) -> Iterator[Block]:
    return (block for part in draft.parts for block in part.blocks)


def said(block: Block | None) -> str:
    return "\n".join("".join(span.text for span in line) for line in lines_of(block)) if block else ""


def pairs(draft: Draft) -> list[tuple[Simple | None, Simple | None]]:
    return [(block.first, block.second) for block in blocks(draft) if isinstance(block, Beside)]


def test_numbers_are_the_same_on_both_sides() -> None:
    numbered = [
        (one.number, other.number)
        for one, other in pairs(a_letter())
        if isinstance(one, Paragraph | Heading) and isinstance(other, Paragraph | Heading)
    ]
    assert len(numbered) > 40
    assert all(one == other for one, other in numbered)


@pytest.mark.parametrize("tag", OTHERS)
@pytest.mark.parametrize("name", sorted(file.stem for file in samples_folder().glob("*.json")))
def test_every_block_has_its_like_in_every_language(name: str, tag: str) -> None:
    case = sample(name)
    for request in case.requests:
        report = check(the_law(), case, request.id, day_of(case, request.id))
        parts = tuple(copy.id for copy in copies(report.view))
        one, other = (shapes(report, each, parts) for each in ("en", tag))
        assert one == other


def shapes(report: Checked, tag: str, parts: tuple[str, ...]) -> list[tuple[object, ...]]:
    draft = compose_checked(report.view, report.report, language(tag), parts=parts)
    return [
        (type(block), block.origin, getattr(block, "number", None), [len(row) for row in getattr(block, "rows", ())])
        for block in blocks(draft)
    ]


def test_a_block_without_its_like_stands_alone() -> None:
    here, there = Origin("a"), Origin("b")
    one = (Paragraph((Span("1"),), here), Paragraph((Span("2"),), there))
    assert list(aligned(one, one[1:])) == [(one[0], None), (one[1], one[1])]
    assert list(aligned(one[:1], one)) == [(one[0], one[0]), (None, one[1])]


def test_the_drafters_words_stand_on_both_sides_and_are_marked_on_the_other() -> None:
    facts = next((one, other) for one, other in pairs(a_letter()) if holds(one) and holds(other))
    assert said(facts[1]) == f"{language('fr')(TO_TRANSLATE)} {said(facts[0])}"
    assert not is_marked(facts[0])


def is_marked(block: Block | None) -> bool:
    return block is not None and any(span.kind is SpanKind.MARK for line in lines_of(block) for span in line)


def holds(block: Block | None) -> bool:
    return block is not None and any(span.path == FACTS for line in lines_of(block) for span in line)


def test_what_is_translated_is_not_marked() -> None:
    case = translated(written_in(sample(), "en"), "Les faits")
    both = [other for _, other in pairs(bilingual(case))]
    assert any("Les faits 0" in said(other) and not is_marked(other) for other in both)


def test_words_of_a_third_language_are_marked_on_both_sides() -> None:
    draft = bilingual(written_in(sample(), "es"))
    marks = [(is_marked(one), is_marked(other)) for one, other in pairs(draft)]
    assert (True, True) in marks
    assert (False, True) not in marks


def test_where_the_drafter_writes_the_second_language_the_first_is_marked() -> None:
    draft = bilingual(written_in(sample(), "fr"))
    marks = [(is_marked(one), is_marked(other)) for one, other in pairs(draft)]
    assert (True, False) in marks
    assert not any(other for _, other in marks)


def test_a_table_says_once_what_is_the_same_in_both() -> None:
    table = next(block for block in blocks(a_letter()) if isinstance(block, Table) and block.row_heads)
    rows = {said_in(row[0]): row[1] for row in table.rows}
    assert len(rows["Our reference|Notre référence"]) == 1
    assert len(rows["Date"]) == 2


def said_in(cell: tuple[tuple[Span, ...], ...]) -> str:
    return "|".join("".join(span.text for span in line) for line in cell)


def test_words_say_which_language_they_are_in() -> None:
    one, other = next(pair for pair in pairs(a_letter()) if isinstance(pair[0], Paragraph))
    assert {span.language for line in lines_of(one) for span in line} == {""} if one else False
    assert {span.language for line in lines_of(other) for span in line} == {"fr"} if other else False


def test_one_after_the_other_is_the_whole_letter_twice() -> None:
    draft = bilingual(sample(), layout=Layout.SEQUENCE)
    half = len(draft.parts) // 2
    assert [part.language for part in draft.parts] == [""] * half + ["fr"] * half
    assert [part.id for part in draft.parts[:half]] == [part.id for part in draft.parts[half:]]
    assert not any(isinstance(block, Beside) for block in blocks(draft))


def test_head_and_foot_are_in_both_languages() -> None:
    draft = a_letter()
    assert draft.page_of == "Page {page} of {pages} / Page {page} sur {pages}"
    assert "URGENT" in draft.marking
    assert draft.title.count(" / ") == 1


def test_the_foot_keeps_each_language_in_its_direction() -> None:
    assert bilingual(sample(), "ar", "en").page_of.endswith("\nPage {page} of {pages}")


def test_a_letter_in_one_language_says_what_is_translated_into_it() -> None:
    case = translated(written_in(sample(), "en"), "Les faits")
    assert "Les faits 0" in letter(case, "fr")
    assert "Les faits 0" not in letter(case, "en")
    assert language("fr")(TO_TRANSLATE) not in letter(case, "fr")


def test_what_was_translated_before_a_change_is_not_used() -> None:
    case = translated(written_in(sample(), "en"), "Les faits")
    assert "Les faits 0" not in letter(edits.answer(case, FACTS, Text("New facts.")), "fr")


def test_a_translation_takes_the_points_of_its_original() -> None:
    case = edits.answer(written_in(sample(), "en"), FACTS, Text("Two things:\n- one\n- two"))
    case = edits.translate(case, FACTS, "fr", Text("- Deux choses :\nla première\n- la seconde."))
    report = checked(case)
    draft = compose_checked(report.view, report.report, language("fr"))
    found = [
        block for block in blocks(draft) if isinstance(block, Paragraph) and any(s.path == FACTS for s in block.line)
    ]
    assert [(said(block), block.bullet) for block in found[:3]] == [
        ("Deux choses :", False),
        ("la première", True),
        ("la seconde.", True),
    ]


def letter(case: Case, tag: str) -> str:
    report = checked(case)
    return "\n".join(map(said, blocks(compose_checked(report.view, report.report, language(tag)))))


def test_a_mark_leads_to_the_answer() -> None:
    marks = [
        span for block in blocks(a_letter()) for line in lines_of(block) for span in line if span.kind is SpanKind.MARK
    ]
    assert any(span.path == FACTS for span in marks)
