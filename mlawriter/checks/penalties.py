"""What follows from the penalties of an offence: the months that count, and whether they reach the treaty's minimum."""

from decimal import Decimal

from mlawriter.checks.members import Members
from mlawriter.conditions.engine import Fact
from mlawriter.periods.penalty import Measure, Range, is_below, is_counterpart_below, value

_FOR_LIFE = frozenset({"life", "lwop", "death"})
_MEASURES = {each.value: each for each in Measure}


def penalty_members(offence: Members, rule: Members) -> dict[str, Fact]:
    """Return the months that count under both laws, and whether each falls short of the minimum penalty."""
    measure = _MEASURES.get(rule.word("min_penalty_measure"), Measure.MAX)
    own = value(
        Range(
            maximum=offence.whole("max_months"),
            minimum=offence.whole("min_months"),
            life=not _FOR_LIFE.isdisjoint(offence.words("penalties")),
        ),
        measure,
    )
    there = value(
        Range(maximum=offence.whole("counterpart_max_months"), minimum=offence.whole("counterpart_min_months")),
        measure,
    )
    return {**_values(own, there), **_below(own, there, rule)}


def _values(own: Decimal | None, there: Decimal | None) -> dict[str, Fact]:
    named = {"penalty_value": own, "counterpart_value": there}
    return {name: float(months) for name, months in named.items() if months is not None}


def _below(own: Decimal | None, there: Decimal | None, rule: Members) -> dict[str, Fact]:
    threshold = rule.whole("min_penalty_months")
    if threshold is None:
        return {}
    either = rule.word("min_penalty_rule") == "either"
    named = {
        "below_minimum": is_below(own, there, threshold, either=either),
        "counterpart_below": is_counterpart_below(there, threshold, either=either),
    }
    return {name: below for name, below in named.items() if below is not None}
