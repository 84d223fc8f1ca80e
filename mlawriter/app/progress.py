"""How far each step of a request has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mlawriter.checks.checker import Checked
from mlawriter.checks.report import Certainty
from mlawriter.conditions.truth import Truth
from mlawriter.knowledge.definitions import Field, Page
from mlawriter.model.case import Path
from mlawriter.model.ids import ListName


class PageState(StrEnum):
    """What the outline shows of a step."""

    EMPTY = "empty"
    STARTED = "started"
    FINDINGS = "findings"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class PageStatus:
    """One step: its state, how many findings stand on it, how many of its questions are answered."""

    state: PageState
    blocking: int
    answered: int
    asked: int


def page_status(checked: Checked, page: Page) -> PageStatus:
    """Return how far a page has come."""
    asked = list(_questions(checked, page))
    paths = {path for path, _ in asked} | {checked.view.list_path(name) for name in page.lists}
    answered = sum(path in checked.case.answers for path, _ in asked)
    standing = [finding for finding in checked.report.findings if finding.path in paths]
    blocking = sum(finding.blocks for finding in standing)
    is_open = any(finding.certainty is Certainty.UNKNOWN for finding in standing)
    return PageStatus(
        _state(answered, blocking, is_open=is_open, started=_is_started(checked, page)), blocking, answered, len(asked)
    )


def _state(answered: int, blocking: int, *, is_open: bool, started: bool) -> PageState:
    if not answered and not started:
        return PageState.EMPTY if blocking or is_open else PageState.COMPLETE
    if blocking:
        return PageState.FINDINGS
    return PageState.STARTED if is_open else PageState.COMPLETE


def _is_started(checked: Checked, page: Page) -> bool:
    return any(checked.view.world.rows.by_list[ListName(name)] for name in page.lists)


def _questions(checked: Checked, page: Page) -> Iterator[tuple[Path, Field]]:
    index, world = checked.law.index, checked.view.world
    for section in page.sections:
        for path, entry in index.section_fields(section, checked.request_id):
            if world.holds(entry.shown_if) is not Truth.FALSE:
                yield path, entry
    for name in page.lists:
        for placed in world.rows.by_list[ListName(name)]:
            for member, entry in index.row_fields(ListName(name), placed.row):
                if world.holds(entry.shown_if, placed) is not Truth.FALSE:
                    yield Path(placed.scope, member, placed.row.id), entry
