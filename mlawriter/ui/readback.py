"""Answers said back in the language of the window: in tables, names of rows, and lists of what is kept."""

import re
from collections.abc import Callable

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.index import GUARANTEES, ITEMS, Index
from mlawriter.model import values as v
from mlawriter.model.case import Case, Path, Row
from mlawriter.model.ids import FieldName, ListName, RowId, Scope
from mlawriter.ui.question import Question

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)\}")
_YES, _NO = Message("Yes", context="answer"), Message("No", context="answer")
_UNNAMED = Message("{thing} {mark}, no name yet")


def row_name(case: Case, index: Index, say: Translator, key: tuple[Scope, ListName], row: Row) -> str:
    """Return what a row is called: its module, its undertaking, or the pattern of its record filled."""
    if key[1] == ITEMS:
        return say(texts.title("module", row.of, index.knowledge.modules[row.of].title))
    if key[1] == GUARANTEES and row.of in index.knowledge.guarantees:
        return say(texts.guarantee_title(index.knowledge.guarantees[row.of]))
    record = index.record_of(key[1])

    def fill(found: re.Match[str]) -> str:
        path = Path(key[0], FieldName(found[1]), row.id)
        value = case.answers.get(path)
        if value is None or found[1].partition(".")[0] != record.id:
            return ""
        question = Question(path, index.field(path.field), index.context(path.field))
        return words(value, question, index, say, lambda other: other)

    name = _PLACEHOLDER.sub(fill, record.name).strip(" ,;-/()")
    if name:
        return name
    position = [other.id for other in case.list_rows(*key)].index(row.id) + 1
    title = texts.title("record", record.id, record.title)
    return say(_UNNAMED.fill(thing=title, mark=f"{record.mark}{position}"))


def words(value: v.Value, question: Question, index: Index, say: Translator, name: Callable[[RowId], str]) -> str:
    """Return an answer in words; `name` says what a row is called."""
    match value:
        case v.Text() | v.Whole() | v.Texts() | v.Number() | v.Money():
            return _plain(value, say)
        case v.YesNo(yes=yes):
            return say(_YES if yes else _NO)
        case v.Day() | v.DayRange() | v.Moment() | v.Moments():
            return _time(value, say)
        case v.Choice(choice=key):
            return say(question.option(key, index))
        case v.Choices(choices=keys):
            return say.listing([say(question.option(key, index)) for key in keys])
        case v.Country() | v.Countries() | v.Language() | v.Languages():
            return _named(value, say)
        case v.Ref(row=row):
            return name(row)
        case v.Refs(rows=rows):
            return say.listing([name(row) for row in rows])
        case v.Attachment(name=file):
            return file
        case v.DoesNotApply(reason=reason):
            return say(Message("Does not apply: {reason}").fill(reason=reason))
        case v.NotKnown(reason=reason):
            return say(Message("Not known: {reason}").fill(reason=reason))


def _plain(value: v.Text | v.Whole | v.Texts | v.Number | v.Money, say: Translator) -> str:
    match value:
        case v.Text(text=text):
            return " ".join(text.split())
        case v.Texts(texts=several):
            return "; ".join(several)
        case v.Whole(number=number):
            return str(number)
        case v.Number(number=number):
            return say.number(number)
        case v.Money(amount=amount, currency=currency):
            return say.money(amount, currency)


def _time(value: v.Day | v.DayRange | v.Moment | v.Moments, say: Translator) -> str:
    match value:
        case v.Day(year=year, month=month, day=day):
            return say.date(year, month, day)
        case v.DayRange(start=start, end=end):
            return " – ".join(_time(day, say) if day else "…" for day in (start, end))
        case v.Moment(at=at):
            return say.time(at)
        case v.Moments(moments=moments):
            return "; ".join(say.time(moment.at) for moment in moments)


def _named(value: v.Country | v.Countries | v.Language | v.Languages, say: Translator) -> str:
    match value:
        case v.Country(code=code):
            return say.country(code)
        case v.Countries(codes=codes):
            return say.listing([say.country(code) for code in codes])
        case v.Language(tag=tag):
            return say.language_name(tag)
        case v.Languages(tags=tags):
            return say.listing([say.language_name(tag) for tag in tags])
