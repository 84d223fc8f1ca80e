"""Every mistake of a law author is found, with the file, the key and the remedy."""

import shutil
import tomllib
from pathlib import Path

import pytest
from worlds import language

from mlawriter.knowledge.linter import lint
from mlawriter.knowledge.loader import load
from mlawriter.knowledge.problems import KnowledgeError, Problem, Weight
from mlawriter.resources import templates_folder

MISTAKES = tomllib.loads(Path(__file__).with_name("mistakes.toml").read_text(encoding="utf-8"))["mistake"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(templates_folder(), tmp_path / "templates", ignore=shutil.ignore_patterns("samples")))


def problems(folder: Path) -> tuple[Problem, ...]:
    try:
        return lint(load(folder))
    except KnowledgeError as error:
        return error.problems


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake["title"] for mistake in MISTAKES])
def test_a_mistake_is_found_at_its_place(mistake: dict[str, str], folder: Path) -> None:
    file = folder / mistake["file"]
    file.parent.mkdir(exist_ok=True)
    if "old" in mistake:
        text = file.read_text(encoding="utf-8")
        assert mistake["old"] in text, "the scenario no longer fits the file"
        file.write_text(text.replace(mistake["old"], mistake["new"], 1), encoding="utf-8")
    else:
        file.write_text(mistake["content"], encoding="utf-8")
    found = problems(folder)
    said = [f"{problem.file}: {problem.key}: {language()(problem.message)}" for problem in found]
    place = mistake["file"] if "content" not in mistake or "chekcs" not in mistake["file"] else "chekcs"
    assert any(line.startswith(f"{place}: {mistake['key']}") and mistake["says"] in line for line in said), said


def test_the_law_as_it_ships_has_no_errors() -> None:
    assert [problem for problem in lint(load(templates_folder())) if problem.weight is Weight.ERROR] == []


def test_several_mistakes_are_told_at_once(folder: Path) -> None:
    for name in ("deadline_passed", "served_after_hearing"):
        (folder / "checks" / f"{name}.toml").write_text(f'id = "{name}"\nwhat = 1\n', encoding="utf-8")
    assert {problem.file for problem in problems(folder)} == {
        "checks/deadline_passed.toml",
        "checks/served_after_hearing.toml",
    }
