"""Which articles a finding cites: those of the legal bases chosen, never those of another treaty."""

from pathlib import Path as File

import pytest
from worlds import R1, TODAY, at, checked, persons

from mlawriter.checks.checker import Law, check
from mlawriter.checks.report import Certainty
from mlawriter.knowledge.loader import load
from mlawriter.model import edits
from mlawriter.model import values as v
from mlawriter.model.case import Row
from mlawriter.model.ids import ListName, RowId, Scope
from mlawriter.resources import templates_folder


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


PACK = """
overlay = true
id = "untoc"
[[requires]]
article = "99"
text = "the records in detail"
modules = ["production_bank"]
met_by = ["item.record_types"]
when = "item.account_search"
verified = false
"""


def test_an_item_of_which_it_is_not_known_yet_is_an_open_question_beside_one_that_is_certain(tmp_path: File) -> None:
    (tmp_path / "instruments").mkdir()
    (tmp_path / "instruments" / "untoc.toml").write_text(PACK, encoding="utf-8")
    law = Law.of(load(templates_folder(), tmp_path))
    case = edits.answer(persons(), at("request.primary_basis"), v.Choice("untoc"))
    for row in ("m1", "m2"):
        case = edits.add_row(case, Scope("r1"), ListName("items"), Row(RowId(row), "production_bank"))
    case = edits.answer(case, at("item.account_search", "m1"), v.YesNo(yes=True))
    found = [each for each in check(law, case, R1, TODAY).report.findings if each.path.field == "item.record_types"]
    assert {(each.path.row, each.certainty) for each in found} == {("m1", Certainty.TRUE), ("m2", Certainty.UNKNOWN)}
