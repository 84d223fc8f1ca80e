"""The typed check of a condition: misspelt names and wrong types, found before anyone runs it.

The only importer of the CEL engine, which knows the whole language; only the linter needs it.
"""

from dataclasses import dataclass, field
from functools import cached_property

from cel_expr_python import cel
from google.protobuf import descriptor_pb2, descriptor_pool, timestamp_pb2

from mlawriter.conditions import functions
from mlawriter.conditions.names import Members, Names, Type

_PACKAGE = "mla"
_FIELD = descriptor_pb2.FieldDescriptorProto
_SCALAR = {
    Type.TEXT: _FIELD.TYPE_STRING,
    Type.TEXTS: _FIELD.TYPE_STRING,
    Type.WHOLE: _FIELD.TYPE_INT64,
    Type.DECIMAL: _FIELD.TYPE_DOUBLE,
    Type.YESNO: _FIELD.TYPE_BOOL,
}
_MESSAGE = {
    Type.DAY: ".google.protobuf.Timestamp",
    Type.DAYS: ".google.protobuf.Timestamp",
    Type.PERIOD: f".{_PACKAGE}.Period",
    Type.MONEY: f".{_PACKAGE}.Money",
    Type.FILE: f".{_PACKAGE}.File",
}
_BUILT_IN: dict[str, Members] = {
    "Period": {"start": Type.DAY, "end": Type.DAY},
    "Money": {"amount": Type.DECIMAL, "currency": Type.TEXT},
    "File": {"name": Type.TEXT, "size": Type.WHOLE},
}


@dataclass(frozen=True)
class TypeChecker:
    """Checks conditions against typed names."""

    names: Names
    _environments: dict[str, cel.Env] = field(default_factory=dict, compare=False)

    @cached_property
    def _pool(self) -> descriptor_pool.DescriptorPool:
        pool = descriptor_pool.DescriptorPool()
        stamp = descriptor_pb2.FileDescriptorProto()
        timestamp_pb2.DESCRIPTOR.CopyToProto(stamp)
        pool.Add(stamp)
        pool.Add(self._file())
        return pool

    def _file(self) -> descriptor_pb2.FileDescriptorProto:
        file = descriptor_pb2.FileDescriptorProto(name="mla.proto", package=_PACKAGE, syntax="proto3")
        file.dependency.append("google/protobuf/timestamp.proto")
        for name, members in {**_BUILT_IN, **self.names.scopes, **self.names.records}.items():
            message = file.message_type.add(name=_type_name(name))
            for number, (member, kind) in enumerate(members.items(), start=1):
                message.field.append(_field(member, kind, number))
        return file

    @cached_property
    def _variables(self) -> dict[str, cel.Type]:
        known = {name: cel.Type(f"{_PACKAGE}.{_type_name(name)}") for name in (*self.names.scopes, *self.names.records)}
        lists = {plural: cel.Type.List(known[record]) for plural, record in self.names.plurals.items()}
        return {**known, **lists, "today": cel.Type.TIMESTAMP}

    def problems(self, source: str, row: str = "") -> list[str]:
        """Return what is wrong with a condition; `row` names the record whose row is at hand."""
        try:
            expression = self._environment(row).compile(functions.expand(source))
        except (RuntimeError, ValueError) as error:
            return [_readable(str(error))]
        if expression.return_type() != cel.Type.BOOL:
            return ["it does not answer yes or no"]
        return []

    def _environment(self, row: str) -> cel.Env:
        if row not in self._environments:
            hidden = {record for record in self.names.records if record != row}
            variables = {name: kind for name, kind in self._variables.items() if name not in hidden}
            made = cel.NewEnv(descriptor_pool=self._pool, variables=variables, functions=declarations())
            self._environments[row] = made
        return self._environments[row]


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


def _field(member: str, kind: Type, number: int) -> descriptor_pb2.FieldDescriptorProto:
    label = _FIELD.LABEL_REPEATED if kind in {Type.TEXTS, Type.DAYS} else _FIELD.LABEL_OPTIONAL
    entry = _FIELD(name=member, number=number, label=label)
    if kind in _SCALAR:
        entry.type = _SCALAR[kind]
    else:
        entry.type = _FIELD.TYPE_MESSAGE
        entry.type_name = _MESSAGE[kind]
    return entry


def _type_name(name: str) -> str:
    return name if name in _BUILT_IN else f"T_{name}"


def _readable(text: str) -> str:
    plain = " ".join(text.split("\n")[0].split())
    return plain.removeprefix("INVALID_ARGUMENT: ").removeprefix("ERROR: ").replace("<input>:1:", "position ")
