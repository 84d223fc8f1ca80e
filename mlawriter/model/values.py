"""What an answer can be: a closed union of frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from mlawriter.model.ids import RowId


@dataclass(frozen=True, slots=True)
class Text:
    """Words, on one line or many."""

    text: str


@dataclass(frozen=True, slots=True)
class Texts:
    """A list of short texts, in order."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    number: int


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number."""

    number: Decimal


@dataclass(frozen=True, slots=True)
class YesNo:
    """A plain yes or no."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date, of which the day, or the month and the day, may not be known."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse dates that no calendar has.

        Raises:
            ValueError: if the parts do not make a date.
        """
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @property
    def is_whole(self) -> bool:
        """Say whether year, month and day are all known."""
        return self.day is not None

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, as far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)

    @property
    def earliest(self) -> "date":
        """The first day that it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def date(self) -> date | None:
        """The calendar date, absent for a partial one."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class DayRange:
    """A period; an open end is absent."""

    start: Day | None = None
    end: Day | None = None

    @property
    def is_reversed(self) -> bool:
        """Say whether the period certainly ends before it begins, also where its days are known in part only."""
        if self.start is None or self.end is None:
            return False
        known = zip(self.end.parts, self.start.parts, strict=False)
        return next((end < start for end, start in known if end != start), False)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date and time with its offset from UTC."""

    at: datetime

    def __post_init__(self) -> None:
        """Refuse a time without offset.

        Raises:
            ValueError: if the time zone is missing.
        """
        if self.at.tzinfo is None:
            raise ValueError("a time needs its offset from UTC")


@dataclass(frozen=True, slots=True)
class Moments:
    """Several dates with time and offset, in order."""

    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of a closed list."""

    choice: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Several words of a closed list."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A State: ISO 3166-1 alpha-2, or a user-assigned code (AA, QM-QZ, XA-XZ, ZZ), in capitals."""

    code: str


@dataclass(frozen=True, slots=True)
class Countries:
    """Several States."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """A language tag (BCP 47)."""

    tag: str


@dataclass(frozen=True, slots=True)
class Languages:
    """Several languages."""

    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount and its ISO 4217 currency."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Ref:
    """One row of a list (a person, an account)."""

    row: RowId


@dataclass(frozen=True, slots=True)
class Refs:
    """Several rows of a list."""

    rows: tuple[RowId, ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept in the case: SHA-256 in hexadecimal, name as the user knows it, size in bytes."""

    sha256: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class DoesNotApply:
    """The question does not arise, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The answer is not known, and why."""

    reason: str


Value = (
    Text
    | Texts
    | Whole
    | Number
    | YesNo
    | Day
    | DayRange
    | Moment
    | Moments
    | Choice
    | Choices
    | Country
    | Countries
    | Language
    | Languages
    | Money
    | Ref
    | Refs
    | Attachment
    | DoesNotApply
    | NotKnown
)
