"""Every check of the legal dossier is carried by a finding of its weight, and no code is used that it does not have.

`codes.txt` lists the codes of mutual legal assistance with their weight, `codes_extradition.txt` those of extradition:
ESS essential, REQ-IF conditional, ADV advice. Assurances have codes of their own (`G-DEATH`).
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from worlds import the_law

from mlawriter.checks.catalogue import attached, carriers, fields
from mlawriter.checks.needs import LOST_CODE
from mlawriter.knowledge.definitions import Field, Need, Severity

FILES = {"codes.txt": 158, "codes_extradition.txt": 132}
LINES = {name: Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines() for name in FILES}
CODES = dict(line.split() for lines in LINES.values() for line in lines)
WEIGHTS = {"ESS": Severity.ESSENTIAL, "REQ-IF": Severity.CONDITIONAL, "ADV": Severity.ADVISORY}


def of_field(entry: Field) -> Iterator[Severity]:
    if entry.need is Need.ESSENTIAL:
        yield entry.severity or Severity.ESSENTIAL
    if entry.essential_if:
        yield entry.severity or Severity.CONDITIONAL
    if entry.need is Need.RECOMMENDED or entry.recommended_if:
        yield Severity.ADVISORY


def weights() -> Iterator[tuple[str, Severity]]:
    knowledge = the_law().knowledge
    yield LOST_CODE, Severity.CONDITIONAL
    yield from ((check.code, check.severity) for check in knowledge.checks.values())
    yield from ((entry.code, weight) for _, entry in fields(the_law().index) for weight in of_field(entry))
    yield from ((entry.code, entry.severity) for kind in knowledge.requests.values() for entry in kind.at_least)
    for entry in attached(knowledge):
        yield entry.code, Severity.CONDITIONAL if entry.need is Need.ESSENTIAL else Severity.ADVISORY
    for guarantee in knowledge.guarantees.values():
        if guarantee.required_if:
            yield guarantee.required_code or guarantee.code, Severity.CONDITIONAL
        if guarantee.recommended_if:
            yield guarantee.recommended_code or guarantee.code, Severity.ADVISORY


def test_each_check_of_the_dossier_is_listed_once() -> None:
    assert {name: len({line.split()[0] for line in lines}) for name, lines in LINES.items()} == FILES


@pytest.mark.parametrize("code", CODES)
def test_a_check_of_the_dossier_is_carried(code: str) -> None:
    assert carriers(the_law().index).get(code)


def test_no_code_is_used_that_the_dossier_does_not_have() -> None:
    unknown = set(carriers(the_law().index)) - set(CODES)
    assert {code for code in unknown if not code.startswith("G-")} == set()


def test_a_check_of_the_dossier_has_its_weight() -> None:
    assert {(code, WEIGHTS[weight]) for code, weight in CODES.items()} - set(weights()) == set()
