"""The parameters behind findings: which they are, and that they follow what decides them."""

import json

import pytest
from worlds import CASES, at, case_of, checked, language, the_law

from mlawriter.app.applied import settled
from mlawriter.app.usecases import report_as_json
from mlawriter.checks.applied import BEHIND, rules_behind
from mlawriter.checks.checker import check
from mlawriter.knowledge.index import COMPUTED
from mlawriter.model import edits
from mlawriter.model import values as v
from mlawriter.model.case import Case, Request, Row
from mlawriter.model.ids import ListName, RequestId, RowId, Scope

NO_LIMIT = "field.request.arrest_limit_days"


def arrested(*bases: str) -> Case:
    case = edits.add_request(Case(id="small"), Request(RequestId("r1"), "ext_provisional"))
    case = edits.answer(case, at("request.primary_basis"), v.Choice(bases[0]))
    case = edits.answer(case, at("request.supplementary_bases"), v.Choices(bases[1:])) if bases[1:] else case
    return edits.answer(case, at("request.arrest_day"), v.Day(2026, 3, 3))


def with_own_value(case: Case, **members: v.Value) -> Case:
    case = edits.add_row(case, Scope("r1"), ListName("own_values"), Row(RowId("v1")))
    for member, value in members.items():
        case = edits.answer(case, at(f"own_value.{member}", "v1"), value)
    return case


def said(case: Case) -> dict[str, str]:
    known = the_law().knowledge
    return {each.rule: settled(each, known, language()) for each in checked(case).report.values}


@pytest.mark.parametrize(
    ("source", "rules"),
    [
        ("days(today, request.deadline) < rule.min_days", ["min_days"]),
        (
            "offences.exists(o, o.below_minimum)",
            ["min_penalty_months", "min_penalty_measure", "min_penalty_rule"],
        ),
        ("offence.counterpart_value < 12.0", ["min_penalty_measure"]),
        ("offences.exists(o, has(o.title))", []),
        ("request.urgent", []),
    ],
)
def test_the_rules_behind_a_condition_are_found(source: str, rules: list[str]) -> None:
    assert list(dict.fromkeys(rules_behind(source, the_law().index))) == rules


def test_every_rule_behind_a_computed_member_exists() -> None:
    assert {rule for rules in BEHIND.values() for rule in rules} <= the_law().knowledge.rules.keys()
    assert BEHIND.keys() <= COMPUTED.keys()


def test_a_finding_names_the_values_that_it_goes_by() -> None:
    case, content = case_of(CASES / "gen_deadline_too_near.toml")
    (found,) = [each for each in checked(case, content["today"]).report.findings if each.check == "deadline_too_near"]
    assert [(each.rule, each.value) for each in found.values] == [("min_days", 30)]


def test_every_value_is_said_with_its_source() -> None:
    lines = said(arrested("ece", "ece_ap4"))
    assert lines["arrest_hard_days"] == "Days that a provisional arrest may last at most: 40 [ECE 16(4)]"
    assert lines["leave_days"].endswith("30 [ECE AP IV 3]")
    assert lines["facts_length"].endswith("12,000 [program default, not law]")
    assert said(arrested("caracas"))["arrest_hard_days"].endswith("60 [Caracas Convention 14 (not verified)]")
    assert said(arrested("untoc"))["arrest_start"].endswith("not compared with its text)]")
    assert "min_days" not in lines


def test_a_value_that_the_user_entered_says_so() -> None:
    basis, rule, number = v.Choice("bilateral"), v.Choice("arrest_hard_days"), v.Whole(60)
    case = with_own_value(arrested("bilateral"), basis=basis, rule=rule, number=number, article=v.Text("11(4)"))
    assert said(case)["arrest_hard_days"].endswith("60 [Bilateral treaty 11(4), as you entered it]")


def test_what_is_known_of_the_law_of_the_state_says_where_and_when() -> None:
    case = edits.answer(arrested("untoc"), at("state.arrest_days"), v.Whole(30))
    assert said(case)["arrest_hard_days"].endswith("30 [law of the requested State]")
    case = edits.answer(case, at("state.source"), v.Text("Extradition Act, section 12"))
    assert said(case)["arrest_hard_days"].endswith("30 [law of the requested State: Extradition Act, section 12]")
    case = edits.answer(case, at("state.source_date"), v.Day(2026, 2, 1))
    assert said(case)["arrest_hard_days"].endswith("Extradition Act, section 12, 1 February 2026]")


def test_a_figure_of_the_model_treaty_does_not_bind() -> None:
    basis, rule, number = v.Choice("un_model_ext"), v.Choice("leave_days"), v.Whole(30)
    assert said(with_own_value(arrested("untoc"), basis=basis, rule=rule, number=number))["leave_days"].endswith(
        "30 [UN Model Treaty: not binding]"
    )


def test_values_are_worked_out_anew_when_what_decides_them_changes() -> None:
    case = arrested("london")
    before = checked(case)
    basis, rule, number = v.Choice("london"), v.Choice("min_penalty_months"), v.Whole(36)
    for changed in (
        with_own_value(case, basis=basis, rule=rule, number=number),
        edits.answer(case, at("request.primary_basis"), v.Choice("montevideo")),
        edits.answer(case, at("state.arrest_days"), v.Whole(20)),
    ):
        full = check(the_law(), changed, before.request_id, before.today)
        assert before.recheck(changed).report == full.report


def test_the_report_as_json_holds_the_values() -> None:
    report = checked(arrested("ece")).report
    written = json.loads(json.dumps(report_as_json(RequestId("r1"), report, "small.mlaw", language())))
    (hard,) = [each for each in written["values"] if each["rule"] == "arrest_hard_days"]
    assert hard == {
        "rule": "arrest_hard_days",
        "value": 40,
        "origin": "instrument",
        "instrument": "ece",
        "article": "16(4)",
        "verified": True,
        "source": None,
        "date": None,
    }
