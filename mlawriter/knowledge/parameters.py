"""Parameters with their source: treaty before the law of the requested State before defaults that bind nobody."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mlawriter.knowledge.cites import Cite
from mlawriter.knowledge.definitions import MODEL, Kind, Knowledge, Rule, StateEntry

Scalar = int | str | bool
Entry = Scalar | list[str]
MEMBERS = ("number", "yes", "word")
"""The members of `own_value` that hold a value, by the kind of the rule."""


class Origin(StrEnum):
    """Where the value of a parameter comes from."""

    INSTRUMENT = "instrument"
    OWN = "own"
    STATE = "state"
    MODEL = "model"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """The value of a rule for one request, and its source.

    `cite` is the article of the instrument (also of one whose value the user entered: `own`, or of a model that binds
    nobody: `model`); `source` and `day` say where the law of the requested State was looked up.
    """

    rule: str
    value: Scalar
    origin: Origin
    cite: Cite | None = None
    source: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Something known of the law of the requested State, and where it was looked up."""

    value: object
    source: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What decides the parameters of a request: its answers, rows of own values and declarations, the State's law."""

    request: Mapping[str, object] = field(default_factory=dict)
    own_values: Sequence[Mapping[str, object]] = ()
    declarations: Sequence[Mapping[str, object]] = ()
    state: Mapping[str, Known] = field(default_factory=dict)


_Layer = Mapping[str, Parameter]


def parameters(knowledge: Knowledge, given: Given) -> dict[str, Parameter]:
    """Return every parameter that something sets, group by group; those of one from one and the same source."""
    resolver = _Resolver(knowledge, given)
    found: dict[str, Parameter] = {}
    for rules in _grouped(knowledge).values():
        settled = resolver.resolve(rules)
        found |= {rule.id: settled[rule.id] for rule in rules if rule.id in settled}
    return found


def profile(knowledge: Knowledge, code: object, today: date) -> dict[str, Entry]:
    """Return the entries of a State's profile that are in force today."""
    found = _in_force(knowledge, code, today)
    return {name: list(each.value) if isinstance(each.value, tuple) else each.value for name, each in found.items()}


def known_law(knowledge: Knowledge, code: object, today: date) -> dict[str, Known]:
    """Return what a State's profile says today, with its sources."""
    found = _in_force(knowledge, code, today)
    return {name: Known(entry.value, entry.source, entry.since) for name, entry in found.items()}


def fits(rule: Rule, value: object) -> bool:
    """Say whether a value is one that a rule can have."""
    match rule.kind:
        case Kind.YESNO:
            return isinstance(value, bool)
        case Kind.WHOLE:
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case Kind.CHOICE:
            return isinstance(value, str) and value in rule.choices
        case _:
            return isinstance(value, str)


def member(rule: Rule) -> str:
    """Return the member of `own_value` that holds a value of a rule."""
    match rule.kind:
        case Kind.WHOLE:
            return "number"
        case Kind.YESNO:
            return "yes"
        case _:
            return "word"


def entered(rule: Rule, row: Mapping[str, object]) -> Scalar | None:
    """Return the value that a row of own values gives a rule, if it is one that the rule can have."""
    value = row.get(member(rule))
    return value if isinstance(value, int | str | bool) and fits(rule, value) else None


