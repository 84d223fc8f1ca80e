"""The undertakings of a request as numbered promises."""

from collections.abc import Iterator
from dataclasses import dataclass

from mlawriter.checks.rows import Placed
from mlawriter.checks.speech import clean
from mlawriter.compose.blocks import Line, Span, SpanKind
from mlawriter.compose.citations import Citations
from mlawriter.compose.filled import Filled, add_words, paragraphs
from mlawriter.compose.filling import Filler
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Guarantee
from mlawriter.knowledge.index import GUARANTEES
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName
from mlawriter.model.values import Text

PROMISE = Message("{title}: {text}", domain="document")
WITH_ARTICLES = Message("({articles})", domain="document")
OWN_TEXT = FieldName("guarantee.own_text")


@dataclass(frozen=True)
class Promises:
    """Words the undertakings given, in order."""

    filler: Filler

    def lines(self) -> Iterator[tuple[Placed, Line]]:
        """Yield each undertaking given with its wording: the standard text, or the drafter's own."""
        view = self.filler.view
        for placed in view.world.rows.by_list[GUARANTEES]:
            guarantee = view.index.knowledge.guarantees.get(placed.row.of)
            if guarantee is not None:
                yield placed, self._line(guarantee, placed)

    def details(self, placed: Placed) -> Iterator[Line]:
        """Yield who gives an undertaking and how it is watched over, as far as that is answered."""
        record = self.filler.view.index.knowledge.records[placed.record]
        yield from (filled.line for filled in self.filler.fill(texts.record_full(record), placed))

    def wording(self, placed: Placed) -> Iterator[Filled]:
        """Yield the wording of an undertaking line by line: the drafter's own, or the standard text by sentences."""
        own, path = self._answer(placed, OWN_TEXT)
        if own:
            yield from (Filled((Span(line, SpanKind.ANSWER, path),), is_entry) for line, is_entry in paragraphs(own))
            return
        guarantee = self.filler.view.index.knowledge.guarantees.get(placed.row.of)
        if guarantee is not None:
            for number in self._applying(guarantee, placed):
                yield from self.filler.fill(texts.sentence(guarantee, number), placed)

    def standard_text(self, placed: Placed, between: str | None = None) -> str:
        """Return the standard text of an undertaking, as it stands in this letter, with a sign between sentences.

        Without one, as the language puts sentences side by side.
        """
        guarantee = self.filler.view.index.knowledge.guarantees[placed.row.of]
        return (self._space if between is None else between).join(self._sentences(guarantee, placed))

    def _line(self, guarantee: Guarantee, placed: Placed) -> Line:
        speak = self.filler.speak
        title = speak(texts.guarantee_title(guarantee))
        own, path = self._answer(placed, OWN_TEXT)
        text = " ".join(own.split()) or self.standard_text(placed)
        spans = [Span(speak(PROMISE.fill(title=title, text=text)), SpanKind.ANSWER, path)]
        articles = Citations(self.filler.view, speak).articles(guarantee.cites, guarantee.topic)
        if articles:
            add_words(spans, self._space + speak(WITH_ARTICLES.fill(articles=articles)))
        return tuple(spans)

    @property
    def _space(self) -> str:
        return self.filler.speak.punctuation.between_sentences

    def _answer(self, placed: Placed, name: FieldName) -> tuple[str, Path]:
        path = Path(placed.scope, name, placed.row.id)
        answer = self.filler.view.case.answers.get(path)
        return (clean(answer.text).strip() if isinstance(answer, Text) else ""), path

    def _sentences(self, guarantee: Guarantee, placed: Placed) -> Iterator[str]:
        for number in self._applying(guarantee, placed):
            filled = self.filler.fill(texts.sentence(guarantee, number), placed)
            yield self._space.join("".join(span.text for span in each.line) for each in filled)

    def _applying(self, guarantee: Guarantee, placed: Placed) -> Iterator[int]:
        """Yield the numbers of the sentences whose condition holds."""
        for number, sentence in enumerate(guarantee.sentences, start=1):
            if self.filler.view.world.holds(sentence.when, placed) is Truth.TRUE:
                yield number
