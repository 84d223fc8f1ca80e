"""The CEL engine itself as the reference: what it answers to a condition is what ours must answer."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from cel_expr_python import cel
from google.protobuf.timestamp_pb2 import Timestamp

from mlawriter.conditions import functions
from mlawriter.conditions.engine import Facts
from mlawriter.conditions.names import Names
from mlawriter.conditions.truth import Truth
from mlawriter.conditions.typing import declarations


class Reference:
    """Conditions over a set of names, untyped: what is not there is an error of the engine, read as unknown."""

    def __init__(self, names: Names) -> None:
        row = cel.Type.Map(cel.Type.STRING, cel.Type.DYN)
        variables = dict.fromkeys((*names.scopes, *names.records), row)
        variables |= {plural: cel.Type.List(row) for plural in names.plurals}
        self._environment = cel.NewEnv(variables={**variables, "today": cel.Type.TIMESTAMP}, functions=declarations())
        self._compiled = lru_cache(maxsize=None)(self._compile)

    def _compile(self, source: str) -> cel.Expression:
        return self._environment.compile(functions.expand(source), disable_check=True)

    def facts(self, facts: Facts) -> cel.Activation:
        """Facts in the engine's own form, to ask many conditions on."""
        return self._environment.Activation(_plain(facts))

    def test(self, source: str, facts: cel.Activation) -> Truth:
        """What the engine answers."""
        answer = self._compiled(source).eval(facts)
        if answer.type() == cel.Type.BOOL:
            return Truth.TRUE if answer.value() else Truth.FALSE
        return Truth.UNKNOWN


def _plain(fact: Any) -> Any:
    if isinstance(fact, datetime):
        stamp = Timestamp()
        stamp.FromDatetime(fact)
        return stamp
    if isinstance(fact, Mapping):
        return {key: _plain(value) for key, value in fact.items()}
    return [_plain(value) for value in fact] if isinstance(fact, list) else fact
