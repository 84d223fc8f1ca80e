"""What follows from the nationalities of a person: how many, and whether one is that of the requested State."""

from collections.abc import Sequence
from datetime import date

from mlawriter.checks.members import Members
from mlawriter.conditions.engine import Fact

_AT_OFFENCE = "offence"


def citizenship_members(
    nationalities: Sequence[Members], requested: str, began: Sequence[date], reference: str, today: date
) -> dict[str, Fact]:
    """Return the number of nationalities, and what is known of the one of the requested State.

    It is the nationality of today; where the offence is the time that decides (`reference`), also that of then.
    """
    if not nationalities:
        return {}
    found: dict[str, Fact] = {"nationality_count": len(nationalities)}
    if not requested:
        return found
    of_requested = [each for each in nationalities if each.word("country") == requested]
    days = [today, *began] if reference == _AT_OFFENCE else [today]
    found["national_of_requested"] = any(_is_held(each, day) for each in of_requested for day in days)
    acquired = [day for each in of_requested if (day := each.day("acquired_on"))]
    if acquired and began:
        found["nationality_after_offence"] = any(day > min(began) for day in acquired)
    return found


def _is_held(nationality: Members, day: date) -> bool:
    since, lost = nationality.day("acquired_on"), nationality.day("lost_on")
    return (since is None or since <= day) and (lost is None or lost > day)
