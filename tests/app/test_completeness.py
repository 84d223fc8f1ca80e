"""A final letter waits until every sentence that letters may hold is translated; a draft says that it is mixed."""

from dataclasses import replace
from pathlib import Path

import pytest
from worlds import checked, sample

from mlawriter.app.bundle import export_bundle
from mlawriter.app.completeness import MIXED, completeness, is_printed
from mlawriter.app.lines import Line, lines
from mlawriter.app.proofs.gate import plural_rule
from mlawriter.app.resources import Resources
from mlawriter.app.translating import keep, keep_all
from mlawriter.app.usecases import Form, Wish, drafted, export_request
from mlawriter.i18n.pseudo import LONG, pseudo

TAG = "tet"


def all_of(resources: Resources) -> tuple[Line, ...]:
    return tuple(line for line in lines(TAG, resources.languages) if is_printed(line))


def translate(resources: Resources, *, without: int = 0) -> None:
    """Translate everything that letters may hold, but for some messages."""
    for domain in ("document", "knowledge"):
        those = [line.entry for line in all_of(resources) if line.domain == domain][without:]
        done = tuple(replace(each, target=tuple(map(pseudo, each.source))) for each in those)
        keep_all({domain: done}, TAG, resources.languages)
    resources.reread_languages()


@pytest.fixture
def resources(tmp_path: Path) -> Resources:
    (tmp_path / "locales" / TAG).mkdir(parents=True)
    (tmp_path / "locales" / TAG / "locale.toml").write_text('own_name = "Tetun"\n', encoding="utf-8")
    return Resources(own_locales=tmp_path / "locales")


def test_a_final_letter_waits_for_its_translation(resources: Resources, tmp_path: Path) -> None:
    done = export_request(checked(sample()), Wish(language=TAG, form=Form.TXT), tmp_path / "a.txt", resources)
    assert not done.is_written
    assert (done.in_the_way, len(done.untranslated)) == ((), len(all_of(resources)))
    assert not (tmp_path / "a.txt").exists()


def test_a_draft_is_written_and_marked_as_mixed(resources: Resources, tmp_path: Path) -> None:
    wish = Wish(language=TAG, form=Form.TXT, draft=True)
    assert export_request(checked(sample()), wish, tmp_path / "a.txt", resources).is_written
    assert MIXED.text in (tmp_path / "a.txt").read_text(encoding="utf-8")
    names = [file.name for file in export_bundle(checked(sample()), wish, tmp_path / "all", resources, {}).files]
    assert any(name.endswith(f"{TAG}.draft.mixed.txt") for name in names)


def test_a_complete_language_writes_final_letters(resources: Resources, tmp_path: Path) -> None:
    translate(resources)
    wish = Wish(language=TAG, form=Form.TXT)
    assert export_request(checked(sample()), wish, tmp_path / "a.txt", resources).is_written
    assert drafted(checked(sample()), replace(wish, draft=True), resources).draft_mark == pseudo("DRAFT")


def test_one_sentence_is_enough_to_wait(resources: Resources, tmp_path: Path) -> None:
    translate(resources, without=1)
    done = export_bundle(checked(sample()), Wish(language=TAG), tmp_path / "all", resources, {})
    assert (done.files, len(done.untranslated)) == ((), 2)
    assert len(completeness(TAG, resources.languages).missing) == 2


def test_a_sentence_marked_fuzzy_is_not_translated(resources: Resources) -> None:
    translate(resources)
    line = all_of(resources)[0]
    assert plural_rule(TAG) == ""
    keep(line, line.entry.target, TAG, resources.languages, fuzzy=True)
    resources.reread_languages()
    assert [each.id for each in resources.completeness(TAG).missing] == [line.id]


@pytest.mark.parametrize("tag", ["en", "fr", LONG])
def test_what_ships_is_complete(tag: str) -> None:
    assert Resources().completeness(tag).is_complete


def test_words_of_findings_and_hints_are_not_needed(resources: Resources) -> None:
    kinds = {line.entry.context.split()[0] for line in all_of(resources) if line.domain == "knowledge"}
    assert kinds.isdisjoint({"check", "deadline", "rule"})