@dataclass(frozen=True, slots=True)
class _Resolver:
    knowledge: Knowledge
    given: Given

    def resolve(self, rules: Sequence[Rule]) -> dict[str, Parameter]:
        """Return what the first source says that says anything on a group, completed by its defaults."""
        names = {rule.id for rule in rules}
        layers = ({name: each for name, each in layer.items() if name in names} for layer in self._layers(rules[0]))
        found = dict(next(filter(None, layers), {}))
        for rule in rules:
            if rule.default is not None and not found.keys() & {rule.id, *rule.default_unless}:
                found[rule.id] = Parameter(rule=rule.id, value=rule.default, origin=Origin.DEFAULT)
        return found

    def _layers(self, rule: Rule) -> Iterator[_Layer]:
        bases = self._bases(rule)
        binding = [basis for basis in bases if self.knowledge.instruments[basis].kind != MODEL]
        for basis in binding:
            if not self._amended(basis, binding):
                yield self._with_amendments(basis, binding)
        yield self._law()
        for instrument in self.knowledge.instruments.values():
            if instrument.kind == MODEL:
                yield self._said(instrument.id) if instrument.id in bases else self._own(instrument.id)

    def _bases(self, rule: Rule) -> list[str]:
        named = self.given.request.get(rule.basis_field.partition(".")[2]) if rule.basis_field else None
        chosen = self.given.request.get("bases")
        found = (named, *(chosen if isinstance(chosen, list) else ()))
        return [str(basis) for basis in dict.fromkeys(found) if basis in self.knowledge.instruments]

    def _amended(self, basis: str, bases: Collection[str]) -> list[str]:
        return [each for each in self.knowledge.instruments[basis].amends if each in bases]

    def _with_amendments(self, basis: str, bases: Sequence[str]) -> _Layer:
        """Return what a treaty says as its protocols have changed it; the one that changes another stands above it."""
        protocols = [each for each in bases if basis in self._amended(each, bases)]
        merged = dict(self._said(basis))
        for protocol in sorted(protocols, key=lambda each: len(self._amended(each, protocols))):
            merged |= self._said(protocol)
        return merged

    def _said(self, basis: str) -> _Layer:
        """Return what an instrument says; what the user has read in it comes before what its file says."""
        instrument = self.knowledge.instruments[basis]
        origin = Origin.MODEL if instrument.kind == MODEL else Origin.INSTRUMENT
        said = {
            name: Parameter(
                rule=name, value=entry.value, origin=origin, cite=Cite(basis, entry.article, entry.verified)
            )
            for name, entry in instrument.rules.items()
            if name in self.knowledge.rules and not self._is_declared(entry.unless)
        }
        return {**said, **self._own(basis)}

    def _own(self, basis: str) -> _Layer:
        is_model = self.knowledge.instruments[basis].kind == MODEL
        origin = Origin.MODEL if is_model else Origin.OWN
        found: dict[str, Parameter] = {}
        for row in self.given.own_values:
            rule = self.knowledge.rules.get(str(row.get("rule")))
            if row.get("basis") == basis and rule and (value := entered(rule, row)) is not None:
                cite = Cite(basis, str(row.get("article", "")), verified=True)
                found[rule.id] = Parameter(rule=rule.id, value=value, origin=origin, cite=cite)
        return found

    def _is_declared(self, point: str) -> bool:
        return bool(point) and any(
            row.get("point") == point and row.get("answer") is True for row in self.given.declarations
        )

    def _law(self) -> _Layer:
        found: dict[str, Parameter] = {}
        for rule in self.knowledge.rules.values():
            known = self.given.state.get(rule.state_field.partition(".")[2] or rule.id)
            if known is not None and isinstance(known.value, int | str) and fits(rule, known.value):
                found[rule.id] = Parameter(
                    rule=rule.id, value=known.value, origin=Origin.STATE, source=known.source, day=known.day
                )
        return found


def _in_force(knowledge: Knowledge, code: object, today: date) -> dict[str, StateEntry]:
    state = knowledge.states.get(str(code).lower())
    return {
        name: entry
        for name, entry in (state.entries if state else {}).items()
        if entry.since <= today and (entry.until is None or today <= entry.until)
    }


def _grouped(knowledge: Knowledge) -> dict[str, list[Rule]]:
    groups: dict[str, list[Rule]] = {}
    for rule in knowledge.rules.values():
        groups.setdefault(f"group {rule.group}" if rule.group else rule.id, []).append(rule)
    return groups
