"""`{property.offences.marks}` gives the marks of the rows that a field refers to, and nothing else."""

from worlds import CASES, case_of, checked, language

from mlawriter.checks.units import View
from mlawriter.compose.filling import Filler
from mlawriter.model import edits
from mlawriter.model.ids import CASE, ListName, RowId


def said(pattern: str, *, without: str = "") -> list[str]:
    case, _ = case_of(CASES / "mod_restraint_full.toml")
    if without:
        case = edits.remove_row(case, CASE, ListName(without), RowId("o1"))
    view: View = checked(case).view
    placed = view.world.rows.by_id[RowId("as1")]
    lines = Filler(view, language()).fill_pattern(pattern, placed)
    return ["".join(span.text for span in filled.line) for filled in lines]


def test_only_the_marks_are_given() -> None:
    assert said("{property.offences.marks} / {property.events.marks}") == ["O1 / F1"]


def test_one_reference_is_given_by_its_mark_too() -> None:
    assert said("{property.holder.marks}") == ["E1"]


def test_a_row_that_is_gone_takes_the_line_away() -> None:
    assert said("{property.offences.marks?}", without="offences") == []
