"""Conditions of the law in CEL, run three-valued. The only importer of the CEL engine.

The run environment knows every name as an untyped map: an answer that is not there is an error of the
engine, which is read as *unknown*. The typed check of a condition (`conditions.typing`) is for the linter.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property

from cel_expr_python import cel
from google.protobuf.timestamp_pb2 import Timestamp

from mlawriter.conditions import functions, tokens
from mlawriter.conditions.names import Names
from mlawriter.conditions.truth import Truth

Fact = bool | int | float | str | Timestamp | Sequence["Fact"] | Mapping[str, "Fact"] | None
Facts = Mapping[str, Fact]
Activation = cel.Activation

_UNKNOWN = (
    "No value with name",
    "Key not found in map",
    "No matching overload",
    "SELECT to non-message",
    "OUT_OF_RANGE",
    "out of range",
)
"""The engine tells errors apart by their words only; `tests/conditions` pins them."""
_UNDECIDED = "Iteration budget exceeded"


class ConditionFault(Exception):
    """A condition failed in a way that is no *unknown*: its text is withheld, it could quote answers."""


@dataclass(frozen=True)
class Engine:
    """Compiles conditions over a set of names."""

    names: Names
    _conditions: dict[str, "Condition"] = field(default_factory=dict, compare=False)

    @cached_property
    def environment(self) -> cel.Env:
        """The run environment, made at first use."""
        row = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
        variables = dict.fromkeys((*self.names.scopes, *self.names.records), row)
        variables |= {plural: cel.Type.List(row) for plural in self.names.plurals}
        return cel.NewEnv(variables={**variables, "today": cel.Type.TIMESTAMP}, functions=declarations())

    def condition(self, source: str) -> "Condition":
        """Return a condition; it is compiled when first asked, once for the same source."""
        return self._conditions.setdefault(source, Condition(source, self))

    def activation(self, facts: Facts) -> cel.Activation:
        """Return facts in the form that conditions take; make one and use it for many conditions."""
        return self.environment.Activation(dict(facts))

    def reads(self, source: str) -> frozenset[str]:
        """Return the dotted names and plurals that a condition reads."""
        expanded = functions.expand(source)
        roots = self.names.roots - tokens.loops(expanded).keys()
        parts = (name.split(".") for name in tokens.names(expanded))
        return frozenset(self._read(*name[:2]) for name in parts if name[0] in roots)

    def _read(self, root: str, member: str = "") -> str:
        return f"{root}.{member}" if member and root not in self.names.plurals else root


@dataclass(frozen=True)
class Condition:
    """One condition, ready to be asked."""

    source: str
    engine: Engine

    @cached_property
    def reads(self) -> frozenset[str]:
        """The dotted names (and plurals of lists) that decide it."""
        return self.engine.reads(self.source)

    @cached_property
    def _expression(self) -> cel.Expression:
        return self.engine.environment.compile(functions.expand(self.source))

    def test(self, activation: cel.Activation) -> Truth:
        """Return whether it holds on these facts.

        An answer of the wrong kind, a date beyond the calendar and a question over too many rows are unknown.

        Raises:
            ConditionFault: if it cannot be run at all; the linter keeps such conditions out.
        """
        try:
            answer = self._expression.eval(activation)
        except RuntimeError as error:
            if _UNDECIDED in str(error):
                return Truth.UNKNOWN
            raise ConditionFault(self.source) from None
        if answer.type() == cel.Type.BOOL:
            return Truth.TRUE if answer.value() else Truth.FALSE
        if answer.type() == cel.Type.ERROR and not any(sign in str(answer.value()) for sign in _UNKNOWN):
            raise ConditionFault(self.source)
        return Truth.UNKNOWN


def moment(day: date) -> Timestamp:
    """Return a date (or a time with its offset) as conditions take it."""
    stamp = Timestamp()
    stamp.FromDatetime(day if isinstance(day, datetime) else datetime(day.year, day.month, day.day, tzinfo=UTC))
    return stamp


def day(fact: Fact) -> date | None:
    """Return the date that a fact holds, if it is one."""
    return fact.ToDatetime().date() if isinstance(fact, Timestamp) else None


def words(text: str) -> str:
    """Return a text as conditions take it, without what the engine cannot hold: NUL and lone surrogates."""
    return text.replace("\0", " ").encode(errors="replace").decode()


def declarations() -> list[cel.FunctionDecl]:
    """Return the declarations of our own functions."""
    day, whole = cel.Type.TIMESTAMP, cel.Type.INT

    def one(name: str, result: cel.Type, second: cel.Type) -> cel.FunctionDecl:
        run = getattr(functions, name)
        return cel.FunctionDecl(name, [cel.Overload(f"{name}_1", result, [day, second], False, run)])

    return [
        one("days", whole, day),
        one("add_days", day, whole),
        one("add_months", day, whole),
        one("age", whole, day),
    ]
