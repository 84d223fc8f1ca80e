"""Small worlds for the tests: the real law, the sample cases, and cases written as TOML."""

import json
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path as File
from typing import Any

from mlawriter.app.usecases import written_on
from mlawriter.checks.checker import Checked, Law, check
from mlawriter.i18n.languages import Languages
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.definitions import Field, Kind
from mlawriter.knowledge.index import ITEM, ITEMS, OF_CASE
from mlawriter.knowledge.loader import load
from mlawriter.model import edits
from mlawriter.model import values as v
from mlawriter.model.case import Case, Path, Request, Row
from mlawriter.model.ids import CASE, FieldName, ListName, RequestId, RowId, Scope
from mlawriter.resources import locales_folder, samples_folder, templates_folder
from mlawriter.storage.codec import from_json

R1 = RequestId("r1")
TODAY = date(2026, 3, 2)
CASES = File(__file__).with_name("cases")


@lru_cache(maxsize=1)
def the_law() -> Law:
    """The law as it ships."""
    return Law.of(load(templates_folder()))


@lru_cache(maxsize=4)
def language(tag: str = "en") -> Translator:
    """A language as it ships."""
    return Languages(locales_folder()).translator(tag)


def shipped(name: str) -> Case:
    """A sample case as it ships."""
    return from_json(json.loads((samples_folder() / f"{name}.json").read_text(encoding="utf-8")))


def sample(name: str = "case_a") -> Case:
    """A sample case as its drafter wrote it: without the language it is written in, and without translations."""
    return replace(shipped(name), language="", translations={})


def day_of(case: Case, request: RequestId = R1) -> date:
    """The day on which a request of a sample is judged: its date."""
    return written_on(case, request) or TODAY


def checked(case: Case, today: date = TODAY) -> Checked:
    """A case with its findings."""
    return check(the_law(), case, case.requests[0].id, today)


def at(field: str, row: str | None = None, scope: str = "r1") -> Path:
    """A path; fields of the case and of the own State have the scope `case`."""
    return Path(
        Scope("case" if field.partition(".")[0] in OF_CASE else scope), FieldName(field), RowId(row) if row else None
    )


def case_of(file: File) -> tuple[Case, dict[str, Any]]:
    """The case that a scenario file describes, and the file's content."""
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    request = Request(R1, content["kind"])
    case = edits.add_request(Case(id="scenario"), request)
    given = {"case.requesting_state": content.get("home"), "request.requested_state": content.get("state")}
    for name, code in given.items():
        if code:
            case = edits.answer(case, at(name), v.Country(code))
    for number, basis in enumerate(content.get("bases", [])):
        if number == 0:
            case = edits.answer(case, at("request.primary_basis"), v.Choice(basis))
    if content.get("bases", [])[1:]:
        case = edits.answer(case, at("request.supplementary_bases"), v.Choices(tuple(content["bases"][1:])))
    for scope, table in (("case", "case"), ("request", "request"), ("state", "state_law"), ("home", "home_law")):
        for member, raw in content.get(table, {}).items():
            name = FieldName(f"{scope}.{member}")
            case = edits.answer(case, at(name), value_of(raw, the_law().index.field(name)))
    for record in (*the_law().knowledge.records, ITEM):
        for row in content.get(record, []):
            case = _with_row(case, record, dict(row))
    case = edits.write_in(case, content.get("language", ""))
    for entry in content.get("translation", []):
        case = _translated(case, **entry)
    return case, content


def _translated(case: Case, field: str, language: str, words: Any, row: str | None = None, source: Any = None) -> Case:
    """Add a translation of an answer as it stands, or as it stood (`source`)."""
    path = at(field, row)
    owner = next((key[0] for key, rows in case.rows.items() if row in {each.id for each in rows}), path.scope)
    module = next((each.of for rows in case.rows.values() for each in rows if each.id == row), "")
    path, entry = path._replace(scope=owner), the_law().index.field(path.field, module)
    now = case.answers[path]
    case = edits.answer(case, path, value_of(source, entry)) if source else case
    return edits.answer(edits.translate(case, path, language, value_of(words, entry)), path, now)


def _with_row(case: Case, record: str, row: dict[str, Any]) -> Case:
    index = the_law().index
    name = ITEMS if record == ITEM else ListName(index.list_of(record))
    scope = index.scope_of(name, R1)
    row_id, of = row.pop("row"), row.pop("module", "") or row.pop("of", "")
    case = edits.add_row(case, scope, name, Row(RowId(row_id), of))
    for member, raw in row.items():
        field_name = FieldName(f"{record}.{member}")
        entry = index.field(field_name, of if record == ITEM else "")
        case = edits.answer(case, Path(scope, field_name, RowId(row_id)), value_of(raw, entry))
    return case


_WRITTEN: dict[Kind, Callable[[Any], v.Value]] = {
    Kind.TEXT: v.Text,
    Kind.LONGTEXT: v.Text,
    Kind.TEXTS: lambda raw: v.Texts(tuple(raw)),
    Kind.WHOLE: v.Whole,
    Kind.DECIMAL: lambda raw: v.Number(Decimal(str(raw))),
    Kind.YESNO: v.YesNo,
    Kind.CHOICE: v.Choice,
    Kind.CHOICES: lambda raw: v.Choices(tuple(raw)),
    Kind.COUNTRY: v.Country,
    Kind.COUNTRIES: lambda raw: v.Countries(tuple(raw)),
    Kind.LANGUAGE: v.Language,
    Kind.LANGUAGES: lambda raw: v.Languages(tuple(raw)),
    Kind.REF: lambda raw: v.Ref(RowId(raw)),
    Kind.REFS: lambda raw: v.Refs(tuple(RowId(row) for row in raw)),
    Kind.DAY: lambda raw: _day(raw),
    Kind.PERIOD: lambda raw: v.DayRange(**{name: _day(day) for name, day in raw.items()}),
    Kind.MOMENT: lambda raw: v.Moment(_moment(raw)),
    Kind.MOMENTS: lambda raw: v.Moments(tuple(v.Moment(_moment(each)) for each in raw)),
    Kind.MONEY: lambda raw: v.Money(Decimal(str(raw["amount"])), raw["currency"]),
}


def value_of(raw: Any, entry: Field) -> v.Value:
    """The answer that a lawyer writes as plain TOML."""
    return _WRITTEN[entry.kind](raw)


def _day(raw: Any) -> v.Day:
    if isinstance(raw, date):
        return v.Day(raw.year, raw.month, raw.day)
    return v.Day(*map(int, str(raw).split("-")))


def _moment(raw: Any) -> datetime:
    return raw if isinstance(raw, datetime) else datetime.fromisoformat(raw)


def persons(*names: str) -> Case:
    """A case with one request and persons of these family names."""
    case = edits.add_request(Case(id="small"), Request(R1, "mla"))
    for number, name in enumerate(names, start=1):
        row = RowId(f"p{number}")
        case = edits.add_row(case, CASE, ListName("persons"), Row(row))
        case = edits.answer(case, Path(CASE, FieldName("person.name_family"), row), v.Text(name))
    return case
