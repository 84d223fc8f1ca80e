"""Every file of the law loads, and packs change it without touching it."""

from pathlib import Path

import pytest

from mlawriter.i18n.translator import placeholders
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import all_cites, parse_cite
from mlawriter.knowledge.loader import FOLDERS, load
from mlawriter.knowledge.problems import KnowledgeError
from mlawriter.resources import templates_folder

FILES = sorted(file for name in FOLDERS for file in (templates_folder() / name).glob("*.toml"))


def test_every_file_of_the_law_is_taken_up() -> None:
    knowledge = load(templates_folder())
    assert [file.name for file in FILES if file.stem not in getattr(knowledge, file.parent.name)] == []


def test_a_pack_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "min_days.toml").write_text('overlay = true\nid = "min_days"\ndefault = 60\n', encoding="utf-8")
    plain, changed = load(templates_folder()), load(templates_folder(), tmp_path)
    assert changed.rules["min_days"].default == 60
    assert changed.rules["min_days"].label == plain.rules["min_days"].label
    assert changed.checks == plain.checks
    assert changed.version != plain.version


def test_a_pack_does_not_replace_by_accident(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "min_days.toml").write_text('id = "min_days"\ndefault = 60\n', encoding="utf-8")
    with pytest.raises(KnowledgeError):
        load(templates_folder(), tmp_path)


def test_citations_carry_whether_they_were_verified() -> None:
    assert parse_cite("untoc 18(15)(a)").verified
    assert not parse_cite("untoc 2 ?").verified
    assert parse_cite("untoc 2 ?").article == "2"
    assert parse_cite("law: ISO 13616").article == "ISO 13616"


def test_citations_are_gathered_from_everywhere() -> None:
    cites = {(cite.instrument, cite.article) for cite in all_cites(load(templates_folder()))}
    assert ("untoc", "18(15)(a)") in cites
    assert ("law", "ISO 13616") in cites


def test_every_text_of_the_law_is_offered_for_translation_once() -> None:
    found = [(message.domain, message.context, message.text) for message in texts.messages(load(templates_folder()))]
    assert len({each[:2] for each in found if each[1] != "law"}) > 1000
    assert all("{" not in name for _, _, text in found for name in placeholders(text))
