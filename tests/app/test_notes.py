"""What translators are told of each text: its place, what fills it, an example."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from worlds import the_law

from mlawriter.app import catalogues
from mlawriter.app.exchange import EXAMPLE
from mlawriter.app.proofs.menus import twice
from mlawriter.i18n.extraction import code_messages
from mlawriter.i18n.message import Domain
from mlawriter.i18n.po import Entry, read_po

PACKAGE = Path(catalogues.__file__).parents[1]


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Entry]]:
    folder = tmp_path_factory.mktemp("templates")
    catalogues.write_templates(PACKAGE, the_law().knowledge, folder)
    return {domain: list(read_po(folder / f"{domain}.pot").entries.values()) for domain in get_args(Domain)}


def the(entries: list[Entry], context: str) -> Entry:
    return next(entry for entry in entries if entry.context == context)


def test_every_sentence_of_a_letter_has_a_place_and_an_example(templates: dict[str, list[Entry]]) -> None:
    for entry in templates["document"]:
        assert entry.notes, entry.source
        assert entry.notes[0].startswith("Where: ")
        assert ("{" in entry.source[0]) == any(note.startswith(EXAMPLE) for note in entry.notes), entry.source


def test_an_example_has_no_open_placeholder(templates: dict[str, list[Entry]]) -> None:
    examples = [note for entry in templates["document"] for note in entry.notes if note.startswith(EXAMPLE)]
    assert [example for example in examples if "{" in example] == []
    assert sum("‹" in example for example in examples) < len(examples) / 2


def test_a_clause_says_document_section_and_block(templates: dict[str, list[Entry]]) -> None:
    entry = the(templates["document"], "clause ext_arrest_request notice")
    assert entry.notes[0] == (
        "Where: paragraph in “Request for provisional arrest”, section “Request for provisional arrest”"
    )
    assert entry.notes[1] == "{request.arrest_notice}: Notice in circulation"
    assert "left out" in entry.notes[2]
    assert entry.notes[3].startswith("Example: Notice in circulation: INTERPOL")


def test_nearly_every_other_text_has_its_place_in_words(templates: dict[str, list[Entry]]) -> None:
    without = [entry.context for entry in templates["knowledge"] if not entry.notes]
    assert {context.split()[0] for context in without if context} <= {"request"}


@cache
def menus() -> dict[str, str]:
    return {message.text: menu for message, _, menu in code_messages(PACKAGE) if menu}


@pytest.mark.parametrize(("words", "menu"), [("&Undo", "edit"), ("&Open…", "file"), ("&File", "menu bar")])
def test_an_entry_of_a_menu_says_which(words: str, menu: str) -> None:
    assert menus()[words] == menu


def test_the_same_law_gives_the_same_notes(templates: dict[str, list[Entry]], tmp_path: Path) -> None:
    catalogues.write_templates(PACKAGE, the_law().knowledge, tmp_path)
    again = list(read_po(tmp_path / "document.pot").entries.values())
    assert again == templates["document"]


def test_notes_come_with_the_catalogue_and_a_changed_text_is_fuzzy(tmp_path: Path) -> None:
    catalogues.write_templates(PACKAGE, the_law().knowledge, tmp_path)
    catalogues.begin("nl", tmp_path)
    catalogues.update("nl", tmp_path)
    file = tmp_path / "nl" / "LC_MESSAGES" / "document.po"
    context = 'msgctxt "clause ext_arrest_request notice"\n'
    before, mark, after = file.read_text(encoding="utf-8").partition(context)
    changed = after.replace("Notice in circulation", "Notice", 1).replace('msgstr ""', 'msgstr "Bericht"', 1)
    file.write_text(before + mark + changed, encoding="utf-8")
    catalogues.update("nl", tmp_path)
    entry = the(list(read_po(file).entries.values()), "clause ext_arrest_request notice")
    assert (entry.target, entry.fuzzy) == (("Bericht",), True)
    assert entry.notes[0].startswith("Where: ")


def test_no_menu_uses_a_letter_twice_in_english(templates: dict[str, list[Entry]]) -> None:
    in_menus = [(entry, replace(entry, target=entry.source)) for entry in templates["ui"] if "&" in entry.source[0]]
    assert [(entry.source, remark.what.args) for entry, remark in twice(in_menus)] == []
