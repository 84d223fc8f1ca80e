"""Records, sets of fields and types of assistance."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mlawriter.knowledge.definitions.basics import nothing
from mlawriter.knowledge.definitions.questions import Attach, Derived, Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A repeated thing. `name` is the pattern a row is called by; `mark` the letter it is numbered with.

    `full` is the pattern of a row in full (`{item.accounts.full}`), for letters.
    `scope` says whether the whole case or one request holds the rows; `empty` whether a list without
    rows is `unknown` or really `none`. Rows for which `apart_if` holds stand in no list or table of a letter; only
    clauses of items that refer to them name them. `intro_in` introduces the list in requests of a family.
    """

    id: str
    plural: str
    title: str
    title_plural: str
    name: str
    full: str = ""
    mark: str = ""
    scope: str = "case"
    empty: str = "none"
    apart_if: str = ""
    intro: str = ""
    intro_in: Mapping[str, str] = field(default_factory=nothing)
    fields: tuple[Field, ...] = ()
    derived: tuple[Derived, ...] = ()
    summary: tuple[str, ...] = ()

    def within(self, family: str) -> "Record":
        """Return the record as requests of a family show it."""
        return replace(self, intro=self.intro_in.get(family, self.intro))


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSet:
    """Fields shared by several modules or sections (`uses`)."""

    id: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One type of assistance. Its fields are `item.<id>`; its clause is composed once per item."""

    id: str
    title: str
    summary: str
    coercive: bool = False
    coercive_if: str = ""
    evidence: bool = True
    uses: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    clause: str
    undertakings: tuple[str, ...] = ()
    attach: tuple[Attach, ...] = ()
    reviewer_questions: tuple[str, ...] = ()
    delay_reasons: tuple[str, ...] = ()
    cites: tuple[str, ...]
    code: str = ""
