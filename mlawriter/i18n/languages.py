"""Which languages there are, and a translator for each."""

import tomllib
from dataclasses import dataclass, replace
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

from mlawriter.i18n.message import Domain
from mlawriter.i18n.translator import Conventions, Translator

SOURCE = "en"
"""The language the program is written in."""


@dataclass(frozen=True)
class Languages:
    """The languages of a `locales/` folder."""

    folder: Path

    @cached_property
    def _translators(self) -> dict[str, Translator]:
        return {}

    @cached_property
    def _conventions(self) -> dict[str, Conventions]:
        return {}

    def available(self) -> tuple[str, ...]:
        """Return the tags of all languages, English first."""
        return self._available

    @cached_property
    def _available(self) -> tuple[str, ...]:
        tags = sorted(file.parent.name for file in self.folder.glob("*/locale.toml"))
        return (SOURCE, *(tag for tag in tags if tag != SOURCE)) if SOURCE in tags else tuple(tags)

    def translator(self, tag: str) -> Translator:
        """Return the translator of a language, the same one each time.

        Raises:
            KeyError: if the language is not available.
        """
        if tag not in self._translators:
            self._translators[tag] = self._translator(tag)
        return self._translators[tag]

    def _translator(self, tag: str) -> Translator:
        if tag not in self.available():
            raise KeyError(tag)
        return Translator(
            conventions=self.conventions(tag),
            catalogues={domain: self._catalogue(tag, domain) for domain in get_args(Domain)},
            cldr_file=self.cldr_file(tag),
        )

    def conventions(self, tag: str) -> Conventions:
        """Return how a language writes, as its `locale.toml` says."""
        if tag not in self._conventions:
            with (self.folder / tag / "locale.toml").open("rb") as file:
                entries: dict[str, Any] = tomllib.load(file)
            entries["quotes"] = tuple(entries.get("quotes", ("“", "”")))
            self._conventions[tag] = Conventions(**entries)
        return self._conventions[tag]

    def cldr_file(self, tag: str) -> Path:
        """Return where the excerpt of CLDR for a language is kept."""
        return self.folder / tag / "cldr.json"

    def best(self, wanted: str) -> str:
        """Return the available language nearest to a tag (`fr_CA.UTF-8` gives `fr`), else English."""
        plain = wanted.split(".")[0].replace("_", "-")
        while plain:
            if plain in self.available():
                return plain
            plain = plain.rpartition("-")[0]
        return SOURCE

    def _catalogue(self, tag: str, domain: Domain) -> NullTranslations:
        compiled = self.folder / tag / "LC_MESSAGES" / f"{domain}.mo"
        source = compiled.with_suffix(".po")
        if compiled.is_file() and (not source.is_file() or not _is_newer(source, compiled)):
            with compiled.open("rb") as file:
                return GNUTranslations(file)
        if source.is_file():
            return _compiled_in_memory(source)
        return NullTranslations()


def without_catalogues(tag: str = SOURCE) -> Translator:
    """Return a translator that gives English sentences as they are written (for tests and messages)."""
    conventions = Conventions(tag=tag, cldr="en_GB", own_name="English", date_pattern="d MMMM y")
    return replace(Translator(conventions=conventions))


def _is_newer(file: Path, than: Path) -> bool:
    return file.stat().st_mtime_ns > than.stat().st_mtime_ns


def _compiled_in_memory(source: Path) -> NullTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    buffer = BytesIO()
    with source.open("rb") as file:
        write_mo(buffer, read_po(file))
    buffer.seek(0)
    return GNUTranslations(buffer)
