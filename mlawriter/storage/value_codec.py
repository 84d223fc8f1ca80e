"""One answer as JSON, and back: an object with one key that names its kind."""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from mlawriter.i18n.message import Message
from mlawriter.model import values as v
from mlawriter.model.ids import RowId

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_FINEST, _LARGEST, _DIGITS = -18, 18, 40
"""Powers of ten between which a number lies, and how many digits it has at most: whatever a case can mean."""
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")

Json = dict[str, Any]


class Unreadable(ValueError):
    """JSON that is no answer; `message` says what is expected."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def value_to_json(value: v.Value) -> Json:  # noqa: C901 - one case for each kind of the closed union
    """Return one answer as an object with one key."""
    match value:
        case v.Text(text=plain):
            return {"text": plain}
        case v.Texts(texts=several):
            return {"texts": list(several)}
        case v.Whole(number=whole):
            return {"whole": whole}
        case v.Number(number=number):
            return {"number": str(number)}
        case v.YesNo(yes=yes):
            return {"yesno": yes}
        case v.Choice(choice=plain):
            return {"choice": plain}
        case v.Choices(choices=several):
            return {"choices": list(several)}
        case v.Country(code=plain):
            return {"country": plain}
        case v.Countries(codes=several):
            return {"countries": list(several)}
        case v.Language(tag=plain):
            return {"language": plain}
        case v.Languages(tags=several):
            return {"languages": list(several)}
        case v.Ref(row=row):
            return {"ref": row}
        case v.Refs(rows=rows):
            return {"refs": list(rows)}
        case _:
            return _larger_to_json(value)


def _larger_to_json(value: v.Value) -> Json:
    match value:
        case v.Day():
            return {"day": _day(value)}
        case v.DayRange(start=start, end=end):
            return {"period": {name: _day(day) for name, day in (("start", start), ("end", end)) if day}}
        case v.Moment(at=at):
            return {"moment": at.isoformat()}
        case v.Moments(moments=moments):
            return {"moments": [each.at.isoformat() for each in moments]}
        case v.Money(amount=amount, currency=currency):
            return {"money": {"amount": str(amount), "currency": currency}}
        case v.Attachment(sha256=sha256, name=name, size=size):
            return {"attachment": {"sha256": sha256, "name": name, "size": size}}
        case v.DoesNotApply(reason=reason):
            return {"does_not_apply": reason}
        case v.NotKnown(reason=reason):
            return {"not_known": reason}
        case _:
            raise TypeError(type(value).__name__)


def value_from_json(content: object) -> v.Value:
    """Return one answer.

    Raises:
        Unreadable: with what is wrong.
    """
    if not isinstance(content, dict) or len(content) != 1:
        raise Unreadable(Message("an answer is an object with exactly one key that names its kind"))
    ((kind, inner),) = content.items()
    if kind not in _READERS:
        unknown = Message("unknown kind of answer {kind}; use one of {known}")
        raise Unreadable(unknown.fill(kind=str(kind), known=", ".join(_READERS)))
    return _READERS[kind](inner)


def _day(day: v.Day) -> str:
    parts = [f"{day.year:04d}"] + [f"{part:02d}" for part in (day.month, day.day) if part is not None]
    return "-".join(parts)


def _text(content: object) -> str:
    if not isinstance(content, str):
        raise Unreadable(Message("a text is expected"))
    if not content.strip():
        raise Unreadable(Message("an empty text is no answer; leave the answer out"))
    return content


def _texts(content: object) -> tuple[str, ...]:
    if not isinstance(content, list) or not content:
        raise Unreadable(Message("a list of texts with at least one entry is expected"))
    return tuple(_text(entry) for entry in content)


def _whole(content: object) -> v.Whole:
    if type(content) is not int or abs(content) > 10**15:
        raise Unreadable(Message("a whole number is expected"))
    return v.Whole(content)


def _yesno(content: object) -> v.YesNo:
    if not isinstance(content, bool):
        raise Unreadable(Message("true or false is expected"))
    return v.YesNo(content)


def _decimal(content: object) -> Decimal:
    try:
        number = Decimal(_text(content))
    except InvalidOperation:
        raise Unreadable(Message('a number written as a text is expected, such as "10.50"')) from None
    if (
        not number.is_finite()
        or not _FINEST <= number.adjusted() <= _LARGEST
        or len(number.as_tuple().digits) > _DIGITS
    ):
        raise Unreadable(Message("a finite number is expected"))
    return number


def _read_day(content: object) -> v.Day:
    found = _DAY.match(_text(content))
    if not found:
        raise Unreadable(Message('a date is written "2026-03-02", or "2026-03" or "2026" if the rest is not known'))
    try:
        return v.Day(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]
    except ValueError:
        raise Unreadable(Message("no calendar has this date")) from None


def _period(content: object) -> v.DayRange:
    if not isinstance(content, dict) or not content or content.keys() - {"start", "end"}:
        raise Unreadable(Message('a period is {"start", "end"}; an open end is left out'))
    return v.DayRange(**{name: _read_day(day) for name, day in content.items()})


def _moment(content: object) -> v.Moment:
    try:
        return v.Moment(datetime.fromisoformat(_text(content)))
    except ValueError:
        raise Unreadable(Message('a time is written "2026-04-21T09:00+02:00", with its offset from UTC')) from None


def _moments(content: object) -> v.Moments:
    if not isinstance(content, list) or not content:
        raise Unreadable(Message("a list of times with at least one entry is expected"))
    return v.Moments(tuple(_moment(entry) for entry in content))


def _money(content: object) -> v.Money:
    if not isinstance(content, dict) or content.keys() != {"amount", "currency"}:
        raise Unreadable(Message('an amount is {"amount": "10.50", "currency": "EUR"}'))
    currency = _text(content["currency"])
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise Unreadable(Message("a currency has three capital letters (ISO 4217)"))
    return v.Money(_decimal(content["amount"]), currency)


def _attachment(content: object) -> v.Attachment:
    if not isinstance(content, dict) or content.keys() != {"sha256", "name", "size"}:
        raise Unreadable(Message('a file is {"sha256", "name", "size"}'))
    sha256, name, size = content["sha256"], content["name"], content["size"]
    if not isinstance(sha256, str) or not _SHA256.match(sha256) or type(size) is not int or size < 0:
        raise Unreadable(Message("the SHA-256 must have 64 hexadecimal digits and the size must be a number of bytes"))
    return v.Attachment(sha256, _text(name), size)


_READERS: dict[str, Callable[[object], v.Value]] = {
    "text": lambda content: v.Text(_text(content)),
    "texts": lambda content: v.Texts(_texts(content)),
    "whole": _whole,
    "number": lambda content: v.Number(_decimal(content)),
    "yesno": _yesno,
    "day": _read_day,
    "period": _period,
    "moment": _moment,
    "moments": _moments,
    "choice": lambda content: v.Choice(_text(content)),
    "choices": lambda content: v.Choices(_texts(content)),
    "country": lambda content: v.Country(_text(content)),
    "countries": lambda content: v.Countries(_texts(content)),
    "language": lambda content: v.Language(_text(content)),
    "languages": lambda content: v.Languages(_texts(content)),
    "money": _money,
    "ref": lambda content: v.Ref(RowId(_text(content))),
    "refs": lambda content: v.Refs(tuple(RowId(row) for row in _texts(content))),
    "attachment": _attachment,
    "does_not_apply": lambda content: v.DoesNotApply(_text(content)),
    "not_known": lambda content: v.NotKnown(_text(content)),
}
