"""Answers of the samples as English letters say them, for the examples that translators see."""

import json
from collections.abc import Iterator
from pathlib import Path

from mlawriter.app.usecases import written_on
from mlawriter.checks.checker import Law, check
from mlawriter.compose.blocks import Draft, SpanKind, lines_of
from mlawriter.compose.documents import copies
from mlawriter.compose.letter import compose_checked
from mlawriter.i18n.translator import Translator
from mlawriter.storage.codec import from_json

_LONGEST = 60
_ANSWERS = {SpanKind.ANSWER, SpanKind.CODE}


def example_answers(law: Law, samples: tuple[Path, ...], speak: Translator) -> dict[str, str]:
    """Return one answer for each field that the letters of the samples print, by its dotted name."""
    found: dict[str, str] = {}
    for draft in _drafts(law, samples, speak):
        for part in draft.parts:
            for span in (span for block in part.blocks for line in lines_of(block) for span in line):
                if span.path is not None and span.kind in _ANSWERS and span.text.strip():
                    found.setdefault(span.path.field, _short(span.text))
    return found


def _drafts(law: Law, samples: tuple[Path, ...], speak: Translator) -> Iterator[Draft]:
    for sample in samples:
        if "faulty" in sample.stem:
            continue
        case = from_json(json.loads(sample.read_text(encoding="utf-8")))
        for request in case.requests:
            day = written_on(case, request.id)
            if day is None:
                continue
            done = check(law, case, request.id, day)
            apart = tuple(copy.id for copy in copies(done.view) if copy.document.separate)
            for parts in (None, *((apart,) if apart else ())):
                yield compose_checked(done.view, done.report, speak, parts=parts)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST].rsplit(' ', 1)[0]} …"
