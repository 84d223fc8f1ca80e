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
        return self._told[0]

    @cached_property
    def _all_texts(self) -> str:
        return "\0".join(self._texts).casefold()

    @cached_property
    def _numbers(self) -> frozenset[int]:
        return frozenset(number for text in self._texts for number in numbers_cited(text))

    @cached_property
    def _referred(self) -> frozenset[RowId]:
        return self._told[1]

    @cached_property
    def _asked_for(self) -> frozenset[str]:
        knowledge = self.rows.index.knowledge
        asked: list[Attach] = list(knowledge.requests[self.rows.request.kind].attach)
        for placed in self.rows.by_list[ITEMS]:
            asked.extend(knowledge.modules[placed.module].attach)
        return frozenset(entry.document for entry in asked)

    @cached_property
    def _told(self) -> tuple[tuple[str, ...], frozenset[RowId]]:
        """What the answers say in words (but not those about the annexes), and the rows that they refer to."""
        scopes, known = {CASE, self.rows.request.scope}, self.rows.by_id
        texts: list[str] = []
        rows: set[RowId] = set()
        for (scope, name, row), value in self.rows.case.answers.items():
            if scope not in scopes or (row is not None and row not in known):
                continue
            if isinstance(value, (v.Ref, v.Refs)):
                rows.update(_rows(value))
            elif isinstance(value, (v.Text, v.Texts)) and not name.startswith(_OWN):
                texts.extend(_words(value))
        return tuple(texts), frozenset(rows)

    def _text(self, placed: Placed, member: str) -> str:
        answer = self.rows.case.answers.get(Path(placed.scope, FieldName(f"{_OWN}{member}"), placed.row.id))
        return answer.text.strip() if isinstance(answer, v.Text) else ""

    def _kind(self, placed: Placed) -> str:
        answer = self.rows.case.answers.get(Path(placed.scope, FieldName(f"{_OWN}type"), placed.row.id))
        return answer.choice if isinstance(answer, v.Choice) else ""


def _words(value: v.Text | v.Texts) -> tuple[str, ...]:
    return (value.text,) if isinstance(value, v.Text) else value.texts


def _rows(value: v.Ref | v.Refs) -> tuple[RowId, ...]:
    return (value.row,) if isinstance(value, v.Ref) else value.rows
