"""From a case to its documents in one language."""

from collections.abc import Iterator
from datetime import date

from mlawriter.checks.checker import Law, check
from mlawriter.checks.own_names import own_names
from mlawriter.checks.report import Report
from mlawriter.checks.units import View
from mlawriter.compose.blocks import Draft
from mlawriter.compose.clauses import Composer
from mlawriter.compose.filling import Filler
from mlawriter.compose.numbers import Numbers
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import RequestKind
from mlawriter.model.case import Case
from mlawriter.model.ids import RequestId

PAGE_OF = Message("Page {page} of {pages}", domain="document")
DRAFT = Message("DRAFT", domain="document")


def compose(
    case: Case,
    request_id: RequestId,
    law: Law,
    speak: Translator,
    today: date,
    *,
    parts: tuple[str, ...] | None = None,
) -> Draft:
    """Return the documents of a request in the language of `speak`; `parts` limits them to some by id."""
    checked = check(law, case, request_id, today)
    return compose_checked(checked.view, checked.report, speak, parts=parts)


def compose_checked(view: View, report: Report, speak: Translator, *, parts: tuple[str, ...] | None = None) -> Draft:
    """Return the documents of a request whose facts and report are at hand."""
    speak = speak.with_names(own_names(view.case, speak.language))
    kind = view.index.knowledge.requests[view.world.rows.request.kind]
    filler = Filler(view, speak)
    numbers = Numbers()
    made = [Composer(kind, document, filler, report, numbers).part() for document in kind.documents]
    return Draft(
        language=speak.language,
        rtl=speak.rtl,
        title=speak(texts.title("request", kind.id, kind.title)),
        subject=filler.one_line(kind.subject),
        author=filler.one_line(kind.author),
        reference=filler.one_line(kind.reference),
        marking=" · ".join(_markings(kind, view, speak)),
        page_of=speak.pattern(PAGE_OF),
        draft_mark=speak(DRAFT),
        created=view.world.today.isoformat(),
        parts=tuple(part for part in made if parts is None or part.id in parts),
    )


def _markings(kind: RequestKind, view: View, speak: Translator) -> Iterator[str]:
    for number, entry in enumerate(kind.markings, start=1):
        if view.world.holds(entry.when) is Truth.TRUE:
            yield speak(texts.marking(kind, number))
