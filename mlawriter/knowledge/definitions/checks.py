"""Checks and deadlines."""

from dataclasses import dataclass
from enum import StrEnum

from mlawriter.knowledge.definitions.basics import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check that is not simply "this field is required". Fires when `when` is true.

    `each` names a record (one finding per row) or `item`; `modules` limits `item` to those modules, `families` the
    check to requests of those families. `starts` names kinds of request that the user may begin from the finding.
    """

    id: str
    code: str = ""
    severity: Severity
    each: str = ""
    modules: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    when: str
    message: str
    why: str = ""
    fix: str
    starts: tuple[str, ...] = ()
    cites: tuple[str, ...]


class DeadlineWeight(StrEnum):
    """What a deadline is: the end of a period, a day from which release is possible, an aim, or a reminder."""

    LIMIT = "limit"
    RELEASE_POSSIBLE = "release_possible"
    TARGET = "target"
    REMINDER = "reminder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day to keep in view; with `each` (a record) or `modules` (of items) one for each row.

    It is the day in `from` (answered or computed), or so many `days` or `months` after it, or as many as a `rule`
    says (months, if its id ends so); `more` names a whole number of days to be added, `before` counts backwards.
    `since` is where the period begins, if not on the day in `from`; `rests_on` names further rules that it follows
    from. It is met once `met_by` is answered (yes, or with a day), and out of reach while `too_late_if` holds.
    `alarms` are days before it, `half_time` one more when half of the period is over. `fix` is where it leads.
    """

    id: str
    code: str = ""
    families: tuple[str, ...] = ()
    title: str
    note: str = ""
    each: str = ""
    modules: tuple[str, ...] = ()
    start: str
    days: int = 0
    months: int = 0
    rule: str = ""
    more: str = ""
    before: bool = False
    since: str = ""
    rests_on: tuple[str, ...] = ()
    when: str = ""
    met_by: str = ""
    too_late_if: str = ""
    weight: DeadlineWeight
    alarms: tuple[int, ...] = ()
    half_time: bool = False
    fix: str
    cites: tuple[str, ...]

    @property
    def counts_months(self) -> bool:
        """Say whether its rule counts months."""
        return self.rule.endswith("_months")
