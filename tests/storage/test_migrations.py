"""Older formats: what needs no change is left alone, and nonsense is left to the reader to refuse."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import sample

from mlawriter.storage.codec import FORMAT, CaseError, from_json, to_json
from mlawriter.storage.migrations import STEPS, migrated


def test_a_case_of_the_present_format_needs_no_migration() -> None:
    content = to_json(sample(), "")
    assert migrated(content) == content


def test_every_older_format_has_a_step_to_the_next() -> None:
    assert sorted(STEPS) == list(range(1, FORMAT))


@given(st.none() | st.booleans() | st.text() | st.floats() | st.lists(st.integers()) | st.integers(max_value=0))
def test_a_format_that_never_was_is_refused(found: object) -> None:
    with pytest.raises(CaseError):
        from_json(migrated({**to_json(sample("case_a_faulty"), ""), "format": found}))
