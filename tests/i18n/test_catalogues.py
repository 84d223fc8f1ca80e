"""The catalogues: complete, compiled, true to their templates, and written as the language writes."""

import ast
import os
import re
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.pofile import read_po
from worlds import the_law

from mlawriter.app import catalogues
from mlawriter.app.proofs.gate import check
from mlawriter.i18n.message import Domain
from mlawriter.resources import locales_folder

ROOT = Path(__file__).parents[2]
DOMAINS = get_args(Domain)
LANGUAGES = sorted(
    folder.parent.name for folder in locales_folder().glob("*/LC_MESSAGES") if folder.parent.name != "en"
)
IN_SOURCES = pytest.mark.skipif(not (ROOT / "mlawriter").is_dir(), reason="only where the sources are")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_complete(language: str) -> None:
    faults = [fault for fault in check(language, ROOT / "locales") if not fault.is_warning]
    assert faults == []


@pytest.mark.skipif("MLAWRITER_INSTALLED" not in os.environ, reason="catalogues are compiled when a wheel is built")
@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_compiled(language: str, domain: str) -> None:
    assert (locales_folder() / language / "LC_MESSAGES" / f"{domain}.mo").stat().st_size > 1000


@IN_SOURCES
def test_the_templates_hold_every_sentence_there_is(tmp_path: Path) -> None:
    catalogues.write_templates(ROOT / "mlawriter", the_law().knowledge, tmp_path)
    for domain in DOMAINS:
        with (tmp_path / f"{domain}.pot").open("rb") as fresh, (ROOT / "locales" / f"{domain}.pot").open("rb") as kept:
            now = {(entry.id, entry.context) for entry in read_po(fresh)}
            then = {(entry.id, entry.context) for entry in read_po(kept)}
        assert now == then, "run: mlawriter locale extract"


@IN_SOURCES
def test_every_sentence_is_written_out_where_the_extractor_can_see_it() -> None:
    hidden = [
        f"{file.name}:{node.lineno}"
        for file in (ROOT / "mlawriter").rglob("*.py")
        if file.parts[-2:] not in {("knowledge", "texts.py"), ("ui", "words.py")}
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message"
        if not (node.args and isinstance(node.args[0], ast.Constant))
    ]
    assert {place.partition(":")[0] for place in hidden} <= {"extraction.py", "beginnings.py"}


@pytest.mark.parametrize("domain", DOMAINS)
def test_french_punctuation_does_not_begin_a_line(domain: str) -> None:
    with (ROOT / "locales" / "fr" / "LC_MESSAGES" / f"{domain}.po").open("rb") as source:
        forms = [form for entry in read_po(source) if entry.id for form in catalogues.forms(entry.string)]
    assert [form for form in forms if re.search(r"[^\s\d] [:;?!»]|« ", form)] == []
    assert [form for form in forms if "'" in re.sub(r"\{[^}]*\}|\"[^\"]*\"|[=(]\s*'[^']*'", "", form)] == []


def test_the_french_says_that_no_lawyer_has_reviewed_it() -> None:
    text = (ROOT / "locales" / "fr" / "locale.toml").read_text(encoding="utf-8")
    assert "review" in text
