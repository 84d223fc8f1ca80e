"""The deadlines of extradition: what each treaty sets, the plan that leads to it, and what comes afterwards."""

from datetime import date, datetime
from pathlib import Path as File

import pytest
from worlds import case_of, checked, sample, the_law

from mlawriter.checks.checker import check
from mlawriter.checks.deadlines import deadlines
from mlawriter.checks.dues import Due, Standing
from mlawriter.knowledge.parameters import Origin


@pytest.fixture
def dues(tmp_path: File) -> "Dues":
    return Dues(tmp_path / "case.toml")


class Dues:
    """Deadlines of a case written as TOML."""

    def __init__(self, file: File) -> None:
        self._file = file

    def of(
        self, lines: str, *, basis: str = "ece", today: str = "2026-06-03", kind: str = "ext_accused"
    ) -> dict[str, Due]:
        head = f'today = {today}\nkind = "{kind}"\nbases = ["{basis}"]\nstate = "JP"\nhome = "FR"\n'
        self._file.write_text(head + lines, encoding="utf-8")
        case, content = case_of(self._file)
        return {due.id: due for due in deadlines(checked(case, content["today"]).view)}


def days(found: dict[str, Due], *names: str) -> list[date]:
    return [found[name].day for name in names]


def test_the_plan_of_the_dossier_leads_to_the_full_request() -> None:
    case = sample("ext_c")
    view = check(the_law(), case, case.requests[1].id, date(2026, 6, 24)).view
    found = {due.id: due for due in deadlines(view)}
    assert days(found, "arrest_release_possible", "arrest_papers", "arrest_safe") == [
        date(2026, 6, 20),
        date(2026, 7, 12),
        date(2026, 7, 8),
    ]
    assert days(found, "plan_translated", "plan_certified", "plan_sent", "plan_received") == [
        date(2026, 6, 27),
        date(2026, 7, 4),
        date(2026, 7, 6),
        date(2026, 7, 9),
    ]


def test_the_person_must_be_back_and_two_reminders_say_so() -> None:
    case = sample("ext_c")
    view = check(the_law(), case, case.requests[2].id, date(2026, 9, 15)).view
    found = {due.id: due for due in deadlines(view)}["temporary_return"]
    assert found.day == date(2027, 2, 26)
    assert found.alarms == (date(2027, 1, 27), date(2027, 2, 19))


def test_an_arrest_says_on_which_value_it_rests_and_when_the_day_is_over_there(dues: Dues) -> None:
    found = dues.of("[request]\narrest_day = 2026-06-02\n")["arrest_papers"]
    assert [(each.rule, each.value, each.origin) for each in found.parameters] == [
        ("arrest_hard_days", 40, Origin.INSTRUMENT),
        ("arrest_start", "arrest", Origin.INSTRUMENT),
    ]
    assert found.ends == datetime.fromisoformat("2026-07-13T00:00:00+09:00")
    assert found.alarms == (date(2026, 6, 22), date(2026, 7, 2), date(2026, 7, 7), date(2026, 7, 10))


def test_a_request_to_continue_moves_the_limit_of_the_riyadh_agreement(dues: Dues) -> None:
    lines = "[request]\narrest_day = 2026-03-03\n"
    before = dues.of(lines, basis="riyadh")
    assert days(before, "arrest_papers", "arrest_longest") == [date(2026, 4, 2), date(2026, 5, 2)]
    after = dues.of(f"{lines}arrest_extension_day = 2026-03-23\n", basis="riyadh")
    assert days(after, "arrest_first_limit", "arrest_papers") == [date(2026, 4, 2), date(2026, 5, 2)]
    assert after["arrest_first_limit"].standing is Standing.MET
    assert "arrest_longest" not in after


def test_two_months_run_from_the_notice_of_the_arrest(dues: Dues) -> None:
    lines = "[request]\narrest_day = 2026-12-28\n"
    assert "arrest_papers" not in dues.of(lines, basis="montevideo")
    found = dues.of(f"{lines}arrest_notification_day = 2026-12-31\n", basis="montevideo")
    assert found["arrest_papers"].day == date(2027, 2, 28)


def test_the_translation_is_counted_in(dues: Dues) -> None:
    lines = '[request]\narrest_day = 2026-06-02\ntranslation_language = "ja"\ntranslation_days = 20\n'
    found = dues.of(lines)
    assert days(found, "plan_translation_begins", "plan_translated") == [date(2026, 6, 7), date(2026, 6, 27)]
    assert found["arrest_papers"].standing is Standing.OPEN
    late = dues.of(lines, today="2026-06-25")
    assert late["arrest_papers"].standing is Standing.OUT_OF_REACH
    assert late["arrest_papers"].is_lost
    assert not late["plan_translation_begins"].is_lost


def test_papers_that_have_arrived_end_the_plan(dues: Dues) -> None:
    found = dues.of("[request]\narrest_day = 2026-06-02\nfull_request_received = 2026-06-26\n", today="2026-07-20")
    assert {due.standing for name, due in found.items() if name.startswith("plan_")} <= {Standing.MET, Standing.LATE}
    assert found["arrest_papers"].standing is Standing.MET
    assert found["arrest_release_possible"].standing is Standing.LATE


