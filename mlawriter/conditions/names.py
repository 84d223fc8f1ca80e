"""Which names a condition may use, and of what type each is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Type(StrEnum):
    """The type a condition sees."""

    TEXT = "string"
    TEXTS = "texts"
    WHOLE = "int"
    DECIMAL = "double"
    YESNO = "bool"
    DAY = "timestamp"
    DAYS = "timestamps"
    PERIOD = "period"
    MONEY = "money"
    FILE = "file"


Members = Mapping[str, Type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All names: single scopes (`case`, `request`), records (one row at hand), lists of rows by plural."""

    scopes: Mapping[str, Members] = field(default_factory=dict)
    records: Mapping[str, Members] = field(default_factory=dict)
    plurals: Mapping[str, str] = field(default_factory=dict)
    """Plural of each list -> its record."""

    @property
    def roots(self) -> frozenset[str]:
        """Every name that may stand at the beginning of a dotted name."""
        return frozenset({*self.scopes, *self.records, *self.plurals, "today"})
