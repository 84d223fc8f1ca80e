"""From a TOML table to a frozen dataclass, with every problem named by its key path.

This takes cattrs, and is asked only where `shaping` finds that a table does not fit.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.problems import Problem
from mlawriter.knowledge.shaping import provision, written

_CLASSES = [
    cls
    for cls in vars(d).values()
    if isinstance(cls, type) and hasattr(cls, "__dataclass_fields__") and cls is not d.Knowledge
]


def structure(cls: type, content: Mapping[str, Any], file: str) -> tuple[Any, list[Problem]]:
    """Return the structured table, or nothing and what is wrong with it."""
    try:
        return _converter().structure(dict(content), cls), []
    except ClassValidationError as error:
        return None, list(_problems(error, file, ""))


@lru_cache(maxsize=1)
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    for scalar in (str, int, bool, date):
        converter.register_structure_hook(scalar, _strict)
    for words in (d.Kind, d.Need, d.Severity, d.DeadlineWeight, d.Curable):
        converter.register_structure_hook(words, _word)
    for several in (int | str | bool, int | str | bool | None):
        converter.register_structure_hook(several, _scalar)
    converter.register_structure_hook(int | str | bool | tuple[str, ...], _scalar_or_words)
    converter.register_structure_hook(date | None, _strict_or_none)
    converter.register_structure_hook_factory(lambda kind: kind in _CLASSES, lambda kind: _table(kind, converter))
    return converter


def _table(cls: type, converter: Converter) -> Callable[[Any, Any], Any]:
    renames: dict[str, Any] = {each.name: override(rename=written(each.name, cls)) for each in fields(cls)}
    plain: Callable[[Any, Any], Any] = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, **renames)
    return _or_short(plain) if cls is d.Provision else plain


def _or_short(plain: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda value, kind: provision(value) if isinstance(value, str) else plain(value, kind)


def _strict(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(f"expected {_words(kind)}, found {_words(type(value))}")
    return value


def _word(value: Any, kind: type[StrEnum]) -> StrEnum:
    if value not in {word.value for word in kind}:
        raise ValueError(f"use one of {', '.join(kind)}")
    return kind(value)


def _strict_or_none(value: Any, _: Any) -> Any:
    return None if value is None else _strict(value, date)


def _scalar(value: Any, _: Any) -> Any:
    if type(value) not in {int, str, bool}:
        raise TypeError(f"expected a number, a text or yes/no, found {_words(type(value))}")
    return value


def _scalar_or_words(value: Any, kind: Any) -> Any:
    if isinstance(value, list) and all(type(each) is str for each in value):
        return tuple(value)
    return _scalar(value, kind)


def _words(kind: type) -> str:
    words = {
        str: "a text",
        int: "a whole number",
        bool: "true or false",
        date: "a date",
        dict: "a table",
        list: "a list",
    }
    return words.get(kind, kind.__name__)


def _problems(error: BaseException, file: str, key: str) -> Iterator[Problem]:
    if isinstance(error, ClassValidationError | IterableValidationError):
        with_notes, without = error.group_exceptions()
        for inner, note in with_notes:
            yield from _problems(inner, file, _join(key, _part(note)))
        for inner in without:
            yield from _problems(inner, file, key)
        return
    yield Problem(file=file, key=key, message=_message(error))


def _part(note: AttributeValidationNote | IterableValidationNote) -> str:
    if isinstance(note, IterableValidationNote):
        return f"[{note.index}]" if isinstance(note.index, int) else str(note.index)
    return written(note.name, type(None))


def _join(key: str, part: str) -> str:
    if part.startswith("["):
        return key + part
    return f"{key}.{part}" if key else part


def _message(error: BaseException) -> Message:
    match error:
        case ForbiddenExtraKeysError(extra_fields=extra):
            return Message("Unknown key: {keys}. Remove it or correct its spelling.").fill(
                keys=", ".join(sorted(extra))
            )
        case KeyError():
            return Message('The key "{key}" is missing.').fill(key=str(error.args[0]))
        case _:
            return Message("This value cannot be used: {error}").fill(error=str(error))
