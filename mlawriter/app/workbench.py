"""The messages of one language while somebody works on them: what is wrong, what was changed, tables out and in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mlawriter.app.lines import Line, domain_lines, lines, message_id
from mlawriter.app.proofs.fault import Remark
from mlawriter.app.proofs.gate import how_written
from mlawriter.app.translating import forms_of, keep, keep_all, remarks
from mlawriter.i18n.languages import Languages
from mlawriter.i18n.listening import Origin
from mlawriter.i18n.po import Entry

if TYPE_CHECKING:
    from mlawriter.app.exchange import Taken


class Workbench:
    """Holds every message of a language; mutable, as it changes under the hands of the translator."""

    def __init__(self, language: str, languages: Languages) -> None:
        self.language = language
        self.reread(languages)

    def reread(self, languages: Languages) -> None:
        """Take up the files as they are now."""
        self.languages = languages
        self._written = how_written(self.language, languages.own or languages.folder, languages.folder, languages)
        self.forms = forms_of(self.language, languages)
        self.lines = lines(self.language, languages)
        self.wrong = dict[str, tuple[Remark, ...]]()
        self._proving = iter(self.lines)

    def renew(self, line: Line, languages: Languages) -> None:
        """Take up what was kept of one message."""
        self.languages = languages
        again = iter(domain_lines(self.language, line.domain, languages))
        self.lines = tuple(next(again) if each.domain == line.domain else each for each in self.lines)
        self.wrong = {name: found for name, found in self.wrong.items() if name != line.id}
        self._note(next(each for each in self.lines if each.id == line.id))

    @property
    def can_keep(self) -> bool:
        """Say whether there is a folder of the user to keep translations in."""
        return self.languages.own is not None

    @property
    def folder(self) -> Path:
        """The folder that holds the user's own catalogues of this language."""
        return (self.languages.own or self.languages.folder) / self.language

    def prove(self, most: int) -> bool:
        """Look for what is wrong in the next messages; say whether some are left."""
        for _ in range(most):
            line = next(self._proving, None)
            if line is None:
                return False
            self._note(line)
        return True

    def forms_needed(self, line: Line) -> int:
        """Return how many texts the translation of a message has."""
        return self.forms if len(line.entry.source) > 1 else 1

    def test(self, line: Line, target: Sequence[str]) -> tuple[Remark, ...]:
        """Return what would be wrong with a translation; nothing, if it is empty."""
        if not any(target):
            return ()
        entry = replace(line.entry, target=tuple(target), flags=line.entry.flags - {"fuzzy"})
        return tuple(remarks(replace(line, entry=entry), self._written, self.forms))

    def keep(self, line: Line, target: Sequence[str]) -> None:
        """Write a translation into the user's own catalogue; an empty one takes the user's own back.

        Raises:
            PoError: if the catalogue that is there cannot be read.
            CannotWrite: if it cannot be written.
        """
        keep(line, target, self.language, self.languages)

    def behind(self, origins: Iterable[Origin]) -> tuple[Line, ...]:
        """Return the messages with these origins, in their order."""
        wanted = {_id(origin): None for origin in origins}
        known = {line.id: line for line in self.lines}
        return tuple(known[each] for each in wanted if each in known)

    def table(self, chosen: Iterable[Line], *, rtl: bool) -> bytes:
        """Return messages as an Excel table."""
        from mlawriter.app.exchange import table
        from mlawriter.export.sheets import to_xlsx

        return to_xlsx(table(chosen, self.language, self.forms, rtl=rtl))

    def take(self, file: Path) -> "Taken":
        """Take the translations of an Excel table into the user's own catalogues; return what it brought.

        Raises:
            SheetError: if the table cannot be read.
            PoError: if a catalogue that is there cannot be read.
            CannotWrite: if one cannot be written.
        """
        from mlawriter.app.exchange import taken
        from mlawriter.export.sheets import from_xlsx

        found = taken(from_xlsx(file), self.lines, self._written, self.forms)
        keep_all(found.entries, self.language, self.languages)
        return found

    def _note(self, line: Line) -> None:
        found = tuple(remarks(line, self._written, self.forms)) if line.is_done else ()
        if found:
            self.wrong[line.id] = found


def example_and_notes(entry: Entry) -> tuple[str, tuple[str, ...]]:
    """Return the sentence that shows a message as a letter would have it, if there is one, and the other notes."""
    from mlawriter.app.exchange import EXAMPLE

    examples = _starting(entry.notes, EXAMPLE)
    return next(examples, ""), tuple(note for note in entry.notes if not note.startswith(EXAMPLE))


def _starting(notes: Iterable[str], head: str) -> Iterator[str]:
    return (note.removeprefix(head) for note in notes if note.startswith(head))


def _id(origin: Origin) -> str:
    return message_id(origin.domain, Entry(context=origin.context, source=(origin.text,)))
