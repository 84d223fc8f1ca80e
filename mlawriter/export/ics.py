"""Deadlines as a calendar file (iCalendar, RFC 5545) that every calendar program can take in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_AT_WORK = timedelta(hours=9)
"""When an alarm rings on its day: the day itself begins at midnight."""
_PROGRAM = "-//mlawriter//Deadlines//EN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One day of the calendar. `uid` stays the same whenever the same deadline is exported again."""

    uid: str
    day: date
    title: str
    lines: Sequence[str] = ()
    kind: str = ""
    alarms: Sequence[date] = ()


def to_ics(entries: Iterable[Entry], *, name: str, stamp: date) -> bytes:
    """Return a calendar with all-day events; `stamp` is the day it is made on, so that equal calendars are equal."""
    from icalendar import Calendar

    calendar = Calendar()
    for key, value in (("prodid", _PROGRAM), ("version", "2.0"), ("method", "PUBLISH"), ("x-wr-calname", name)):
        calendar.add(key, value)
    made = datetime.combine(stamp, time(), UTC)
    for entry in entries:
        calendar.add_component(_event(entry, made))
    return bytes(calendar.to_ical())


def _event(entry: Entry, made: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made)
    event.add("dtstart", entry.day)
    if entry.day < date.max:
        event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", entry.title)
    if entry.lines:
        event.add("description", "\n".join(entry.lines))
    if entry.kind:
        event.add("categories", [entry.kind])
    event.add("transp", "TRANSPARENT")
    for alarm in _alarms(entry):
        event.add_component(alarm)
    return event


def _alarms(entry: Entry) -> Iterator["Alarm"]:
    from icalendar import Alarm

    for day in entry.alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", day - entry.day + _AT_WORK)
        yield alarm
