"""The excerpt of CLDR that letters need, taken from Babel. The only importer of Babel's locales."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime

from mlawriter.i18n.cldr import Cldr


def excerpt(name: str) -> Cldr:
    """Return what CLDR says for a locale (`en_GB`).

    Raises:
        babel.UnknownLocaleError: if CLDR does not know it.
    """
    locale = Locale.parse(name)
    pattern, symbols = locale.decimal_formats[None], locale.number_symbols["latn"]
    return Cldr(
        name=name,
        territories={str(code): str(words) for code, words in locale.territories.items()},
        languages={str(tag): str(words) for tag, words in locale.languages.items()},
        months={
            f"{usage} {width}": _months(locale, usage, width)
            for usage in ("format", "stand-alone")
            for width in ("wide", "abbreviated")
        },
        long_date=locale.date_formats["long"].pattern,
        decimal=symbols["decimal"],
        group=symbols["group"],
        grouping=tuple(pattern.grouping),
        listing={part: locale.list_patterns["standard"][part] for part in ("2", "start", "middle", "end")},
    )


def write(name: str, file: Path) -> Path:
    """Write the excerpt of a locale into a file and return the file."""
    text = json.dumps(asdict(excerpt(name)), ensure_ascii=False, indent=0, sort_keys=True)
    file.write_text(f"{text}\n", encoding="utf-8")
    return file


def is_known(name: str) -> bool:
    """Say whether CLDR knows a locale."""
    try:
        Locale.parse(name)
    except (UnknownLocaleError, ValueError, TypeError):
        return False
    return True


def own_name(name: str) -> str:
    """Return what a language calls itself."""
    return str(Locale.parse(name).get_display_name() or name)


def is_written_from_right(name: str) -> bool:
    """Say whether the script of a language runs from right to left."""
    return Locale.parse(name).text_direction == "rtl"


def in_full(at: datetime, pattern: str, name: str) -> str:
    """Return a moment in any pattern of CLDR."""
    return str(format_datetime(at, pattern, locale=Locale.parse(name)))


def _months(locale: Locale, usage: str, width: str) -> Sequence[str]:
    names = locale.months[usage][width]
    return tuple(str(names[number]) for number in range(1, 13))
