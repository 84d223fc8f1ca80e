"""The knowledge, the languages and the style base, loaded from where the program keeps them."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mlawriter.i18n.languages import Languages
from mlawriter.i18n.sources import Stamp
from mlawriter.knowledge.beginnings import Beginnings, beginnings
from mlawriter.resources import locales_folder, samples_folder, templates_folder

if TYPE_CHECKING:
    from mlawriter.app.completeness import Completeness
    from mlawriter.checks.checker import Law


class Resources:
    """What the program ships, loaded when first asked for. `packs` are further folders of templates.

    `own_locales` is the folder of the user's catalogues, `locale_files` are catalogues given by name.
    """

    def __init__(self, *packs: Path, own_locales: Path | None = None, locale_files: tuple[Path, ...] = ()) -> None:
        self._packs = packs
        self._own_locales, self._locale_files = own_locales, locale_files
        self._stamp: Stamp | None = None
        self._complete = dict[str, "Completeness"]()

    @cached_property
    def law(self) -> "Law":
        """The knowledge made ready.

        Raises:
            KnowledgeError: if the templates are broken.
        """
        from mlawriter.checks.checker import Law
        from mlawriter.knowledge.loader import load

        return Law.of(load(templates_folder(), *self._packs))

    @cached_property
    def beginnings(self) -> Beginnings:
        """What a request can begin with; cheaper than the whole law."""
        return beginnings(templates_folder(), *self._packs)

    @cached_property
    def languages(self) -> Languages:
        """The languages of window and letter."""
        return self._read_languages()

    def _read_languages(self) -> Languages:
        found = Languages(locales_folder(), self._own_locales, self._locale_files)
        self._stamp = found.sources.stamp()
        return found

    def reread_languages(self) -> bool:
        """Read the user's catalogues again if a file was changed, added or taken away; say whether one was."""
        if self.languages.sources.stamp() == self._stamp:
            return False
        self.languages = self._read_languages()
        self._complete.clear()
        return True

    def completeness(self, tag: str) -> "Completeness":
        """Return what a language lacks for a final letter; found out once."""
        if tag not in self._complete:
            from mlawriter.app.completeness import completeness

            self._complete[tag] = completeness(tag, self.languages)
        return self._complete[tag]

    def is_known_as_mixed(self, tag: str) -> bool:
        """Say whether a language lacks something, as far as is known already: a quick answer, for the preview."""
        known = tag in self._complete or not (locales_folder() / tag).is_dir()
        return known and not self.completeness(tag).is_complete

    @property
    def house_style(self) -> Path:
        """Our own style base for letters."""
        return templates_folder() / "word" / "house.docx"

    @property
    def samples(self) -> tuple[Path, ...]:
        """The sample cases, as JSON."""
        return tuple(sorted(samples_folder().glob("*.json")))
