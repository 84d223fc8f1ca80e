"""A case as JSON and back. Every value is an object with one key that names its kind; see `docs/json.md`.

Reading collects every problem with its place instead of stopping at the first.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from mlawriter.i18n.message import Message
from mlawriter.model import values as v
from mlawriter.model.case import Case, ListKey, Path, Request, Row, SetAside
from mlawriter.model.ids import FieldName, ListName, RequestId, RowId, Scope

FORMAT = 1
"""The version of the JSON written; older ones are migrated, newer ones refused."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing wrong in a JSON case: where (JSON pointer) and what to do."""

    pointer: str
    message: Message

    @property
    def sentence(self) -> Message:
        """The whole problem as one sentence."""
        return Message("{place}: {what}").fill(place=self.pointer or "/", what=self.message)


class CaseError(Exception):
    """JSON that is no case. `problems` lists everything wrong."""

    def __init__(self, problems: tuple[Wrong, ...]) -> None:
        super().__init__(f"{len(problems)} problems in a case")
        self.problems = problems


def to_json(case: Case, knowledge: str) -> Json:
    """Return a case as JSON; `knowledge` is the version of the templates it was written with."""
    attachments = {value.sha256: value for value in case.answers.values() if isinstance(value, v.Attachment)}
    return {
        "format": FORMAT,
        "knowledge": knowledge,
        "id": case.id,
        "requests": [{"id": request.id, "kind": request.kind} for request in case.requests],
        "rows": _rows_to_json(case),
        "answers": [
            {"scope": path.scope, "field": path.field, "row": path.row, "value": value_to_json(value)}
            for path, value in sorted(case.answers.items(), key=lambda entry: _order(entry[0]))
        ],
        "set_aside": [
            {
                "check": each.check,
                "scope": each.path.scope,
                "field": each.path.field,
                "row": each.path.row,
                "reason": each.reason,
            }
            for each in case.set_aside
        ],
        "attachments": [value_to_json(attachments[key])["attachment"] for key in sorted(attachments)],
    }


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


def from_json(content: object) -> Case:
    """Return the case that JSON describes.

    Raises:
        CaseError: with every problem found.
    """
    reader = _Reader()
    case = reader.case(content)
    if reader.problems or case is None:
        raise CaseError(tuple(reader.problems))
    return case


def value_from_json(content: object) -> v.Value:
    """Return one answer.

    Raises:
        ValueError: with a short English reason, if it cannot be read.
    """
    if not isinstance(content, dict) or len(content) != 1:
        raise ValueError("an answer is an object with exactly one key that names its kind")
    ((kind, inner),) = content.items()
    if kind not in _READERS:
        raise ValueError(f"unknown kind of answer {kind!r}; use one of {', '.join(_READERS)}")
    return _READERS[kind](inner)


