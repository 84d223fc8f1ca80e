"""What follows from a sentence: its length, what remains, and whether that is enough."""

from mlawriter.checks.members import Members
from mlawriter.conditions.engine import Fact
from mlawriter.periods.sentence import Sentence, gross_days, lasts, remaining_days

_FOR_LIFE = frozenset({"life", "lwop", "death"})
_CREDITS = ("remand_days", "served_days", "extradition_custody_days", "remission_days")


def sentence_members(request: Members, rule: Members) -> dict[str, Fact]:
    """Return the length of the sentence in days, what remains of it, and whether the treaty's minimum remains."""
    start = request.day("sentence_start")
    if start is None or request.word("sentence_kind") in _FOR_LIFE or not _has_length(request):
        return {}
    sentence = Sentence(
        start=start,
        months=request.count("sentence_months"),
        days=request.count("sentence_days"),
        credits=sum(map(request.count, _CREDITS)),
    )
    gross, remaining = gross_days(sentence), remaining_days(sentence)
    if gross is None or remaining is None:
        return {}
    return {"sentence_gross_days": gross, "remaining_computed": remaining, **_enough(request, rule, remaining)}


def _has_length(request: Members) -> bool:
    return any(request.whole(name) is not None for name in ("sentence_months", "sentence_days"))


def _enough(request: Members, rule: Members, remaining: int) -> dict[str, Fact]:
    wanted, calculated = rule.whole("min_remaining_months"), request.day("calculation_date")
    if wanted is None or calculated is None or rule.word("sentence_basis") != "remaining":
        return {}
    return {"remaining_enough": lasts(calculated, remaining, months=wanted)}
