"""Filling patterns with the answers of a case: spans that know which answer is behind them."""

from collections.abc import Iterator
from dataclasses import dataclass

from mlawriter.checks.rows import Placed
from mlawriter.checks.speech import clean
from mlawriter.checks.units import View
from mlawriter.compose.blocks import Line, Span, SpanKind
from mlawriter.compose.citations import Citations
from mlawriter.compose.patterns import Placeholder, lines
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Field
from mlawriter.knowledge.index import ITEM, ITEMS
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, ListName, RowId, Scope

GAP = Message("[to be completed: {field}]", domain="document")
GAP_OF = Message("[to be completed: {field}, {row}]", domain="document")
NOT_APPLICABLE = Message("not applicable", domain="document")
SUMMARY_LINE = Message("{letter}. {title} ({kind})", domain="document")
LIST = Message("this list", domain="document")


@dataclass(frozen=True, slots=True)
class Filled:
    """One line of a filled pattern; `is_entry` marks the entries of a list, which stand on lines of their own."""

    line: Line
    is_entry: bool = False


@dataclass(frozen=True)
class Filler:
    """Fills patterns in one language."""

    view: View
    speak: Translator

    def fill(self, message: Message, row: Placed | None = None) -> tuple[Filled, ...]:
        """Return the lines of a message; lines whose optional answers are missing are left out."""
        return self.fill_pattern(self.speak.pattern(message), row)

    def fill_pattern(self, pattern: str, row: Placed | None = None) -> tuple[Filled, ...]:
        """Return the lines of a pattern that is already in the language of the letter."""
        found: list[Filled] = []
        for pieces in lines(pattern):
            line = self._line(pieces, row)
            if line is not None:
                found.extend(line)
        return tuple(entry for entry in found if entry.line)

    def one_line(self, pattern: str) -> str:
        """Return a pattern as plain words on one line."""
        return " ".join(span.text for entry in self.fill_pattern(pattern) for span in entry.line).strip()

    def _line(self, pieces: tuple[str | Placeholder, ...], row: Placed | None) -> list[Filled] | None:
        done: list[tuple[list[Span], bool]] = [([], False)]
        for piece in pieces:
            if isinstance(piece, str):
                _add_words(done[-1][0], piece)
                continue
            value = self._value(piece, row)
            if value is None:
                return None
            first, *rest = value
            if first.is_entry:
                done.extend((list(entry.line), True) for entry in value)
            else:
                done[-1][0].extend(first.line)
                done.extend((list(entry.line), entry.is_entry) for entry in rest)
        return [Filled(tuple(spans), is_entry) for spans, is_entry in done]

    def _value(self, piece: Placeholder, row: Placed | None) -> list[Filled] | None:
        special = self._special(piece.name, row)
        if special is not None:
            return special or (
                None if piece.optional else [self._gap(Path(_scope(self.view), FieldName(piece.name)), row)]
            )
        name, full = piece.name.removesuffix(".full"), piece.name.endswith(".full")
        path = self._path(FieldName(name), row)
        answer = self.view.case.answers.get(path)
        if answer is None or (isinstance(answer, v.DoesNotApply) and piece.optional):
            return None if piece.optional else [self._gap(path, row)]
        if isinstance(answer, v.DoesNotApply):
            return [Filled((Span(self.speak(NOT_APPLICABLE), SpanKind.ANSWER, path),))]
        return list(self._answer(path, answer, row, full=full))

    def _special(self, name: str, row: Placed | None) -> list[Filled] | None:
        if row and name in {f"{row.record}.mark", "item.letter"}:
            return [Filled((Span(self.view.world.rows.mark(row)),))]
        if row and name == f"{row.record}.name":
            return [Filled((Span(self.view.speech.name(row, self.speak), SpanKind.ANSWER),))]
        if name == "request.bases_citation":
            return self._entries([(text, path) for text, path in Citations(self.view, self.speak).bases()])
        if name == "request.assistance_summary":
            return self._entries(list(self._summary()), always=True)
        if "." not in name:
            placed = self.view.world.rows.by_list[ListName(name)]
            return self._entries(
                [(self.view.speech.row(each.row.id, self.speak), self.view.list_path(name)) for each in placed]
            )
        return None

    def _entries(self, found: list[tuple[str, Path]], *, always: bool = False) -> list[Filled]:
        is_list = always or len(found) > 1
        return [Filled((Span(text, SpanKind.ANSWER, path),), is_entry=is_list) for text, path in found]

    def _summary(self) -> Iterator[tuple[str, Path]]:
        for placed in self.view.world.rows.by_list[ITEMS]:
            module = self.view.index.knowledge.modules[placed.module]
            title = self.view.speech.name(placed, self.speak)
            kind = self.speak(texts.module_summary(module))
            mark = self.view.world.rows.mark(placed)
            path = Path(placed.scope, FieldName("item.item_title"), placed.row.id)
            yield self.speak(SUMMARY_LINE.fill(letter=mark, title=title, kind=kind)), path

    def _answer(self, path: Path, answer: v.Value, row: Placed | None, *, full: bool) -> Iterator[Filled]:
        module = row.module if row else ""
        kind = SpanKind.CODE if self._field(path, module).ltr else SpanKind.ANSWER
        if full:
            yield from self._full(answer, path)
            return
        if isinstance(answer, v.Refs) and len(answer.rows) > 1:
            yield from self._entries([(self.view.speech.row(each, self.speak), path) for each in answer.rows])
            return
        if isinstance(answer, v.Moments) and len(answer.moments) > 1:
            yield from self._entries([(self.speak.time(each.at), path) for each in answer.moments])
            return
        if isinstance(answer, v.Texts):
            for text in answer.texts:
                yield Filled((Span(clean(text), kind, path),), is_entry=len(answer.texts) > 1)
            return
        for part in self.view.speech.value(answer, path.field, self.speak, module).split("\n"):
            if part.strip():
                yield Filled((Span(part.strip(), kind, path),))

    def _full(self, answer: v.Value, path: Path) -> Iterator[Filled]:
        rows = (answer.row,) if isinstance(answer, v.Ref) else answer.rows if isinstance(answer, v.Refs) else ()
        for row_id in rows:
            placed = self.view.world.rows.by_id.get(RowId(row_id))
            record = self.view.index.knowledge.records.get(placed.record) if placed else None
            if placed is None or record is None or not record.full:
                yield from self._entries([(self.view.speech.row(row_id, self.speak), path)])
                continue
            spans: list[Span] = []
            for entry in self.fill(texts.record_full(record), placed):
                spans.extend((Span("; "), *entry.line) if spans else entry.line)
            yield Filled(tuple(spans), is_entry=len(rows) > 1)

    def _gap(self, path: Path, row: Placed | None) -> Filled:
        label = self._label(path, row)
        if row:
            name = self.view.speech.row(row.row.id, self.speak)
            return Filled((Span(self.speak(GAP_OF.fill(field=label, row=name)), SpanKind.GAP, path),))
        return Filled((Span(self.speak(GAP.fill(field=label)), SpanKind.GAP, path),))

    def _label(self, path: Path, row: Placed | None) -> str:
        try:
            entry = self._field(path, row.module if row else "")
            return self.speak(texts.label(self.view.index.context(path.field, row.module if row else ""), entry))
        except KeyError:
            return self.speak(LIST)

    def _field(self, path: Path, module: str) -> Field:
        return self.view.index.field(path.field, module)

    def _path(self, name: FieldName, row: Placed | None) -> Path:
        owner = name.partition(".")[0]
        if row and owner == row.record:
            return Path(row.scope, name, row.row.id)
        if owner == ITEM:
            return Path(_scope(self.view), name)
        return self.view.path(name)


def _scope(view: View) -> Scope:
    return view.world.rows.request.scope


def _add_words(spans: list[Span], words: str) -> None:
    if spans and words[:1] == "." and spans[-1].text.rstrip()[-1:] in set(".!?…"):
        words = words[1:]
    if words:
        spans.append(Span(words))
