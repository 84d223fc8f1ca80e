"""Documents that were written, and which of them no longer say what the case says."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from mlawriter.app.resources import Resources
from mlawriter.app.usecases import Wish, drafted
from mlawriter.checks.checker import Checked, check
from mlawriter.compose.blocks import Draft, Part, lines_of
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Knowledge
from mlawriter.model.case import Case, Issued

_MARK = 12
"""Hexadecimal digits kept of the hash of a section: enough to tell two wordings apart."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One document that was written, and the clauses that read differently now; `gone` if it is made no more."""

    issued: Issued
    title: str
    changed: tuple[str, ...] = ()
    gone: bool = False

    @property
    def is_stale(self) -> bool:
        """Say whether the document no longer says what the case says."""
        return self.gone or bool(self.changed)


def issued_now(checked: Checked, wish: Wish, resources: Resources) -> tuple[Issued, ...]:
    """Return the record of what is being written: one entry for the letter, or for each document named.

    What is written in two languages is recorded for each of them.
    """
    if wish.with_language:
        one, two = (replace(wish, language=each, with_language="") for each in (wish.language, wish.with_language))
        return (*issued_now(checked, one, resources), *issued_now(checked, two, resources))
    draft = drafted(checked, wish, resources)
    if wish.parts is None:
        return (_record(checked, "", draft.title, wish, draft.parts),)
    return tuple(_record(checked, part.id, part.title, wish, (part,)) for part in draft.parts)


def standings(case: Case, today: date, resources: Resources) -> tuple[Standing, ...]:
    """Return every document that was written, compared with what it would say now."""
    return tuple(_compared(case, today, resources))


def section(clause: str, knowledge: Knowledge, speak: Translator) -> str:
    """Return what a clause is called: its heading, or that of the letter's beginning."""
    entry = knowledge.clauses.get(clause)
    if entry is None or not entry.title:
        return speak(Message("the opening or closing lines"))
    return speak(texts.clause_title(entry))


def _record(checked: Checked, document: str, title: str, wish: Wish, parts: tuple[Part, ...]) -> Issued:
    return Issued(
        request=checked.request_id,
        document=document,
        title=title,
        language=wish.language,
        day=checked.today,
        draft=wish.draft,
        sections=_marks(parts),
    )


def _marks(parts: tuple[Part, ...]) -> tuple[tuple[str, str], ...]:
    texts_of: dict[str, list[str]] = {}
    for part in parts:
        for block in part.blocks:
            words = "".join(span.text for line in lines_of(block) for span in line)
            texts_of.setdefault(block.origin.clause, []).append(words)
    return tuple((clause, _hash("\n".join(said))) for clause, said in texts_of.items())


def _hash(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode(errors="replace")).hexdigest()[:_MARK]


def _compared(case: Case, today: date, resources: Resources) -> Iterator[Standing]:
    kept = sorted(case.issued, key=lambda each: (each.request, each.language))
    for (request, language), group in groupby(kept, key=lambda each: (each.request, each.language)):
        entries = tuple(group)
        checked = check(resources.law, case, request, today)
        apart = tuple(each.document for each in entries if each.document)
        letter = drafted(checked, Wish(language=language), resources)
        others = drafted(checked, Wish(language=language, parts=apart), resources) if apart else None
        yield from (_standing(entry, letter, others) for entry in entries)


def _standing(entry: Issued, letter: Draft, others: Draft | None) -> Standing:
    parts = letter.parts if not entry.document else others.parts if others else ()
    found = parts if not entry.document else tuple(part for part in parts if part.id == entry.document)
    if not found:
        return Standing(entry, entry.title, gone=True)
    before, now = dict(entry.sections), dict(_marks(found))
    names = dict.fromkeys((*before, *now))
    return Standing(entry, entry.title, tuple(name for name in names if before.get(name) != now.get(name)))
