"""Filling patterns with the answers of a case: spans that know which answer is behind them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mlawriter.checks.rows import Placed
from mlawriter.checks.speech import clean
from mlawriter.checks.units import View
from mlawriter.compose.blocks import Span, SpanKind
from mlawriter.compose.filled import Filled, add_words, entries, paragraphs
from mlawriter.compose.gaps import Gaps
from mlawriter.compose.patterns import Lines, Piece, Placeholder, in_own_marks, is_wordless, lines
from mlawriter.compose.specials import MENDED_AT, Specials
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.builtins import FULL, IN, MARKS, OFFICIAL, plain
from mlawriter.knowledge.definitions import Field
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, RowId

NOT_APPLICABLE = Message("not applicable", domain="document")


@dataclass(frozen=True)
class Filler:
    """Fills patterns in one language."""

    view: View
    speak: Translator

    @cached_property
    def _specials(self) -> Specials:
        return Specials(self.view, self.speak)

    @cached_property
    def _gaps(self) -> Gaps:
        return Gaps(self.view, self.speak)

    def fill(self, message: Message, row: Placed | None = None, *, prose: bool = False) -> tuple[Filled, ...]:
        """Return the lines of a message; lines whose optional answers are missing are left out.

        In prose, an answer that stands alone and is not known is preceded by what it is about.
        """
        pattern = self.speak.pattern(message)
        is_own = pattern == message.text
        found = in_own_marks(pattern, self.speak.punctuation) if is_own else lines(pattern)
        return self._filled(found, row, prose=prose)

    def fill_pattern(self, pattern: str, row: Placed | None = None, *, prose: bool = False) -> tuple[Filled, ...]:
        """Return the lines of a pattern that is already in the language of the letter."""
        return self._filled(lines(pattern), row, prose=prose)

    def _filled(self, pattern: Lines, row: Placed | None, *, prose: bool) -> tuple[Filled, ...]:
        found = [filled for pieces in pattern for filled in self._line(pieces, row, prose=prose) or ()]
        return tuple(filled for filled in found if filled.line)

    def one_line(self, pattern: str) -> str:
        """Return a pattern as plain words on one line."""
        return " ".join(span.text for filled in self.fill_pattern(pattern) for span in filled.line).strip()

    def _line(self, pieces: tuple[Piece, ...], row: Placed | None, *, prose: bool) -> list[Filled] | None:
        done: list[tuple[list[Span], bool]] = [([], False)]
        stands_alone = prose and is_wordless(pieces)
        for piece in pieces:
            if isinstance(piece, str):
                add_words(done[-1][0], piece)
                continue
            if stands_alone:
                add_words(done[-1][0], self._label_of_unknown(piece, row))
            value = self._value(piece, row)
            if value is None:
                return None
            if not value[0].is_entry:
                done[-1][0].extend(value[0].line)
                value = value[1:]
            done.extend((list(filled.line), filled.is_entry) for filled in value)
        return [Filled(tuple(spans), is_entry) for spans, is_entry in done]

    def _value(self, piece: Placeholder, row: Placed | None) -> tuple[Filled, ...] | None:
        name = plain(piece.name)
        path = self._path(FieldName(name), row)
        found = self._specials.lines(name, row)
        if found is None:
            entry = self._field(path, row)
            if entry.hidden or self.view.world.holds(entry.shown, row) is Truth.FALSE:
                return None
            found = self._answer(path, entry, row, piece)
        if found or piece.optional:
            return found or None
        return (self._gaps.gap(path, row),)

    def _label_of_unknown(self, piece: Placeholder, row: Placed | None) -> str:
        """Return what an answer is about that is not known or does not apply: alone it would not be understood."""
        path = self._path(FieldName(plain(piece.name)), row)
        if not isinstance(self.view.case.answers.get(path), v.NotKnown | v.DoesNotApply):
            return ""
        module = row.module if row else ""
        label = texts.label(self.view.index.context(path.field, module), self._field(path, row))
        return f"{self.speak(label)}{self.speak.punctuation.dash}"

    def _answer(self, path: Path, entry: Field, row: Placed | None, piece: Placeholder) -> tuple[Filled, ...]:
        answer = self.view.case.answers.get(path)
        if answer is None or (isinstance(answer, v.DoesNotApply) and piece.optional):
            return ()
        if isinstance(answer, v.DoesNotApply):
            return (Filled((Span(self.speak(NOT_APPLICABLE), SpanKind.ANSWER, path),)),)
        if plain(piece.name) != piece.name and isinstance(answer, v.Ref | v.Refs):
            if piece.name.endswith(FULL):
                return tuple(self._full(answer, path))
            called = self.view.world.rows.mark if piece.name.endswith(MARKS) else self._name
            return tuple(self._called(answer, path, called))
        if plain(piece.name) != piece.name and isinstance(answer, v.Country):
            return (Filled((Span(self._state(answer, piece.name), SpanKind.ANSWER, path),)),)
        return tuple(self._said(answer, path, entry, row.module if row else ""))

    def _state(self, answer: v.Country, name: str) -> str:
        """Return a State by its official name, in the form that the placeholder asks for."""
        names = self.speak.state(answer.code)
        return names.official if name.endswith(OFFICIAL) else names.within if name.endswith(IN) else names.of

    def _said(self, answer: v.Value, path: Path, entry: Field, module: str) -> Iterator[Filled]:
        kind = SpanKind.CODE if entry.ltr else SpanKind.ANSWER
        match answer:
            case v.Text(text=text):
                for line, is_entry in paragraphs(clean(text)):
                    yield Filled((Span(line, kind, path),), is_entry)
            case v.Texts(texts=several):
                said = [" ".join(clean(text).split()) for text in several]
                yield from (Filled((Span(text, kind, path),), len(said) > 1) for text in said if text)
            case v.Refs(rows=rows):
                yield from entries((self.view.speech.row(each, self.speak), path) for each in rows)
            case v.Moments(moments=moments):
                yield from entries((self.speak.time(each.at), path) for each in moments)
            case _:
                words = " ".join(self.view.speech.value(answer, path.field, self.speak, module).split("\n"))
                if words.strip():
                    yield Filled((Span(words, kind, path),))

    def _full(self, answer: v.Ref | v.Refs, path: Path) -> Iterator[Filled]:
        rows = (answer.row,) if isinstance(answer, v.Ref) else answer.rows
        for row_id in rows:
            spans = self._row_in_full(row_id, path)
            if spans:
                yield Filled(tuple(spans), is_entry=len(rows) > 1)

    def _called(self, answer: v.Ref | v.Refs, path: Path, called: Callable[[Placed], str]) -> Iterator[Filled]:
        """Yield the rows of a reference in one line, each as it is to be called: by its mark, or by its name."""
        rows = (answer.row,) if isinstance(answer, v.Ref) else answer.rows
        placed = [self.view.world.rows.by_id[row] for row in rows if row in self.view.world.rows.by_id]
        if placed:
            words = self.speak.listing([called(each) for each in placed])
            yield Filled((Span(words, SpanKind.ANSWER, path),))

    def _name(self, placed: Placed) -> str:
        return self.view.speech.name(placed, self.speak)

    def _row_in_full(self, row_id: RowId, path: Path) -> list[Span]:
        placed = self.view.world.rows.by_id.get(row_id)
        record = self.view.index.knowledge.records.get(placed.record) if placed else None
        if placed is None or record is None or not record.full:
            words = self.view.speech.row(row_id, self.speak)
            return [Span(words, SpanKind.ANSWER, path)] if words else []
        spans, between = list[Span](), Span(self.speak.punctuation.semicolon)
        for filled in self.fill(texts.record_full(record), placed):
            spans.extend((between, *filled.line) if spans else filled.line)
        return spans

    def _field(self, path: Path, row: Placed | None) -> Field:
        return self.view.kind.asked(path.field, self.view.index.field(path.field, row.module if row else ""))

    def _path(self, name: FieldName, row: Placed | None) -> Path:
        owner, _, member = name.partition(".")
        if row and owner == row.record:
            return Path(row.scope, name, row.row.id)
        if not member:
            return self.view.list_path(owner)
        return self.view.path(MENDED_AT.get(name, name))
