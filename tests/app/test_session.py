"""Editing: every step can be undone and redone, the findings follow, and nothing is lost."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from worlds import TODAY, at, persons, sample, the_law

from mlawriter.app.session import Session
from mlawriter.checks.checker import check
from mlawriter.model.case import Case
from mlawriter.model.ids import ListName, RequestId
from mlawriter.model.values import Text, YesNo
from mlawriter.storage.casefile import Stored, sha256_of

PERSONS, ITEMS = ListName("persons"), ListName("items")


def session(case: Case | None = None) -> Session:
    return Session(the_law(), case or sample(), TODAY, RequestId("r1"))


class Editing(RuleBasedStateMachine):
    """Any edits in any order: the history leads back and forth through exactly the same cases."""

    def __init__(self) -> None:
        super().__init__()
        self.session = session(persons("Velk"))
        self.past: list[Case] = [self.session.case]
        self.future: list[Case] = []

    def note(self) -> None:
        self.session.pause()
        if self.session.case is not self.past[-1]:
            self.past.append(self.session.case)
            self.future.clear()

    @rule(text=st.sampled_from(["a", "b", "long words"]), name=st.sampled_from(["request.purpose", "case.case_name"]))
    def answer(self, text: str, name: str) -> None:
        self.session.answer(at(name), Text(text))
        self.note()

    @rule(yes=st.booleans())
    def answer_yes(self, yes: bool) -> None:
        self.session.answer(at("request.urgent"), YesNo(yes))
        self.note()

    @rule()
    def withdraw(self) -> None:
        self.session.withdraw(at("request.purpose"))
        self.note()

    @rule(of=st.sampled_from(["service", "production_bank"]))
    def add_item(self, of: str) -> None:
        self.session.add_row(ITEMS, of)
        self.note()

    @rule()
    def add_person(self) -> None:
        self.session.add_row(PERSONS)
        self.note()

    @precondition(lambda self: self.session.case.shared_rows(PERSONS))
    @rule(last=st.booleans())
    def remove_person(self, last: bool) -> None:
        self.session.remove_row(PERSONS, self.session.case.shared_rows(PERSONS)[-1 if last else 0].id)
        self.note()

    @precondition(lambda self: self.session.case.shared_rows(PERSONS))
    @rule()
    def duplicate_person(self) -> None:
        self.session.duplicate_row(PERSONS, self.session.case.shared_rows(PERSONS)[0].id)
        self.note()

    @rule()
    def give_undertakings(self) -> None:
        before = self.session.case
        self.session.give_suggested()
        while self.session.case is not before and self.session.can_undo and self.session.case != before:
            self.session.undo()
        while self.session.can_redo:
            self.session.redo()
        self.past = self.past if self.session.case is before else self._history()
        self.future.clear()

    def _history(self) -> list[Case]:
        states = [self.session.case]
        while self.session.can_undo:
            self.session.undo()
            states.append(self.session.case)
        while self.session.can_redo:
            self.session.redo()
        return states[::-1]

    @rule()
    def undo(self) -> None:
        self.session.undo()
        if len(self.past) > 1:
            self.future.append(self.past.pop())

    @rule()
    def redo(self) -> None:
        self.session.redo()
        if self.future:
            self.past.append(self.future.pop())

    @invariant()
    def the_case_is_the_one_expected(self) -> None:
        assert self.session.case == self.past[-1]
        assert self.session.can_undo is (len(self.past) > 1)

    @invariant()
    def the_findings_are_those_of_a_fresh_check(self) -> None:
        fresh = check(the_law(), self.session.case, RequestId("r1"), TODAY).report
        assert self.session.report == fresh


Editing.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestEditing = Editing.TestCase


def test_a_run_of_typing_is_undone_at_once() -> None:
    work = session()
    before = work.case
    for text in ("T", "To", "To o", "To obtain"):
        work.answer(at("request.purpose"), Text(text))
    work.undo()
    assert work.case == before
    work.redo()
    assert work.case.answers[at("request.purpose")] == Text("To obtain")


def test_typing_elsewhere_begins_a_new_step() -> None:
    work = session()
    work.answer(at("request.purpose"), Text("one"))
    work.answer(at("request.our_ref"), Text("two"))
    work.undo()
    assert work.case.answers[at("request.purpose")] == Text("one")


def test_a_new_edit_ends_what_could_be_redone() -> None:
    work = session()
    work.answer(at("request.purpose"), Text("one"))
    work.undo()
    work.answer(at("request.our_ref"), Text("two"))
    assert not work.can_redo


def test_a_finding_is_set_aside_with_its_reason_and_taken_up_again() -> None:
    work = session()
    work.withdraw(at("request.purpose"))
    (finding,) = [each for each in work.report.findings if each.blocks]
    work.set_aside(finding, "agreed by telephone")
    assert work.report.is_complete
    (aside,) = [each for each in work.report.findings if each.set_aside]
    assert aside.set_aside == "agreed by telephone"
    work.take_up_again(aside)
    assert not work.report.is_complete


def test_an_annexed_file_is_kept_with_the_case_through_undo() -> None:
    work = session()
    work.attach(at("document.file", "d1"), "law.pdf", b"text of the law")
    work.undo()
    work.redo()
    assert work.stored().attachments[sha256_of(b"text of the law")] == b"text of the law"


def test_suggested_undertakings_are_given_once() -> None:
    work = session(persons("Velk"))
    work.answer(at("request.confidentiality_requested"), YesNo(yes=True))
    assert work.give_suggested()
    assert work.give_suggested() == ()


def test_listeners_hear_of_every_change_with_both_states() -> None:
    work = session()
    heard: list[tuple[Case, Case]] = []
    work.listen(lambda before, after: heard.append((before, after)))
    work.answer(at("request.purpose"), Text("x"))
    work.undo()
    assert len(heard) == 2
    assert heard[0][0] == heard[1][1]


def test_saved_is_saved_until_the_next_change() -> None:
    work = Session.of(the_law(), Stored(sample()), TODAY)
    assert not work.is_changed
    work.answer(at("request.purpose"), Text("x"))
    assert work.is_changed


@pytest.mark.parametrize("kind", sorted(the_law().knowledge.requests))
def test_a_request_of_another_kind_may_take_the_place_of_one_that_was_undone(kind: str) -> None:
    edited = session()
    edited.add_request("mla")
    assert edited.report.findings
    edited.undo()
    added = edited.add_request(kind)
    expected = check(the_law(), edited.case, added, TODAY).report
    assert [each.check for each in edited.report.findings] == [each.check for each in expected.findings]
