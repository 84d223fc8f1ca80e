"""Kinds of request in families: one can start from another, and each asks what is meant for its family."""

from datetime import date
from pathlib import Path

import pytest
from worlds import R1, at

from mlawriter.checks.checker import Law, check
from mlawriter.knowledge.loader import load
from mlawriter.knowledge.problems import KnowledgeError
from mlawriter.model import edits
from mlawriter.model import values as v
from mlawriter.model.case import Case, Request
from mlawriter.resources import templates_folder

SURRENDER = """
id = "surrender"
title = "Surrender"
family = "extradition"
[[page]]
id = "states"
title = "States"
sections = ["own_state", "states", "legal_basis"]
[[page]]
id = "law"
title = "Law of the requested State"
sections = ["state_law"]
[[page]]
id = "offences"
title = "Offences"
lists = ["offences"]
[[document]]
id = "request"
title = "Request"
clauses = []
[[at_least]]
list = "offences"
rows = 1
message = "Add the offence."
cites = ["practice"]
"""
ARREST = """
id = "arrest"
based_on = "surrender"
title = "Arrest"
[[page]]
id = "urgency"
after = "states"
title = "Urgency"
sections = ["urgency"]
[[page]]
id = "law"
removed = true
"""
LAW = """
id = "state_law"
title = "Law"
scope = "state"
[[field]]
id = "keeps_death_penalty"
kind = "yesno"
label = "Death penalty"
need = "essential"
cites = ["practice"]
"""
OFFENCE = """
overlay = true
id = "offence"
[[field]]
id = "jurisdiction_note"
kind = "text"
label = "Jurisdiction"
need = "essential"
families = ["extradition"]
cites = ["practice"]
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    files = {"requests/surrender": SURRENDER, "requests/arrest": ARREST, "sections/state_law": LAW}
    for name, text in {**files, "records/offence": OFFENCE}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def found(pack: Path, kind: str) -> set[str]:
    law = Law.of(load(templates_folder(), pack))
    case = edits.add_request(Case(id="c"), Request(R1, kind))
    case = edits.answer(case, at("request.requested_state"), v.Country("XB"))
    return {finding.check for finding in check(law, case, R1, date(2026, 3, 2)).report.findings}


def test_a_kind_based_on_another_says_only_what_differs(pack: Path) -> None:
    kinds = load(templates_folder(), pack).requests
    assert [page.id for page in kinds["arrest"].pages] == ["states", "urgency", "offences"]
    assert kinds["arrest"].family == "extradition"
    assert kinds["arrest"].at_least == kinds["surrender"].at_least


def test_a_kind_cannot_be_based_on_nothing(pack: Path) -> None:
    (pack / "requests" / "arrest.toml").write_text('id = "arrest"\nbased_on = "nothing"\n', encoding="utf-8")
    with pytest.raises(KnowledgeError):
        load(templates_folder(), pack)


def test_what_is_known_of_a_state_is_asked_or_comes_from_a_pack(pack: Path) -> None:
    assert "field.state.keeps_death_penalty" in found(pack, "surrender")
    (pack / "states").mkdir()
    (pack / "states" / "xb.toml").write_text(
        'id = "xb"\n[entries.keeps_death_penalty]\nvalue = false\nsource = "letter"\nsince = 2026-01-01\n',
        encoding="utf-8",
    )
    assert "field.state.keeps_death_penalty" not in found(pack, "surrender")


def test_a_field_of_extradition_is_not_asked_in_a_request_for_assistance(pack: Path) -> None:
    law = Law.of(load(templates_folder(), pack))
    asks = {
        kind: law.index.asks(law.knowledge.requests[kind], "offence.jurisdiction_note") for kind in ("mla", "arrest")
    }
    assert asks == {"mla": False, "arrest": True}
