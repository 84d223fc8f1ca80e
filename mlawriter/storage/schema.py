"""JSON Schema of a case, made from the knowledge."""

from collections.abc import Iterable, Iterator
from typing import Any

from mlawriter.knowledge import options
from mlawriter.knowledge.definitions import Field, Kind
from mlawriter.knowledge.index import GUARANTEES, ITEM, ITEMS, Index
from mlawriter.storage.codec import FORMAT

Json = dict[str, Any]

_TEXT: Json = {"type": "string", "minLength": 1}
_DAY: Json = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_SHAPES: dict[Kind, tuple[str, Json]] = {
    Kind.TEXT: ("text", _TEXT),
    Kind.LONGTEXT: ("text", _TEXT),
    Kind.TEXTS: ("texts", {"type": "array", "items": _TEXT, "minItems": 1}),
    Kind.WHOLE: ("whole", {"type": "integer", "minimum": 0}),
    Kind.DECIMAL: ("number", {"type": "string"}),
    Kind.YESNO: ("yesno", {"type": "boolean"}),
    Kind.DAY: ("day", _DAY),
    Kind.PERIOD: (
        "period",
        {"type": "object", "properties": {"start": _DAY, "end": _DAY}, "additionalProperties": False},
    ),
    Kind.MOMENT: ("moment", {"type": "string", "format": "date-time"}),
    Kind.MOMENTS: ("moments", {"type": "array", "items": {"type": "string", "format": "date-time"}, "minItems": 1}),
    Kind.COUNTRY: ("country", {"type": "string", "pattern": "^[A-Z]{2}$"}),
    Kind.COUNTRIES: (
        "countries",
        {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]{2}$"}, "minItems": 1},
    ),
    Kind.LANGUAGE: ("language", {"type": "string"}),
    Kind.LANGUAGES: ("languages", {"type": "array", "items": {"type": "string"}, "minItems": 1}),
    Kind.MONEY: (
        "money",
        {
            "type": "object",
            "properties": {"amount": {"type": "string"}, "currency": {"type": "string", "pattern": "^[A-Z]{3}$"}},
            "required": ["amount", "currency"],
            "additionalProperties": False,
        },
    ),
    Kind.REF: ("ref", _TEXT),
    Kind.REFS: ("refs", {"type": "array", "items": _TEXT, "minItems": 1}),
    Kind.ATTACHMENT: (
        "attachment",
        {
            "type": "object",
            "properties": {"sha256": {"type": "string"}, "name": _TEXT, "size": {"type": "integer", "minimum": 0}},
            "required": ["sha256", "name", "size"],
            "additionalProperties": False,
        },
    ),
}


def schema(index: Index) -> Json:
    """Return the JSON Schema (2020-12) of a case; each field is one entry under `answers`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "MLA Writer case",
        "type": "object",
        "required": ["format", "id", "requests", "rows", "answers"],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": "string"},
            "format": {"const": FORMAT},
            "knowledge": {"type": "string", "description": "version of the templates; information only"},
            "id": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"},
            "requests": {"type": "array", "items": _object(id=_TEXT, kind={"enum": list(index.knowledge.requests)})},
            "rows": _rows(index),
            "answers": {"type": "array", "items": {"oneOf": list(_answers(index))}},
            "set_aside": {
                "type": "array",
                "items": _object(check=_TEXT, scope=_TEXT, field=_TEXT, row={"type": ["string", "null"]}, reason=_TEXT),
            },
            "language": {"type": "string", "description": "the language that the drafter writes in"},
            "translations": {
                "type": "array",
                "items": _object(
                    scope=_TEXT,
                    field=_TEXT,
                    row={"type": ["string", "null"]},
                    language=_TEXT,
                    source={"oneOf": list(_translated())},
                    words={"oneOf": list(_translated())},
                ),
            },
            "issued": {
                "type": "array",
                "items": _object(
                    request=_TEXT,
                    document={"type": "string"},
                    title={"type": "string"},
                    language=_TEXT,
                    day={"type": "string", "format": "date"},
                    draft={"type": "boolean"},
                    sections={"type": "object", "additionalProperties": _TEXT},
                ),
            },
            "attachments": {"type": "array", "items": _SHAPES[Kind.ATTACHMENT][1]},
        },
    }


def _translated() -> Iterator[Json]:
    yield from (_object(text=_TEXT), _object(texts=_SHAPES[Kind.TEXTS][1]), _object(not_known=_TEXT))


def _rows(index: Index) -> Json:
    lists: dict[str, Json] = {"case": {}, "request": {}}
    for record in index.knowledge.records.values():
        of: Json = {"enum": list(index.knowledge.guarantees)} if record.plural == GUARANTEES else {"const": ""}
        lists[record.scope][record.plural] = {"type": "array", "items": _row(of, needed=record.plural == GUARANTEES)}
    lists["request"][ITEMS] = {"type": "array", "items": _row({"enum": list(index.knowledge.modules)}, needed=True)}
    return {
        "type": "object",
        "description": "by scope: `case`, or the id of a request",
        "properties": {"case": {"type": "object", "properties": lists["case"], "additionalProperties": False}},
        "additionalProperties": {"type": "object", "properties": lists["request"], "additionalProperties": False},
    }


def _row(of: Json, *, needed: bool) -> Json:
    return {
        "type": "object",
        "properties": {"id": {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,64}$"}, "of": of},
        "required": ["id", "of"] if needed else ["id"],
        "additionalProperties": False,
    }


def _answers(index: Index) -> Iterator[Json]:
    for section in index.knowledge.sections.values():
        yield from _fields(section.scope, section.fields, index, has_row=False)
    for record in index.knowledge.records.values():
        yield from _fields(record.id, record.fields, index, has_row=True)
    merged: dict[str, Field] = {}
    for module in index.knowledge.modules:
        for entry in index.module_fields(module):
            seen = merged.setdefault(entry.id, entry)
            if seen.choices != entry.choices:
                merged[entry.id] = _with_choices(seen, entry)
    yield from _fields(ITEM, merged.values(), index, has_row=True)


def _with_choices(one: Field, other: Field) -> Field:
    from dataclasses import replace

    return replace(one, choices={**one.choices, **other.choices})


def _fields(owner: str, entries: Iterable[Field], index: Index, *, has_row: bool) -> Iterator[Json]:
    for entry in entries:
        yield {
            "title": entry.label,
            **({"description": entry.help} if entry.help else {}),
            **_object(
                scope=_TEXT,
                field={"const": f"{owner}.{entry.id}"},
                row=_TEXT if has_row else {"type": "null"},
                value=_value(entry, index),
            ),
        }


def _value(entry: Field, index: Index) -> Json:
    if entry.kind in {Kind.CHOICE, Kind.CHOICES}:
        one: Json = {"enum": list(options.keys(entry, index.knowledge))}
        name, shape = ("choice", one) if entry.kind is Kind.CHOICE else ("choices", {"type": "array", "items": one})
    else:
        name, shape = _SHAPES[entry.kind]
    if entry.to:
        shape = {**shape, "description": f"id of a row of: {', '.join(entry.to)}"}
    return {"oneOf": [_object(**{name: shape}), _object(does_not_apply=_TEXT), _object(not_known=_TEXT)]}


def _object(**properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
