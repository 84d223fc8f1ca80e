"""The record of a document that was written, as JSON and back."""

from datetime import date

from mlawriter.model.case import Issued
from mlawriter.model.ids import RequestId
from mlawriter.storage.value_codec import Json

_ISSUED_KEYS = 7


def issued_to_json(entry: Issued) -> Json:
    """Return a record as JSON."""
    return {
        "request": entry.request,
        "document": entry.document,
        "title": entry.title,
        "language": entry.language,
        "day": entry.day.isoformat(),
        "draft": entry.draft,
        "sections": dict(entry.sections),
    }


def issued_from_json(entry: object) -> Issued | None:
    """Return the record that JSON describes; nothing if it is none."""
    if not isinstance(entry, dict) or len(entry) != _ISSUED_KEYS:
        return None
    match entry:
        case {
            "request": str(request),
            "document": str(document),
            "title": str(title),
            "language": str(language),
            "day": str(day),
            "draft": bool(draft),
            "sections": dict(sections),
        } if all(isinstance(mark, str) for mark in sections.values()):
            try:
                written = date.fromisoformat(day)
            except ValueError:
                return None
            return Issued(
                request=RequestId(request),
                document=document,
                title=title,
                language=language,
                day=written,
                draft=draft,
                sections=tuple((str(name), mark) for name, mark in sections.items()),
            )
    return None
