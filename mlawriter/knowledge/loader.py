"""From the TOML files of `templates/` to one frozen `Knowledge`, or a list of everything that is wrong."""

import tomllib
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.problems import KnowledgeError, Problem
from mlawriter.knowledge.shaping import Misfit, Shaper

FOLDERS: Mapping[str, type] = {
    "instruments": d.Instrument,
    "contents": d.Contents,
    "requests": d.RequestKind,
    "sections": d.Section,
    "records": d.Record,
    "modules": d.Module,
    "fieldsets": d.FieldSet,
    "guarantees": d.Guarantee,
    "checks": d.Check,
    "deadlines": d.Deadline,
    "grounds": d.Ground,
    "clauses": d.Clause,
    "rules": d.Rule,
    "states": d.State,
}
_ADDED_TO = ("attach", "at_least", "otherwise")
"""Lists of a request kind without ids: what is based on another kind adds to them."""
_NOT_KNOWLEDGE = {"word", "samples"}


@dataclass(frozen=True, slots=True)
class _Table:
    """One file, read but not yet shaped."""

    file: str
    content: Mapping[str, Any]


_Tables = dict[str, _Table]
"""The files of one folder by id. One folder is shaped before the next one is read: tables take much memory."""


def load(templates: Path, *packs: Path) -> d.Knowledge:
    """Return the knowledge of a folder of templates, overlaid by the packs in order.

    Raises:
        KnowledgeError: with every problem found in reading and structuring the files.
    """
    sources = (templates, *packs)
    problems = [problem for source in sources for problem in _unknown_folders(source)]
    shaped: dict[str, dict[str, Any]] = {}
    shaper, version = Shaper(), 0
    for name in sorted(FOLDERS):
        tables: _Tables = {}
        for file in (file for source in sources for file in sorted((source / name).glob("*.toml"))):
            text = file.read_bytes()
            version = zlib.crc32(text, zlib.crc32(file.name.encode(), version))
            problems.extend(_take_in(name, file, text, tables))
        problems.extend(_take_over(tables))
        shaped[name] = dict(_shaped(FOLDERS[name], tables, shaper, problems))
    if problems:
        raise KnowledgeError(tuple(problems))
    return d.Knowledge(**shaped, version=f"{version:08x}")


def _unknown_folders(source: Path) -> Iterator[Problem]:
    for place in sorted(source.iterdir()) if source.is_dir() else []:
        if place.is_dir() and place.name not in (*FOLDERS, *_NOT_KNOWLEDGE):
            known = ", ".join(FOLDERS)
            yield _problem(place.name, "", Message("Unknown folder; use one of: {known}").fill(known=known))


def _shaped(cls: type, tables: _Tables, shaper: Shaper, problems: list[Problem]) -> Iterator[tuple[str, Any]]:
    for key, table in sorted(tables.items()):
        try:
            yield key, shaper.shape(cls, table.content)
        except Misfit:
            from mlawriter.knowledge.structure import structure

            built, wrong = structure(cls, table.content, table.file)
            problems.extend(wrong)
            yield key, built


def _take_in(folder: str, file: Path, text: bytes, tables: _Tables) -> Iterator[Problem]:
    name = f"{folder}/{file.name}"
    try:
        content = tomllib.loads(text.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        yield _problem(name, "", Message("This is not valid TOML: {error}").fill(error=str(error)))
        return
    if content.get("id") != file.stem:
        yield _problem(name, "id", Message('The id must be the name of the file: "{name}"').fill(name=file.stem))
        return
    overlay = content.pop("overlay", False)
    present = tables.get(file.stem)
    if present is None or overlay:
        merged = _merge(present.content, content) if present else content
        tables[file.stem] = _Table(name, merged)
    else:
        yield _problem(
            name,
            "overlay",
            Message("This id exists already; begin the file with overlay = true to change it."),
        )


def _take_over(tables: _Tables) -> Iterator[Problem]:
    """Write out the kinds of request that are based on another: they hold what that one holds, and what differs."""
    for key, table in sorted(tables.items()):
        base_id = table.content.get("based_on")
        if base_id is None:
            continue
        base = tables.get(str(base_id))
        if base is None or "based_on" in base.content:
            unknown = Message('There is no "{name}" that this could be based on.').fill(name=str(base_id))
            yield _problem(table.file, "based_on", unknown)
            continue
        own = {name: value for name, value in table.content.items() if name != "based_on"}
        tables[key] = _Table(table.file, _based(base.content, own))


def _based(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = _merge(below, above)
    for name in _ADDED_TO:
        merged[name] = [*below.get(name, []), *above.get(name, [])]
    return merged


def _merge(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = _merge(old, value)
        elif _has_ids(old) and _has_ids(value):
            merged[key] = _merge_lists(old, value)
        else:
            merged[key] = value
    return merged


def _has_ids(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) and "id" in row for row in value)


def _merge_lists(below: list[dict[str, Any]] | Any, above: list[dict[str, Any]]) -> list[dict[str, Any]]:
    merged = {row["id"]: row for row in below}
    for row in above:
        place, own = row.get("after"), {key: value for key, value in row.items() if key not in {"after", "removed"}}
        changed = _merge(merged.get(row["id"], {}), own)
        if row.get("removed"):
            merged.pop(row["id"], None)
        elif place in merged:
            merged.pop(row["id"], None)
            rest = list(merged.items())
            at = list(merged).index(place) + 1
            merged = dict([*rest[:at], (row["id"], changed), *rest[at:]])
        else:
            merged[row["id"]] = changed
    return list(merged.values())


def _problem(file: str, key: str, message: Message) -> Problem:
    return Problem(file=file, key=key, message=message)
