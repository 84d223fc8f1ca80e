"""The documents lead where they say, name every command, and their examples work."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest

from mlawriter.app.reference import reference
from mlawriter.checks.checker import Checked, Law, check
from mlawriter.cli.context import FINDINGS, UNREADABLE, USAGE
from mlawriter.cli.main import program
from mlawriter.compose.letter import compose_checked
from mlawriter.export.text import to_text
from mlawriter.i18n.languages import Languages
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.index import Index
from mlawriter.knowledge.linter import lint
from mlawriter.knowledge.loader import load
from mlawriter.knowledge.problems import Weight
from mlawriter.model import edits
from mlawriter.model.case import Case, Request, Row
from mlawriter.model.case import Path as Path_
from mlawriter.model.ids import FieldName, ListName, RequestId, RowId, Scope
from mlawriter.model.values import Text
from mlawriter.resources import locales_folder, templates_folder
from mlawriter.storage.codec import from_json
from mlawriter.storage.validation import validate

TOP = Path(__file__).resolve().parents[1]
DOCUMENTS = (TOP / "README.md", *sorted((TOP / "docs").glob("*.md")))
GUIDES = ("manual", "command-line", "json", "law-authors", "law-extradition", "translators")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def _read(name: str) -> str:
    return (TOP / "docs" / f"{name}.md").read_text(encoding="utf-8")


def _examples(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", _read(name), flags=re.M | re.S)


def _commands(group: click.Group, before: str = "mlawriter") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}", command


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.name)
def test_every_relative_link_leads_to_a_file(document: Path) -> None:
    links = [link.partition("#")[0] for link in _LINK.findall(document.read_text(encoding="utf-8"))]
    relative = [link for link in links if link and "://" not in link and not link.startswith("mailto:")]
    assert [link for link in relative if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("name", GUIDES)
def test_the_readme_leads_to_every_guide(name: str) -> None:
    assert f"](docs/{name}.md)" in (TOP / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_is_short(name: str) -> None:
    assert len(_read(name).splitlines()) < 180


@pytest.mark.parametrize(("name", "command"), [pytest.param(*each, id=each[0]) for each in _commands(program)])
def test_every_command_is_described_with_its_options(name: str, command: click.Command) -> None:
    page = _read("command-line")
    assert re.search(rf"`{name}\b", page)
    options = [option for param in command.params if isinstance(param, click.Option) for option in param.opts]
    assert [option for option in options if not re.search(rf"`{option}\b", page)] == []


def test_the_options_before_a_command_are_described() -> None:
    options = [option for param in program.params for option in param.opts if param.name != "help"]
    page = _read("command-line")
    assert [option for option in (*options, "-h", "--help") if f"`{option}" not in page] == []


def test_every_exit_code_is_described() -> None:
    codes = re.findall(r"^\| (\d) \| ", _read("command-line"), flags=re.M)
    assert [int(code) for code in codes] == [0, FINDINGS, USAGE, UNREADABLE]


def test_the_case_shown_as_json_is_a_case() -> None:
    case = from_json(json.loads(_examples("json", "json")[0]))
    assert validate(case, Index(load(templates_folder()))) == ()


def _pack(folder: Path) -> Path:
    """The files that the page for law authors shows, as a pack."""
    places = ("instruments", "modules", "requests", "checks", "guarantees", "clauses")
    for place, text in zip(places, _examples("law-authors", "toml"), strict=False):
        (folder / place).mkdir()
        (folder / place / f"{tomllib.loads(text)['id']}.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_files_shown_to_law_authors_are_in_order(tmp_path: Path) -> None:
    problems = lint(load(templates_folder(), _pack(tmp_path)))
    assert [problem for problem in problems if problem.weight is Weight.ERROR] == []


def test_a_type_of_assistance_is_added_by_files_alone(tmp_path: Path) -> None:
    law = Law.of(load(templates_folder(), _pack(tmp_path)))
    assert "asset_freeze" in law.knowledge.requests["mla"].modules
    case = edits.add_request(Case(id="small"), Request(RequestId("r1"), "mla"))
    case = edits.add_row(case, Scope("r1"), ListName("items"), Row(RowId("m1"), "asset_freeze"))
    done = check(law, case, RequestId("r1"), date(2026, 3, 2))
    assert "field.item.asset" in {finding.check for finding in done.report.findings}
    case = edits.answer(case, Path_(Scope("r1"), FieldName("item.asset"), RowId("m1")), Text("the house at Lorne"))
    done = check(law, case, RequestId("r1"), date(2026, 3, 2))
    english = Languages(locales_folder()).translator("en")
    assert "asked to freeze the following asset: the house at Lorne" in _flat(done, english)


def _flat(checked: Checked, speak: Translator) -> str:
    return " ".join(to_text(compose_checked(checked.view, checked.report, speak)).split())


def test_the_reference_is_what_the_templates_say() -> None:
    law = Law.of(load(templates_folder()))
    english = Languages(locales_folder()).translator("en")
    written = (TOP / "docs" / "reference.md").read_text(encoding="utf-8")
    assert written == reference(law.index, english), "run: mlawriter knowledge reference -o docs/reference.md"
