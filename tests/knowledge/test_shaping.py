"""Tables are shaped in little time as they are structured with every problem named."""

import tomllib
from collections.abc import Mapping

import pytest

from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.loader import FOLDERS
from mlawriter.knowledge.shaping import Misfit, Shaper
from mlawriter.knowledge.structure import structure
from mlawriter.resources import templates_folder

SHAPER = Shaper()


def shaped(content: Mapping[str, object]) -> object:
    try:
        return SHAPER.shape(d.Check, content)
    except Misfit:
        return None


@pytest.mark.parametrize("folder", sorted(set(FOLDERS) - {"requests"}))
def test_both_make_the_same_of_the_law(folder: str) -> None:
    for file in sorted((templates_folder() / folder).glob("*.toml")):
        content = tomllib.loads(file.read_text(encoding="utf-8"))
        assert SHAPER.shape(FOLDERS[folder], content) == structure(FOLDERS[folder], content, file.name)[0], file


CHECK = {"id": "a", "severity": "advisory", "when": "true", "message": "A.", "fix": "case.name", "cites": ["practice"]}


def test_a_table_that_fits_is_shaped() -> None:
    assert shaped(CHECK) == structure(d.Check, CHECK, "a.toml")[0]


@pytest.mark.parametrize(
    "wrong",
    [{"severity": "grave"}, {"when": True}, {"cites": "practice"}, {"cites": [1]}, {"modules": {}}, {"unknown": 1}],
)
def test_what_does_not_fit_is_left_to_be_explained(wrong: dict[str, object]) -> None:
    assert shaped({**CHECK, **wrong}) is None


def test_a_table_without_something_needed_does_not_fit() -> None:
    assert shaped({key: value for key, value in CHECK.items() if key != "when"}) is None


def test_equal_texts_are_kept_once() -> None:
    letters = list("for example")
    one, other = (SHAPER.shape(d.Check, {**CHECK, "why": "".join(letters)}) for _ in range(2))
    assert one.why is other.why
