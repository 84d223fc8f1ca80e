"""The table of compliance: what each legal basis asks for, and where the letter says it."""

from collections.abc import Iterator
from dataclasses import dataclass

from mlawriter.checks.report import ComplianceLine, Report
from mlawriter.compose.blocks import Line, Origin, Span, SpanKind, Table
from mlawriter.compose.citations import Citations
from mlawriter.compose.filling import Filler
from mlawriter.compose.numbers import Numbers, Place
from mlawriter.i18n.message import Message
from mlawriter.knowledge.index import DOCUMENTS, ITEM, ITEMS
from mlawriter.model.case import Path
from mlawriter.model.ids import ListName

ARTICLE = Message("Article", domain="document", context="table head")
ASKED = Message("What is asked for", domain="document")
WHERE = Message("Where it is answered", domain="document")
PARAGRAPH_NO = Message("paragraph {number}", domain="document")
SECTION_NO = Message("section {number}", domain="document")
ANNEX_NO = Message("annex {number}", domain="document")
HEADING = Message("heading of the request", domain="document")
MISSING = Message("[missing]", domain="document")
NOT_STATED = Message("not stated", domain="document")


@dataclass(frozen=True)
class Compliance:
    """Makes the table for one letter, whose paragraphs are numbered already."""

    filler: Filler
    report: Report
    numbers: Numbers

    def table(self, origin: Origin) -> Iterator[Table]:
        """Yield the table, if the legal bases ask for anything."""
        speak = self.filler.speak
        rows = tuple(self._row(entry) for entry in self.report.compliance)
        if rows:
            header = tuple((Span(speak(head)),) for head in (ARTICLE, ASKED, WHERE))
            yield Table(header=header, rows=rows, widths=(2, 5, 3), origin=origin)

    def _row(self, entry: ComplianceLine) -> tuple[tuple[Line, ...], ...]:
        article = Citations(self.filler.view, self.filler.speak).article(entry.cite)
        asked = self.filler.speak(entry.text)
        return ((Span(article),),), ((Span(asked),),), (tuple(self._where(entry)),)

    def _where(self, entry: ComplianceLine) -> Iterator[Span]:
        speak = self.filler.speak
        places = list(dict.fromkeys(words for path in entry.answered_by if (words := self._words(path))))
        is_missing = bool(entry.missing) and not entry.recommended
        if places:
            yield Span(speak.listing(places))
        if is_missing:
            yield Span(
                (speak.punctuation.between_sentences if places else "") + speak(MISSING), SpanKind.GAP, entry.missing[0]
            )
        elif not places:
            yield Span(speak(NOT_STATED))

    def _words(self, path: Path) -> str:
        placed = self.filler.view.world.rows.by_id.get(path.row) if path.row else None
        if placed is not None and placed.list_name == DOCUMENTS:
            return self.filler.speak(ANNEX_NO.fill(number=self.filler.view.world.rows.mark(placed)))
        place = self._place(path)
        return self._said(place) if place else ""

    def _place(self, path: Path) -> Place | None:
        if "." in path.field:
            return self.numbers.place(path)
        names = {"persons": ("person", "entity"), str(ITEMS): (ITEM,)}.get(str(path.field))
        names = names or (self.filler.view.index.record_of(ListName(path.field)).id,)
        found = (self.numbers.place_of_rows(name) for name in names)
        return next((place for place in found if place), None)

    def _said(self, place: Place) -> str:
        if not place.is_section:
            return self.filler.speak(PARAGRAPH_NO.fill(number=place.number))
        speak = self.filler.speak
        return speak(SECTION_NO.fill(number=speak.section(place.number)) if place.number else HEADING)
