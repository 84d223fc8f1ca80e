"""The parameters that apply to a request: what decides them, and which of them are behind a condition."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from mlawriter.checks.rows import Rows
from mlawriter.conditions.engine import Facts
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
DECIDES = frozenset({"own_value", "declaration", "state"})
"""Owners of the answers that can change what applies."""
DECIDING = frozenset(
    {"request.primary_basis", "request.supplementary_bases", "request.requested_state", "request.arrest_basis"}
)
"""Single answers that can."""


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
        state=known_law(rows.index.knowledge, request.get("requested_state"), today) | answered,
    )


def rules_behind(names: Iterable[str]) -> Iterator[str]:
    """Yield the rules that the names of a condition read, themselves or through what the program works out."""
    for name in names:
        if name.startswith(RULE):
            yield name.removeprefix(RULE)
        yield from BEHIND.get(name, ())
