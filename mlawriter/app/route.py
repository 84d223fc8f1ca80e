"""The steps of a request: its pages, one more for each item of assistance, and the last one to check and export."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mlawriter.checks.report import Certainty, Report
from mlawriter.knowledge.definitions import Page, RequestKind, Severity
from mlawriter.knowledge.index import ITEM, ITEMS, Index
from mlawriter.model.case import Case, Path, Row
from mlawriter.model.ids import CASE, ListName, Scope

FINISH = Page(id="check_and_export", title="Check and export")
"""The last step; it holds no questions."""


class State(StrEnum):
    """How far a step is. `FINDINGS` means that something essential is missing or wrong."""

    EMPTY = "empty"
    STARTED = "started"
    FINDINGS = "findings"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Step:
    """One place of the outline: a page, or one item of the page of assistance."""

    page: Page
    row: Row | None = None

    @property
    def key(self) -> str:
        """What this step is called inside the program."""
        return f"{self.page.id}/{self.row.id}" if self.row else self.page.id


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is: state, answers given, findings that stop a final letter."""

    state: State
    answered: int = 0
    findings: int = 0


@dataclass(frozen=True)
class Route:
    """The steps of one kind of request, and which step each answer belongs to."""

    kind: RequestKind
    places: Mapping[str, str]
    _keys: dict[Path, str] = field(default_factory=dict, compare=False)

    def steps(self, case: Case, scope: Scope) -> tuple[Step, ...]:
        """Return all steps in order."""
        found: list[Step] = []
        for page in self.kind.pages:
            found.append(Step(page))
            if ITEMS in page.lists:
                found.extend(Step(page, row) for row in case.list_rows(scope, ITEMS))
        return (*found, Step(FINISH))

    def locate(self, path: Path) -> str:
        """Return the key of the step where an answer is given; of the first step if no page asks it."""
        if path not in self._keys:
            owner = path.field.partition(".")[0]
            page = self.places.get(path.field) or self.places.get(owner) or self.kind.pages[0].id
            self._keys[path] = f"{page}/{path.row}" if owner == ITEM and path.row else page
        return self._keys[path]

    def progress(self, case: Case, scope: Scope, report: Report) -> Mapping[str, Progress]:
        """Return how far each step is; a row that was added counts as an answer."""
        answered = {step.key: 0 for step in self.steps(case, scope) if step.page is not FINISH}
        for path in case.answers:
            if path.scope in (CASE, scope):
                key = self.locate(path)
                answered[key] = answered.get(key, 0) + 1
        for (owner, name), rows in case.rows.items():
            if owner in (CASE, scope) and name in self.places:
                answered[self.places[name]] += len(rows)
        blocking: dict[str, int] = {}
        waiting: dict[str, int] = {}
        for finding in report.findings:
            counted = blocking if finding.blocks else waiting
            weighs = finding.certainty is Certainty.UNKNOWN and finding.severity is not Severity.ADVISORY
            if finding.blocks or weighs:
                key = self.locate(finding.path)
                counted[key] = counted.get(key, 0) + 1
        return {key: _progress(count, blocking.get(key, 0), waiting.get(key, 0)) for key, count in answered.items()}


def _progress(answered: int, blocking: int, waiting: int) -> Progress:
    if blocking and answered:
        return Progress(State.FINDINGS, answered, blocking)
    if not answered:
        return Progress(State.EMPTY, answered, blocking)
    return Progress(State.STARTED if waiting else State.COMPLETE, answered, blocking)


def route(kind: RequestKind, index: Index) -> Route:
    """Return the route through a kind of request."""
    places: dict[str, str] = {}
    for page in kind.pages:
        for name in page.sections:
            section = index.knowledge.sections[name]
            places.update({f"{section.scope}.{entry.id}": page.id for entry in section.fields})
        for plural in page.lists:
            places[plural] = page.id
            places[ITEM if plural == ITEMS else index.record_of(ListName(plural)).id] = page.id
    return Route(kind, places)
