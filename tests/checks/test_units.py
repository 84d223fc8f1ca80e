"""Which articles a finding cites: those of the legal bases chosen, never those of another treaty."""

import pytest
from worlds import at, checked, persons

from mlawriter.model import edits
from mlawriter.model import values as v


def cited(field: str, *bases: str) -> list[str]:
    case = persons()
    if bases:
        case = edits.answer(case, at("request.primary_basis"), v.Choice(bases[0]))
        case = edits.answer(case, at("request.supplementary_bases"), v.Choices(bases[1:]))
    found = next(each for each in checked(case).report.findings if each.check == f"field.{field}")
    return [f"{cite.instrument} {cite.article}".strip() for cite in found.cites]


def test_only_the_chosen_treaty_is_cited() -> None:
    assert cited("request.purpose", "uncac") == ["uncac 46(15)(f)"]


@pytest.mark.parametrize(
    ("basis", "article"), [("un_cyber", "40(12)"), ("budapest", "27(2)"), ("nassau", "3"), ("ecma1959", "15")]
)
def test_a_treaty_that_the_rule_does_not_cite_is_cited_on_the_same_topic(basis: str, article: str) -> None:
    assert f"{basis} {article}" in cited("request.requested_authority", basis)


def test_what_no_chosen_treaty_says_is_practice() -> None:
    assert cited("request.requested_authority", "reciprocity") == ["practice"]


def test_the_table_says_a_usual_content_only_where_no_article_asks_for_it() -> None:
    both = persons()
    both = edits.answer(both, at("request.primary_basis"), v.Choice("uncac"))
    both = edits.answer(both, at("request.supplementary_bases"), v.Choices(("reciprocity",)))
    usual = [line for line in checked(both).report.compliance if line.cite.instrument == "practice"]
    treaty = {path for line in checked(both).report.compliance if line not in usual for path in line.missing}
    assert treaty
    assert all(not treaty.issuperset(line.missing) for line in usual if line.missing)
