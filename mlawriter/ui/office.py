"""What a window works with: the program's resources, the folders of the user, the date, and somebody to ask."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from mlawriter.app.resources import Resources
from mlawriter.i18n.languages import Languages
from mlawriter.i18n.translator import Translator
from mlawriter.ui.settings import Folders

if TYPE_CHECKING:
    from mlawriter.checks.checker import Law
    from mlawriter.i18n.listening import Heard
    from mlawriter.ui.dialogs import Ask


@dataclass(frozen=True)
class Office:
    """Made once at the start and handed to every part of the window that needs it.

    While the messages behind texts are shown, `heard` remembers which message each text came from. `language` is the
    one asked for at the start, instead of the one remembered.
    """

    resources: Resources
    folders: Folders
    today: Callable[[], date]
    ask: "Ask"
    heard: "Heard | None" = None
    language: str = ""

    @property
    def law(self) -> "Law":
        """The knowledge, loaded when it is first needed.

        Raises:
            KnowledgeError: if the templates are broken.
        """
        return self.resources.law

    @property
    def languages(self) -> Languages:
        """The languages of window and letter."""
        return self.resources.languages

    def named_languages(self) -> tuple[tuple[str, str], ...]:
        """Return each language there is with its own name."""
        return tuple((tag, self.languages.conventions(tag).own_name) for tag in self.languages.available())

    def tell_damaged(self) -> None:
        """Tell which of the user's own catalogues could not be used; everything else works."""
        from mlawriter.ui.queries import failed

        for problem in self.languages.problems():
            self.ask.choose(failed(problem))

    def translator(self, wanted: str) -> Translator:
        """Return the translator of the available language nearest to the one wanted."""
        found = self.languages.translator(self.languages.best(wanted))
        if self.heard is None:
            return found
        from mlawriter.i18n.listening import listening

        return listening(found, self.heard)

    def listening(self, *, on: bool) -> "Office":
        """Return this office remembering, or no longer remembering, which message each text came from."""
        if not on:
            return replace(self, heard=None)
        from mlawriter.i18n.listening import Heard

        return replace(self, heard=Heard())
