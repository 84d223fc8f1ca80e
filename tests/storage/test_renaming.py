"""A question that was renamed keeps its answers."""

from pathlib import Path as File

import pytest
from worlds import TODAY, at, sample

from mlawriter.app.session import open_session
from mlawriter.checks.checker import Law
from mlawriter.knowledge.loader import load
from mlawriter.model import edits
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName
from mlawriter.model.values import Text
from mlawriter.resources import templates_folder
from mlawriter.storage.casefile import Stored, save_case
from mlawriter.storage.renaming import renamed

BANK = "production_bank"


@pytest.fixture
def law(tmp_path: File) -> Law:
    files = {
        "sections/purpose.toml": 'id = "purpose"\n[[field]]\nid = "purpose"\nrenamed_from = ["aim"]\n',
        "modules/production_bank.toml": f'id = "{BANK}"\n[[field]]\nid = "money_flow"\nrenamed_from = ["flow"]\n',
    }
    for name, content in files.items():
        file = tmp_path / "pack" / name
        file.parent.mkdir(parents=True)
        file.write_text(f"overlay = true\n{content}", encoding="utf-8")
    return Law.of(load(templates_folder(), tmp_path / "pack"))


def test_old_names_lead_to_the_present_ones(law: Law, tmp_path: File) -> None:
    old = edits.answer(edits.withdraw(sample(), at("request.purpose")), at("request.aim"), Text("To prove it."))
    item = next(path for path in old.answers if path.field == "item.money_flow")
    value = old.answers[item]
    old = edits.answer(edits.withdraw(old, item), Path(item.scope, FieldName("item.flow"), item.row), value)
    file = tmp_path / "old.mlaw"
    save_case(Stored(old), file, "")
    case = open_session(law, file, TODAY).case
    assert case.answers[at("request.purpose")] == Text("To prove it.")
    assert case.answers[item] == value
    assert {"request.aim", "item.flow"} & {path.field for path in case.answers} == set()


def test_an_answer_under_the_present_name_stays(law: Law) -> None:
    both = edits.answer(sample(), at("request.aim"), Text("old words"))
    assert renamed(both, law.index).answers[at("request.purpose")] == sample().answers[at("request.purpose")]
