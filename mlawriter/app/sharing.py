"""In which requests of a case an answer stands."""

from mlawriter.knowledge.index import Index
from mlawriter.model.case import Case, Path
from mlawriter.model.ids import CASE


def users(case: Case, index: Index, path: Path) -> tuple[str, ...]:
    """Return the ids of the requests that an answer stands in: one, or for shared facts all whose kind asks it."""
    if path.scope != CASE:
        return (path.scope,)
    known = index.knowledge.requests
    return tuple(request.id for request in case.requests if index.asks(known[request.kind], path.field))
