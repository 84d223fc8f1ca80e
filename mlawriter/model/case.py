"""The case: facts held once, and the requests that draw on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeAlias

from mlawriter.model.ids import CASE, FieldName, ListName, RequestId, RowId, Scope
from mlawriter.model.values import Value


class Path(NamedTuple):
    """Where an answer stands: scope, dotted field name, and the row if the field belongs to one.

    Rows of a list of the whole case (persons, offences) have the scope `case`; rows of a list of one
    request (items, guarantees, documents) have the id of the request. A tuple, since a keystroke looks up thousands.
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
class Issued:
    """A document that was written from the case, and what it said: a short mark of each of its clauses.

    `document` is what it is asked for by; empty for the letter itself.
    """

    request: RequestId
    document: str
    title: str
    language: str
    day: date
    draft: bool
    sections: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """An answer in another language, and the answer that it was made from."""

    source: Value
    words: Value


TranslationKey: TypeAlias = tuple[Path, str]
"""An answer and the language (BCP 47) that it is translated into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything a user has entered. Unanswered means absent from `answers`.

    `language` is the one that the drafter writes in; empty while nobody has said so.
    """

    id: str
    requests: tuple[Request, ...] = ()
    rows: Mapping[ListKey, tuple[Row, ...]] = field(default_factory=dict)
    answers: Mapping[Path, Value] = field(default_factory=dict)
    set_aside: tuple[SetAside, ...] = ()
    issued: tuple[Issued, ...] = ()
    language: str = ""
    translations: Mapping[TranslationKey, Translation] = field(default_factory=dict)

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


def changed_paths(old: Case, new: Case) -> set[Path]:
    """Return where the answers of two states of a case are not the same ones."""
    if len(old.answers) == len(new.answers):
        pairs = zip(old.answers.items(), new.answers.items(), strict=True)
        differing = [(one[0], other[0]) for one, other in pairs if one[1] is not other[1] or one[0] != other[0]]
        if all(one == other for one, other in differing):
            return {one for one, _ in differing}
    found = {path for path, value in new.answers.items() if old.answers.get(path) is not value}
    return found | (old.answers.keys() - new.answers.keys())
