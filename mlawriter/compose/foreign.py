"""The drafter's own words in a letter in another language: marked as long as they are not translated."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mlawriter.checks.rows import Placed
from mlawriter.checks.speech import clean
from mlawriter.checks.translations import Standing, is_in_words, standing
from mlawriter.checks.units import View
from mlawriter.compose.blocks import Beside, Block, Diagram, Draft, Line, Span, SpanKind, with_lines
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator, placeholders
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName

TO_TRANSLATE = Message("[to be translated]", domain="document")
_OF_ANSWERS = frozenset({SpanKind.ANSWER, SpanKind.CODE})


@dataclass(frozen=True)
class Foreign:
    """Marks what stands untranslated in a letter; `own` is the language that the drafter writes in."""

    view: View
    speak: Translator
    own: str

    def marked(self, draft: Draft) -> Draft:
        """Return the letter with a mark before everything that is not in its language."""
        if self.own == self.speak.language:
            return draft
        parts = tuple(replace(part, blocks=tuple(map(self._block, part.blocks))) for part in draft.parts)
        return replace(draft, parts=parts)

    def _block(self, block: Block) -> Block:
        return block if isinstance(block, Beside | Diagram) else with_lines(block, self._line)

    def _line(self, line: Line) -> Line:
        """Return a line with one mark, before the first of the drafter's own words."""
        spans = [self._span(span) for span in line]
        first = next((number for number, (_, own) in enumerate(spans) if own), None)
        found = [span for span, _ in spans]
        if first is not None:
            mark = Span(self.speak(TO_TRANSLATE), SpanKind.MARK, found[first].path)
            found[first:first] = [mark, Span(" ", SpanKind.MARK)]
        return tuple(found)

    def _span(self, span: Span) -> tuple[Span, bool]:
        """Return a span, and whether it holds the drafter's own words; where it is nothing else, in their language."""
        if span.path is None or span.kind not in _OF_ANSWERS or not self._is_own(span.path):
            return span, False
        answer = self.view.case.answers.get(span.path)
        said = [*_texts(answer)]
        return (replace(span, language=self.own) if any(span.text in text for text in said) else span), True

    def _is_own(self, path: Path) -> bool:
        answer = self.view.case.answers.get(path)
        match answer:
            case None:
                return False
            case v.Ref(row=row):
                rows: tuple[str, ...] = (row,)
            case v.Refs(rows=several):
                rows = several
            case _:
                return self._lacks(path)
        placed = (self.view.world.rows.by_id.get(row) for row in rows)  # type: ignore[call-overload]
        return any(self._is_named(each) for each in placed if each)

    def _is_named(self, placed: Placed) -> bool:
        """Say whether a row is called by words that are not translated."""
        record = self.view.index.knowledge.records.get(placed.record)
        names = placeholders(record.name) if record else ("item.item_title",)
        return any(self._lacks(Path(placed.scope, FieldName(name), placed.row.id)) for name in names)

    def _lacks(self, path: Path) -> bool:
        answer = self.view.case.answers.get(path)
        is_meant = answer is not None and is_in_words(path, answer, self.view.index)
        return is_meant and standing(self.view.case, path, self.speak.language) is not Standing.DONE


def _texts(answer: v.Value | None) -> Iterator[str]:
    match answer:
        case v.Text(text=text):
            yield clean(text)
        case v.Texts(texts=texts):
            yield from (" ".join(clean(text).split()) for text in texts)
