"""From a TOML table to a frozen dataclass, at little cost. What does not fit is for `structure` to explain."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from mlawriter.knowledge import definitions as d

_SINGULAR = {
    "fields": "field",
    "pages": "page",
    "documents": "document",
    "blocks": "block",
    "columns": "column",
    "rows": "row",
    "sentences": "sentence",
    "markings": "marking",
    "groups": "group",
}

_Read = Callable[[Any], Any]


class Misfit(Exception):
    """A value is not of the kind that its place wants."""


class Shaper:
    """Shapes tables. It learns each kind once, and makes equal texts one (hence mutable): use one for all files."""

    def __init__(self) -> None:
        self._known: dict[Any, _Read] = {}
        self._texts: dict[str, str] = {}

    def shape(self, cls: type, content: Mapping[str, Any]) -> Any:
        """Return the table as a value of a class.

        Raises:
            Misfit: if it does not fit.
        """
        try:
            return self._reader(cls)(content)
        except (KeyError, TypeError, ValueError):
            raise Misfit from None

    def _reader(self, kind: Any) -> _Read:
        if kind not in self._known:
            self._known[kind] = self._learn(kind)
        return self._known[kind]

    def _learn(self, kind: Any) -> _Read:
        inner = get_args(kind)
        if isinstance(kind, UnionType):
            return _first_of([self._reader(each) for each in inner if each is not type(None)])
        if get_origin(kind) is tuple:
            one = self._reader(inner[0])
            return lambda value: tuple(map(one, _strictly(list, value)))
        if inner:
            key, entry = map(self._reader, inner)
            return lambda value: {key(name): entry(each) for name, each in _strictly(dict, value).items()}
        if kind is str:
            return lambda value: self._texts.setdefault(_strictly(str, value), value)
        if issubclass(kind, StrEnum):
            return lambda value: kind(value)
        if kind is d.Provision:
            return _first_of([lambda value: provision(_strictly(str, value)), self._table(kind)])
        return self._table(kind) if hasattr(kind, "__dataclass_fields__") else lambda value: _strictly(kind, value)

    def _table(self, cls: type) -> _Read:
        kinds = get_type_hints(cls)
        members = {written(each.name, cls): (each.name, self._reader(kinds[each.name])) for each in fields(cls)}

        def table(value: Any) -> Any:
            found = ((members[key], each) for key, each in _strictly(dict, value).items())
            return cls(**{name: read(each) for (name, read), each in found})

        return table


def written(name: str, cls: type) -> str:
    """Return the key of TOML for a member of a class: each `[[page]]` is one of the `pages`."""
    if cls is d.AtLeast:
        return name
    if cls is d.Deadline and name == "start":
        return "from"
    return _SINGULAR.get(name, name)


def provision(text: str) -> d.Provision:
    """Return a provision from its short form: the article, with a question mark while not verified."""
    article = text.removesuffix("?").strip()
    return d.Provision(article=article, verified=not text.endswith("?"))


def _strictly(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise Misfit
    return value


def _first_of(readers: list[_Read]) -> _Read:
    def read(value: Any) -> Any:
        for reader in readers[:-1]:
            try:
                return reader(value)
            except Misfit:
                continue
        return readers[-1](value)

    return read
