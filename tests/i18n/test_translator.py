"""How a language says messages, dates, amounts and names."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest

from mlawriter.i18n.languages import Languages, without_catalogues
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator, is_user_assigned
from mlawriter.resources import locales_folder


@pytest.fixture(scope="module")
def english() -> Translator:
    return Languages(locales_folder()).translator("en")


@pytest.fixture(scope="module")
def french() -> Translator:
    return Languages(locales_folder()).translator("fr")


def test_placeholders_may_be_dotted() -> None:
    message = Message("{offence.title} needs {n} years.").fill_from({"offence.title": "Fraud", "n": 4})
    assert without_catalogues()(message) == "Fraud needs 4 years."


def test_an_unfilled_placeholder_stays_visible() -> None:
    assert without_catalogues()(Message("Name of {person.mark}")) == "Name of {person.mark}"


def test_braces_in_an_argument_are_not_expanded() -> None:
    message = Message("{a} and {b}").fill(a="{b}", b="x")
    assert without_catalogues()(message) == "{b} and x"


def test_a_message_can_be_an_argument() -> None:
    assert without_catalogues()(Message("see {what}").fill(what=Message("this"))) == "see this"


@pytest.mark.parametrize(("number", "words"), [(1, "1 finding"), (2, "2 findings")])
def test_plurals_follow_the_number(number: int, words: str) -> None:
    assert without_catalogues()(Message("{n} finding", plural="{n} findings").fill(n=number)) == words


def test_french_writes_the_first_of_a_month_as_an_ordinal(french: Translator) -> None:
    assert french.date(2026, 3, 1) == "1er mars 2026"
    assert french.date(2026, 3, 11) == "11 mars 2026"


def test_partial_dates_say_what_is_known(english: Translator) -> None:
    assert english.date(1979) == "1979"
    assert english.date(1979, 4) == "April 1979"
    assert english.date(1979, 4, 11) == "11 April 1979"


def test_a_time_names_its_offset(english: Translator) -> None:
    at = datetime(2026, 4, 21, 9, 0, tzinfo=timezone(timedelta(hours=2)))
    assert english.time(at) == "21 April 2026, 09:00 (UTC+02:00)"


def test_the_time_of_a_log_keeps_its_seconds(english: Translator) -> None:
    assert english.time(datetime(2026, 2, 3, 11, 2, 44, tzinfo=UTC)) == "3 February 2026, 11:02:44 (UTC+00:00)"


def test_amounts_carry_the_currency_code(english: Translator) -> None:
    assert english.money(Decimal("4100000"), "EUR") == "EUR 4,100,000"


def test_lists_are_joined_as_the_language_does(english: Translator, french: Translator) -> None:
    assert english.listing(["a", "b", "c"]) == "a, b and c"
    assert french.listing(["a", "b"]) == "a et b"
    assert english.listing([]) == ""


def test_states_are_named_in_the_language(french: Translator) -> None:
    assert french.country("DE") == "Allemagne"


def test_user_assigned_codes_never_get_a_name_from_cldr(english: Translator) -> None:
    assert english.country("XA") == "XA"
    assert english.with_names({"XA": "Republic of Arvania"}).country("XA") == "Republic of Arvania"


def test_kosovo_has_a_name(english: Translator) -> None:
    assert english.country("XK") == "Kosovo"


@pytest.mark.parametrize("code", ["AA", "QM", "QZ", "XA", "XK", "XZ", "ZZ"])
def test_user_assigned_codes_are_known(code: str) -> None:
    assert is_user_assigned(code)


@pytest.mark.parametrize("code", ["FR", "QA", "YE", "AB"])
def test_assigned_codes_are_not_user_assigned(code: str) -> None:
    assert not is_user_assigned(code)


def test_a_language_of_the_case_can_be_named(english: Translator) -> None:
    assert english.language_name("qbe") == "qbe"
    assert english.with_names({"qbe": "Belmoran"}).language_name("qbe") == "Belmoran"
    assert english.language_name("fr-CA") == "Canadian French"


@pytest.mark.parametrize(("wanted", "found"), [("fr_CA.UTF-8", "fr"), ("fr", "fr"), ("C", "en"), ("", "en")])
def test_the_nearest_language_is_found(wanted: str, found: str) -> None:
    assert Languages(locales_folder()).best(wanted) == found


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        Languages(locales_folder()).translator("tlh")


def test_a_catalogue_without_compiled_form_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "xx" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / "xx" / "locale.toml").write_text('tag = "xx"\ncldr = "en"\nown_name = "Xx"\n', encoding="utf-8")
    (folder / "ui.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "menu"\nmsgid "Open"\nmsgstr "Aufmachen"\n',
        encoding="utf-8",
    )
    speak = Languages(tmp_path).translator("xx")
    assert speak(Message("Open", context="menu")) == "Aufmachen"
    assert speak(Message("Open")) == "Open"
