"""Which languages there are, and a translator for each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import get_args

from mlawriter.i18n.message import Domain, Message
from mlawriter.i18n.pseudo import MIRRORED, PSEUDO, Pseudo
from mlawriter.i18n.settings import completed, refuse_what_does_not_fit
from mlawriter.i18n.sources import Sources, language_of
from mlawriter.i18n.states import read_states
from mlawriter.i18n.translator import Conventions, Translator

SOURCE = "en"
"""The language the program is written in."""
ENGLISH = "en_GB"
"""Whose formats are used where a language has none."""
NOT_UNDERSTOOD = Message("{file} is not understood and is left out: {reason}.")
LEFT_OUT = Message("{problem} It is left out; everything else works.")
NO_LANGUAGE = Message("{file} does not say in its head which language it is (“Language: …”). It is left out.")
UNKNOWN_FORMATS = Message("{file}: CLDR does not know “{name}” (cldr). English formats are used instead.")
STATES = "states.toml"
_NOT_USABLE = (OSError, ValueError, TypeError, LookupError, AttributeError)
"""What reading a damaged file of the user ends in."""
COMPILED = ".compiled"
"""The folder in the user's folder in which compiled catalogues are kept."""
_FROM_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True)
class Languages:
    """The languages of a `locales/` folder, with those of the user: `own` is the user's folder, `files` single files.

    What the user has overrides what ships, message by message.
    """

    folder: Path
    own: Path | None = None
    files: tuple[Path, ...] = ()

    @cached_property
    def sources(self) -> Sources:
        """The files of the catalogues."""
        return Sources(self.folder, self.own, self.files)

    @cached_property
    def _translators(self) -> dict[str, Translator]:
        return {}

    @cached_property
    def _conventions(self) -> dict[str, Conventions]:
        return {}

    @cached_property
    def _problems(self) -> dict[Path, Message]:
        return {}

    def available(self) -> tuple[str, ...]:
        """Return the tags of all languages, English first."""
        return self._available

    @cached_property
    def _available(self) -> tuple[str, ...]:
        tags = sorted(self.sources.tags())
        return (SOURCE, *(tag for tag in tags if tag != SOURCE)) if SOURCE in tags else tuple(tags)

    def has(self, tag: str) -> bool:
        """Say whether there is a translator; also for the languages that are only for testing."""
        return tag in PSEUDO or tag in self.available()

    def translator(self, tag: str) -> Translator:
        """Return the translator of a language, the same one each time.

        Raises:
            KeyError: if the language is not available.
        """
        if tag not in self._translators:
            self._translators[tag] = self._translator(tag)
        return self._translators[tag]

    def _translator(self, tag: str) -> Translator:
        if not self.has(tag):
            raise KeyError(tag)
        return Translator(
            conventions=self.conventions(tag),
            catalogues={domain: self._catalogue(tag, domain) for domain in get_args(Domain)},
            cldr_file=self.cldr_file(tag),
            state_file=self._state_file(tag),
        )

    def _state_file(self, tag: str) -> Path:
        """Return where the names of States are: with the user, if there is a file that can be used."""
        own = self.own / tag / STATES if self.own else None
        if own is not None and own.is_file():
            read_states.cache_clear()
            if read_states(own):
                return own
            self._problems[own] = NOT_UNDERSTOOD.fill(file=str(own), reason="short, official, of, in")
        return self.folder / (SOURCE if tag in PSEUDO else tag) / STATES

    def conventions(self, tag: str) -> Conventions:
        """Return how a language writes, as its `locale.toml` says; the user's completes the one that ships."""
        if tag not in self._conventions:
            self._conventions[tag] = self._read_conventions(tag)
        return self._conventions[tag]

    def _read_conventions(self, tag: str) -> Conventions:
        if tag in PSEUDO:
            return _pseudo_conventions(tag)
        files = self.sources.settings(tag)
        found = _usual(tag, has_settings=bool(files))
        for file in files:
            try:
                found = self._checked(completed(found, file, tag), file)
            except _NOT_USABLE as error:
                if file.is_relative_to(self.folder):
                    raise
                self._problems[file] = NOT_UNDERSTOOD.fill(file=str(file), reason=str(error))
        return found

    def _checked(self, found: Conventions, file: Path) -> Conventions:
        """Return conventions whose formats exist: those of the user may name some that nobody knows."""
        if file.is_relative_to(self.folder):
            return found
        refuse_what_does_not_fit(found)
        from mlawriter.i18n.excerpt import is_known

        if is_known(found.cldr):
            return found
        self._problems[file] = UNKNOWN_FORMATS.fill(file=str(file), name=found.cldr)
        return replace(found, cldr=ENGLISH)

    def cldr_file(self, tag: str) -> Path:
        """Return where the excerpt of CLDR for a language is kept."""
        own = self.own / tag / "cldr.json" if self.own else None
        if own is not None and own.is_file():
            return own
        return self.folder / (SOURCE if tag in PSEUDO else tag) / "cldr.json"

    def best(self, wanted: str) -> str:
        """Return the available language nearest to a tag (`fr_CA.UTF-8` gives `fr`), else English."""
        plain = wanted.split(".")[0].replace("_", "-")
        while plain:
            if self.has(plain):
                return plain
            plain = plain.rpartition("-")[0]
        return SOURCE

    def problems(self) -> tuple[Message, ...]:
        """Return what could not be read so far; everything else works."""
        nameless = (file for file in self.files if not language_of(file) and file not in self._problems)
        return (*self._problems.values(), *(NO_LANGUAGE.fill(file=str(file)) for file in nameless))

    def _catalogue(self, tag: str, domain: Domain) -> NullTranslations:
        if tag in PSEUDO:
            return Pseudo(mirrored=tag == MIRRORED)
        first: NullTranslations | None = None
        for catalogue in self._read(tag, domain):
            if first is None:
                first = catalogue
            else:
                first.add_fallback(catalogue)
        return first or NullTranslations()

    def _read(self, tag: str, domain: Domain) -> Iterator[GNUTranslations]:
        for source in self.sources.catalogues(tag, domain):
            compiled = source.with_suffix(".mo")
            if compiled.is_file() and source.is_relative_to(self.folder) and not _is_newer(source, compiled):
                with compiled.open("rb") as file:
                    yield GNUTranslations(file)
            else:
                yield from self._compiled(source)

    def _compiled(self, source: Path) -> Iterator[GNUTranslations]:
        from mlawriter.i18n.mo import load
        from mlawriter.i18n.po import PoError

        try:
            yield load(source, self.own / COMPILED if self.own else None)
        except PoError as error:
            self._problems[source] = LEFT_OUT.fill(problem=error.message)


