"""The letter says what the answers say: no more, nothing twice, every gap in its place."""

from pathlib import Path as File

import pytest
from worlds import CASES, at, case_of, checked, language, sample

from mlawriter.compose.blocks import Draft, Paragraph, Span, SpanKind, lines_of
from mlawriter.compose.letter import compose_checked
from mlawriter.export.text import to_text
from mlawriter.model import edits
from mlawriter.model.case import Case
from mlawriter.model.values import Choice, Day, DoesNotApply, NotKnown, Text, Texts, Value, YesNo


def draft(case: Case, tag: str = "en") -> Draft:
    report = checked(case)
    return compose_checked(report.view, report.report, language(tag))


def spans(found: Draft) -> list[Span]:
    return [span for part in found.parts for block in part.blocks for line in lines_of(block) for span in line]


def words(case: Case, tag: str = "en") -> str:
    return " ".join(to_text(draft(case, tag)).split())


def changed(name: str, value: Value, row: str | None = None) -> Case:
    case = sample()
    path = next((path for path in case.answers if path.field == name and path.row == row), at(name, row))
    return edits.answer(case, path, value)


def test_every_answer_of_a_person_is_in_the_letter() -> None:
    text = words(sample())
    for part in (
        "Velk, Darin",
        "11 April 1979",
        "passport, number A0098877",
        "Tarsk Remand Centre",
        "Republic of Arvania",
    ):
        assert part in text


def test_numbered_paragraphs_run_through_the_request_without_a_gap() -> None:
    request = next(part for part in draft(sample()).parts if part.id == "request")
    numbers = [block.number for block in request.blocks if isinstance(block, Paragraph) and block.number]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_missing_answer_is_a_gap_where_it_belongs() -> None:
    found = spans(draft(edits.withdraw(sample(), at("request.purpose"))))
    gaps = [span for span in found if span.kind is SpanKind.GAP and span.path == at("request.purpose")]
    assert gaps
    assert any("Purpose" in gap.text for gap in gaps)


def test_what_is_not_known_is_said_with_its_reason_and_what_it_is_about() -> None:
    assert "Purpose – not known (still under review)." in words(
        changed("request.purpose", NotKnown("still under review"))
    )


def test_what_does_not_apply_leaves_no_empty_line() -> None:
    text = words(changed("case.modus_operandi", DoesNotApply("not asked")))
    assert "How the offence was committed" not in text or "not applicable" in text


def test_an_answer_that_no_longer_arises_is_not_printed() -> None:
    text = words(changed("request.urgent", YesNo(yes=False)))
    assert "URGENT" not in text
    assert "custody limit ends on 31 July 2026" not in text.split("Request for mutual")[0]


def test_a_full_stop_is_not_doubled() -> None:
    assert "review.." not in words(changed("request.purpose", Text("For the review.")))


def test_the_primary_basis_and_its_articles_open_the_legal_basis() -> None:
    text = words(changed("request.basis_articles", Texts(("18(1)", "18(3)(f)"))))
    assert (
        "United Nations Convention against Transnational Organized Crime (UNTOC), articles 18(1) and 18(3)(f)" in text
    )


def test_articles_stand_in_the_order_of_the_treaty() -> None:
    case = sample()
    without = edits.withdraw(case, at("request.basis_articles"))
    assert "articles 18(1)-(3), 18(3)(f), 18(15) and 18(18)" in words(without)


def test_articles_that_are_not_verified_are_not_printed_as_law() -> None:
    from mlawriter.knowledge.cites import all_cites

    unverified = {cite.article for cite in all_cites(checked(sample()).law.knowledge) if not cite.verified}
    assert unverified
    text = words(edits.withdraw(sample(), at("request.basis_articles")))
    assert not [article for article in unverified if f"UNTOC, article {article} " in text]


def test_partial_dates_are_printed_as_far_as_they_are_known() -> None:
    text = words(changed("person.dob", Day(1979, 4), "p1"))
    assert "Born: April 1979;" in text
    assert "11 April 1979" not in text


def test_the_compliance_table_says_where_each_item_is_answered_or_missing() -> None:
    assert "paragraph 9" in words(sample()).split("TABLE OF COMPLIANCE")[1]
    assert "[missing]" in words(edits.withdraw(sample(), at("request.purpose"))).split("TABLE OF COMPLIANCE")[1]


def test_an_undertaking_changed_by_hand_replaces_the_standard_text() -> None:
    text = words(changed("guarantee.own_text", Text("We promise the same in return."), "g1"))
    assert "We promise the same in return." in text
    assert "would give the requested State similar assistance" not in text


def test_the_letter_of_another_basis_names_no_other_treaty() -> None:
    text = words(edits.withdraw(changed("request.primary_basis", Choice("reciprocity")), at("request.basis_articles")))
    assert "UNTOC 18(15)" not in text


@pytest.mark.parametrize("tag", ["en", "fr"])
@pytest.mark.parametrize("file", sorted(CASES.glob("*.toml")), ids=lambda file: file.stem)
def test_every_scenario_composes_whatever_is_missing(file: File, tag: str) -> None:
    case, content = case_of(file)
    report = checked(case, content["today"])
    assert to_text(compose_checked(report.view, report.report, language(tag)), draft_mark=True)


def test_french_is_french_throughout() -> None:
    own_words = " ".join(span.text for span in spans(draft(sample(), "fr")) if span.kind is SpanKind.WORDING)
    for word in (" the ", " and ", "request ", "shall"):
        assert word not in own_words.casefold()
