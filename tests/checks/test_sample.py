"""The complete sample gives no false alarm; what is taken away is missed, with the right article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import TODAY, at, checked, language, sample, the_law

from mlawriter.checks.checker import check
from mlawriter.checks.report import Certainty, Report
from mlawriter.knowledge.cites import parse_cite
from mlawriter.knowledge.definitions import Need
from mlawriter.model import edits
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import RequestId
from mlawriter.model.values import Text
from mlawriter.resources import samples_folder

ESSENTIAL_FIELDS = [
    path
    for path in sorted(sample().answers)
    if path.row is None and the_law().index.field(path.field).need is Need.ESSENTIAL
]


def said(report: Report) -> list[tuple[str, str, str, str]]:
    speak = language()
    return [
        (finding.check, str(finding.path), finding.certainty.value, speak(finding.message))
        for finding in report.findings
    ]


COMPLETE = sorted(file.stem for file in samples_folder().glob("case_*.json") if not file.stem.endswith("_faulty"))


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_sample_has_no_findings_at_all(name: str) -> None:
    assert said(checked(sample(name)).report) == []


@pytest.mark.parametrize("name", COMPLETE)
def test_every_required_content_of_a_sample_is_met(name: str) -> None:
    assert [line.cite.article for line in checked(sample(name)).report.compliance if line.missing] == []


@pytest.mark.parametrize("path", ESSENTIAL_FIELDS, ids=lambda path: path.field)
def test_one_essential_answer_taken_away_is_missed(path: Path) -> None:
    report = checked(edits.withdraw(sample(), path)).report
    blocking = [finding for finding in report.findings if finding.blocks]
    assert path in {finding.path for finding in blocking}


@pytest.mark.parametrize(
    ("field", "article"),
    [
        ("request.purpose", "18(15)(f)"),
        ("case.issuing_authority", "18(15)(a)"),
        ("case.conducting_authority", "18(15)(b)"),
        ("case.conducting_authority_functions", "18(15)(b)"),
        ("case.case_subject", "18(15)(b)"),
        ("case.facts_summary", "18(15)(c)"),
        ("request.requested_authority", "18(13)"),
        ("case.untoc_ocg_grounds", "18(1)"),
        ("request.dual_criminality_statement", "18(9)"),
    ],
)
def test_the_finding_cites_the_article_that_asks(field: str, article: str) -> None:
    report = checked(edits.withdraw(sample(), at(field))).report
    (finding,) = [each for each in report.findings if each.path.field == field]
    assert ("untoc", article) in {(cite.instrument, cite.article) for cite in finding.cites}


def test_other_treaties_than_those_relied_on_are_not_cited() -> None:
    report = checked(edits.withdraw(sample(), at("request.purpose"))).report
    assert {cite.instrument for finding in report.findings for cite in finding.cites} <= {
        "untoc",
        "reciprocity",
        "practice",
    }


def test_what_is_not_verified_is_marked() -> None:
    assert not parse_cite("untoc 2(b) ?").verified
    assert parse_cite("untoc 18(15)(f)").verified


def test_a_finding_set_aside_no_longer_blocks() -> None:
    from mlawriter.model.case import SetAside

    case = edits.withdraw(sample(), at("request.purpose"))
    (finding,) = [each for each in checked(case).report.findings if each.blocks]
    aside = edits.set_aside(case, SetAside(finding.check, finding.path, "agreed by telephone"))
    report = checked(aside).report
    assert report.is_complete
    assert [each.set_aside for each in report.findings if each.set_aside] == ["agreed by telephone"]


def test_not_known_counts_as_answered() -> None:
    from mlawriter.model.values import NotKnown

    case = edits.answer(sample(), at("request.purpose"), NotKnown("still being discussed"))
    assert "field.request.purpose" not in {each.check for each in checked(case).report.findings}


def test_an_open_condition_is_an_open_question_not_fine() -> None:
    case = edits.withdraw(sample(), at("request.urgent"))
    case = edits.withdraw(case, at("request.urgent_reason"))
    finding = next(each for each in checked(case).report.findings if each.check == "field.request.urgent_reason")
    assert finding.certainty is Certainty.UNKNOWN


def test_an_answer_of_the_wrong_kind_is_asked_again() -> None:
    case = edits.answer(sample(), at("request.date"), Text("tomorrow"))
    messages = [message for _, _, _, message in said(checked(case).report)]
    assert any("cannot be read" in message for message in messages)


ALL = sorted(sample().answers)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ALL), st.booleans()), min_size=1, max_size=6))
def test_rechecking_a_change_equals_checking_everything(changes: list[tuple[Path, bool]]) -> None:
    case: Case = sample()
    now = check(the_law(), case, RequestId("r1"), TODAY)
    for path, takes_away in changes:
        case = edits.withdraw(case, path) if takes_away else edits.answer(case, path, Text("something else"))
        now = now.recheck(case)
    assert said(now.report) == said(check(the_law(), case, RequestId("r1"), TODAY).report)


ROWS = [(key, row) for key, rows in sorted(sample().rows.items()) for row in rows]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(ROWS), min_size=1, max_size=4, unique=True))
def test_removing_rows_is_rechecked_like_checking_everything(rows: list[tuple[tuple[str, str], object]]) -> None:
    case: Case = sample()
    now = check(the_law(), case, RequestId("r1"), TODAY)
    for (scope, name), row in rows:
        case = edits.remove_row(case, scope, name, row.id)  # type: ignore[arg-type, attr-defined]
        now = now.recheck(case)
    assert said(now.report) == said(check(the_law(), case, RequestId("r1"), TODAY).report)
