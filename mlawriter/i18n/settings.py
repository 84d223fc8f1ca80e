"""The settings of a language: a `locale.toml` as `Conventions`; those of the user are looked at before their use."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints
from unicodedata import category

from mlawriter.i18n.translator import Conventions
from mlawriter.i18n.typography import Counting, Fonts, Punctuation


def _punctuation(table: dict[str, Any]) -> Punctuation:
    return Punctuation(**{**table, "brackets": tuple(table.get("brackets", (" (", ")")))})


_SHAPES: Final[Mapping[str, Callable[[Any], object]]] = {
    "quotes": tuple,
    "months": tuple,
    "reviewers": tuple,
    "fonts": lambda table: Fonts(**table),
    "punctuation": _punctuation,
    "section_numbers": Counting,
}
"""How an entry of `locale.toml` becomes a value of `Conventions`, where TOML has no such value."""


def completed(found: Conventions, file: Path, tag: str) -> Conventions:
    """Return conventions with what a `locale.toml` says otherwise.

    Raises:
        OSError, ValueError, TypeError: if the file cannot be read, or holds what is no setting.
    """
    with file.open("rb") as source:
        entries: dict[str, Any] = tomllib.load(source)
    for name, made in _SHAPES.items():
        if name in entries:
            entries[name] = made(entries[name])
    return replace(found, **{**entries, "tag": tag})


def refuse_what_does_not_fit(settings: Conventions | Fonts | Punctuation) -> None:
    """Refuse settings of another kind than their key wants, such as a number for a name, and signs no text can hold.

    Raises:
        TypeError: if there is one; it names the setting.
    """
    for name, hint in get_type_hints(type(settings)).items():
        value = getattr(settings, name)
        if not _fits(value, hint) or (name == "months" and len(value) not in {0, 12}):
            raise TypeError(f"{name} = {value!r}")
        if isinstance(value, Fonts | Punctuation):
            refuse_what_does_not_fit(value)


def _fits(value: object, hint: Any) -> bool:
    origin, inner = get_origin(hint), get_args(hint)
    if isinstance(value, tuple) and origin is tuple:
        wanted = inner[:1] * len(value) if Ellipsis in inner else inner
        return len(value) == len(wanted) and all(map(_fits, value, wanted))
    if isinstance(value, Mapping):
        return origin is Mapping and all(_fits(each, inner[1]) for each in value.values())
    if isinstance(value, str) and any(category(sign) == "Cc" for sign in value):
        return False
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, hint if origin in {None, UnionType} else origin)
