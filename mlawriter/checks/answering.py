"""Where a required content is answered: fields, lists of rows, members of rows referred to, annexed documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mlawriter.checks.rows import Placed
from mlawriter.checks.units import View
from mlawriter.knowledge.index import DOCUMENT_OF, DOCUMENTS, ITEM
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, ListName


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer stands or is wanted; `document` is the type of the annex that would be the answer."""

    path: Path
    answered: bool
    document: str = ""


def places(view: View, name: str, items: Sequence[Placed]) -> Iterator[Place]:
    """Yield every place that answers a path of a requirement, as far as the request at hand asks for it."""
    found = _documents(view, name) if name.startswith(DOCUMENT_OF) else _answers(view, name, items)
    yield from (place for place in found if view.index.asks(view.kind, place.path.field))


def _documents(view: View, name: str) -> Iterator[Place]:
    wanted = name.removeprefix(DOCUMENT_OF)
    rows = view.world.rows.by_list[DOCUMENTS]
    annexed = [placed for placed in rows if view.world.of_row[placed.row.id].get("type") == wanted]
    for placed in annexed:
        yield Place(Path(placed.scope, FieldName("document.title"), placed.row.id), answered=True, document=wanted)
    if not annexed:
        yield Place(view.list_path(DOCUMENTS), answered=False, document=wanted)


def _answers(view: View, name: str, items: Sequence[Placed]) -> Iterator[Place]:
    for path in dict.fromkeys(_paths(view, name, items)):
        yield Place(path, _is_answered(view, path))


def _paths(view: View, name: str, items: Sequence[Placed]) -> Iterator[Path]:
    owner, _, member = name.partition(".")
    field, _, further = member.partition(".")
    if not member:
        yield view.list_path(name)
    elif owner == ITEM:
        for placed in items:
            if _has_field(view, placed, field):
                path = Path(placed.scope, FieldName(f"{ITEM}.{field}"), placed.row.id)
                yield from _through(view, path, further)
    elif owner in view.index.knowledge.records:
        for placed in view.world.rows.by_list[view.index.list_of(owner)]:
            yield Path(placed.scope, FieldName(name), placed.row.id)
    else:
        yield from _through(view, view.path(FieldName(f"{owner}.{field}")), further)


def _through(view: View, path: Path, further: str) -> Iterator[Path]:
    """Yield a path, or (`properties.location`) that of a member of each row its answer refers to."""
    answer = view.case.answers.get(path)
    if not further or not isinstance(answer, v.Ref | v.Refs):
        yield path
        return
    for row in (answer.row,) if isinstance(answer, v.Ref) else answer.rows:
        target = view.world.rows.by_id.get(row)
        if target is not None and view.index.has_member(target.record, further):
            yield Path(target.scope, FieldName(f"{target.record}.{further}"), row)


def _has_field(view: View, placed: Placed, member: str) -> bool:
    return any(entry.id == member for entry in view.index.module_fields(placed.module))


def _is_answered(view: View, path: Path) -> bool:
    if "." not in path.field:
        rows = view.world.rows.by_list
        wanted = ("persons", "entities") if path.field in {"persons", "entities"} else (str(path.field),)
        return any(rows.get(ListName(name)) for name in wanted)
    return path in view.case.answers
