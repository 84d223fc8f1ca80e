"""Visible blanks: what stands in a letter where an answer is still missing."""

from dataclasses import dataclass
from textwrap import shorten

from mlawriter.checks.rows import Placed
from mlawriter.checks.units import View
from mlawriter.compose.blocks import Span, SpanKind
from mlawriter.compose.filled import Filled
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.index import ITEM, ITEMS
from mlawriter.model.case import Path
from mlawriter.model.ids import ListName

GAP = Message("[to be completed: {field}]", domain="document")
GAP_OF = Message("[to be completed: {field}, {row}]", domain="document")
ASSISTANCE = Message("Assistance requested", context="gap", domain="document")
_LONGEST = 40


@dataclass(frozen=True)
class Gaps:
    """Names missing answers in one language."""

    view: View
    speak: Translator

    def gap(self, path: Path, row: Placed | None = None) -> Filled:
        """Return the blank for a missing answer; `row` is the row that the sentence speaks of."""
        label = self._label(path, row)
        owner = row if row and path.row == row.row.id else None
        said = GAP_OF.fill(field=label, row=self._row(owner)) if owner else GAP.fill(field=label)
        return Filled((Span(self.speak(said), SpanKind.GAP, path),))

    def _row(self, row: Placed) -> str:
        mark = self.view.world.rows.mark(row)
        if row.record == ITEM or mark[:1].isalpha():
            return mark
        return shorten(self.view.speech.row(row.row.id, self.speak), _LONGEST, placeholder="…")

    def _label(self, path: Path, row: Placed | None) -> str:
        index = self.view.index
        if str(path.field) == ITEMS:
            return self.speak(ASSISTANCE)
        if "." not in path.field:
            return self.speak(texts.title_plural(index.record_of(ListName(path.field))))
        module = row.module if row and path.field.startswith(f"{ITEM}.") else ""
        entry = self.view.kind.asked(path.field, index.field(path.field, module))
        return self.speak(texts.label(index.context(path.field, module), entry))
