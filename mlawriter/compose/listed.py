"""The rows that the lists and tables of a document show."""

from mlawriter.checks.rows import Placed
from mlawriter.checks.units import View
from mlawriter.conditions.truth import Truth
from mlawriter.model.ids import ListName


def listed(view: View, name: ListName) -> tuple[Placed, ...]:
    """Return the rows of a list without those that are set apart: they are named only where a field refers to them."""
    return tuple(placed for placed in view.world.rows.by_list[name] if not _is_apart(view, placed))


def _is_apart(view: View, placed: Placed) -> bool:
    record = view.index.knowledge.records.get(placed.record)
    return record is not None and bool(record.apart_if) and view.world.holds(record.apart_if, placed) is Truth.TRUE
