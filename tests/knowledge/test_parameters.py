"""Parameters: the order of their sources, protocols, own values, the law of the State, defaults."""

from datetime import date

import pytest
from worlds import the_law

from mlawriter.knowledge.cites import Cite
from mlawriter.knowledge.parameters import Given, Known, Origin, Parameter, parameters

BILATERAL_60 = {"basis": "bilateral", "rule": "arrest_hard_days", "number": 60, "article": "11(4)"}
LOOKED_UP = Known(30, "Extradition Act, section 12", date(2026, 2, 1))


def settled(*bases: str, **given: object) -> dict[str, Parameter]:
    request = {"bases": list(bases), **({"arrest_basis": given.pop("arrest_basis")} if "arrest_basis" in given else {})}
    return parameters(the_law().knowledge, Given(request=request, **given))  # type: ignore[arg-type]


def values(found: dict[str, Parameter], *names: str) -> list[object]:
    return [found[name].value if name in found else None for name in names]


def test_a_treaty_gives_its_value_with_the_article() -> None:
    found = settled("ece")["arrest_hard_days"]
    assert (found.value, found.origin, found.cite) == (40, Origin.INSTRUMENT, Cite("ece", "16(4)", verified=True))


def test_the_primary_basis_comes_before_the_others() -> None:
    assert values(settled("caracas", "ece"), "min_penalty_months") == [24]
    assert values(settled("ece", "caracas"), "min_penalty_months") == [12]


def test_a_convention_without_time_limits_leaves_them_to_the_treaty_beside_it() -> None:
    assert values(settled("untoc", "ece"), "arrest_hard_days", "min_penalty_months") == [40, 12]


def test_a_protocol_stands_before_the_convention_that_it_amends_wherever_it_is_named() -> None:
    found = settled("ece", "ece_ap2", "ece_ap4")
    assert values(found, "leave_days", "limitation_law", "arrest_hard_days") == [30, "requesting", 40]
    assert found["leave_days"].cite == Cite("ece_ap4", "3", verified=True)


def test_a_protocol_does_not_rise_above_another_treaty_named_first() -> None:
    assert values(settled("caracas", "ece", "ece_ap4"), "limitation_law") == ["either"]


def test_a_reservation_gives_the_convention_its_effect_back() -> None:
    reserved = [{"basis": "ece_ap4", "point": "ext_limitation_reserved", "answer": True}]
    assert values(settled("ece", "ece_ap4", declarations=reserved), "limitation_law") == ["either"]
    denied = [{"basis": "ece_ap4", "point": "ext_limitation_reserved", "answer": False}]
    assert values(settled("ece", "ece_ap4", declarations=denied), "limitation_law") == ["requesting"]


def test_an_own_value_is_that_of_its_treaty() -> None:
    found = settled("bilateral", "ece", own_values=[BILATERAL_60])["arrest_hard_days"]
    assert (found.value, found.origin, found.cite) == (60, Origin.OWN, Cite("bilateral", "11(4)", verified=True))
    assert values(settled("ece", "bilateral", own_values=[BILATERAL_60]), "arrest_hard_days") == [40]


def test_an_own_value_corrects_what_the_program_knows_of_a_treaty() -> None:
    read = {"basis": "caracas", "rule": "arrest_hard_days", "number": 50}
    assert values(settled("caracas", own_values=[read]), "arrest_hard_days", "arrest_again") == [50, "with_documents"]


def test_an_own_value_of_a_treaty_that_is_not_relied_on_does_not_count() -> None:
    assert values(settled("ece", own_values=[{**BILATERAL_60, "basis": "sadc_ext"}]), "arrest_hard_days") == [40]


@pytest.mark.parametrize("row", [{"number": 60}, {"word": "remaining"}, {"word": "max", "basis": "nothing"}])
def test_an_own_value_that_the_rule_cannot_have_does_not_count(row: dict[str, object]) -> None:
    own = {"basis": "bilateral", "rule": "min_penalty_measure", **row}
    assert settled("bilateral", own_values=[own])["min_penalty_measure"].origin is Origin.DEFAULT


