"""Answers under the old names of fields that have been renamed in the templates (`renamed_from`)."""

from collections.abc import Iterator
from dataclasses import replace

from mlawriter.knowledge.definitions import Field
from mlawriter.knowledge.index import ITEM, Index
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import FieldName


def renamed(case: Case, index: Index) -> Case:
    """Return the case with every answer under the present name of its question; an answer there already stays."""
    names = dict(_renames(index))
    if not names:
        return case
    modules = {row.id: row.of for rows in case.rows.values() for row in rows}

    def present(path: Path) -> Path:
        module = modules.get(path.row, "") if path.row and path.field.startswith(f"{ITEM}.") else ""
        return path._replace(field=names.get((module, path.field), path.field))

    moved = {present(path): value for path, value in case.answers.items() if present(path) != path}
    kept = {path: value for path, value in case.answers.items() if present(path) == path}
    aside = tuple(replace(entry, path=present(entry.path)) for entry in case.set_aside)
    if not moved:
        return case
    translations = {(present(path), language): made for (path, language), made in case.translations.items()}
    return replace(case, answers={**moved, **kept}, set_aside=aside, translations=translations)


def _renames(index: Index) -> Iterator[tuple[tuple[str, FieldName], FieldName]]:
    for section in index.knowledge.sections.values():
        yield from _of("", section.scope, section.fields)
    for record in index.knowledge.records.values():
        yield from _of("", record.id, record.fields)
    for module in index.knowledge.modules.values():
        yield from _of(module.id, ITEM, index.module_fields(module.id))


def _of(module: str, owner: str, fields: tuple[Field, ...]) -> Iterator[tuple[tuple[str, FieldName], FieldName]]:
    for entry in fields:
        for old in entry.renamed_from:
            yield (module, FieldName(f"{owner}.{old}")), FieldName(f"{owner}.{entry.id}")
