"""Saying answers in a language: values, rows, and patterns with placeholders."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mlawriter.checks.rows import Placed, Rows
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.i18n.typography import closed_up
from mlawriter.knowledge import options, texts
from mlawriter.knowledge.definitions import Field
from mlawriter.knowledge.index import ITEM
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, RowId

YES = Message("yes", context="answer", domain="document")
NO = Message("no", context="answer", domain="document")
NOT_KNOWN = Message("not known ({reason})", domain="document")
FROM_TO = Message("from {start} to {end}", domain="document")
SINCE = Message("from {start}", domain="document")
UNTIL = Message("until {end}", domain="document")


_NEW_LINE = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_CLOSES = dict.fromkeys("\u2066\u2067\u2068", "\u2069") | dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Speech:
    """Says the answers of one request of a case."""

    rows: Rows

    def value(self, value: v.Value, name: FieldName, speak: Translator, module: str = "") -> str:
        """Return an answer as words; an answer that does not apply is empty."""
        match value:
            case v.Choice(choice=key):
                return self._choice(key, name, speak, module)
            case v.Choices(choices=keys):
                return speak.listing([self._choice(key, name, speak, module) for key in keys])
            case v.Ref(row=row):
                return self.row(row, speak)
            case v.Refs(rows=rows):
                return speak.listing([self.row(row, speak) for row in rows])
            case _:
                return plain(value, speak)

    def row(self, row: RowId, speak: Translator) -> str:
        """Return the name of a row with its mark, as the letter refers to it: `Velk Darin (P1)`."""
        placed = self.rows.by_id.get(row)
        if placed is None:
            return ""
        name, mark = self.name(placed, speak), self.rows.mark(placed)
        if placed.record == ITEM or not mark[:1].isalpha():
            return f"{mark}. {name}" if placed.record == ITEM else self._plain_row(placed, name, mark, speak)
        return name + speak.punctuation.bracketed(mark)

    def name(self, placed: Placed, speak: Translator) -> str:
        """Return what a row is called, without its mark."""
        if placed.record == ITEM:
            given = self.rows.case.answers.get(Path(placed.scope, FieldName("item.item_title"), placed.row.id))
            module = self.rows.index.knowledge.modules[placed.row.of]
            return (
                clean(given.text)
                if isinstance(given, v.Text)
                else speak(texts.title("module", module.id, module.title))
            )
        if placed.record == "guarantee":
            guarantee = self.rows.index.knowledge.guarantees.get(placed.row.of)
            return speak(texts.guarantee_title(guarantee)) if guarantee else placed.row.of
        record = self.rows.index.knowledge.records[placed.record]
        said = speak.fill(record.name, {part: self._said(placed, part, speak) for part in _members(record.name)})
        title = speak(texts.title("record", record.id, record.title))
        return closed_up(" ".join(said.split())) or f"{title} {placed.position + 1}"

    def field(self, name: FieldName, module: str = "") -> Field:
        """Return the definition of a field.

        Raises:
            KeyError: if there is no such field.
        """
        return self.rows.index.field(name, module)

    def said(self, path: Path, speak: Translator) -> str:
        """Return the answer at a path as words; empty if there is none."""
        value = self.rows.case.answers.get(path)
        placed = self.rows.by_id.get(path.row) if path.row else None
        return self.value(value, path.field, speak, placed.module if placed else "") if value is not None else ""

    def _plain_row(self, placed: Placed, name: str, mark: str, speak: Translator) -> str:
        if placed.record == "document":
            return speak(Message("{title} (annex {mark})", domain="document").fill(title=name, mark=mark))
        return name

    def _said(self, placed: Placed, name: str, speak: Translator) -> str:
        return self.said(Path(placed.scope, FieldName(name), placed.row.id), speak)

    def _choice(self, key: str, name: FieldName, speak: Translator, module: str) -> str:
        try:
            entry = self.rows.index.field(name, module)
        except KeyError:
            return key
        index = self.rows.index
        return speak(options.short(index.context(name, module), entry, key, index.knowledge))


@dataclass(frozen=True, slots=True)
class Said:
    """An answer that a finding speaks of, said in whatever language the finding is shown in."""

    speech: Speech = field(compare=False)
    path: Path

    def spoken(self, speak: Translator) -> str:
        """Return the answer as words."""
        return self.speech.said(self.path, speak)


@dataclass(frozen=True, slots=True)
class Named:
    """A row that a finding speaks of."""

    speech: Speech = field(compare=False)
    placed: Placed

    def spoken(self, speak: Translator) -> str:
        """Return the name of the row."""
        return self.speech.name(self.placed, speak)


@dataclass(frozen=True, slots=True)
class Instruments:
    """Instruments by their short titles, as a list."""

    speech: Speech = field(compare=False)
    ids: Sequence[str]

    def spoken(self, speak: Translator) -> str:
        """Return the short titles joined."""
        known = self.speech.rows.index.knowledge.instruments
        return speak.listing([speak(texts.instrument_short(known[each])) for each in self.ids])


@dataclass(frozen=True, slots=True)
class Titles:
    """Things that a finding speaks of, by their titles, as a list."""

    titles: Sequence[Message]

    def spoken(self, speak: Translator) -> str:
        """Return the titles joined."""
        return speak.listing([speak(title) for title in self.titles])


@dataclass(frozen=True, slots=True)
class Listed:
    """Some words that a finding speaks of, as a list."""

    words: Sequence[str]

    def spoken(self, speak: Translator) -> str:
        """Return the words joined."""
        return speak.listing(list(self.words))


def plain(value: v.Value, speak: Translator) -> str:
    """Return an answer that needs no knowledge to be said."""
    match value:
        case v.Text(text=text):
            return clean(text)
        case v.Texts(texts=several):
            return speak.listing([clean(text) for text in several])
        case v.Whole(number=number) | v.Number(number=number):
            return speak.number(number)
        case v.YesNo(yes=yes):
            return speak(YES if yes else NO)
        case v.Country(code=code):
            return speak.country(code)
        case v.Countries(codes=codes):
            return speak.listing([speak.country(code) for code in codes])
        case v.Language(tag=tag):
            return speak.language_name(tag)
        case v.Languages(tags=tags):
            return speak.listing([speak.language_name(tag) for tag in tags])
        case v.NotKnown(reason=reason):
            return speak(NOT_KNOWN.fill(reason=clean(reason)))
        case _:
            return _time_or_amount(value, speak)


def _time_or_amount(value: v.Value, speak: Translator) -> str:
    match value:
        case v.Day(year=year, month=month, day=day):
            return speak.date(year, month, day)
        case v.DayRange(start=start, end=end):
            return _period(start, end, speak)
        case v.Moment(at=at):
            return speak.time(at)
        case v.Moments(moments=moments):
            return speak.listing([speak.time(each.at) for each in moments])
        case v.Money(amount=amount, currency=currency):
            return speak.money(amount, currency)
        case v.Attachment(name=name):
            return clean(name)
        case _:
            return ""


def _period(start: v.Day | None, end: v.Day | None, speak: Translator) -> str:
    first = speak.date(start.year, start.month, start.day) if start else ""
    last = speak.date(end.year, end.month, end.day) if end else ""
    if first and last:
        return speak(FROM_TO.fill(start=first, end=last))
    if first:
        return speak(SINCE.fill(start=first))
    return speak(UNTIL.fill(end=last)) if last else ""


def clean(text: str) -> str:
    """Return what a user typed without control characters, lone surrogates and unbalanced direction marks."""
    kept = _UNWANTED.sub("", _NEW_LINE.sub("\n", text))
    if not _DIRECTION.search(kept):
        return kept
    return "\n".join(map(_balanced, kept.split("\n")))


def _balanced(text: str) -> str:
    opened: list[str] = []
    kept: list[str] = []
    for sign in text:
        if sign in _CLOSES:
            opened.append(_CLOSES[sign])
        elif sign in _CLOSES.values():
            if not opened or opened[-1] != sign:
                continue
            opened.pop()
        kept.append(sign)
    return "".join(kept) + "".join(reversed(opened))


def _members(pattern: str) -> list[str]:
    return [part.split("}")[0] for part in pattern.split("{")[1:]]
