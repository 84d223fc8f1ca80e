"""A letter of the requested State: the law of both States stands the right way round, questions have its words."""

from pathlib import Path

import pytest
from worlds import CASES, R1, TODAY, at, case_of, language

from mlawriter.checks.checker import Law, check
from mlawriter.knowledge.loader import load
from mlawriter.model import edits
from mlawriter.model.case import Case
from mlawriter.model.values import Country
from mlawriter.resources import templates_folder

ANSWER = """
overlay = true
id = "mla"
side = "requested"
[[otherwise]]
questions = ["case.requesting_state"]
label = "Requested State"
help = "Your own State."
[[otherwise]]
questions = ["person.*"]
need = "optional"
essential_if = ""
"""
XA = """
id = "xa"
[entries.min_days]
value = 7
source = "letter"
since = 2026-01-01
[entries.careful]
value = true
source = "letter"
since = 2026-01-01
"""
CAREFUL = """
id = "careful"
severity = "advisory"
when = "state.careful && request.asking_state == 'XB' && request.asked_state == 'XA' && rule.min_days == 7"
message = "Take care."
fix = "case.requesting_state"
cites = ["practice"]
"""


@pytest.fixture(scope="module")
def answering(tmp_path_factory: pytest.TempPathFactory) -> Law:
    pack = tmp_path_factory.mktemp("pack")
    files = {"requests/mla": ANSWER, "states/xa": XA, "checks/careful": CAREFUL}
    for name, content in files.items():
        file = pack / f"{name}.toml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return Law.of(load(templates_folder(), Path(pack)))


def a_case() -> Case:
    case, _ = case_of(CASES / "gen_minor_contradicts_birth.toml")
    return edits.answer(edits.withdraw(case, at("case.requesting_state")), at("request.requested_state"), Country("XB"))


def test_the_law_of_the_requested_state_is_that_of_the_state_that_writes(answering: Law) -> None:
    case = edits.answer(a_case(), at("case.requesting_state"), Country("XA"))
    assert "careful" in {each.check for each in check(answering, case, R1, TODAY).report.findings}


def test_another_state_brings_its_own_law(answering: Law) -> None:
    before = check(answering, a_case(), R1, TODAY)
    after = before.recheck(edits.answer(a_case(), at("case.requesting_state"), Country("XA")))
    assert "careful" in {each.check for each in after.report.findings}


def test_a_question_is_called_otherwise(answering: Law) -> None:
    said = {each.check: language()(each.message) for each in check(answering, a_case(), R1, TODAY).report.findings}
    assert "Requested State" in said["field.case.requesting_state"]


def test_questions_of_a_record_need_less(answering: Law) -> None:
    found = {each.check for each in check(answering, a_case(), R1, TODAY).report.findings}
    assert not {name for name in found if name.startswith("field.person.")}
