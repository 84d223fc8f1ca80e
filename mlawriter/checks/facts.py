"""What conditions are asked on: the answers of a case and one request as plain facts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mlawriter.checks.annex_citations import AnnexCitations
from mlawriter.checks.applied import given
from mlawriter.checks.bases import basis_members
from mlawriter.checks.computed import (
    account_members,
    guarantee_members,
    item_members,
    own_value_members,
    request_members,
    state_members,
)
from mlawriter.checks.grounds import ground_members
from mlawriter.checks.reckoned import EXTRADITION, Reckoning
from mlawriter.checks.rows import Placed, Rows
from mlawriter.checks.translating import length
from mlawriter.checks.translations import words_lacking
from mlawriter.conditions.engine import Condition, Engine, Fact, Facts, moment
from mlawriter.conditions.truth import Truth
from mlawriter.knowledge.index import DOCUMENTS, GUARANTEE, ITEM, ITEMS
from mlawriter.knowledge.parameters import Given, Parameter, parameters, profile
from mlawriter.model import values as v
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import CASE, ListName, RowId


@dataclass(frozen=True)
class World:
    """The facts of one request at one moment. Ask conditions through `ask`.

    `roots` holds scopes and lists, `of_row` the members of each row.
    """

    rows: Rows
    engine: Engine
    today: date
    roots: Mapping[str, Fact]
    of_row: Mapping[RowId, Facts]
    known: "Known"
    decides: Given
    parameters: Mapping[str, Parameter]

    def ask(self, condition: Condition, placed: Placed | None = None) -> Truth:
        """Return whether a condition holds, for the whole request or for one row."""
        row = {placed.record: self.of_row[placed.row.id]} if placed else {}
        return condition.test(self.roots, row)

    def holds(self, source: str, placed: Placed | None = None) -> Truth:
        """Return whether a condition given as source holds; an empty one always does."""
        return self.ask(self.engine.condition(source), placed) if source else Truth.TRUE


Known = dict[Path, tuple[v.Value, str, str, Fact, int]]
"""Each answer with its owner, the member and the fact that it stands for, and the number of its words.

