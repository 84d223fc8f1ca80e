"""The letter: composed for the preview, or written to a file. Heavy packages are imported when first needed."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path as File
from typing import TYPE_CHECKING

from mlawriter.app.session import Session
from mlawriter.checks.report import Finding
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.storage.casefile import StorageError
from mlawriter.ui import queries
from mlawriter.ui.dialogs import FileQuery
from mlawriter.ui.export_form import EVERYTHING, FORMATS, Wanted
from mlawriter.ui.office import Office

if TYPE_CHECKING:
    from mlawriter.app.lines import Line
    from mlawriter.app.usecases import Wish
    from mlawriter.compose.blocks import Draft

INCOMPLETE = Message(
    "{n} sentence of letters is not translated into this language yet. Only a draft can be exported; it is marked as "
    "mixed languages.",
    plural="{n} sentences of letters are not translated into this language yet. Only a draft can be exported; it is "
    "marked as mixed languages.",
)
REVIEW = Message("Translation: {review}")


class Exporter:
    """Composes letters, writes them where the user wants them, and says where they are."""

    def __init__(self, office: Office, say: Translator) -> None:
        self._office, self._say = office, say

    def documents(self, session: Session) -> tuple[tuple[str, str], ...]:
        """Return each document of the request that is a file of its own: what it is asked for by, and its title."""
        from mlawriter.compose.documents import titles

        return titles(session.view, self._say)

    def preview(self, session: Session, language: str, document: str) -> "Draft":
        """Return the letter (or one document) as it would be written."""
        from mlawriter.app.completeness import MIXED
        from mlawriter.compose.letter import compose_checked

        parts = (document,) if document else None
        speak = self._office.translator(language)
        draft = compose_checked(session.view, session.report, speak, parts=parts)
        if self._office.resources.is_known_as_mixed(language):
            return replace(draft, marking=" · ".join(words for words in (speak(MIXED), draft.marking) if words))
        return draft

    def about(self, language: str) -> str:
        """Return how far a language is translated, who has reviewed it, and what of the user's could not be read."""
        missing = len(self._office.resources.completeness(language).missing)
        languages = self._office.languages
        review = languages.translator(language).conventions.review
        lines = (
            *(self._say(problem) for problem in languages.problems()),
            self._say(INCOMPLETE.fill(n=missing)) if missing else "",
            self._say(REVIEW.fill(review=review)) if review else "",
        )
        return "\n".join(line for line in lines if line)

    def export(self, session: Session, wanted: Wanted, start: File) -> File | None:
        """Write a letter; return its file, or nothing if it was refused or the question was left."""
        from mlawriter.app.usecases import lacking

        blocking = [finding for finding in session.report.findings if finding.blocks]
        if blocking and not wanted.draft:
            self._refuse(blocking)
            return None
        if missing := lacking(_wish(wanted), self._office.resources):
            self._refuse_untranslated(missing)
            return None
        if wanted.document == EVERYTHING:
            return self._bundle(session, wanted, start)
        name = f"{wanted.document}.{start.name}" if wanted.document else start.name
        file = self._office.ask.file_to_write(
            FileQuery(
                title=Message("Export the letter"),
                start=start.with_name(f"{name}.{wanted.format}"),
                name=FORMATS[wanted.format],
                ending=wanted.format,
            )
        )
        return self._write(session, wanted, file) if file else None

    def export_deadlines(self, session: Session, start: File) -> File | None:
        """Write the deadlines of every request of a case as a calendar; return its file."""
        from mlawriter.app.calendar import calendar_bytes
        from mlawriter.storage.casefile import write_atomically

        query = FileQuery(title=Message("Export deadlines"), start=start, name=Message("Calendar"), ending="ics")
        file = self._office.ask.file_to_write(query)
        if file is None:
            return None
        try:
            write_atomically(file, calendar_bytes(session.checked_requests(), self._say, name=start.stem))
        except StorageError as error:
            self._office.ask.choose(queries.failed(error.message))
            return None
        self._office.ask.choose(queries.calendar_written(str(file)))
        return file

    def _bundle(self, session: Session, wanted: Wanted, start: File) -> File | None:
        from mlawriter.app.bundle import export_bundle
        from mlawriter.export.letterhead import LetterheadError

        title = Message("Choose a new or an empty folder")
        folder = self._office.ask.folder_to_write(FileQuery(title=title, start=start.parent, name=title, ending=""))
        if folder is None:
            return None
        resources = self._office.resources
        try:
            done = export_bundle(session.checked, _wish(wanted), folder, resources, session.attachments)
        except (StorageError, LetterheadError) as error:
            self._office.ask.choose(queries.failed(error.message))
            return None
        self._record_all(session, wanted)
        self._office.ask.choose(queries.bundled(str(folder), len(done.files)))
        return folder

    def _record_all(self, session: Session, wanted: Wanted) -> None:
        from mlawriter.app.issued import issued_now

        wish, apart = _wish(wanted), tuple(name for name, _ in self.documents(session))
        for parts in (None, apart) if apart else (None,):
            session.record_issued(issued_now(session.checked, replace(wish, parts=parts), self._office.resources))

    def _write(self, session: Session, wanted: Wanted, file: File) -> File | None:
        from mlawriter.app.issued import issued_now
        from mlawriter.app.usecases import export_request
        from mlawriter.export.letterhead import LetterheadError

        wish = _wish(wanted)
        try:
            done = export_request(session.checked, wish, file, self._office.resources)
        except (StorageError, LetterheadError) as error:
            self._office.ask.choose(queries.failed(error.message))
            return None
        if not done.is_written:
            self._refuse(done.in_the_way)
            return None
        session.record_issued(issued_now(session.checked, wish, self._office.resources))
        self._office.ask.choose(queries.exported(str(file)))
        return file

    def _refuse(self, standing: Sequence[Finding]) -> None:
        lines = [f"• {self._say(finding.message)}" for finding in standing[:20]]
        self._office.ask.choose(queries.refused("\n".join(lines)))

    def _refuse_untranslated(self, missing: "Sequence[Line]") -> None:
        lines = [f"• {line.entry.source[0]}" for line in missing[:20]]
        self._office.ask.choose(queries.untranslated(len(missing), "\n".join(lines)))


def _wish(wanted: Wanted) -> "Wish":
    from mlawriter.app.usecases import Form, Wish

    return Wish(
        language=wanted.language,
        form=Form(wanted.format),
        draft=wanted.draft,
        style=wanted.letterhead,
        parts=(wanted.document,) if wanted.document not in {"", EVERYTHING} else None,
    )
