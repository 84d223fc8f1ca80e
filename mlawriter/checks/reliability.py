"""How reliable an assurance is: the answers to its criteria, weighed as courts and treaty bodies do.

The criteria are those of Othman (Abu Qatada) v. the United Kingdom (ECtHR, 8139/09, paragraph 189); which ones are
asked of an undertaking stands in its file. The colours are a default of the program and no law: they advise.
"""

from typing import TYPE_CHECKING

from mlawriter.conditions.engine import Fact, Facts

if TYPE_CHECKING:
    from mlawriter.knowledge.definitions import Guarantee

GREEN, AMBER, RED = "green", "amber", "red"
DECISIVE = frozenset({"c02", "c03", "c08"})
"""A general promise, one that binds nobody, one that nobody can check: each makes an assurance unreliable by itself."""
_MOST_UNKNOWN = 2


def reliability(guarantee: "Guarantee", answers: Facts) -> dict[str, Fact]:
    """Return how reliable an undertaking is (`reliability`), once any of its criteria is answered."""
    given = {name: answers.get(name, "unknown") for name in guarantee.criteria}
    if not any(name in answers for name in given):
        return {}
    return {"reliability": _colour(given)}


def _colour(given: Facts) -> str:
    failed = {name for name, answer in given.items() if answer == "no"}
    unknown = sum(answer == "unknown" for answer in given.values())
    if failed & DECISIVE or len(failed) > 1:
        return RED
    return AMBER if failed or unknown > _MOST_UNKNOWN else GREEN
