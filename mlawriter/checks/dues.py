"""A day of a request to keep in view."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mlawriter.i18n.message import Message
from mlawriter.knowledge.cites import Cite
from mlawriter.knowledge.definitions import DeadlineWeight
from mlawriter.knowledge.parameters import Parameter
from mlawriter.model.case import Path


class Standing(StrEnum):
    """How a day stands: still far, near, out of reach, passed, or done, in time or late."""

    OPEN = "open"
    NEAR = "near"
    OUT_OF_REACH = "out_of_reach"
    PASSED = "passed"
    MET = "met"
    LATE = "late"

    @property
    def is_over(self) -> bool:
        """Say whether nothing is left to do."""
        return self in {Standing.MET, Standing.LATE}

    @property
    def is_lost(self) -> bool:
        """Say whether the day is passed, or cannot be met any more."""
        return self in {Standing.PASSED, Standing.OUT_OF_REACH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """How a day was worked out: the day it was counted from, and how far (neither for a day that was entered)."""

    start: date | None = None
    days: int = 0
    months: int = 0
    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One day, why it is this one, and where its answer stands. `since` is where the period begins."""

    id: str
    title: Message
    note: Message | None = None
    day: date
    ends: datetime | None = None
    """When the day is over in the requested State, if its time zone is known."""
    weight: DeadlineWeight
    standing: Standing
    since: date | None = None
    reckoned: Reckoned = Reckoned()
    parameters: tuple[Parameter, ...] = ()
    alarms: tuple[date, ...] = ()
    cites: tuple[Cite, ...] = ()
    code: str = ""
    path: Path
    row: str = ""

    @property
    def is_lost(self) -> bool:
        """Say whether a limit is passed or out of reach; behind a plan or after a reminder nothing is lost yet."""
        return self.standing.is_lost and self.weight is DeadlineWeight.LIMIT