@dataclass
class _Reader:
    """Collects problems while reading, hence mutable."""

    problems: list[Wrong] = field(default_factory=list)

    def case(self, content: object) -> Case | None:
        if not isinstance(content, dict):
            self._wrong("", "this is not a case; a JSON object is expected")
            return None
        known = {"format", "knowledge", "id", "requests", "rows", "answers", "set_aside", "attachments", "$schema"}
        for extra in sorted(content.keys() - known):
            self._wrong(f"/{extra}", "unknown key; remove it")
        if content.get("format") != FORMAT:
            self._wrong("/format", f"must be {FORMAT}")
        requests = tuple(self._requests(content.get("requests", [])))
        return Case(
            id=self._id("/id", content.get("id")),
            requests=requests,
            rows=self._rows(content.get("rows", {})),
            answers=self._answers(content.get("answers", [])),
            set_aside=self._set_aside(content.get("set_aside", [])),
        )

    def _requests(self, content: object) -> list[Request]:
        found: list[Request] = []
        for number, entry in enumerate(self._list("/requests", content)):
            at = f"/requests/{number}"
            if not isinstance(entry, dict) or entry.keys() - {"id", "kind"}:
                self._wrong(at, 'a request is {"id", "kind"}')
                continue
            found.append(
                Request(RequestId(self._id(f"{at}/id", entry.get("id"))), self._id(f"{at}/kind", entry.get("kind")))
            )
        if len({request.id for request in found}) != len(found):
            self._wrong("/requests", "two requests have the same id")
        return found

    def _rows(self, content: object) -> dict[ListKey, tuple[Row, ...]]:
        rows: dict[ListKey, tuple[Row, ...]] = {}
        seen: set[str] = set()
        for scope, lists in self._table("/rows", content).items():
            for name, entries in self._table(f"/rows/{scope}", lists).items():
                at = f"/rows/{scope}/{name}"
                found = [self._row(f"{at}/{number}", entry) for number, entry in enumerate(self._list(at, entries))]
                for row in found:
                    if row.id in seen:
                        self._wrong(at, f"the row id {row.id!r} is used twice; ids are unique in the whole case")
                    seen.add(row.id)
                if found:
                    rows[Scope(scope), ListName(name)] = tuple(found)
        return rows

    def _row(self, at: str, entry: object) -> Row:
        if not isinstance(entry, dict) or entry.keys() - {"id", "of"} or not isinstance(entry.get("of", ""), str):
            self._wrong(at, 'a row is {"id"} or {"id", "of"}')
            return Row(RowId(at))
        return Row(RowId(self._id(f"{at}/id", entry.get("id"))), entry.get("of", ""))

    def _answers(self, content: object) -> dict[Path, v.Value]:
        answers: dict[Path, v.Value] = {}
        for number, entry in enumerate(self._list("/answers", content)):
            at = f"/answers/{number}"
            if not isinstance(entry, dict) or entry.keys() - {"scope", "field", "row", "value"}:
                self._wrong(at, 'an answer is {"scope", "field", "row", "value"}')
                continue
            path = self._path(at, entry)
            if path in answers:
                self._wrong(at, f"{path.field} is answered twice")
            try:
                answers[path] = value_from_json(entry.get("value"))
            except ValueError as error:
                self._wrong(f"{at}/value", str(error))
        return answers

    def _set_aside(self, content: object) -> tuple[SetAside, ...]:
        found: list[SetAside] = []
        for number, entry in enumerate(self._list("/set_aside", content)):
            at = f"/set_aside/{number}"
            if not isinstance(entry, dict) or entry.keys() - {"check", "scope", "field", "row", "reason"}:
                self._wrong(at, 'an entry is {"check", "scope", "field", "row", "reason"}')
                continue
            reason = entry.get("reason")
            if not isinstance(reason, str) or not reason.strip():
                self._wrong(f"{at}/reason", "a reason is needed")
                continue
            found.append(SetAside(str(entry.get("check", "")), self._path(at, entry), reason))
        return tuple(found)

    def _path(self, at: str, entry: Mapping[str, object]) -> Path:
        row = entry.get("row")
        if not isinstance(entry.get("scope"), str) or not isinstance(entry.get("field"), str):
            self._wrong(at, "scope and field must be texts")
        if row is not None and not isinstance(row, str):
            self._wrong(f"{at}/row", "the row must be the id of a row, or null")
        return Path(
            Scope(str(entry.get("scope"))), FieldName(str(entry.get("field"))), RowId(str(row)) if row else None
        )

    def _id(self, at: str, value: object) -> str:
        if isinstance(value, str) and _ID.match(value):
            return value
        self._wrong(at, "must be a short text of letters, digits, - and _")
        return at

    def _list(self, at: str, content: object) -> list[Any]:
        if isinstance(content, list):
            return content
        self._wrong(at, "must be a list")
        return []

    def _table(self, at: str, content: object) -> dict[str, Any]:
        if isinstance(content, dict):
            return content
        self._wrong(at, "must be an object")
        return {}

    def _wrong(self, pointer: str, what: str) -> None:
        self.problems.append(Wrong(pointer, Message("{reason}").fill(reason=what)))


def _rows_to_json(case: Case) -> Json:
    rows: Json = {}
    for (scope, name), entries in sorted(case.rows.items()):
        rows.setdefault(scope, {})[name] = [
            {"id": row.id, "of": row.of} if row.of else {"id": row.id} for row in entries
        ]
    return rows


def _order(path: Path) -> tuple[str, str, str]:
    return path.scope, path.row or "", path.field


