"""A case as JSON and back. Every value is an object with one key that names its kind; see `docs/json.md`.

Reading collects every problem with its place instead of stopping at the first.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from mlawriter.i18n.message import Message
from mlawriter.model import values as v
from mlawriter.model.case import Case, Issued, ListKey, Path, Request, Row, SetAside, Translation, TranslationKey
from mlawriter.model.ids import FieldName, ListName, RequestId, RowId, Scope
from mlawriter.storage.issued_codec import issued_from_json, issued_to_json
from mlawriter.storage.translation_codec import translation_from_json, translations_to_json
from mlawriter.storage.value_codec import Json, Unreadable, value_from_json, value_to_json

FORMAT = 1
"""The version of the JSON written; older ones are migrated, newer ones refused."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")


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
        **({"language": case.language} if case.language else {}),
        **({"translations": list(translations_to_json(case))} if case.translations else {}),
        **({"issued": [issued_to_json(entry) for entry in case.issued]} if case.issued else {}),
        "attachments": [value_to_json(attachments[key])["attachment"] for key in sorted(attachments)],
    }


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


@dataclass
class _Reader:
    """Collects problems while reading, hence mutable."""

    problems: list[Wrong] = field(default_factory=list)

    def case(self, content: object) -> Case | None:
        if not isinstance(content, dict):
            self._wrong("", Message("this is not a case; a JSON object is expected"))
            return None
        known = {
            "format",
            "knowledge",
            "id",
            "requests",
            "rows",
            "answers",
            "set_aside",
            "language",
            "translations",
            "issued",
            "attachments",
            "$schema",
        }
        for extra in sorted(content.keys() - known):
            self._wrong(f"/{extra}", Message("unknown key; remove it"))
        if type(content.get("format")) is not int or content["format"] != FORMAT:
            self._wrong("/format", Message("must be {format}").fill(format=FORMAT))
        requests = tuple(self._requests(content.get("requests", [])))
        return Case(
            id=self._id("/id", content.get("id")),
            requests=requests,
            rows=self._rows(content.get("rows", {})),
            answers=self._answers(content.get("answers", [])),
            set_aside=self._set_aside(content.get("set_aside", [])),
            issued=self._issued(content.get("issued", []), {request.id for request in requests}),
            language=self._language(content.get("language", "")),
            translations=dict(self._translations(content.get("translations", []))),
        )

    def _requests(self, content: object) -> list[Request]:
        found: list[Request] = []
        for number, entry in enumerate(self._list("/requests", content)):
            at = f"/requests/{number}"
            if not isinstance(entry, dict) or entry.keys() - {"id", "kind"}:
                self._wrong(at, Message('a request is {"id", "kind"}'))
                continue
            found.append(
                Request(RequestId(self._id(f"{at}/id", entry.get("id"))), self._id(f"{at}/kind", entry.get("kind")))
            )
        if len({request.id for request in found}) != len(found):
            self._wrong("/requests", Message("two requests have the same id"))
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
                        self._wrong(
                            at,
                            Message("the row id {id} is used twice; ids are unique in the whole case").fill(id=row.id),
                        )
                    seen.add(row.id)
                if found:
                    rows[Scope(scope), ListName(name)] = tuple(found)
        return rows

    def _row(self, at: str, entry: object) -> Row:
        if not isinstance(entry, dict) or entry.keys() - {"id", "of"} or not isinstance(entry.get("of", ""), str):
            self._wrong(at, Message('a row is {"id"} or {"id", "of"}'))
            return Row(RowId(at))
        return Row(RowId(self._id(f"{at}/id", entry.get("id"))), entry.get("of", ""))

    def _answers(self, content: object) -> dict[Path, v.Value]:
        answers: dict[Path, v.Value] = {}
        for number, entry in enumerate(self._list("/answers", content)):
            at = f"/answers/{number}"
            if not isinstance(entry, dict) or entry.keys() - {"scope", "field", "row", "value"}:
                self._wrong(at, Message('an answer is {"scope", "field", "row", "value"}'))
                continue
            path = self._path(at, entry)
            if path in answers:
                self._wrong(at, Message("{field} is answered twice").fill(field=path.field))
            try:
                answers[path] = value_from_json(entry.get("value"))
            except Unreadable as error:
                self._wrong(f"{at}/value", error.message)
        return answers

    def _set_aside(self, content: object) -> tuple[SetAside, ...]:
        found: list[SetAside] = []
        for number, entry in enumerate(self._list("/set_aside", content)):
            at = f"/set_aside/{number}"
            if not isinstance(entry, dict) or entry.keys() - {"check", "scope", "field", "row", "reason"}:
                self._wrong(at, Message('an entry is {"check", "scope", "field", "row", "reason"}'))
                continue
            reason = entry.get("reason")
            if not isinstance(reason, str) or not reason.strip():
                self._wrong(f"{at}/reason", Message("a reason is needed"))
                continue
            found.append(SetAside(str(entry.get("check", "")), self._path(at, entry), reason))
        return tuple(found)

    def _issued(self, content: object, requests: set[RequestId]) -> tuple[Issued, ...]:
        found: list[Issued] = []
        for number, entry in enumerate(self._list("/issued", content)):
            read = issued_from_json(entry)
            if read is None or read.request not in requests:
                self._wrong(f"/issued/{number}", Message("this is no record of a document that was written"))
            else:
                found.append(read)
        return tuple(found)

    def _language(self, content: object) -> str:
        if isinstance(content, str):
            return content
        self._wrong("/language", Message("must be the tag of a language, such as fr"))
        return ""

    def _translations(self, content: object) -> Iterator[tuple[TranslationKey, Translation]]:
        for number, entry in enumerate(self._list("/translations", content)):
            read = translation_from_json(entry)
            if read is None:
                self._wrong(f"/translations/{number}", Message("this is no translation of an answer"))
            else:
                yield read

    def _path(self, at: str, entry: Mapping[str, object]) -> Path:
        row = entry.get("row")
        if not isinstance(entry.get("scope"), str) or not isinstance(entry.get("field"), str):
            self._wrong(at, Message("scope and field must be texts"))
        if row is not None and not isinstance(row, str):
            self._wrong(f"{at}/row", Message("the row must be the id of a row, or null"))
        return Path(
            Scope(str(entry.get("scope"))), FieldName(str(entry.get("field"))), RowId(str(row)) if row else None
        )

    def _id(self, at: str, value: object) -> str:
        if isinstance(value, str) and _ID.match(value):
            return value
        self._wrong(at, Message("must be a short text of letters, digits, - and _"))
        return at

    def _list(self, at: str, content: object) -> list[Any]:
        if isinstance(content, list):
            return content
        self._wrong(at, Message("must be a list"))
        return []

    def _table(self, at: str, content: object) -> dict[str, Any]:
        if isinstance(content, dict):
            return content
        self._wrong(at, Message("must be an object"))
        return {}

    def _wrong(self, pointer: str, what: Message) -> None:
        self.problems.append(Wrong(pointer, what))


def _rows_to_json(case: Case) -> Json:
    rows: Json = {}
    for (scope, name), entries in sorted(case.rows.items()):
        rows.setdefault(scope, {})[name] = [
            {"id": row.id, "of": row.of} if row.of else {"id": row.id} for row in entries
        ]
    return rows


def _order(path: Path) -> tuple[str, str, str]:
    return path.scope, path.row or "", path.field
