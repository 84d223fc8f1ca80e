"""The excerpt of CLDR says what Babel says."""

from datetime import datetime
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from mlawriter.i18n.cldr import CannotWrite, Cldr, read
from mlawriter.i18n.excerpt import excerpt
from mlawriter.i18n.languages import Languages, without_catalogues
from mlawriter.resources import locales_folder

LOCALES = ("en_GB", "fr", "ar", "es", "hi", "lt", "ru", "uk", "zh_Hans", "ja", "de_AT")
PATTERNS = ("d MMMM y", "LLLL y", "HH:mm", "d 'de' MMMM 'de' y", "dd.MM.yyyy", "d MMM yy", "h 'o''clock'", "H''m", "")
EXCERPTS = {name: excerpt(name) for name in LOCALES}
_MOST = 10**12
NUMBERS = st.integers(-_MOST, _MOST) | st.decimals(-_MOST, _MOST, allow_nan=False, allow_infinity=False, places=5)


@pytest.mark.parametrize("tag", Languages(locales_folder()).available())
def test_the_excerpt_that_ships_is_what_babel_says(tag: str) -> None:
    languages = Languages(locales_folder())
    name = languages.conventions(tag).cldr
    assert read(languages.cldr_file(tag), name) == _as_read(excerpt(name)), "run: mlawriter locale extract, update"


@settings(deadline=None)
@given(st.sampled_from(LOCALES), NUMBERS)
def test_numbers_are_written_as_babel_writes_them(name: str, number: int | Decimal) -> None:
    assert EXCERPTS[name].number(number) == format_decimal(number, locale=name)


@settings(deadline=None)
@given(st.sampled_from(LOCALES), st.sampled_from(PATTERNS), st.datetimes())
def test_dates_are_written_as_babel_writes_them(name: str, pattern: str, at: datetime) -> None:
    ours = EXCERPTS[name]
    if not pattern:
        assert ours.date(at, ours.long_date) == format_date(at.date(), "long", locale=name)
    elif "h" in pattern:
        with pytest.raises(CannotWrite):
            ours.date(at, pattern)
    else:
        assert ours.date(at, pattern) == format_datetime(at, pattern, locale=name)


@given(st.sampled_from(LOCALES), st.lists(st.text("ab{0}", max_size=3), max_size=5))
def test_lists_are_written_as_babel_writes_them(name: str, words: list[str]) -> None:
    assert EXCERPTS[name].join(words) == (format_list(words, "standard", locale=name) if words else "")


def test_names_are_those_of_babel() -> None:
    assert EXCERPTS["hi"].territories == dict(Locale.parse("hi").territories)
    assert EXCERPTS["hi"].languages == dict(Locale.parse("hi").languages)


def test_an_unusual_pattern_is_left_to_babel() -> None:
    speak = without_catalogues()
    assert speak._format(datetime(2026, 3, 4, 15), "h a, EEEE") == "3 pm, Wednesday"


def _as_read(found: Cldr) -> Cldr:
    import json
    from dataclasses import asdict

    return Cldr(**json.loads(json.dumps(asdict(found))))
