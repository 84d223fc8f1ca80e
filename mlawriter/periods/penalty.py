"""The penalty that an offence carries, measured for a minimum that an instrument sets."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

LIFE = 9999
"""Months that stand for life imprisonment, with or without release, and for death."""


class Measure(StrEnum):
    """Which end of the range counts: the maximum, the minimum, or half of their sum."""

    MAX = "max"
    MIN = "min"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The range of imprisonment in months; no imprisonment is a maximum of 0. `life`: life or death is possible."""

    maximum: int | None = None
    minimum: int | None = None
    life: bool = False


def value(penalty: Range, measure: Measure) -> Decimal | None:
    """Return the months that count, if they are known."""
    if measure is Measure.MIN:
        return _lowest(penalty)
    highest = LIFE if penalty.life else penalty.maximum
    if highest is None:
        return None
    if measure is Measure.MAX or penalty.minimum is None:
        return Decimal(highest)
    return Decimal(highest + penalty.minimum) / 2


def _lowest(penalty: Range) -> Decimal | None:
    """Return the minimum; without one it is 0 where there is no imprisonment, and life where there is nothing else."""
    if penalty.minimum is not None:
        return Decimal(penalty.minimum)
    if penalty.life:
        return Decimal(LIFE) if penalty.maximum is None else None
    return Decimal(0) if penalty.maximum == 0 else None


def is_below(own: Decimal | None, counterpart: Decimal | None, threshold: int, *, either: bool) -> bool | None:
    """Say whether an offence misses a minimum penalty; absent while that is not known.

    The requesting State's law must reach it; with `either` it is enough that the law of one of the States does.
    """
    if own is None:
        return None
    if own >= threshold or not either:
        return own < threshold
    return None if counterpart is None else counterpart < threshold


def is_counterpart_below(counterpart: Decimal | None, threshold: int, *, either: bool) -> bool | None:
    """Say whether the law of the requested State misses the minimum, where both laws must reach it."""
    if either or counterpart is None:
        return None
    return counterpart < threshold
