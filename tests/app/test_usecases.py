"""What a user can do with a case, free of window and command line."""

from pathlib import Path

import pytest
from worlds import checked, sample

from mlawriter.app.resources import Resources
from mlawriter.app.route import FINISH, State, route
from mlawriter.app.usecases import Form, Wish, demo, export_request, letter_bytes, new_case
from mlawriter.model.ids import Scope

RESOURCES = Resources()
REQUEST = Scope("r1")


def test_a_final_letter_waits_for_what_is_essential(tmp_path: Path) -> None:
    file = tmp_path / "letter.docx"
    done = export_request(checked(sample("case_a_faulty")), Wish(language="en"), file, RESOURCES)
    assert not done.is_written
    assert len(done.in_the_way) >= 12
    assert not file.exists()


@pytest.mark.parametrize("form", list(Form))
def test_a_draft_is_written_whatever_is_missing(form: Form, tmp_path: Path) -> None:
    file = tmp_path / f"letter.{form.value}"
    wish = Wish(language="fr", form=form, draft=True)
    assert export_request(checked(sample("case_a_faulty")), wish, file, RESOURCES).is_written
    assert file.stat().st_size > 1000


def test_a_complete_letter_is_final() -> None:
    text = letter_bytes(checked(sample()), Wish(language="en", form=Form.TXT), RESOURCES).decode()
    assert "DRAFT" not in text
    assert "to be completed" not in text


def test_one_document_of_a_request_can_be_written_alone() -> None:
    wish = Wish(language="en", form=Form.TXT, parts=("cover_note",))
    text = letter_bytes(checked(sample()), wish, RESOURCES).decode()
    assert "COVER NOTE" in text
    assert "TABLE OF COMPLIANCE" not in text


def test_a_new_case_says_what_is_missing_first() -> None:
    report = checked(new_case("mla", "FR", "MD", basis="untoc")).report
    assert not report.is_complete
    assert {cite.instrument for line in report.compliance for cite in [line.cite]} == {"untoc"}


def test_the_demonstration_shows_a_complete_and_a_faulty_case(tmp_path: Path) -> None:
    written = {file.name for file in demo(RESOURCES, tmp_path, checked(sample()).today)}
    assert {"case_a.mlaw", "case_a.en.docx", "case_a.fr.docx", "case_a_faulty.en.draft.docx"} <= written
    assert written == {file.name for file in tmp_path.rglob("*") if file.is_file()}


def test_the_steps_show_how_far_a_case_is() -> None:
    law = RESOURCES.law
    way = route(law.knowledge.requests["mla"], law.index)
    done = way.progress(sample(), REQUEST, checked(sample()).report)
    assert {progress.state for progress in done.values()} <= {State.COMPLETE, State.EMPTY}
    assert done["undertakings"].state is State.COMPLETE
    fresh = new_case("mla", "FR", "MD", basis="untoc")
    begun = way.progress(fresh, REQUEST, checked(fresh).report)
    assert begun["states_and_basis"].state is State.FINDINGS
    assert begun["facts"].state is State.EMPTY


def test_each_item_of_assistance_is_a_step_of_its_own() -> None:
    law = RESOURCES.law
    steps = route(law.knowledge.requests["mla"], law.index).steps(sample(), REQUEST)
    keys = [step.key for step in steps]
    assert keys[keys.index("assistance") + 1 :][:2] == ["assistance/m1", "assistance/m2"]
    assert keys[-1] == FINISH.id