def test_the_law_of_the_requested_state_comes_after_treaties_and_before_defaults() -> None:
    state = {"arrest_days": LOOKED_UP}
    found = settled("untoc", state=state)["arrest_hard_days"]
    assert (found.value, found.origin, found.source, found.day) == (30, Origin.STATE, LOOKED_UP.source, LOOKED_UP.day)
    assert values(settled("ece", state=state), "arrest_hard_days") == [40]


def test_defaults_stand_in_where_nothing_else_says_anything() -> None:
    found = settled("untoc")
    assert values(found, "arrest_hard_days", "min_penalty_measure") == [40, "max"]
    assert found["arrest_hard_days"].origin is Origin.DEFAULT


def test_a_parameter_without_a_default_is_not_known() -> None:
    assert values(settled("untoc"), "min_penalty_months", "leave_days", "consent_answer_days") == [None, None, None]


def test_a_figure_chosen_for_the_model_treaty_binds_nobody_and_comes_last() -> None:
    chosen = [{"basis": "un_model_ext", "rule": "min_penalty_months", "number": 24}]
    found = settled("untoc", own_values=chosen)["min_penalty_months"]
    assert (found.value, found.origin) == (24, Origin.MODEL)
    assert values(
        settled("untoc", own_values=chosen, state={"min_penalty_months": Known(12)}), "min_penalty_months"
    ) == [12]
    assert values(settled("un_model_ext", "ece", own_values=chosen), "min_penalty_months") == [12]


def test_the_model_treaty_named_as_a_basis_binds_nobody() -> None:
    assert settled("un_model_ext")["arrest_hard_days"].origin is Origin.MODEL
    assert values(settled("un_model_ext", state={"arrest_days": LOOKED_UP}), "arrest_hard_days") == [30]


def test_no_time_limit_is_put_together_from_two_sources() -> None:
    found = settled("montevideo", "ece")
    assert values(found, "arrest_hard_months", "arrest_hard_days", "arrest_soft_days") == [2, None, None]
    assert values(settled("caracas", "ece"), "arrest_hard_days", "arrest_soft_days") == [60, None]
    assert values(settled("cplp", "ece"), "takeover_shall_days", "takeover_may_days") == [45, None]


def test_a_default_completes_what_a_treaty_leaves_open() -> None:
    own = [{"basis": "bilateral", "rule": "min_penalty_months", "number": 12}]
    assert values(settled("bilateral", "montevideo", own_values=own), "min_penalty_months", "min_penalty_measure") == [
        12,
        "max",
    ]


def test_a_default_does_not_contradict_what_a_treaty_measures() -> None:
    own = [{"basis": "bilateral", "rule": "min_imposed_months", "number": 4}]
    assert values(settled("bilateral", own_values=own), "min_imposed_months", "sentence_basis") == [4, None]


def test_yes_and_no_can_be_entered() -> None:
    own = [{"basis": "bilateral", "rule": "accessory", "yes": False}]
    assert values(settled("bilateral", own_values=own), "accessory") == [False]


def test_every_instrument_of_extradition_that_sets_a_minimum_says_how_it_is_measured() -> None:
    for instrument in the_law().knowledge.instruments.values():
        if "min_penalty_months" in instrument.rules:
            assert {"min_penalty_measure", "min_penalty_rule"} <= instrument.rules.keys(), instrument.id


def test_the_treaty_named_for_the_arrest_gives_its_time_limits() -> None:
    found = settled("caracas", "ece", arrest_basis="ece")
    assert values(found, "arrest_hard_days", "arrest_soft_days", "min_penalty_months") == [40, 18, 24]


@pytest.mark.parametrize(
    ("bases", "ordered"),
    [
        (["ece", "ece_ap4", "untoc"], ["ece_ap4", "ece", "untoc"]),
        (["untoc", "ece", "ece_ap2", "ece_ap4"], ["untoc", "ece_ap4", "ece_ap2", "ece"]),
        (["ece_ap4", "ece_ap2", "ece"], ["ece_ap4", "ece_ap2", "ece"]),
        (["ece_ap4", "untoc"], ["ece_ap4", "untoc"]),
    ],
)
def test_a_protocol_is_cited_before_what_it_amends(bases: list[str], ordered: list[str]) -> None:
    assert list(the_law().index.as_amended(bases)) == ordered
