"""Calendar files: what other programs read in them."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from mlawriter.export.ics import Entry, to_ics

MADE = date(2026, 3, 2)


def an_entry(**changes: object) -> Entry:
    given: dict[str, object] = {"uid": "a@mlawriter", "day": date(2026, 7, 12), "title": "Last day", **changes}
    return Entry(**given)  # type: ignore[arg-type]


def read(*entries: Entry) -> Calendar:
    found = Calendar.from_ical(to_ics(entries, name="Deadlines: X 1", stamp=MADE))
    assert isinstance(found, Calendar)
    return found


def test_an_event_takes_the_whole_day() -> None:
    (event,) = read(an_entry()).walk("VEVENT")
    assert event.decoded("dtstart") == date(2026, 7, 12)
    assert event.decoded("dtend") == date(2026, 7, 13)
    assert str(event["uid"]) == "a@mlawriter"


def test_the_same_deadlines_make_the_same_file() -> None:
    first, second = (to_ics([an_entry()], name="X", stamp=MADE) for _ in range(2))
    assert first == second
    assert b"DTSTAMP:20260302T000000Z" in first


def test_an_alarm_rings_in_the_morning_of_its_day() -> None:
    (alarm,) = read(an_entry(alarms=(date(2026, 7, 2),))).walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-10, hours=9)
    assert str(alarm["action"]) == "DISPLAY"


@pytest.mark.parametrize("title", ["Délai; fin, «demain»\\", "期限", "آخر يوم", "x" * 300])
def test_every_script_and_sign_comes_back(title: str) -> None:
    (event,) = read(an_entry(title=title, lines=(title, "second line"))).walk("VEVENT")
    assert str(event["summary"]) == title
    assert str(event["description"]) == f"{title}\nsecond line"


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    written = to_ics([an_entry(title="Ä" * 200)], name="X", stamp=MADE)
    lines = written.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in written.replace(b"\r\n", b"")


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    (event,) = read(an_entry(day=date.max)).walk("VEVENT")
    assert "dtend" not in event


def test_a_calendar_without_events_is_one() -> None:
    assert read().walk("VEVENT") == []