The next world need not work them out again.
"""


def world(rows: Rows, engine: Engine, today: date, before: World | None = None) -> World:
    """Return the facts of a request; those of the world before, where the answer is the same one."""
    known = _known(rows.case, before.known if before else {})
    members: dict[RowId, dict[str, Fact]] = {row_id: {"id": str(row_id)} for row_id in rows.by_id}
    scopes: dict[str, dict[str, Fact]] = {"case": {}, "request": {}, "state": {}, "home": {}}
    seen = (CASE, rows.request.scope)
    for (scope, _, row), (_, owner, member, fact, _) in known.items():
        target = members.get(row) if row is not None else scopes.get(owner) if scope in seen else None
        if target is not None:
            target[member] = fact
    request = scopes["request"]
    kind = rows.index.knowledge.requests[rows.request.kind]
    request |= request_members(request, kind)
    request |= state_members(kind, scopes["case"].get("requesting_state"), request.get("requested_state"))
    entered, confirmed = (_facts_of(rows, members, name) for name in ("own_articles", "declarations"))
    request |= basis_members(rows.index, request, entered, confirmed)
    annexes = AnnexCitations(rows)
    request["annexes_unlisted"] = list(annexes.unlisted)
    _mark_person_sought(rows, members, request)
    for placed in rows.by_list[DOCUMENTS]:
        members[placed.row.id]["cited"] = annexes.is_cited(placed)
    for placed in rows.by_list[ITEMS]:
        members[placed.row.id] |= item_members(rows, placed, request, engine)
    _add_members(rows, members, engine, request.get("bases"))
    knowledge = rows.index.knowledge
    listed = {name: _facts_of(rows, members, name) for name in ("own_values", "declarations")}
    decides = given(rows, request, scopes["state"], listed, today)
    is_known = before is not None and before.decides == decides
    settled = before.parameters if before is not None and is_known else parameters(knowledge, decides)
    law = profile(knowledge, request.get("asked_state"), today) | scopes["state"]
    if kind.family == EXTRADITION:
        lengths = ((path, entry[4]) for path, entry in known.items())
        Reckoning(rows, members, request, law, settled, today, lengths).add()
    roots: dict[str, Fact] = {
        "case": scopes["case"],
        "request": request,
        "rule": {name: each.value for name, each in settled.items()},
        "state": law,
        "home": profile(knowledge, request.get("asking_state"), today) | scopes["home"],
        "today": moment(today),
    }
    for name, placed_rows in rows.by_list.items():
        if placed_rows or not _is_unknown_when_empty(rows, name):
            roots[name] = [members[placed.row.id] for placed in placed_rows]
    made = World(rows, engine, today, roots, members, known, decides, settled)
    own = rows.case.language
    request["texts_untranslated"] = any(words_lacking(made, str(request.get("letter_language", own)), own))
    return made


def _known(case: Case, before: Known) -> Known:
    known: Known = {}
    for path, value in case.answers.items():
        entry = before.get(path)
        if entry is not None and entry[0] is value:
            known[path] = entry
            continue
        for fact in _fact(value):
            owner, _, member = path.field.partition(".")
            known[path] = (value, owner, member, fact, length(value))
    return known


def _mark_person_sought(rows: Rows, members: Mapping[RowId, dict[str, Fact]], request: Facts) -> None:
    sought = request.get("person_sought")
    for placed in rows.by_list.get(ListName("persons"), ()) if sought is not None else ():
        members[placed.row.id]["sought"] = str(placed.row.id) == sought


def _facts_of(rows: Rows, members: Mapping[RowId, Facts], name: str) -> list[Facts]:
    return [members[placed.row.id] for placed in rows.by_list.get(ListName(name), ())]


def _is_unknown_when_empty(rows: Rows, name: str) -> bool:
    records = rows.index.knowledge.records.values()
    return any(record.plural == name and record.empty == "unknown" for record in records)


def _add_members(rows: Rows, members: dict[RowId, dict[str, Fact]], engine: Engine, bases: Fact | None) -> None:
    for placed in rows.by_id.values():
        facts = members[placed.row.id]
        if placed.record == "account":
            facts |= account_members(facts)
        if placed.record == "own_value":
            facts |= own_value_members(rows.index.knowledge, facts)
        if placed.row.of:
            facts["of"] = placed.row.of
        if placed.record == GUARANTEE:
            facts |= guarantee_members(rows, placed, facts)
        if placed.record == ITEM:
            continue
        facts |= ground_members(rows.index, placed, facts, bases)
        for derived in rows.index.knowledge.records[placed.record].derived:
            answer = engine.condition(derived.when).test({placed.record: facts})
            if answer is not Truth.UNKNOWN:
                facts[derived.id] = answer is Truth.TRUE


def _fact(value: v.Value) -> Iterator[Fact]:
    match value:
        case v.Text(text=fact) | v.Choice(choice=fact) | v.Country(code=fact) | v.Language(tag=fact):
            yield fact
        case v.Texts(texts=facts) | v.Choices(choices=facts) | v.Countries(codes=facts) | v.Languages(tags=facts):
            yield list(facts)
        case v.Ref(row=row):
            yield str(row)
        case v.Refs(rows=rows):
            yield [str(row) for row in rows]
        case v.Whole(number=whole):
            yield whole
        case v.Number(number=number):
            yield float(number)
        case v.YesNo(yes=yes):
            yield yes
        case v.DoesNotApply() | v.NotKnown():
            return
        case _:
            yield _larger(value)


def _larger(value: v.Day | v.DayRange | v.Moment | v.Moments | v.Money | v.Attachment) -> Fact:
    match value:
        case v.Day():
            return moment(value.date) if value.date else None
        case v.DayRange(start=v.Day() as start, end=v.Day() as end) if value.is_reversed:
            return {"start": moment(start.earliest), "end": moment(end.earliest)}
        case v.DayRange(start=start, end=end):
            known = {"start": start, "end": end}
            return {name: _larger(day) for name, day in known.items() if day is not None}
        case v.Moment(at=at):
            return moment(at)
        case v.Moments(moments=moments):
            return [moment(each.at) for each in moments]
        case v.Money(amount=amount, currency=currency):
            return {"amount": float(Decimal(amount)), "currency": currency}
        case v.Attachment(name=name, size=size):
            return {"name": name, "size": size}
