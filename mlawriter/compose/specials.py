"""Placeholders that stand for more than one answer: marks, lists of rows, legal bases, the summary."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from mlawriter.checks.grounds import ground_of
from mlawriter.checks.rows import Placed
from mlawriter.checks.units import View
from mlawriter.compose.blocks import Span, SpanKind
from mlawriter.compose.citations import Citations
from mlawriter.compose.filled import Filled, entries
from mlawriter.compose.listed import listed
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.builtins import ARTICLES, ARTICLES_ON, GROUND_ARTICLES
from mlawriter.knowledge.cites import parse_cite
from mlawriter.knowledge.definitions import Kind
from mlawriter.knowledge.index import COMPUTED, ITEM, ITEMS
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, ListName

SUMMARY_LINE = Message("{letter}. {title} ({kind})", domain="document")
BASES = "request.bases_citation"
SUMMARY = "request.assistance_summary"
FIXED = {"blank": "_" * 28, "tick": "☐"}
"""What is filled in by hand: a ruled blank, a box to tick."""
MENDED_AT = {BASES: FieldName("request.primary_basis"), SUMMARY: FieldName(ITEMS)}
"""The question behind a name that is none itself."""


@dataclass(frozen=True)
class Specials:
    """Says such names in one language."""

    view: View
    speak: Translator

    def lines(self, name: str, row: Placed | None) -> tuple[Filled, ...] | None:
        """Return the lines of such a name, or nothing if it is the name of a field."""
        if name in FIXED:
            return (Filled((Span(FIXED[name]),)),)
        if row and name in {f"{row.record}.mark", "item.letter"}:
            return (Filled((Span(self.view.world.rows.mark(row)),)),)
        if row and name == f"{row.record}.name" and not self._is_field(name, row):
            return (Filled((Span(self.view.speech.name(row, self.speak), SpanKind.ANSWER),)),)
        if row and name == ARTICLES:
            return entries([(self._articles(row), self.view.path(MENDED_AT[BASES]))])
        if name == BASES:
            module = row.module if row and row.record == ITEM else ""
            return entries(Citations(self.view, self.speak).bases(module))
        if name.startswith(ARTICLES_ON):
            articles = Citations(self.view, self.speak).articles(topic=name.removeprefix(ARTICLES_ON))
            return entries([(articles, self.view.path(MENDED_AT[BASES]))])
        if row and name == f"{row.record}.{GROUND_ARTICLES}":
            return entries([(self._on_ground(row), self.view.path(MENDED_AT[BASES]))])
        if name == SUMMARY:
            return entries(self._summary(), always=True)
        if COMPUTED.get(name) is Kind.DAY:
            return self._day(name)
        if "." not in name:
            placed = listed(self.view, ListName(name))
            path = self.view.list_path(name)
            return entries((self.view.speech.row(each.row.id, self.speak), path) for each in placed)
        return None

    def _day(self, name: str) -> tuple[Filled, ...]:
        """Return a day that the program has reckoned; nothing while it cannot be known."""
        owner, _, member = name.partition(".")
        facts = self.view.world.roots.get(owner)
        day = facts.get(member) if isinstance(facts, Mapping) else None
        if not isinstance(day, datetime):
            return ()
        return (Filled((Span(self.speak.date(day.year, day.month, day.day), SpanKind.ANSWER),)),)

    def _articles(self, row: Placed) -> str:
        """Return the articles of the legal bases that an undertaking rests on, their titles in full; empty if none."""
        guarantee = self.view.index.knowledge.guarantees.get(row.row.of)
        citations = Citations(self.view, self.speak)
        return citations.articles(guarantee.cites, guarantee.topic, in_full=True) if guarantee else ""

    def _on_ground(self, row: Placed) -> str:
        ground = ground_of(self.view.index, row, self.view.world.of_row[row.row.id])
        if ground is None:
            return ""
        excluding = {parse_cite(each).instrument for each in ground.excluded_in}
        return Citations(self.view, self.speak).articles(ground.sources, ground.topic, without=excluding)

    def _is_field(self, name: str, row: Placed) -> bool:
        try:
            self.view.index.field(FieldName(name), row.module)
        except KeyError:
            return False
        return True

    def _summary(self) -> Iterator[tuple[str, Path]]:
        for placed in self.view.world.rows.by_list[ITEMS]:
            module = self.view.index.knowledge.modules[placed.module]
            title = self.view.speech.name(placed, self.speak)
            kind = self.speak(texts.module_summary(module))
            mark = self.view.world.rows.mark(placed)
            path = Path(placed.scope, FieldName("item.item_title"), placed.row.id)
            yield self.speak(SUMMARY_LINE.fill(letter=mark, title=title, kind=kind)), path
