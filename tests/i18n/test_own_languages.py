"""The user's own catalogues: they complete and override what ships, are read again, and never stand in the way."""

import os
from contextlib import suppress
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlawriter.app.resources import Resources
from mlawriter.i18n.languages import COMPILED, Languages
from mlawriter.i18n.message import Message
from mlawriter.i18n.mo import compiled, load
from mlawriter.i18n.po import Entry, PoError, parse
from mlawriter.i18n.po_writing import new_head, po_text
from mlawriter.i18n.pseudo import LONG, MIRRORED, pseudo
from mlawriter.resources import locales_folder

YES = Message("yes", context="answer", domain="document")
PLURAL = Message("{n} day left", plural="{n} days left")


def catalogue(language: str, *entries: Entry, plural: str = "nplurals=2; plural=(n != 1);") -> str:
    return po_text(new_head(language, plural), entries)


def put(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def yes(words: str) -> Entry:
    return Entry(context="answer", source=("yes",), target=(words,))


@pytest.mark.parametrize("place", ["fr/LC_MESSAGES/document.po", "fr/document.po", "fr/ours.po", "document.po", "x.po"])
def test_a_catalogue_of_the_user_overrides_one_message(place: str, tmp_path: Path) -> None:
    put(tmp_path / place, catalogue("fr", yes("assurément")))
    french = Languages(locales_folder(), tmp_path).translator("fr")
    assert french(YES) == "assurément"
    assert french(Message("no", context="answer", domain="document")) == "non"


def test_an_empty_or_fuzzy_message_of_the_user_overrides_nothing(tmp_path: Path) -> None:
    fuzzy = Entry(context="answer", source=("no",), target=("peut-être",), flags=frozenset({"fuzzy"}))
    put(tmp_path / "fr" / "document.po", catalogue("fr", yes(""), fuzzy))
    french = Languages(locales_folder(), tmp_path).translator("fr")
    assert (french(YES), french(Message("no", context="answer", domain="document"))) == ("oui", "non")


def test_a_file_given_by_name_comes_before_the_folder(tmp_path: Path) -> None:
    put(tmp_path / "own" / "fr" / "document.po", catalogue("fr", yes("un")))
    given = put(tmp_path / "document.po", catalogue("fr", yes("deux")))
    last = put(tmp_path / "last.po", catalogue("fr", yes("trois")))
    assert Languages(locales_folder(), tmp_path / "own", (given,)).translator("fr")(YES) == "deux"
    assert Languages(locales_folder(), tmp_path / "own", (given, last)).translator("fr")(YES) == "trois"


def test_a_new_language_is_there_with_a_catalogue_alone(tmp_path: Path) -> None:
    put(tmp_path / "nl.po", catalogue("nl", yes("ja")))
    languages = Languages(locales_folder(), tmp_path)
    assert "nl" in languages.available()
    assert languages.conventions("nl").own_name == "Nederlands"
    dutch = languages.translator("nl")
    assert (dutch(YES), dutch.date(2026, 3, 1), dutch(Message("unknown"))) == ("ja", "1 maart 2026", "unknown")


def test_a_language_outside_cldr_uses_english_formats_until_its_settings_say_more(tmp_path: Path) -> None:
    put(tmp_path / "tet" / "document.po", catalogue("tet", yes("sin")))
    assert Languages(locales_folder(), tmp_path).translator("tet").date(2026, 3, 1) == "1 March 2026"
    put(tmp_path / "tet" / "locale.toml", 'own_name = "Tetun"\ncldr = "pt_PT"\n')
    tetum = Languages(locales_folder(), tmp_path).translator("tet")
    assert (tetum.conventions.own_name, tetum.date(2026, 3, 1)) == ("Tetun", "1 de março de 2026")


def test_the_settings_of_the_user_complete_those_that_ship(tmp_path: Path) -> None:
    put(tmp_path / "fr" / "locale.toml", 'review = "Relu par le bureau."\n')
    conventions = Languages(locales_folder(), tmp_path).conventions("fr")
    assert (conventions.review, conventions.own_name) == ("Relu par le bureau.", "français")


DAMAGED = {
    "fr/document.po": 'msgid "yes\n',
    "fr/LC_MESSAGES/ui.po": catalogue("fr", plural="nplurals=2; plural=n !== 1;"),
    "fr/locale.toml": "own_name = \n",
    "de/locale.toml": 'cldr = "tlh"\n',
    "nl/locale.toml": 'colour = "red"\n',
    "da/locale.toml": "own_name = 5\n",
    "sv/locale.toml": 'fonts = "Arial"\n',
    "no/locale.toml": 'punctuation = ["."]\n',
    "fi/locale.toml": "[fonts]\nlatin = 5\n",
    "et/locale.toml": '[fonts]\ncomplex_scale = "large"\n',
    "lv/locale.toml": '[fonts]\nlatin = "a\\u0001"\n',
    "lt/locale.toml": 'quotes = ["„"]\n',
    "pl/locale.toml": 'months = ["styczeń"]\n',
    "cs/locale.toml": "state_names = { XK = 5 }\n",
    "fr/states.toml": "[MD]\nofficial = 5\n",
}


@pytest.mark.parametrize("place", DAMAGED)
def test_what_is_damaged_is_said_in_one_sentence_and_the_rest_works(place: str, tmp_path: Path) -> None:
    put(tmp_path / place, DAMAGED[place])
    languages = Languages(locales_folder(), tmp_path)
    speak = languages.translator(place.partition("/")[0])
    assert len(languages.problems()) == 1
    assert Path(place).name in speak(languages.problems()[0])
    assert languages.translator("fr")(YES) == "oui"
    assert speak.date(2026, 3, 1)


def test_a_file_without_a_language_is_said(tmp_path: Path) -> None:
    nameless = put(tmp_path / "x.po", 'msgid "yes"\nmsgstr "ja"\n')
    assert "which language" in Languages(locales_folder(), None, (nameless,)).problems()[0].text


def test_a_catalogue_is_compiled_once_and_again_when_it_changed(tmp_path: Path) -> None:
    file = put(tmp_path / "nl" / "document.po", catalogue("nl", yes("ja")))
    assert Languages(locales_folder(), tmp_path).translator("nl")(YES) == "ja"
    kept = list((tmp_path / COMPILED).iterdir())
    assert len(kept) == 1
    put(file, catalogue("nl", yes("zeker")))
    assert Languages(locales_folder(), tmp_path).translator("nl")(YES) == "zeker"
    assert [each for each in (tmp_path / COMPILED).iterdir() if each in kept] == []


def test_a_damaged_compiled_catalogue_is_made_again(tmp_path: Path) -> None:
    file = put(tmp_path / "document.po", catalogue("nl", yes("ja")))
    load(file, tmp_path / "kept")
    for kept in (tmp_path / "kept").iterdir():
        kept.write_bytes(b"\x00\x01")
    assert load(file, tmp_path / "kept").pgettext("answer", "yes") == "ja"


def test_changes_are_read_without_a_new_start(tmp_path: Path) -> None:
    resources = Resources(own_locales=tmp_path)
    assert resources.languages.translator("fr")(YES) == "oui"
    assert not resources.reread_languages()
    file = put(tmp_path / "fr" / "document.po", catalogue("fr", yes("si")))
    assert resources.reread_languages()
    assert resources.languages.translator("fr")(YES) == "si"
    os.utime(file, (1, 1))
    assert resources.reread_languages()
    file.unlink()
    assert resources.reread_languages()
    assert resources.languages.translator("fr")(YES) == "oui"


def test_plural_forms_and_contexts_survive_compiling() -> None:
    text = catalogue("ru", Entry(source=("{n} day", "{n} days"), target=("a", "b", "c")), plural=RUSSIAN)
    assert parse(text).entries["", "{n} day"].target == ("a", "b", "c")
    assert compiled(parse(text)).startswith(b"\xde\x12\x04\x95")


RUSSIAN = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"


@pytest.mark.parametrize(("number", "words"), [(1, "1 day"), (3, "3 dni"), (11, "11 dney")])
def test_the_form_follows_the_rule_of_the_head(number: int, words: str, tmp_path: Path) -> None:
    entry = Entry(source=(PLURAL.text, PLURAL.plural), target=("{n} day", "{n} dni", "{n} dney"))
    put(tmp_path / "ru" / "ui.po", catalogue("ru", entry, plural=RUSSIAN))
    assert Languages(locales_folder(), tmp_path).translator("ru")(PLURAL.fill(n=number)) == words


def test_a_written_catalogue_reads_back_the_same() -> None:
    entry = Entry(
        context='a "b"',
        source=("one\n“two”\\", "many"),
        target=("x\t", "y"),
        notes=("n",),
        comments=("c",),
        places=("p.py",),
        flags=frozenset({"fuzzy"}),
    )
    (read,) = parse(catalogue("de", entry)).entries.values()
    assert (read.key, read.target, read.notes, read.comments, read.flags) == (
        entry.key,
        entry.target,
        entry.notes,
        entry.comments,
        entry.flags,
    )


@pytest.mark.parametrize("tag", [LONG, MIRRORED])
def test_pseudo_languages_translate_everything_and_keep_what_must_stay(tag: str) -> None:
    speak = Languages(locales_folder()).translator(tag)
    assert speak(PLURAL.fill(n=2)).count("2") == 1
    assert speak.rtl is (tag == MIRRORED)
    said = speak.pattern(Message("Born: {person.dob?} | &Sex: {person.sex}"))
    assert (said.count("{person.dob?}"), said.count(" | "), said.count("&")) == (1, 1, 1)


def test_a_pseudo_text_is_longer_and_in_brackets() -> None:
    said = pseudo("Request for assistance")
    assert (said[0], said[-1]) == ("[", "]")
    assert len(said) > 1.25 * len("Request for assistance")
    assert not said.isascii()


WORDS = st.text(min_size=1).filter(lambda words: "\0" not in words and "\4" not in words)


@given(st.text(), WORDS, WORDS)
def test_any_words_survive_writing_and_reading(context: str, source: str, target: str) -> None:
    entry = Entry(context=context, source=(source,), target=(target,))
    (read,) = parse(catalogue("de", entry)).entries.values()
    assert (read.key, read.target) == (entry.key, entry.target)


@given(WORDS, WORDS, WORDS)
def test_any_words_survive_compiling(context: str, source: str, target: str) -> None:
    entry = Entry(context=context, source=(source,), target=(target,))
    made = GNUTranslations(BytesIO(compiled(parse(catalogue("de", entry)))))
    assert made.pgettext(context, source) == target


@given(st.text())
def test_any_text_is_a_catalogue_or_refused(text: str) -> None:
    with suppress(PoError):
        parse(text, "x.po")


def test_names_of_states_may_be_the_users_own(tmp_path: Path) -> None:
    put(tmp_path / "fr" / "states.toml", '[MD]\nshort = "Moldavie"\nofficial = "République de Moldavie"\n')
    french = Languages(locales_folder(), tmp_path).translator("fr").for_letters()
    assert french.state("MD").official == "République de Moldavie"
