"""Translations of answers as JSON and back."""

from collections.abc import Iterator
from typing import Any

from mlawriter.model.case import Case, Path, Translation, TranslationKey
from mlawriter.model.ids import FieldName, RowId, Scope
from mlawriter.storage.value_codec import Json, Unreadable, value_from_json, value_to_json

KEYS = frozenset({"scope", "field", "row", "language", "source", "words"})


def translations_to_json(case: Case) -> Iterator[Json]:
    """Yield each translation of a case, in order."""
    for (path, language), made in sorted(case.translations.items(), key=lambda entry: _order(entry[0])):
        yield {
            "scope": path.scope,
            "field": path.field,
            "row": path.row,
            "language": language,
            "source": value_to_json(made.source),
            "words": value_to_json(made.words),
        }


def translation_from_json(entry: object) -> tuple[TranslationKey, Translation] | None:
    """Return the translation that JSON describes; nothing if it is none."""
    if not isinstance(entry, dict) or entry.keys() != KEYS:
        return None
    path, language = _path(entry), entry["language"]
    if path is None or not isinstance(language, str) or not language:
        return None
    try:
        made = Translation(value_from_json(entry["source"]), value_from_json(entry["words"]))
    except Unreadable:
        return None
    return ((path, language), made) if type(made.source) is type(made.words) else None


def _path(entry: dict[str, Any]) -> Path | None:
    match entry:
        case {"scope": str(scope), "field": str(field), "row": str() | None as row}:
            return Path(Scope(scope), FieldName(field), RowId(row) if row else None)
    return None


def _order(key: TranslationKey) -> tuple[str, str, str, str]:
    path, language = key
    return path.scope, path.row or "", path.field, language
