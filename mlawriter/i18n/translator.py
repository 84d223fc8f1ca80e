"""A language as a value: translates messages, names States and languages, writes dates and numbers.

Several translators live side by side (window and letter); nothing here is global. Formats come from CLDR,
overridden by `locales/<lang>/locale.toml`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from mlawriter.i18n.message import Domain, Message, Spoken
from mlawriter.i18n.states import StateName, read_states
from mlawriter.i18n.typography import Counting, Fonts, Punctuation, before_title, counted

if TYPE_CHECKING:
    from decimal import Decimal

    from mlawriter.i18n.cldr import Cldr

_EAST_ASIAN = frozenset({"zh", "yue", "ja", "ko"})
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conventions:
    """How a language writes dates, numbers and quotations (`locales/<lang>/locale.toml`).

    `cldr` names the CLDR locale that lends its formats, `spelling` the language as word processors know it (`ar-SA`;
    the tag itself, if absent). Date patterns are CLDR patterns; an absent one is CLDR's own. `first_of_month` replaces
    the day number 1 where a language writes an ordinal (`1er`). `months` are twelve names instead of CLDR's, where
    usage differs by country. `moment_pattern` joins `{date}`, `{time}` and `{offset}`. Digits are always 0 to 9.
    `own_letters` are those of the alphabet that stand after the letter they are written with (`ñ`); the file says
    `own_letters = false` where a language has no alphabet, or one in an order of its own.
    `section_numbers` says how sections are counted; marks such as P1 or A are the same in all languages. `fonts` and
    `punctuation` are tables (`i18n.typography`). `review` states who has reviewed the catalogue, honestly;
    `reviewers` names them. Names of States with their forms are in a file of their own (`i18n.states`).
    """

    tag: str
    cldr: str
    own_name: str
    rtl: bool = False
    spelling: str = ""
    date_pattern: str = ""
    month_pattern: str = "LLLL y"
    months: tuple[str, ...] = ()
    first_of_month: str = ""
    time_pattern: str = "HH:mm"
    moment_pattern: str = "{date}, {time} (UTC{offset})"
    quotes: tuple[str, str] = ("“", "”")
    own_letters: str | bool = ""
    punctuation: Punctuation = field(default_factory=Punctuation)
    section_numbers: Counting = Counting.DECIMAL
    fonts: Fonts = field(default_factory=Fonts)
    review: str = ""
    reviewers: tuple[str, ...] = ()
    state_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_east_asian(self) -> bool:
        """Say whether the language is set in signs of full width."""
        return self.tag.partition("-")[0] in _EAST_ASIAN

    def section(self, number: int) -> str:
        """Return the number of a section, as this language counts sections."""
        return counted(number, self.section_numbers)

    def before_title(self, number: int) -> str:
        """Return the number of a section as it stands before its title (`3. `, `三、`)."""
        return before_title(self.section(number), self.section_numbers)


@dataclass(frozen=True)
class Translator:
    """One language: call it with a `Message` to get words.

    `names` holds names that the case itself gives to States and languages without one, by code or tag;
    `cldr_file` the excerpt of CLDR for the language, `state_file` the names of States that letters use, if it has them.
    A `formal` one writes letters: it calls States as the United Nations do, not as CLDR does.
    """

    conventions: Conventions
    catalogues: Mapping[Domain, NullTranslations] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    cldr_file: Path | None = None
    state_file: Path | None = None
    formal: bool = False

    @property
    def language(self) -> str:
        """The BCP 47 tag of this language."""
        return self.conventions.tag

    @property
    def punctuation(self) -> Punctuation:
        """The marks that the program sets between words."""
        return self.conventions.punctuation

    @property
    def rtl(self) -> bool:
        """Say whether the script runs from right to left."""
        return self.conventions.rtl

    def __call__(self, message: Message) -> str:
        """Return the message in this language, its placeholders filled."""
        return self.fill(self.pattern(message), message.args)

    def pattern(self, message: Message) -> str:
        """Return the message in this language with its placeholders still open."""
        catalogue = self.catalogues.get(message.domain)
        number = message.args.get("n")
        if catalogue is None:
            singular = not message.plural or number == 1
            return message.text if singular else message.plural
        if message.plural and isinstance(number, int):
            if message.context:
                return catalogue.npgettext(message.context, message.text, message.plural, number)
            return catalogue.ngettext(message.text, message.plural, number)
        if message.context:
            return catalogue.pgettext(message.context, message.text)
        return catalogue.gettext(message.text) if message.text else ""

    def fill(self, pattern: str, args: Mapping[str, str | int | Message | Spoken]) -> str:
        """Return the pattern with each known placeholder said in this language."""
        return _PLACEHOLDER.sub(lambda found: self.say(args[found[1]]) if found[1] in args else found[0], pattern)

    def say(self, argument: str | int | Message | Spoken) -> str:
        """Return one argument in this language."""
        match argument:
            case str():
                return argument
            case int():
                return self.number(argument)
            case Message():
                return self(argument)
            case _:
                return argument.spoken(self)

    def with_names(self, names: Mapping[str, str]) -> "Translator":
        """Return this translator knowing further names of States and languages, by code or tag."""
        return replace(self, names={**self.names, **names})

    def for_letters(self) -> "Translator":
        """Return this translator as it writes letters."""
        return replace(self, formal=True)

    def state(self, code: str) -> StateName:
        """Return the names of a State in their forms; where the language does not tell them, its one name in all."""
        if self.state_file and code not in self.names and (found := read_states(self.state_file).get(code)):
            return found
        return StateName.always(self._called(code))

    def country(self, code: str) -> str:
        """Return the short name of a State; its code, if nobody has named it."""
        return self.state(code).short if self.formal else self._called(code)

    def _called(self, code: str) -> str:
        if code in self.names:
            return self.names[code]
        if code in self.conventions.state_names:
            return self.conventions.state_names[code]
        if is_user_assigned(code) and code != "XK":
            return code
        return self.cldr.territories.get(code, code)

    def language_name(self, tag: str) -> str:
        """Return the name of a language in this one; its tag, if CLDR has no name for it."""
        if tag in self.names:
            return self.names[tag]
        names = self.cldr.languages
        plain = tag.replace("-", "_")
        return names.get(plain) or names.get(plain.split("_")[0]) or tag

    def date(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """Return a date, or the part of it that is known."""
        if month is None:
            return str(year)
        at = datetime(year, month, day or 1)  # noqa: DTZ001 - a calendar date has no zone
        if day is None:
            return self._format(at, self.conventions.month_pattern)
        pattern = self.conventions.date_pattern
        if day == 1 and self.conventions.first_of_month:
            ordinal = "'" + self.conventions.first_of_month + "'"
            pattern = re.sub(r"\bd\b", ordinal, pattern)
        return self._format(at, pattern)

    def time(self, at: datetime) -> str:
        """Return date, time of day (with the seconds, if there are any) and offset from UTC."""
        offset = at.strftime("%z")
        pattern = self.conventions.time_pattern
        if at.second:
            pattern = pattern.replace("mm", "mm:ss")
        return self.conventions.moment_pattern.format(
            date=self.date(at.year, at.month, at.day),
            time=self._format(at.replace(tzinfo=None), pattern),
            offset=f"{offset[:3]}:{offset[3:5]}",
        )

    def number(self, number: "int | Decimal") -> str:
        """Return a number with this language's separators."""
        return self.cldr.number(number)

    def money(self, amount: "Decimal", currency: str) -> str:
        """Return an amount with its ISO 4217 code, as letters between States write it."""
        return f"{currency} {self.number(amount)}"

    def listing(self, words: Sequence[str]) -> str:
        """Return words joined as a list of this language (`a, b and c`)."""
        return self.cldr.join(words)

    def section(self, number: int) -> str:
        """Return the number of a section of the letter, as this language counts sections."""
        return self.conventions.section(number)

    @property
    def cldr(self) -> "Cldr":
        """The CLDR locale that lends its names and formats, with the language's own months."""
        return _cldr(self.conventions.cldr, self.cldr_file, self.conventions.months)

    def _format(self, at: datetime, pattern: str) -> str:
        from mlawriter.i18n.cldr import CannotWrite

        wanted = pattern or self.cldr.long_date
        try:
            return self.cldr.date(at, wanted)
        except CannotWrite:
            from mlawriter.i18n.excerpt import in_full

            return in_full(at, wanted, self.conventions.cldr)


def is_user_assigned(code: str) -> bool:
    """Say whether ISO 3166-1 leaves this alpha-2 code to its users (AA, QM-QZ, XA-XZ, ZZ)."""
    return code in {"AA", "ZZ"} or "QM" <= code <= "QZ" or "XA" <= code <= "XZ"


def placeholders(pattern: str) -> tuple[str, ...]:
    """Return the names of the placeholders of a pattern, in order."""
    return tuple(_PLACEHOLDER.findall(pattern))


@lru_cache(maxsize=16)
def _cldr(name: str, file: Path | None, months: tuple[str, ...]) -> "Cldr":
    from mlawriter.i18n.cldr import read

    found = read(file, name) if file else None
    if found is None:
        from mlawriter.i18n.excerpt import excerpt

        found = excerpt(name)
    return replace(found, months=dict.fromkeys(found.months, months)) if months else found
