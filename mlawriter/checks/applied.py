"""The parameters that apply to a request: what decides them, and which of them are behind a condition."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from mlawriter.checks.rows import Rows
from mlawriter.conditions import functions, tokens
from mlawriter.conditions.engine import Facts
from mlawriter.knowledge.index import Index
from mlawriter.knowledge.parameters import Given, Known, known_law
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, ListName

RULE = "rule."
_LOOKED_UP = ("source", "source_date")
"""The members of `state` that say where and when its law was looked up."""
_PENALTY = ("min_penalty_months", "min_penalty_measure", "min_penalty_rule")
_ARREST = ("arrest_soft_days", "arrest_soft_kind", "arrest_hard_days", "arrest_hard_months", "arrest_start")
BEHIND: Mapping[str, tuple[str, ...]] = {
    "offence.penalty_value": ("min_penalty_measure",),
    "offence.counterpart_value": ("min_penalty_measure",),
    "offence.below_minimum": _PENALTY,
    "offence.counterpart_below": _PENALTY,
    "person.national_of_requested": ("nationality_time",),
    "request.arrest_soft": _ARREST,
    "request.arrest_earliest": _ARREST,
    "request.arrest_hard": _ARREST,
    "request.arrest_limit_known": _ARREST,
    "request.arrest_deadline": _ARREST,
    "request.arrest_safe": _ARREST,
    "person.nationality_after_offence": ("nationality_time",),
    "request.remaining_enough": ("sentence_basis", "min_remaining_months"),
}
"""The rules that each computed member goes by."""
_WORDS = (RULE, *(name.partition(".")[2] for name in BEHIND))
OWNERS_THAT_DECIDE = frozenset({"own_value", "declaration", "state"})
LISTS_THAT_DECIDE = frozenset({"own_values", "declarations"})
STATES = frozenset({"case.requesting_state", "request.requested_state"})
ANSWERS_THAT_DECIDE = STATES | {"request.primary_basis", "request.supplementary_bases", "request.arrest_basis"}
"""What can change the parameters: every answer of some owners, rows that come and go, some answers of the request."""


def given(rows: Rows, request: Facts, state: Facts, listed: Mapping[str, Sequence[Facts]], today: date) -> Given:
    """Return what decides the parameters of a request."""
    source, day = (rows.case.answers.get(Path(rows.request.scope, FieldName(f"state.{name}"))) for name in _LOOKED_UP)
    where = source.text if isinstance(source, v.Text) else ""
    when = day.date if isinstance(day, v.Day) else None
    answered = {name: Known(fact, where, when) for name, fact in state.items()}
    rules = rows.index.knowledge.rules.values()
    asked = {"bases", *(rule.basis_field.partition(".")[2] for rule in rules if rule.basis_field)}
    return Given(
        request={name: fact for name, fact in request.items() if name in asked},
        own_values=listed["own_values"],
        declarations=listed["declarations"],
        state=known_law(rows.index.knowledge, request.get("asked_state"), today) | answered,
    )


def what_applies(index: Index) -> Iterator[str]:
    """Yield the names of all parameters, and of what the program works out from them, lists of rows included."""
    yield from (f"{RULE}{rule}" for rule in index.knowledge.rules)
    yield from BEHIND
    owners = {name.partition(".")[0] for name in BEHIND}
    yield from (index.list_of(owner) for owner in owners & index.knowledge.records.keys())


def rules_behind(source: str, index: Index) -> Iterator[str]:
    """Yield the rules that a condition reads, itself or through what the program works out."""
    if not any(word in source for word in _WORDS):
        return
    for name in _members(functions.expand(source), index):
        if name.startswith(RULE):
            yield name.removeprefix(RULE)
        yield from BEHIND.get(name, ())


def _members(source: str, index: Index) -> Iterator[str]:
    """Yield the dotted names of a condition; `o.below_minimum` in a loop over `offences` as that of an offence."""
    loops = tokens.loops(source)
    for name in tokens.names(source):
        root, _, member = name.partition(".")
        if root not in loops:
            yield name
        yield from (
            f"{index.record_of(ListName(each)).id}.{member}" for each in loops.get(root, ()) if index.has_list(each)
        )
