"""Requests of any length: a sample with its facts, persons and events told again and again."""

from dataclasses import replace

from bench._window import TODAY, largest_sample
from mlawriter.app.resources import Resources
from mlawriter.checks.checker import check
from mlawriter.compose.blocks import Draft
from mlawriter.compose.letter import compose_checked
from mlawriter.model import edits
from mlawriter.model.case import Case, Path, Row
from mlawriter.model.ids import CASE, ListName, RowId
from mlawriter.model.values import Text

RESOURCES = Resources()
_LISTS = ("persons", "events", "offences")
PAGES = 12
"""Pages of the sample as it is, with its cover note and its table of compliance."""


def case_times(times: int) -> Case:
    """Return the sample with its facts and its rows of persons, events and offences repeated."""
    case = largest_sample("mla")
    facts = next(path for path in case.answers if path.field == "case.facts_summary")
    told = case.answers[facts]
    assert isinstance(told, Text)
    case = edits.answer(case, facts, Text("\n\n".join([told.text] * times)))
    for name in map(ListName, _LISTS):
        for row in case.shared_rows(name):
            for number in range(1, times):
                case = _again(case, name, row, number)
    return case


def draft_times(times: int) -> Draft:
    """Return the letter of such a case."""
    case = case_times(times)
    checked = check(RESOURCES.law, case, case.requests[0].id, TODAY)
    return compose_checked(checked.view, checked.report, RESOURCES.languages.translator("en"))


def long_draft(pages: int) -> Draft:
    """Return a letter of about so many pages: the blocks of the sample's letter repeated, or the first of them."""
    draft = draft_times(1)
    share = pages / PAGES
    parts = []
    for part in draft.parts:
        whole, rest = int(share), round((share - int(share)) * len(part.blocks))
        parts.append(replace(part, blocks=part.blocks * whole + part.blocks[:rest]))
    return replace(draft, parts=tuple(parts))


def _again(case: Case, name: ListName, row: Row, number: int) -> Case:
    copy = RowId(f"{row.id}x{number}")
    answers = {path: value for path, value in case.answers.items() if path.row == row.id}
    case = edits.add_row(case, CASE, name, Row(copy, row.of))
    for path, value in answers.items():
        case = edits.answer(case, Path(path.scope, path.field, copy), value)
    return case
