"""Time zones: which there are, which a State has, and when a day ends in one."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from pathlib import Path

import tzdata

_MIDNIGHT = datetime.min.time()


def zones() -> tuple[str, ...]:
    """Return the names of all time zones of the world that belong to a State, in alphabetical order."""
    return tuple(sorted({zone for those in _by_state().values() for zone in those}))


def zones_of(code: str) -> tuple[str, ...]:
    """Return the time zones of a State (ISO 3166-1 code); none for one that is not known."""
    return _by_state().get(code, ())


def zone(name: str) -> tzinfo | None:
    """Return a time zone by its name, if there is one."""
    if name not in zones():
        return None
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def end_of_day(day: date, at: tzinfo) -> datetime | None:
    """Return the moment at which a day is over in a time zone, if the calendar reaches so far."""
    if day == date.max:
        return None
    return datetime.combine(day + timedelta(days=1), _MIDNIGHT, at)


@lru_cache(maxsize=1)
def _by_state() -> Mapping[str, tuple[str, ...]]:
    """Return the zones of each State as the time zone database lists them."""
    table = (Path(tzdata.__file__).parent / "zoneinfo" / "zone.tab").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    found: dict[str, list[str]] = {}
    for code, _, name, *_ in lines:
        found.setdefault(code, []).append(name)
    return {code: tuple(names) for code, names in found.items()}
