"""What people type, read as a value, or one sentence that says what was not understood."""

import re
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation

from mlawriter.i18n.message import Message
from mlawriter.model.values import Day, Moment, Money, Number, Whole

_SPACES = re.compile(r"[\s\u00a0\u202f\u2066-\u2069\u200e\u200f]+")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[./ -])?(\d{1,2})[./ -](\d{4})$")
_WORDS = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th|\.)? )?([^\W\d_][^\d]*?)\.? (\d{4})$")
_MOMENT = re.compile(
    r"(?P<day>.+?)(?:[ T]|, )(?P<clock>\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?)\s*"
    r"(?:\(?(?:UTC|GMT)?\s*(?P<offset>[+-]\d{1,2}:?\d{2}|Z)?\)?)?$"
)
_CURRENCY = re.compile(r"[A-Z]{3}$")


def whole(text: str) -> Whole | Message:
    """Return a whole number."""
    plain = _SPACES.sub("", text)
    if re.fullmatch(r"\d{1,15}", plain):
        return Whole(int(plain))
    return Message("“{text}” is not a whole number. Write digits only, for example 48.").fill(text=text)


def decimal(text: str) -> Number | Message:
    """Return a decimal number, with point or comma."""
    try:
        return Number(_decimal(text))
    except InvalidOperation:
        return Message("“{text}” is not a number. Write it like 1250.50.").fill(text=text)


def money(amount: str, currency: str) -> Money | Message:
    """Return an amount with its currency."""
    code = currency.strip().upper()
    try:
        number = _decimal(amount)
    except InvalidOperation:
        return Message("“{text}” is not an amount. Write it like 1250.50.").fill(text=amount)
    if not _CURRENCY.match(code):
        return Message("Add the currency as three letters, for example EUR.")
    return Money(number, code)


def day(text: str, months: Mapping[str, int] | None = None) -> Day | Message:
    """Return a date, or the month or year that is known; `months` holds month names in small letters."""
    plain = _SPACES.sub(" ", text).strip()
    parts = _day_parts(plain, months or {})
    if parts is not None:
        try:
            return Day(*parts)
        except ValueError:
            return Message("There is no such date as “{text}”. Please check the day and the month.").fill(text=text)
    return Message(
        "“{text}” was not understood as a date. Write it like 2026-03-31 or 31.03.2026; "
        "if only the month or the year is known, write 2026-03 or 2026."
    ).fill(text=text)


def moment(text: str, months: Mapping[str, int] | None = None) -> Moment | Message:
    """Return a date with time and offset from UTC."""
    found = _MOMENT.match(_SPACES.sub(" ", text).strip())
    if found is None:
        return Message("Write date, time and offset from UTC, like 2026-04-21 09:00 +02:00.")
    if not found["offset"]:
        return Message("Add the offset from UTC, for example {text} +02:00.").fill(text=text.strip())
    date = day(found["day"], months)
    if isinstance(date, Message):
        return date
    if not date.is_whole:
        return Message("A time needs the whole date, like 2026-04-21 09:00 +02:00.")
    hour, *rest = re.split(r"[:.h]", found["clock"])
    clock = ":".join((hour.zfill(2), *rest))
    offset = "+00:00" if found["offset"] == "Z" else _offset(found["offset"])
    try:
        return Moment(datetime.fromisoformat(f"{date.year:04}-{date.month:02}-{date.day:02}T{clock}{offset}"))
    except ValueError:
        return Message("There is no such time as “{text}”. Write it like 2026-04-21 09:00 +02:00.").fill(text=text)


def _day_parts(plain: str, months: Mapping[str, int]) -> tuple[int, int | None, int | None] | None:
    if found := _ISO.match(plain):
        return int(found[1]), _number(found[2]), _number(found[3])
    if found := _DAY_FIRST.match(plain):
        return int(found[3]), int(found[2]), _number(found[1])
    found = _WORDS.match(plain)
    month = months.get(found[2].strip().lower()) if found else None
    if found is None or month is None:
        return None
    return int(found[3]), month, _number(found[1])


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _offset(text: str) -> str:
    sign, digits = text[0], text[1:].replace(":", "").zfill(4)
    return f"{sign}{digits[:2]}:{digits[2:]}"


def _decimal(text: str) -> Decimal:
    plain = _SPACES.sub("", text).replace("'", "").replace("’", "")
    point, comma = plain.rfind("."), plain.rfind(",")
    if point >= 0 and comma >= 0:
        group, mark = (",", ".") if point > comma else (".", ",")
        plain = plain.replace(group, "").replace(mark, ".")
    elif comma >= 0:
        plain = plain.replace(",", "." if _one_decimal_mark(plain, ",") else "")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    if not re.fullmatch(r"-?\d{1,18}(\.\d{1,18})?", plain):
        raise InvalidOperation
    return Decimal(plain)


def _one_decimal_mark(plain: str, mark: str) -> bool:
    head, _, tail = plain.partition(mark)
    return plain.count(mark) == 1 and not (len(tail) == 3 and head not in {"", "0", "-0"})