def without_catalogues(tag: str = SOURCE) -> Translator:
    """Return a translator that gives English sentences as they are written (for tests and messages)."""
    conventions = Conventions(tag=tag, cldr="en_GB", own_name="English", date_pattern="d MMMM y")
    return replace(Translator(conventions=conventions))


def _usual(tag: str, *, has_settings: bool) -> Conventions:
    """Return how a language is taken to write until its `locale.toml` says more."""
    from_right = tag.partition("-")[0] in _FROM_RIGHT
    plain = Conventions(tag=tag, cldr=ENGLISH, own_name=tag, rtl=from_right)
    if has_settings:
        return plain
    from mlawriter.i18n.excerpt import is_known, own_name

    cldr = tag.replace("-", "_")
    return replace(plain, cldr=cldr, own_name=own_name(cldr)) if is_known(cldr) else plain


def _pseudo_conventions(tag: str) -> Conventions:
    name = "[Ŝêñţêñçêš]" if tag == MIRRORED else "[Ļöñĝ ŝêñţêñçêš]"
    return Conventions(tag=tag, cldr=ENGLISH, own_name=name, date_pattern="d MMMM y", rtl=tag == MIRRORED)


def _is_newer(file: Path, than: Path) -> bool:
    return file.is_file() and file.stat().st_mtime_ns > than.stat().st_mtime_ns
