"""One case, several requests: what a new one takes over, and which written documents a change touches."""

from dataclasses import replace
from datetime import date
from pathlib import Path as File

import pytest
from worlds import R1, at, sample, the_law

from mlawriter.app.issued import issued_now, standings
from mlawriter.app.resources import Resources
from mlawriter.app.session import Session
from mlawriter.app.sharing import users
from mlawriter.app.usecases import Wish
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import CASE, FieldName, ListName, RequestId, Scope
from mlawriter.storage.casefile import Stored, open_case
from mlawriter.storage.codec import from_json, to_json

FACTS = Path(CASE, FieldName("case.facts_summary"))
TODAY = date(2026, 3, 2)


@pytest.fixture
def session() -> Session:
    return Session.of(the_law(), Stored(sample(), {}), TODAY)


def test_a_new_request_begins_with_states_and_basis_but_not_with_the_reference(session: Session) -> None:
    new = session.add_request("preservation", R1)
    answers = session.case.answers
    assert answers[at("request.requested_state", scope=new)] == answers[at("request.requested_state")]
    assert answers[at("request.primary_basis", scope=new)] == answers[at("request.primary_basis")]
    assert at("request.our_ref", scope=new) not in answers


def test_undertakings_come_along_under_new_ids(session: Session) -> None:
    new = session.add_request("mla", R1)
    old_rows = session.case.list_rows(at("x").scope, ListName("guarantees"))
    new_rows = session.case.list_rows(at("x", scope=new).scope, ListName("guarantees"))
    assert [row.of for row in new_rows] == [row.of for row in old_rows]
    assert not {row.id for row in new_rows} & {row.id for row in old_rows}


def test_a_new_request_can_begin_with_the_facts_alone(session: Session) -> None:
    new = session.add_request("preservation")
    assert not [path for path in session.case.answers if path.scope == Scope(new)]


def test_one_undo_takes_the_new_request_back(session: Session) -> None:
    before = session.case
    session.add_request("preservation", R1)
    session.undo()
    assert session.case == before


def test_a_shared_fact_stands_in_every_request_that_asks_for_it(session: Session) -> None:
    new = session.add_request("preservation", R1)
    assert users(session.case, the_law().index, FACTS) == (R1, new)
    assert users(session.case, the_law().index, at("request.purpose")) == (R1,)


def written(session: Session, resources: Resources) -> None:
    session.record_issued(issued_now(session.checked, Wish(language="en"), resources))


def test_a_changed_fact_shows_in_which_clause_a_written_letter_reads_differently(session: Session) -> None:
    resources = Resources()
    written(session, resources)
    assert [each.is_stale for each in standings(session.case, TODAY, resources)] == [False]
    session.answer(FACTS, v.Text("It was quite different."))
    (standing,) = standings(session.case, TODAY, resources)
    assert "facts" in standing.changed
    assert "costs" not in standing.changed


def test_undo_does_not_forget_what_was_written(session: Session) -> None:
    session.answer(FACTS, v.Text("It was quite different."))
    written(session, Resources())
    session.undo()
    (standing,) = standings(session.case, TODAY, Resources())
    assert "facts" in standing.changed


def test_written_documents_are_kept_in_the_case_file(session: Session, tmp_path: File) -> None:
    written(session, Resources())
    session.save(tmp_path / "a.mlaw")
    assert open_case(tmp_path / "a.mlaw").case == session.case
    assert from_json(to_json(session.case, "x")) == session.case


def test_writing_the_same_document_again_replaces_its_record(session: Session) -> None:
    written(session, Resources())
    session.answer(FACTS, v.Text("It was quite different."))
    written(session, Resources())
    assert [each.is_stale for each in standings(session.case, TODAY, Resources())] == [False]


def test_a_removed_request_takes_its_records_along(session: Session) -> None:
    new = session.add_request("mla", R1)
    written(session, Resources())
    session.remove_request(RequestId(new))
    assert replace(session.case, issued=()) == session.case
