"""What a window works with: the law, the languages, the folders of the user, the date, and somebody to ask."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from mlawriter.checks.checker import Law
from mlawriter.i18n.languages import Languages
from mlawriter.i18n.translator import Translator
from mlawriter.ui.dialogs import Ask
from mlawriter.ui.settings import Folders


@dataclass(frozen=True)
class Office:
    """Made once at the start and handed to every part of the window that needs it."""

    templates: Path
    languages: Languages
    folders: Folders
    today: Callable[[], date]
    ask: Ask

    @cached_property
    def law(self) -> Law:
        """The knowledge, loaded when it is first needed.

        Raises:
            KnowledgeError: if the templates are broken.
        """
        from mlawriter.knowledge.loader import load

        return Law.of(load(self.templates))

    def named_languages(self) -> tuple[tuple[str, str], ...]:
        """Return each language there is with its own name."""
        return tuple((tag, self.languages.conventions(tag).own_name) for tag in self.languages.available())

    def translator(self, wanted: str) -> Translator:
        """Return the translator of the available language nearest to the one wanted."""
        return self.languages.translator(self.languages.best(wanted))
