"""The letter: composed for the preview, or written to a file. Heavy packages are imported when first needed."""

from pathlib import Path as File

from mlawriter.app.session import Session
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.model.case import Path
from mlawriter.storage.casefile import StorageError, write_atomically
from mlawriter.ui import queries
from mlawriter.ui.dialogs import FileQuery
from mlawriter.ui.export_form import FORMATS, Wanted
from mlawriter.ui.office import Office


class Exporter:
    """Composes letters, writes them where the user wants them, and says where they are."""

    def __init__(self, office: Office, say: Translator) -> None:
        self._office, self._say = office, say

    def preview(self, session: Session, language: str) -> tuple[str, tuple[tuple[str, Path], ...]]:
        """Return the letter as HTML, and the answer that each link leads to."""
        from mlawriter.compose.letter import compose_checked
        from mlawriter.export.html import to_html

        draft = compose_checked(session.view, session.report, self._office.translator(language))
        page = to_html(draft, with_links=True)
        return page.text, page.links

    def export(self, session: Session, wanted: Wanted, start: File) -> File | None:
        """Write a letter; return its file, or nothing if it was refused or the question was left."""
        blocking = [finding for finding in session.report.findings if finding.blocks]
        if blocking and not wanted.draft:
            lines = [f"• {self._say(finding.message)}" for finding in blocking[:20]]
            self._office.ask.choose(queries.refused("\n".join(lines)))
            return None
        file = self._office.ask.file_to_write(
            FileQuery(
                title=Message("Export the letter"),
                start=start.with_suffix(f".{wanted.format}"),
                name=FORMATS[wanted.format],
                ending=wanted.format,
            )
        )
        if file is None:
            return None
        try:
            write_atomically(file, self._content(session, wanted), 0o644)
        except StorageError as error:
            self._office.ask.choose(queries.failed(error.message))
            return None
        self._office.ask.choose(queries.exported(str(file)))
        return file

    def _content(self, session: Session, wanted: Wanted) -> bytes:
        from mlawriter.compose.letter import compose_checked

        draft = compose_checked(session.view, session.report, self._office.translator(wanted.language))
        match wanted.format:
            case "html":
                from mlawriter.export.html import to_html

                return to_html(draft, draft_mark=wanted.draft).text.encode()
            case "txt":
                from mlawriter.export.text import to_text

                return to_text(draft).encode()
            case _:
                from mlawriter.export.word import to_docx

                return to_docx(draft, draft_mark=wanted.draft, base=wanted.letterhead)
