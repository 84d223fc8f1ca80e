"""Which documents a request makes now: the parts of its letter, and those that are files of their own."""

from collections.abc import Iterator
from dataclasses import dataclass

from mlawriter.checks.rows import Placed
from mlawriter.checks.units import View
from mlawriter.compose.blocks import Line
from mlawriter.compose.filling import Filler
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Document
from mlawriter.knowledge.index import ITEM


@dataclass(frozen=True, slots=True)
class Copy:
    """One document to be made; `placed` is the row it is about, if there is one for each row."""

    document: Document
    placed: Placed | None = None
    mark: str = ""

    @property
    def id(self) -> str:
        """The name it is asked for by: that of the document, with the mark of its row (`questions.A`)."""
        return f"{self.document.id}.{self.mark}" if self.mark else self.document.id

    def is_wanted(self, parts: tuple[str, ...] | None) -> bool:
        """Say whether it is among some named documents; without names, whether it belongs to the letter."""
        if parts is None:
            return not self.document.separate
        return self.id in parts or self.document.id in parts


def title(copy: Copy, filler: Filler) -> Line:
    """Return the title of a document, with the answers of its row in place."""
    named = texts.document_title(copy.document)
    return tuple(span for filled in filler.fill(named, copy.placed) for span in filled.line)


def titles(view: View, speak: Translator) -> tuple[tuple[str, str], ...]:
    """Return each document that is a file of its own, by what it is asked for and its title."""
    filler = Filler(view, speak)
    apart = (copy for copy in copies(view) if copy.document.separate)
    return tuple((copy.id, "".join(span.text for span in title(copy, filler))) for copy in apart)


def copies(view: View) -> tuple[Copy, ...]:
    """Return every document that a request makes as it stands, in order."""
    return tuple(copy for document in view.kind.documents for copy in _copies(view, document))


def _copies(view: View, document: Document) -> Iterator[Copy]:
    record = ITEM if document.modules else document.each
    if not record:
        if _holds(view, document, None):
            yield Copy(document)
        return
    for placed in view.world.rows.by_list[view.index.list_of(record)]:
        is_meant = not document.modules or placed.module in document.modules
        if is_meant and _holds(view, document, placed):
            yield Copy(document, placed, view.world.rows.mark(placed))


def _holds(view: View, document: Document, placed: Placed | None) -> bool:
    return view.world.holds(document.when, placed) is Truth.TRUE
