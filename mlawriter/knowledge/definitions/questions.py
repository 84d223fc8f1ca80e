"""Questions of the window: fields, what differs by family or kind of request, what derives from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from mlawriter.knowledge.definitions.basics import Kind, Need, Severity, nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a field says otherwise in requests of one family; what is not said here stays as it is."""

    label: str | None = None
    help: str | None = None
    example: str | None = None
    need: Need | None = None
    essential_if: str | None = None
    recommended_if: str | None = None
    shown_if: str | None = None
    severity: Severity | None = None
    cites: tuple[str, ...] | None = None
    code: str | None = None

    def of(self, entry: "Field") -> "Field":
        """Return a field with what is different."""
        found = {each.name: getattr(self, each.name) for each in fields(Difference)}
        return replace(entry, differs={}, **{name: value for name, value in found.items() if value is not None})


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise(Difference):
    """What some questions say otherwise in requests of one kind.

    `questions` names them: `case.requesting_state`, or `person.*` for all of a record or scope.
    """

    questions: tuple[str, ...]

    def concerns(self, name: str) -> bool:
        """Say whether a question, by its dotted name, is one of them."""
        return any(fits(name, word) for word in self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. `to` names the record (singular id) a ref points to; `example` shows a model answer.

    `options = "instruments"` lets a choice take the ids of the instruments instead of `choices`, `"grounds"` those of
    grounds for refusal, `"guarantees"` those of undertakings, `"time_zones"` the time zones of the world.
    `ltr` marks references, telephone numbers and the like, which read left to right in every language; what is `proper`
    is a name or an address. Neither is translated.
    What is `internal` is kept for the office itself: no letter prints it.
    What is a request's `own` (its reference, its date) is not taken over by a request that starts from another.
    `severity` says what a missing answer weighs where the law weighs it otherwise than by its need (`essential` for
    `need = "essential"`, `conditional` for `essential_if`). `families` limits it to requests of those families.
    `choices_in` names for a family the choices that only its requests offer (`ext_*`: all that begin so; of several
    words that fit, the longest counts); `differs` says for a family what is
    otherwise there: need, conditions, help, sources, code.
    """

    id: str
    kind: Kind
    label: str
    help: str = ""
    example: str = ""
    need: Need = Need.OPTIONAL
    essential_if: str = ""
    recommended_if: str = ""
    shown_if: str = ""
    severity: Severity | None = None
    choices: Mapping[str, str] = field(default_factory=nothing)
    options: str = ""
    to: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    code: str = ""
    ltr: bool = False
    proper: bool = False
    own: bool = False
    internal: bool = False
    hidden: bool = False
    until: date | None = None
    renamed_from: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    choices_in: Mapping[str, tuple[str, ...]] = field(default_factory=nothing)
    differs: Mapping[str, Difference] = field(default_factory=nothing)

    def within(self, family: str) -> "Field":
        """Return the field as requests of a family ask it."""
        other = self.differs.get(family)
        return other.of(self) if other else self

    def offered(self, family: str) -> tuple[str, ...]:
        """Return the choices that requests of a family offer, in order."""
        return tuple(key for key in self.choices if family in (self._families(key) or (family,)))

    def _families(self, key: str) -> tuple[str, ...]:
        """Return the families that the closest words in `choices_in` give a choice to; nothing: all."""
        found = [(len(word), name) for name, words in self.choices_in.items() for word in words if fits(key, word)]
        closest = max((length for length, _ in found), default=0)
        return tuple(name for length, name in found if length == closest)

    @property
    def shown(self) -> str:
        """The condition on which it is asked, its families included."""
        if not self.families:
            return self.shown_if
        among = f"request.family in [{', '.join(repr(each) for each in self.families)}]"
        return f"{among} && ({self.shown_if})" if self.shown_if else among


def fits(key: str, word: str) -> bool:
    """Say whether a word means a key: it is the same, or ends in `*` and begins like it."""
    return key.startswith(word[:-1]) if word.endswith("*") else key == word


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A yes-or-no member of a record that follows from other answers."""

    id: str
    label: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attach:
    """A document that must or should be annexed."""

    document: str
    when: str = ""
    certified: bool = False
    translated: bool = False
    need: Need = Need.ESSENTIAL
    cites: tuple[str, ...] = ()
    code: str = ""
