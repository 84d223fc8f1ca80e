"""The case: facts held once, and the requests that draw on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from mlawriter.model.ids import CASE, FieldName, ListName, RequestId, RowId, Scope
from mlawriter.model.values import Value


@dataclass(frozen=True, slots=True, order=True)
class Path:
    """Where an answer stands: scope, dotted field name, and the row if the field belongs to one.

    Rows of a list of the whole case (persons, offences) have the scope `case`; rows of a list of one
    request (items, guarantees, documents) have the id of the request.
    """

    scope: Scope
    field: FieldName
    row: RowId | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list. `of` says of what kind: the module of an item, the id of a guarantee, else empty."""

    id: RowId
    of: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One request of the case. `kind` is a file of `templates/requests/`."""

    id: RequestId
    kind: str

    @property
    def scope(self) -> Scope:
        """The scope of this request's own answers."""
        return Scope(self.id)


ListKey: TypeAlias = tuple[Scope, ListName]


@dataclass(frozen=True, slots=True)
class SetAside:
    """An essential finding that the drafter set aside, with the reason kept on record."""

    check: str
    path: Path
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything a user has entered. Unanswered means absent from `answers`."""

    id: str
    requests: tuple[Request, ...] = ()
    rows: Mapping[ListKey, tuple[Row, ...]] = field(default_factory=dict)
    answers: Mapping[Path, Value] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()

    def request(self, request_id: RequestId) -> Request:
        """Return the request with this id.

        Raises:
            KeyError: if the case has no such request.
        """
        for request in self.requests:
            if request.id == request_id:
                return request
        raise KeyError(request_id)

    def list_rows(self, scope: Scope, name: ListName) -> tuple[Row, ...]:
        """Return the rows of a list in order; empty if there are none."""
        return self.rows.get((scope, name), ())

    def shared_rows(self, name: ListName) -> tuple[Row, ...]:
        """Return the rows of a list that the whole case shares."""
        return self.list_rows(CASE, name)
