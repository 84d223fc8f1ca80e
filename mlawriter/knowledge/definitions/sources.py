"""Rules, and the profiles of States, each line with its source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mlawriter.knowledge.definitions.basics import Kind, nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A parameter; `default` with its source stands in where no treaty and no State sets it.

    Parameters of one `group` are taken from one and the same source, so that no time limit is put together from two
    treaties; a default that belongs to the group does not stand in while one of `default_unless` is set. The
    instrument named in the answer `basis_field` comes before the other legal bases. A parameter of kind `choice` has
    `choices`. What is known of the law of the requested State is taken from its member of the same name, or from
    `state_field`. A rule of the `program` is no matter of treaties.
    """

    id: str
    kind: Kind
    label: str
    choices: Mapping[str, str] = field(default_factory=nothing)
    families: tuple[str, ...] = ()
    program: bool = False
    group: str = ""
    basis_field: str = ""
    state_field: str = ""
    default: int | str | bool | None = None
    default_source: str = ""
    default_unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StateEntry:
    """One line of a State's profile, with its source and the dates it holds for."""

    value: int | str | bool | tuple[str, ...]
    source: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is known of a State's law and practice. The id is its ISO code in small letters."""

    id: str
    entries: Mapping[str, StateEntry] = field(default_factory=nothing)
