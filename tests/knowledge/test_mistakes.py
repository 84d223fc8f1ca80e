"""Every mistake of a law author is found, with the file, the key and the remedy."""

import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from worlds import language

from mlawriter.knowledge.linter import lint
from mlawriter.knowledge.loader import load
from mlawriter.knowledge.problems import KnowledgeError, Problem, Weight
from mlawriter.resources import templates_folder

MISTAKES = tomllib.loads(Path(__file__).with_name("mistakes.toml").read_text(encoding="utf-8"))["mistake"]

Mistake = dict[str, str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(tmp_path)


def copied(place: Path) -> Path:
    return Path(shutil.copytree(templates_folder(), place / "templates", ignore=shutil.ignore_patterns("samples")))


def problems(folder: Path) -> tuple[Problem, ...]:
    try:
        return lint(load(folder))
    except KnowledgeError as error:
        return error.problems


def make(mistake: Mistake, folder: Path) -> None:
    file = folder / mistake["file"]
    file.parent.mkdir(exist_ok=True)
    if "old" in mistake:
        text = file.read_text(encoding="utf-8")
        assert mistake["old"] in text, f"the scenario no longer fits the file: {mistake['title']}"
        file.write_text(text.replace(mistake["old"], mistake["new"], 1), encoding="utf-8")
    else:
        file.write_text(mistake["content"], encoding="utf-8")


def said_of(mistakes: list[Mistake], place: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield what is said of several mistakes in different files at once; a law that cannot be read hides the rest."""
    folder = copied(place)
    for mistake in mistakes:
        make(mistake, folder)
    found = problems(folder)
    said = [f"{problem.file}: {problem.key}: {language()(problem.message)}" for problem in found]
    told = [mistake for mistake in mistakes if is_told(mistake, said)]
    yield from ((mistake["title"], said) for mistake in told or mistakes)
    hidden = [mistake for mistake in mistakes if told and mistake not in told]
    if hidden:
        yield from said_of(hidden, place / "again")


def is_told(mistake: Mistake, said: list[str]) -> bool:
    place = mistake["file"] if "content" not in mistake or "chekcs" not in mistake["file"] else "chekcs"
    return any(line.startswith(f"{place}: {mistake['key']}") and mistake["says"] in line for line in said)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is said of each mistake, by its title. Mistakes in different files are made together: a run takes long."""
    batches: list[list[Mistake]] = []
    for mistake in MISTAKES:
        batch = next((each for each in batches if mistake["file"] not in {other["file"] for other in each}), None)
        if batch is None:
            batches.append(batch := [])
        batch.append(mistake)
    return dict(pair for batch in batches for pair in said_of(batch, tmp_path_factory.mktemp("law")))


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake["title"] for mistake in MISTAKES])
def test_a_mistake_is_found_at_its_place(mistake: Mistake, said: dict[str, list[str]]) -> None:
    assert is_told(mistake, said[mistake["title"]]), said[mistake["title"]]


def test_the_law_as_it_ships_has_no_errors() -> None:
    assert [problem for problem in lint(load(templates_folder())) if problem.weight is Weight.ERROR] == []


def test_several_mistakes_are_told_at_once(folder: Path) -> None:
    for name in ("deadline_passed", "served_after_hearing"):
        (folder / "checks" / f"{name}.toml").write_text(f'id = "{name}"\nwhat = 1\n', encoding="utf-8")
    assert {problem.file for problem in problems(folder)} == {
        "checks/deadline_passed.toml",
        "checks/served_after_hearing.toml",
    }
