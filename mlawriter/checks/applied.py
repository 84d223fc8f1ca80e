"""The parameters that apply to a request: what decides them, and which of them are behind a condition."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from mlawriter.checks.rows import Rows
from mlawriter.conditions.engine import Facts
from mlawriter.knowledge.index import Index
from mlawriter.knowledge.parameters import Given, Known, known_law
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName

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
    "request.arrest_soft": _ARREST,
    "request.arrest_deadline": _ARREST,
    "request.arrest_safe": _ARREST,
    "request.remaining_enough": ("sentence_basis", "min_remaining_months"),
}
"""The rules that each computed member goes by."""
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
    return Given(
        request=request,
        own_values=listed["own_values"],
        declarations=listed["declarations"],
        state=known_law(rows.index.knowledge, request.get("asked_state"), today) | answered,
    )


def what_applies(index: Index) -> Iterator[str]:
    """Yield the names of all parameters, and of what the program works out from them."""
    yield from (f"{RULE}{rule}" for rule in index.knowledge.rules)
    yield from BEHIND


def rules_behind(names: Iterable[str]) -> Iterator[str]:
    """Yield the rules that the names of a condition read, themselves or through what the program works out."""
    for name in names:
        if name.startswith(RULE):
            yield name.removeprefix(RULE)
        yield from BEHIND.get(name, ())
