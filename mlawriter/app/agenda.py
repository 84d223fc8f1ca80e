"""Deadlines in words: for the window, the terminal, a calendar, and as documented JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from mlawriter.app import applied
from mlawriter.app.wording import WEIGHTS, source
from mlawriter.checks.checker import Checked
from mlawriter.checks.deadlines import own_zone
from mlawriter.checks.dues import Due, Reckoned, Standing
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.definitions import Knowledge

LINE = Message("{date}: {title} ({weight}; {standing})")
LEFT = Message("{n} day left", plural="{n} days left")
LAST_DAY = Message("today is the last day", context="deadline")
AGO = Message("passed {n} day ago", plural="passed {n} days ago")
STANDINGS = {
    Standing.OUT_OF_REACH: Message("cannot be met any more", context="deadline"),
    Standing.MET: Message("met", context="deadline"),
    Standing.LATE: Message("met, but late", context="deadline"),
}
DAYS_AFTER = Message("{n} day after {date}", plural="{n} days after {date}")
DAYS_BEFORE = Message("{n} day before {date}", plural="{n} days before {date}")
MONTHS_AFTER = Message("{n} month after {date}", plural="{n} months after {date}")
MONTHS_BEFORE = Message("{n} month before {date}", plural="{n} months before {date}")
ENDS = Message("It ends in the requested State at {there}; here that is {here}.")
ALARMS = Message("Reminders: {dates}")
SOURCES = Message("Sources: {sources}")
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Wording:
    """Says deadlines in one language. `here` is the time zone of the user; without one, that of the machine."""

    knowledge: Knowledge
    speak: Translator
    today: date
    here: tzinfo | None = None

    def line(self, due: Due) -> str:
        """Return a deadline on one line."""
        weight = WEIGHTS[due.weight]
        filled = LINE.fill(date=self.day(due.day), title=due.title, weight=weight, standing=self.standing(due))
        return self.speak(filled)

    def day(self, day: date) -> str:
        """Return a date."""
        return self.speak.date(day.year, day.month, day.day)

    def standing(self, due: Due) -> str:
        """Return how a deadline stands: the days that are left, or that it is passed, met, or out of reach."""
        if due.standing in STANDINGS:
            return self.speak(STANDINGS[due.standing])
        left = (due.day - self.today).days
        if left == 0:
            return self.speak(LAST_DAY)
        return self.speak(LEFT.fill(n=left) if left > 0 else AGO.fill(n=-left))

    def details(self, due: Due) -> Iterator[str]:
        """Yield why it is this day: how it was counted, what it rests on, when it ends, when it reminds."""
        if due.note:
            yield self.speak(due.note)
        yield from self.reckoned(due.reckoned)
        yield from (applied.settled(each, self.knowledge, self.speak) for each in due.parameters)
        if due.ends:
            yield self.speak(ENDS.fill(there=self._last_minute(due.ends), here=self._last_minute(self._here(due.ends))))
        if due.alarms and not due.standing.is_over:
            yield self.speak(ALARMS.fill(dates=self.speak.listing([self.day(alarm) for alarm in due.alarms])))
        if due.cites:
            named = dict.fromkeys(source(cite, self.knowledge, self.speak) for cite in due.cites)
            yield self.speak(SOURCES.fill(sources="; ".join(named)))

    def reckoned(self, reckoned: Reckoned) -> Iterator[str]:
        """Yield how a day was counted."""
        if reckoned.start is None:
            return
        start = self.day(reckoned.start)
        if reckoned.months:
            months = MONTHS_BEFORE if reckoned.before else MONTHS_AFTER
            yield self.speak(months.fill(n=reckoned.months, date=start))
        if reckoned.days:
            yield self.speak((DAYS_BEFORE if reckoned.before else DAYS_AFTER).fill(n=reckoned.days, date=start))

    def _here(self, moment: datetime) -> datetime:
        return moment.astimezone(self.here)

    def _last_minute(self, moment: datetime) -> str:
        return self.speak.time(moment - _MINUTE)


def wording(checked: Checked, speak: Translator) -> Wording:
    """Return how to say the deadlines of a request."""
    return Wording(checked.law.knowledge, speak, checked.today, own_zone(checked.view))


def as_text(dues: Sequence[Due], wording: Wording) -> Iterator[str]:
    """Yield the deadlines as lines for people."""
    for due in dues:
        yield wording.line(due)
        yield from (f"  {line}" for line in wording.details(due))


def as_json(dues: Sequence[Due], wording: Wording) -> list[dict[str, object]]:
    """Return the deadlines in the documented form (`docs/json.md`)."""
    return [_json(due, wording) for due in dues]


def _json(due: Due, wording: Wording) -> dict[str, object]:
    return {
        "id": due.id,
        "code": due.code or None,
        "title": wording.speak(due.title),
        "day": due.day.isoformat(),
        "ends_at": due.ends.isoformat() if due.ends else None,
        "weight": due.weight.value,
        "standing": due.standing.value,
        "since": due.since.isoformat() if due.since else None,
        "counted": _counted(due.reckoned),
        "parameters": applied.as_json(due.parameters),
        "alarms": [alarm.isoformat() for alarm in due.alarms],
        "scope": due.path.scope,
        "field": due.path.field,
        "row": due.path.row,
        "cites": [
            {"instrument": cite.instrument, "article": cite.article, "verified": cite.verified} for cite in due.cites
        ],
    }


def _counted(reckoned: Reckoned) -> dict[str, object] | None:
    if reckoned.start is None or not (reckoned.days or reckoned.months):
        return None
    return {
        "from": reckoned.start.isoformat(),
        "days": reckoned.days,
        "months": reckoned.months,
        "before": reckoned.before,
    }
