"""What a translator works with: progress, what is left, what is wrong, and finding one message."""

from pathlib import Path

import pytest

from mlawriter.app.lines import Line, lines
from mlawriter.app.translating import forms_of, keep, locate, progress, untranslated
from mlawriter.i18n.languages import Languages
from mlawriter.i18n.message import Message
from mlawriter.resources import locales_folder


@pytest.fixture
def languages(tmp_path: Path) -> Languages:
    return Languages(locales_folder(), tmp_path)


def the(found: tuple[Line, ...], context: str, text: str) -> Line:
    return next(line for line in found if line.entry.key == (context, text))


def test_french_is_done_and_a_new_language_is_not(languages: Languages) -> None:
    assert all(each.done == each.total for each in progress(lines("fr", languages)))
    assert {each.done for each in progress(lines("nl", languages))} == {0}
    assert len(untranslated(lines("nl", languages))) == sum(each.total for each in progress(lines("fr", languages)))


def test_what_is_kept_is_the_users_own_and_counts(languages: Languages) -> None:
    line = the(lines("nl", languages), "answer", "yes")
    file = keep(line, ("ja",), "nl", languages)
    again = Languages(languages.folder, languages.own)
    kept = the(lines("nl", again), "answer", "yes")
    assert (kept.is_own, kept.is_done, kept.entry.target, file.parts[-3]) == (True, True, ("ja",), "nl")
    assert again.translator("nl")(Message("yes", context="answer", domain="document")) == "ja"
    assert sum(each.done for each in progress(lines("nl", again), by_section=True)) == 1


def test_a_doubtful_translation_is_kept_but_not_used(languages: Languages) -> None:
    line = the(lines("fr", languages), "answer", "yes")
    keep(line, ("peut-être",), "fr", languages, fuzzy=True)
    again = Languages(languages.folder, languages.own)
    assert the(lines("fr", again), "answer", "yes").entry.target == ("oui",)


def test_a_message_is_found_by_its_id_its_words_and_its_place(languages: Languages) -> None:
    found = lines("fr", languages)
    line = the(found, "answer", "yes")
    assert locate(found, line.id) == (line,)
    assert line in locate(found, "OUI")
    assert line in locate(found, "yes answer")
    assert len({each.id for each in found}) == len(found)


@pytest.mark.parametrize(("language", "count"), [("ar", 6), ("zh", 1), ("de", 2), ("tet", 2)])
def test_the_number_of_forms_is_that_of_the_language(language: str, count: int, languages: Languages) -> None:
    assert forms_of(language, languages) == count
