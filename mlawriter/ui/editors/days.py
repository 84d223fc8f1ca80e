"""Editors of dates, periods and times."""

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QLabel

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.model.values import Day, DayRange, Moment, Moments, Value
from mlawriter.ui import typed
from mlawriter.ui.controls import TextBox
from mlawriter.ui.editors.base import Setting
from mlawriter.ui.editors.typed_line import TypedEditor
from mlawriter.ui.question import Question

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""English is understood in every language of the window."""


class DayEditor(TypedEditor):
    """A date, typed freely; month or year alone are enough."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.line = self.typing_line(placeholder=Message("31.03.2026 or 2026", context="placeholder"))
        self.lead(self.line)
        self.add_line(self.line)

    def write(self, value: Value | None) -> None:
        """Write the date in words."""
        self.line.setText(day_words(value, self.setting.say) if isinstance(value, Day) else "")

    def read(self) -> Value | Message | None:
        """Read the date."""
        return read_day(self.line.text(), self.setting.say)


class PeriodEditor(TypedEditor):
    """A period: first and last day, either of which may be open."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.start = self.typing_line(Message("from", context="period"))
        self.end = self.typing_line(Message("to", context="period"))
        self.lead(self.start)
        row = QHBoxLayout()
        for word, line in (
            (Message("from", context="period"), self.start),
            (Message("to", context="period"), self.end),
        ):
            label = QLabel(self.say(word))
            label.setBuddy(line)
            row.addWidget(label)
            row.addWidget(line)
        row.addStretch()
        self.column.addLayout(row)

    def write(self, value: Value | None) -> None:
        """Write both days in words."""
        period = value if isinstance(value, DayRange) else DayRange()
        self.start.setText(day_words(period.start, self.setting.say) if period.start else "")
        self.end.setText(day_words(period.end, self.setting.say) if period.end else "")

    def read(self) -> Value | Message | None:
        """Read both days."""
        start, end = (read_day(line.text(), self.setting.say) for line in (self.start, self.end))
        if isinstance(start, Message):
            return start
        if isinstance(end, Message):
            return end
        if start and end and _first(end) < _first(start):
            return Message("The period ends before it begins. Please check both dates.")
        return DayRange(start, end) if start or end else None


class MomentEditor(TypedEditor):
    """A date with time of day and offset from UTC."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.line = self.typing_line(placeholder=Message("2026-04-21 09:00 +02:00", context="placeholder"))
        self.lead(self.line)
        self.add_line(self.line)

    def write(self, value: Value | None) -> None:
        """Write date, time and offset."""
        self.line.setText(moment_words(value) if isinstance(value, Moment) else "")

    def read(self) -> Value | Message | None:
        """Read date, time and offset."""
        text = self.line.text()
        return typed.moment(text, month_numbers(self.setting.say)) if text.strip() else None


class MomentsEditor(TypedEditor):
    """Several dates with time, one on a line."""

    def __init__(self, question: Question, setting: Setting) -> None:
        super().__init__(question, setting)
        self.box = TextBox(rows=2, most=8)
        self.box.setPlaceholderText(self.say(Message("One per line, like 2026-04-21 09:00 +02:00")))
        self.name(self.box, Message("one per line"))
        self.lead(self.box)
        self.box.textChanged.connect(self._typed)
        self.box.left.connect(self.commit)
        self.column.addWidget(self.box)
        self._writing = False

    def write(self, value: Value | None) -> None:
        """Write one moment on each line."""
        self._writing = True
        self.box.setPlainText("\n".join(map(moment_words, value.moments)) if isinstance(value, Moments) else "")
        self._writing = False

    def read(self) -> Value | Message | None:
        """Read one moment from each line."""
        found: list[Moment] = []
        for line in filter(str.strip, self.box.toPlainText().splitlines()):
            moment = typed.moment(line, month_numbers(self.setting.say))
            if isinstance(moment, Message):
                return moment
            found.append(moment)
        return Moments(tuple(found)) if found else None

    def _typed(self) -> None:
        if not self._writing:
            self.typing()


def day_words(day: Day, say: Translator) -> str:
    """Return a date in words, as it may be typed."""
    return say.date(day.year, day.month, day.day)


def moment_words(moment: Moment) -> str:
    """Return a date and time as it may be typed."""
    clock = "%H:%M:%S" if moment.at.second else "%H:%M"
    return f"{moment.at:%Y-%m-%d} {moment.at:{clock}} {moment.at.isoformat()[-6:]}"


def read_day(text: str, say: Translator) -> Day | Message | None:
    """Return the date that a text names; nothing for an empty one."""
    return typed.day(text, month_numbers(say)) if text.strip() else None


def month_numbers(say: Translator) -> Mapping[str, int]:
    """Return the names of the months of a language and of English, in small letters, with their numbers."""
    english = (_MONTHS, tuple(month[:3] for month in _MONTHS))
    named: dict[str, int] = {}
    for months in (*english, *say.cldr.months.values()):
        named |= {word.lower().rstrip("."): number for number, word in enumerate(months, start=1)}
    return named


def _first(day: Day) -> tuple[int, int, int]:
    return day.year, day.month or 1, day.day or 1