def _day(day: v.Day) -> str:
    parts = [f"{day.year:04d}"] + [f"{part:02d}" for part in (day.month, day.day) if part is not None]
    return "-".join(parts)


def _text(content: object) -> str:
    if not isinstance(content, str):
        raise ValueError("a text is expected")
    if not content.strip():
        raise ValueError("an empty text is no answer; leave the answer out")
    return content


def _texts(content: object) -> tuple[str, ...]:
    if not isinstance(content, list) or not content:
        raise ValueError("a list of texts with at least one entry is expected")
    return tuple(_text(entry) for entry in content)


def _whole(content: object) -> v.Whole:
    if type(content) is not int or abs(content) > 10**15:
        raise ValueError("a whole number is expected")
    return v.Whole(content)


def _yesno(content: object) -> v.YesNo:
    if not isinstance(content, bool):
        raise ValueError("true or false is expected")
    return v.YesNo(content)


def _decimal(content: object) -> Decimal:
    try:
        number = Decimal(_text(content))
    except InvalidOperation:
        raise ValueError('a number written as a text is expected, such as "10.50"') from None
    if not number.is_finite() or abs(number) > Decimal(10) ** 18:
        raise ValueError("a finite number is expected")
    return number


def _read_day(content: object) -> v.Day:
    found = _DAY.match(_text(content))
    if not found:
        raise ValueError('a date is written "2026-03-02", or "2026-03" or "2026" if the rest is not known')
    try:
        return v.Day(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]
    except ValueError:
        raise ValueError("no calendar has this date") from None


def _period(content: object) -> v.DayRange:
    if not isinstance(content, dict) or not content or content.keys() - {"start", "end"}:
        raise ValueError('a period is {"start", "end"}; an open end is left out')
    return v.DayRange(**{name: _read_day(day) for name, day in content.items()})


def _moment(content: object) -> v.Moment:
    try:
        return v.Moment(datetime.fromisoformat(_text(content)))
    except ValueError:
        raise ValueError('a time is written "2026-04-21T09:00+02:00", with its offset from UTC') from None


def _moments(content: object) -> v.Moments:
    if not isinstance(content, list) or not content:
        raise ValueError("a list of times with at least one entry is expected")
    return v.Moments(tuple(_moment(entry) for entry in content))


def _money(content: object) -> v.Money:
    if not isinstance(content, dict) or content.keys() != {"amount", "currency"}:
        raise ValueError('an amount is {"amount": "10.50", "currency": "EUR"}')
    currency = _text(content["currency"])
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise ValueError("a currency has three capital letters (ISO 4217)")
    return v.Money(_decimal(content["amount"]), currency)


def _country(content: object) -> str:
    code = _text(content)
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise ValueError("a State has two capital letters (ISO 3166-1, or user-assigned such as XA)")
    return code


def _language(content: object) -> str:
    tag = _text(content)
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag):
        raise ValueError('a language is a tag such as "fr" or "zh-Hans"')
    return tag


def _several(read: Callable[[object], str]) -> Callable[[object], tuple[str, ...]]:
    return lambda content: tuple(read(entry) for entry in _texts(content))


def _attachment(content: object) -> v.Attachment:
    if not isinstance(content, dict) or content.keys() != {"sha256", "name", "size"}:
        raise ValueError('a file is {"sha256", "name", "size"}')
    sha256, name, size = content["sha256"], content["name"], content["size"]
    if not isinstance(sha256, str) or not _SHA256.match(sha256) or type(size) is not int or size < 0:
        raise ValueError("the SHA-256 must have 64 hexadecimal digits and the size must be a number of bytes")
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
    "country": lambda content: v.Country(_country(content)),
    "countries": lambda content: v.Countries(_several(_country)(content)),
    "language": lambda content: v.Language(_language(content)),
    "languages": lambda content: v.Languages(_several(_language)(content)),
    "money": _money,
    "ref": lambda content: v.Ref(RowId(_text(content))),
    "refs": lambda content: v.Refs(tuple(RowId(row) for row in _texts(content))),
    "attachment": _attachment,
    "does_not_apply": lambda content: v.DoesNotApply(_text(content)),
    "not_known": lambda content: v.NotKnown(_text(content)),
}
