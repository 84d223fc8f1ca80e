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


TABLE = Message("Table of texts to translate")


class Exporter:
    """Composes letters, writes them where the user wants them, and says where they are."""

    def __init__(self, office: Office, say: Translator) -> None:
        self._office, self._say = office, say

    def documents(self, session: Session) -> tuple[tuple[str, str], ...]:
        """Return each document of the request that is a file of its own: what it is asked for by, and its title."""
        from mlawriter.compose.documents import titles

        return titles(session.view, self._say)

    def preview(self, session: Session, language: str, document: str, second: tuple[str, str] = ("", "")) -> "Draft":
        """Return the letter (or one document) as it would be written, in `second` as well (a language and a layout)."""
        from mlawriter.app.usecases import Wish, composed
        from mlawriter.compose.blocks import Layout

        parts = (document,) if document else None
        with_language, layout = second if second[0] != language else ("", "")
        wish = Wish(language=language, with_language=with_language, layout=Layout(layout or "columns"), parts=parts)
        draft = composed(session.checked, wish, self._office.translator)
        if any(self._office.resources.is_known_as_mixed(each) for each in wish.languages):
            from mlawriter.app.completeness import MIXED

            mixed = self._office.translator(language)(MIXED)
            return replace(draft, marking=" · ".join(words for words in (mixed, draft.marking) if words))
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

    def write_texts(self, session: Session, language: str, start: File) -> File | None:
        """Write the drafter's own texts as a table for a translator; return its file."""
        from mlawriter.app.translation_files import table_bytes
        from mlawriter.app.translation_order import order_of
        from mlawriter.export.sheets import SheetError
        from mlawriter.storage.casefile import write_atomically

        ending = self._office.ask.choose(queries.TABLE)
        if ending == "cancel":
            return None
        query = FileQuery(title=TABLE, start=start.with_name(f"{start.name}.{ending}"), name=TABLE, ending=ending)
        file = self._office.ask.file_to_write(query)
        if file is None:
            return None
        order = order_of(session.checked_requests(), language, self._say)
        try:
            content = table_bytes(order, f".{ending}", self._office.resources, self._say, session.today)
            write_atomically(file, content)
        except (StorageError, SheetError) as error:
            self._office.ask.choose(queries.failed(error.message))
            return None
        self._office.ask.choose(queries.table_written(str(file)))
        return file

    def read_texts(self, session: Session, start: File) -> None:
        """Take in a table that came back from a translator, and say what was taken and what was not."""
        from mlawriter.app.translation_files import take_in
        from mlawriter.export.sheets import SheetError

        ending = self._office.ask.choose(queries.TABLE)
        query = FileQuery(title=TABLE, start=start.parent, name=TABLE, ending=ending)
        file = self._office.ask.file_to_open(query) if ending != "cancel" else None
        if file is None:
            return
        try:
            found = take_in(file, session.checked_requests(), self._say)
        except SheetError as error:
            self._office.ask.choose(queries.failed(error.message))
            return
        session.translate_together(found.language, found.taken)
        remarks = "\n".join(self._say(remark) for remark in found.remarks)
        self._office.ask.choose(queries.table_read(len(found.taken), remarks))

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
        self._office.ask.choose(queries.bundled(str(folder), len(done.files), self._left(session, _wish(wanted))))
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
        self._office.ask.choose(queries.exported(str(file), self._left(session, wish)))
        return file

    def _left(self, session: Session, wish: "Wish") -> str:
        """Return which of the drafter's own texts stand untranslated in a letter, a line for each language and text."""
        from mlawriter.app.translation_order import LEFT, place_of
        from mlawriter.app.usecases import left_as_written

        said: list[str] = []
        for language in wish.languages:
            paths = left_as_written(session.checked, wish, language)
            if paths:
                said.append(self._say(LEFT.fill(n=len(paths), language=self._say.language_name(language))))
            said.extend(f"• {place_of(session.view, path, self._say)}" for path in paths)
        return "\n".join(said)

    def _refuse(self, standing: Sequence[Finding]) -> None:
        lines = [f"• {self._say(finding.message)}" for finding in standing[:20]]
        self._office.ask.choose(queries.refused("\n".join(lines)))

    def _refuse_untranslated(self, missing: "Sequence[Line]") -> None:
        lines = [f"• {line.entry.source[0]}" for line in missing[:20]]
        self._office.ask.choose(queries.untranslated(len(missing), "\n".join(lines)))


def _wish(wanted: Wanted) -> "Wish":
    from mlawriter.app.usecases import Form, Wish
    from mlawriter.compose.blocks import Layout

    return Wish(
        language=wanted.language,
        with_language=wanted.with_language,
        layout=Layout(wanted.layout or "columns"),
        form=Form(wanted.format),
        draft=wanted.draft,
        style=wanted.letterhead,
        parts=(wanted.document,) if wanted.document not in {"", EVERYTHING} else None,
    )
