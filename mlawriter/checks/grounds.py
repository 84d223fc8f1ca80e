"""What is known of the grounds for refusal that rows name: what could remove them, what could take their place."""

from collections.abc import Iterable

from mlawriter.checks.rows import Placed
from mlawriter.conditions.engine import Fact, Facts
from mlawriter.knowledge.cites import parse_cite
from mlawriter.knowledge.definitions import Ground
from mlawriter.knowledge.index import Index, naming_ground


def ground_members(index: Index, placed: Placed, answers: Facts, bases: Fact | None) -> dict[str, Fact]:
    """Return what follows from the ground that a row names; nothing for rows that name none.

    Whether it is mandatory or optional is unknown without a legal basis.
    """
    ground = ground_of(index, placed, answers)
    if ground is None:
        return {}
    members: dict[str, Fact] = {
        "ground_curable": ground.curable_by_information.value,
        "ground_assurances": list(ground.curable_by),
        "ground_alternatives": list(ground.alternatives),
        "ground_absolute": ground.absolute,
    }
    if isinstance(bases, list):
        chosen = frozenset(index.with_applied(map(str, bases)))
        members["ground_mandatory"] = _cites(ground.mandatory_in, chosen)
        members["ground_optional"] = _cites(ground.optional_in, chosen)
        members["ground_excluded"] = _cites(ground.excluded_in, chosen)
    return members


def ground_of(index: Index, placed: Placed, answers: Facts) -> Ground | None:
    """Return the ground that a row names, if it names one."""
    record = index.knowledge.records.get(placed.record)
    named = answers.get(naming_ground(record)) if record else None
    return index.knowledge.grounds.get(named) if isinstance(named, str) else None


def _cites(written: Iterable[str], instruments: frozenset[str]) -> bool:
    return any(parse_cite(each).instrument in instruments for each in written)