def test_consent_starts_the_times_of_the_third_protocol(dues: Dues) -> None:
    lines = """[request]
supplementary_bases = ["ece_ap3"]
arrest_day = 2026-06-02
consent_day = 2026-06-08
decision_notified_day = 2026-06-20
"""
    found = dues.of(lines)
    assert days(found, "consent_notice", "consent_decision", "surrender_after_consent") == [
        date(2026, 6, 12),
        date(2026, 6, 28),
        date(2026, 6, 30),
    ]
    assert found["consent_decision"].standing is Standing.MET
    assert "consent_decision" not in dues.of(f"{lines}consent_revoked_day = 2026-06-10\n")


def test_each_treaty_has_its_time_for_taking_over(dues: Dues) -> None:
    agreed = "[request]\nsurrender_agreed_day = 2026-09-01\ntakeover_notice_day = 2026-08-20\n"
    ece = dues.of(agreed)
    assert days(ece, "takeover_may_end", "takeover_ends") == [date(2026, 9, 16), date(2026, 10, 1)]
    assert "takeover_from_notice" not in ece
    caracas = dues.of(agreed, basis="caracas")
    assert days(caracas, "takeover_from_notice") == [date(2026, 9, 19)]
    assert "takeover_ends" not in caracas
    assert dues.of(agreed, basis="montevideo")["takeover_months_end"].day == date(2026, 10, 20)


@pytest.mark.parametrize(("protocol", "end"), [("", date(2026, 7, 16)), ("ece_ap4", date(2026, 7, 1))])
def test_speciality_ends_as_the_protocol_in_force_says(dues: Dues, protocol: str, end: date) -> None:
    more = f'supplementary_bases = ["{protocol}"]\n' if protocol else ""
    lines = f'[request]\n{more}discharge_day = 2026-06-01\nleft_territory = "stayed"\n'
    found = dues.of(lines, kind="ext_supplementary")
    assert found["speciality_ends"].day == end
    assert "speciality_ends" not in dues.of(lines.replace("stayed", "left"), kind="ext_supplementary")


def test_the_answer_on_other_offences_has_ninety_days(dues: Dues) -> None:
    lines = '[request]\nsupplementary_bases = ["ece_ap4"]\nconsent_request_received_day = 2026-06-01\n'
    assert dues.of(lines, kind="ext_supplementary")["consent_answer"].day == date(2026, 8, 30)


def test_lapse_of_time_is_kept_in_view_while_the_person_is_accused(dues: Dues) -> None:
    lines = '[[offence]]\nrow = "o1"\ntitle = "Fraud"\nlimitation_start = 2019-07-30\nlimitation_years = 5\n'
    acts = '[[interruption]]\nrow = "i1"\noffence = "o1"\nkind = "interruption"\nday = 2021-04-15\n'
    assert dues.of(lines)["offence_lapses"].standing is Standing.PASSED
    assert dues.of(lines + acts)["offence_lapses"].day == date(2026, 4, 15)
    assert "offence_lapses" not in dues.of(f'{lines}stage = "convicted"\n')


def test_a_consultation_has_its_day_or_a_usual_one(dues: Dues) -> None:
    lines = '[[consultation]]\nrow = "c1"\nopened = 2026-06-22\n'
    found = dues.of(lines, kind="ext_review")
    assert found["consultation_default"].day == date(2026, 7, 7)
    named = dues.of(f"{lines}reply_due = 2026-07-10\n", kind="ext_review")
    assert named["consultation_reply"].alarms == (date(2026, 7, 1), date(2026, 7, 8))
    assert "consultation_default" not in named
    longer = dues.of(f"{lines}reply_due = 2026-07-10\nextension = 2026-07-20\n", kind="ext_review")
    assert "consultation_reply" not in longer
    detained = f'{lines}[request]\nperson_sought = "p1"\n[[person]]\nrow = "p1"\nin_custody = true\n'
    assert dues.of(detained, kind="ext_review")["consultation_default_detained"].day == date(2026, 6, 27)


def test_the_requested_state_sees_the_limit_but_no_plan_of_ours(dues: Dues) -> None:
    found = dues.of("[request]\narrest_day = 2026-06-02\n", kind="ext_review")
    assert "arrest_papers" in found
    assert not [name for name in found if name.startswith("plan_")]


def test_monitoring_begins_soon_and_goes_on(dues: Dues) -> None:
    lines = '[request]\nsurrender_day = 2026-06-01\n[[guarantee]]\nrow = "g1"\nof = "ext_torture"\n'
    assert dues.of(lines)["monitoring_first"].day == date(2026, 6, 8)
    visited = f'{lines}[[monitoring_visit]]\nrow = "v1"\nday = 2026-06-05\nnext_day = 2026-07-05\n'
    found = dues.of(visited)
    assert "monitoring_first" not in found
    assert found["monitoring_next"].day == date(2026, 7, 5)
