"""Findings on documents that must or should be annexed."""

from collections.abc import Iterator

from mlawriter.checks.report import Certainty, Finding
from mlawriter.checks.rows import Placed
from mlawriter.checks.speech import Named
from mlawriter.checks.units import Unit, View, reads_of
from mlawriter.conditions.engine import Engine
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Attach, Need, RequestKind, Severity
from mlawriter.knowledge.index import DOCUMENTS, ITEMS, Index
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName
from mlawriter.model.values import Choice, DoesNotApply, Language, YesNo

MISSING = Message("Annex the following document: {document}.", context="finding")
MISSING_OPEN = Message("This document may have to be annexed: {document}.", context="finding")
NOT_CERTIFIED = Message("The annex “{title}” should be a certified copy.", context="finding")
NOT_TRANSLATED = Message("The annex “{title}” needs a translation.", context="finding")
_TYPE = FieldName("document.type")
_SENT_IN = (FieldName("request.translation_language"), FieldName("request.letter_language"))


def annex_units(kind: RequestKind, index: Index, engine: Engine) -> Iterator[Unit]:
    """Yield a unit for every document that the request kind or one of its modules asks for."""
    for number, entry in enumerate(kind.attach):
        yield _unit(entry, "", number, index, engine)
    for module in kind.modules:
        for number, entry in enumerate(index.knowledge.modules[module].attach):
            yield _unit(entry, module, number, index, engine)


def _unit(entry: Attach, module: str, number: int, index: Index, engine: Engine) -> Unit:
    def run(view: View) -> Iterator[Finding]:
        if not module:
            yield from _judge(view, entry, None, index)
            return
        for placed in view.world.rows.by_list[ITEMS]:
            if placed.module == module:
                yield from _judge(view, entry, placed, index)

    reads = reads_of(engine, entry.when) | {DOCUMENTS, ITEMS, "request.bases", *_SENT_IN}
    return Unit(f"document:{module}:{number}:{entry.document}", reads, run)


def _judge(view: View, entry: Attach, placed: Placed | None, index: Index) -> Iterator[Finding]:
    truth = view.world.holds(entry.when, placed)
    if truth is Truth.FALSE:
        return
    rows = [row for row in view.world.rows.by_list[DOCUMENTS] if _type(view, row) == entry.document]
    if not rows:
        name = texts.choice(_TYPE, index.field(_TYPE), entry.document)
        message = (MISSING if truth is Truth.TRUE else MISSING_OPEN).fill(document=name)
        yield _finding(view, entry, message, Path(view.world.rows.request.scope, FieldName(DOCUMENTS)), truth)
    for row in rows if truth is Truth.TRUE else []:
        for wanted, member, pattern in (
            (entry.certified, "certified", NOT_CERTIFIED),
            (entry.translated, "translated", NOT_TRANSLATED),
        ):
            path = Path(row.scope, FieldName(f"document.{member}"), row.row.id)
            if wanted and not _is_fine(view, row, path):
                yield _finding(view, entry, pattern.fill(title=Named(view.speech, row)), path, truth, advisory=True)


def _is_fine(view: View, row: Placed, path: Path) -> bool:
    answer = view.case.answers.get(path)
    if isinstance(answer, DoesNotApply) or answer == YesNo(True) or _is_original(view, row):
        return True
    return path.field == "document.translated" and _is_understood(view, row)


def _is_understood(view: View, row: Placed) -> bool:
    """Say whether a document is in the language in which the request is sent."""
    sent = [view.case.answers.get(view.path(name)) for name in _SENT_IN]
    language = next((answer for answer in sent if isinstance(answer, Language)), None)
    return language is not None and language == view.case.answers.get(
        Path(row.scope, FieldName("document.language"), row.row.id)
    )


def _type(view: View, row: Placed) -> str:
    answer = view.case.answers.get(Path(row.scope, _TYPE, row.row.id))
    return answer.choice if isinstance(answer, Choice) else ""


def _is_original(view: View, row: Placed) -> bool:
    return view.case.answers.get(Path(row.scope, FieldName("document.original"), row.row.id)) == YesNo(True)


def _finding(
    view: View, entry: Attach, message: Message, path: Path, truth: Truth, *, advisory: bool = False
) -> Finding:
    weak = advisory or entry.need is not Need.ESSENTIAL
    return Finding(
        check=f"document.{entry.document}",
        code=entry.code,
        severity=Severity.ADVISORY if weak else Severity.CONDITIONAL,
        certainty=Certainty(truth.value),
        message=message,
        path=path,
        cites=view.cites(entry.cites),
    )
