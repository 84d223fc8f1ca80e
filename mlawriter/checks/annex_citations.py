"""Which annexes the answers of a request speak of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mlawriter.checks.rows import Placed, Rows
from mlawriter.knowledge.definitions import Attach
from mlawriter.knowledge.index import DOCUMENTS, ITEMS
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import CASE, FieldName, RowId

_NUMBERS = r"(\d{1,3}(?!\d)(?:\s*(?:,|and|et|to|à|-|–)\s*\d{1,3}(?!\d))*)"
_OF_ANOTHER_TEXT = r"(?!\s+(?:to|of|de|du|des|à)\s+(?:the|la|le|l['’]|[A-Z]))"
_CITED = re.compile(rf"\bannex(?:e|es)?\s+{_NUMBERS}{_OF_ANOTHER_TEXT}", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,3})(?:\s*(?:to|à|-|–)\s*(\d{1,3}))?")
_OWN = "document."


def numbers_cited(text: str) -> frozenset[int]:
    """Return the numbers of the annexes that a text cites, in English or French: `annexes 2 to 4 and 7`."""
    if "annex" not in text.lower():
        return frozenset()
    return frozenset(number for found in _CITED.finditer(text) for number in _numbers(found[1]))


def _numbers(listed: str) -> Iterator[int]:
    for found in _RANGE.finditer(listed):
        first, last = int(found[1]), int(found[2] or found[1])
        yield from range(first, last + 1)


@dataclass(frozen=True)
class AnnexCitations:
    """The annexes of one request, and where its answers speak of them."""

    rows: Rows

    @cached_property
    def unlisted(self) -> tuple[str, ...]:
        """The numbers that are cited although the list has no such annex."""
        last = len(self.rows.by_list[DOCUMENTS])
        return tuple(str(number) for number in sorted(self._numbers) if not 1 <= number <= last)

    def is_cited(self, placed: Placed) -> bool:
        """Say whether an annex is referred to, cited by number or title, or of a kind that is asked for."""
        title = self._text(placed, "title")
        return (
            placed.row.id in self._referred
            or placed.position + 1 in self._numbers
            or self._kind(placed) in self._asked_for
            or (bool(title) and title.casefold() in self._all_texts)
        )

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(text for path, value in self._answers() for text in _words(value) if not _is_own(path))

    @cached_property
    def _all_texts(self) -> str:
        return "\0".join(self._texts).casefold()

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(number for text in self._texts for number in numbers_cited(text))

    @cached_property
    def _referred(self) -> frozenset[RowId]:
        return frozenset(row for _, value in self._answers() for row in _rows(value))

    @cached_property
    def _asked_for(self) -> frozenset[str]:
        knowledge = self.rows.index.knowledge
        asked: list[Attach] = list(knowledge.requests[self.rows.request.kind].attach)
        for placed in self.rows.by_list[ITEMS]:
            asked.extend(knowledge.modules[placed.module].attach)
        return frozenset(entry.document for entry in asked)

    def _answers(self) -> Iterator[tuple[Path, v.Value]]:
        scopes, rows = {CASE, self.rows.request.scope}, self.rows.by_id
        for path, value in self.rows.case.answers.items():
            scope, _, row = path
            if scope in scopes and (row is None or row in rows):
                yield path, value

    def _text(self, placed: Placed, member: str) -> str:
        answer = self.rows.case.answers.get(Path(placed.scope, FieldName(f"{_OWN}{member}"), placed.row.id))
        return answer.text.strip() if isinstance(answer, v.Text) else ""

    def _kind(self, placed: Placed) -> str:
        answer = self.rows.case.answers.get(Path(placed.scope, FieldName(f"{_OWN}type"), placed.row.id))
        return answer.choice if isinstance(answer, v.Choice) else ""


def _is_own(path: Path) -> bool:
    return path.field.startswith(_OWN)


def _words(value: v.Value) -> tuple[str, ...]:
    match value:
        case v.Text(text=text):
            return (text,)
        case v.Texts(texts=texts):
            return texts
        case _:
            return ()


def _rows(value: v.Value) -> tuple[RowId, ...]:
    match value:
        case v.Ref(row=row):
            return (row,)
        case v.Refs(rows=rows):
            return rows
        case _:
            return ()
