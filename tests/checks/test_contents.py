"""What instruments require of requests for extradition: in which kind, and what answers it."""

import pytest
from worlds import CASES, at, case_of, checked, language

from mlawriter.checks.report import ComplianceLine, Finding
from mlawriter.compose.blocks import lines_of
from mlawriter.compose.letter import compose_checked
from mlawriter.model import edits
from mlawriter.model import values as v
from mlawriter.model.case import Case, Request, Row
from mlawriter.model.ids import ListName, RequestId, RowId, Scope


def a_request(kind: str, *bases: str) -> Case:
    case = edits.add_request(Case(id="small"), Request(RequestId("r1"), kind))
    case = edits.answer(case, at("request.primary_basis"), v.Choice(bases[0]))
    return edits.answer(case, at("request.supplementary_bases"), v.Choices(bases[1:])) if bases[1:] else case


def asked_for(case: Case) -> dict[str, list[ComplianceLine]]:
    found: dict[str, list[ComplianceLine]] = {}
    for line in checked(case).report.compliance:
        found.setdefault(f"{line.cite.instrument} {line.cite.article}".strip(), []).append(line)
    return found


@pytest.mark.parametrize(
    ("kind", "bases", "asked", "not_asked"),
    [
        ("ext_accused", ["ece"], ["ece 12(2)(a)", "ece 12(2)(c)"], ["ece 16(2)", "ece 14(1)(a)", "practice"]),
        ("ext_accused", ["ece", "ece_ap4"], ["ece_ap4 2"], ["ece 12(2)(a)", "ece_ap4 5"]),
        ("ext_provisional", ["ece"], ["ece 16(2)"], ["ece 12(2)(a)", "ece_ap3 2(1)(a)"]),
        ("ext_simplified", ["ece", "ece_ap3"], ["ece_ap3 2(1)(a)", "ece_ap3 2(1)(h)"], ["ece 12(2)(a)"]),
        ("ext_supplementary", ["ece"], ["ece 14(1)(a)"], ["ece 12(2)(a)"]),
        ("ext_supplementary", ["ece", "ece_ap4"], ["ece_ap4 3"], ["ece 14(1)(a)"]),
        ("ext_transit", ["ece", "ece_ap4"], ["ece_ap4 5"], ["ece 21(3)", "ece 21(4)"]),
        ("ext_convicted", ["montevideo"], ["montevideo 5(a)", "montevideo 5(c)"], ["montevideo 5(b)"]),
        ("ext_accused", ["montevideo"], ["montevideo 5(b)"], ["montevideo 5(a)"]),
        ("ext_convicted", ["cplp"], ["cplp 10(2)"], ["cplp 10(1)"]),
        ("ext_accused", ["riyadh"], ["riyadh 42(a)", "riyadh 42(b)", "riyadh 42(c)"], ["riyadh 15", "practice"]),
        ("ext_accused", ["caracas"], ["caracas 11"], []),
        ("ext_absentia", ["un_model_ext"], ["un_model_ext 5(2)(d)"], ["un_model_ext 5(2)(b)"]),
        ("ext_accused", ["untoc"], ["practice"], ["untoc 18(15)(a)"]),
        ("mla", ["untoc"], ["untoc 18(15)(a)"], ["practice"]),
    ],
)
def test_a_request_is_held_to_the_contents_of_its_kind(
    kind: str, bases: list[str], asked: list[str], not_asked: list[str]
) -> None:
    found = asked_for(a_request(kind, *bases)).keys()
    assert set(asked) <= found
    assert not set(not_asked) & found


def _annexed(case: Case, kind: str) -> Case:
    case = edits.add_row(case, Scope("r1"), ListName("documents"), Row(RowId("d1")))
    return edits.answer(case, at("document.type", "d1"), v.Choice(kind))


def test_an_annex_answers_a_content_and_is_named_in_the_table() -> None:
    case = _annexed(a_request("ext_accused", "ece"), "warrant")
    (line,) = asked_for(case)["ece 12(2)(a)"]
    assert line.answered_by == (at("document.title", "d1"),)
    assert not line.missing
    found = checked(case)
    draft = compose_checked(found.view, found.report, language())
    said = {span.text for part in draft.parts for block in part.blocks for line in lines_of(block) for span in line}
    assert "annex 1" in said


def test_an_annex_of_another_type_does_not() -> None:
    (line,) = asked_for(_annexed(a_request("ext_accused", "ece"), "statute"))["ece 12(2)(a)"]
    assert line.missing == (at("documents"),)


def _missing_documents(case: Case) -> dict[str, Finding]:
    return {each.check: each for each in checked(case).report.findings if each.check.startswith("document.")}


def test_a_missing_annex_is_one_finding_however_many_ask_for_it() -> None:
    found = _missing_documents(a_request("ext_accused", "ece", "montevideo"))["document.warrant"]
    assert {cite.instrument for cite in found.cites} >= {"ece", "montevideo"}


def test_different_missing_annexes_are_different_findings() -> None:
    assert {"document.warrant", "document.statute"} <= _missing_documents(a_request("ext_accused", "ece")).keys()


def test_a_content_that_any_of_several_answers_is_missed_once() -> None:
    case = a_request("ext_accused", "ece")
    descriptions = [line for line in asked_for(case)["ece 12(2)(c)"] if "description" in line.text.text]
    assert [len(line.missing) for line in descriptions] == [1]


def test_only_the_person_sought_is_asked_about() -> None:
    case, _ = case_of(CASES / "extradition" / "ext_contents_ece_answered.toml")
    case = edits.add_row(case, Scope("case"), ListName("persons"), Row(RowId("p2")))
    wanted = {path.row for line in asked_for(case)["ece 12(2)(c)"] for path in (*line.answered_by, *line.missing)}
    assert RowId("p2") not in wanted
