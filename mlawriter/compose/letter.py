"""From a case to its documents in one language."""

from collections.abc import Iterator
from datetime import date

from mlawriter.checks.checker import Law, check
from mlawriter.checks.own_names import own_names
from mlawriter.checks.report import Report
from mlawriter.checks.units import View
from mlawriter.compose.blocks import Draft, Part
from mlawriter.compose.clauses import Composer
from mlawriter.compose.documents import Copy, copies
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
    """Return a letter in the language of `speak`, or some documents of the request by id (`compose.documents`)."""
    checked = check(law, case, request_id, today)
    return compose_checked(checked.view, checked.report, speak, parts=parts)


def compose_checked(view: View, report: Report, speak: Translator, *, parts: tuple[str, ...] | None = None) -> Draft:
    """Return the letter of a request whose facts and report are at hand, or some of its documents."""
    speak = speak.with_names(own_names(view.case, speak.language)).for_letters()
    view = view.in_language(speak.language)
    kind = view.kind
    filler = Filler(view, speak)
    made = tuple(_parts(filler, report, parts))
    return Draft(
        conventions=speak.conventions,
        language=speak.language,
        rtl=speak.rtl,
        title=_title(kind, made, speak),
        subject=filler.one_line(kind.subject),
        author=filler.one_line(kind.author),
        reference=filler.one_line(kind.reference),
        marking=" · ".join(_markings(kind, view, speak)),
        page_of=speak.pattern(PAGE_OF),
        draft_mark=speak(DRAFT),
        created=view.world.today.isoformat(),
        parts=made,
    )


def _parts(filler: Filler, report: Report, wanted: tuple[str, ...] | None) -> Iterator[Part]:
    """Yield the documents wanted; those of the letter are composed in any case, for their numbers run through."""
    made = tuple(copy for copy in copies(filler.view) if report.compliance or not _is_compliance(copy, filler.view))
    numbers = Numbers()
    letter: tuple[Part, ...] = ()
    for copy in made:
        if not copy.document.separate:
            part = Composer(copy, filler, report, numbers).part()
            letter = (*letter, part)
            if copy.is_wanted(wanted):
                yield part
    for copy in made:
        if copy.document.separate and copy.is_wanted(wanted):
            yield Composer(copy, filler, report, Numbers(), letter).part()


def _is_compliance(copy: Copy, view: View) -> bool:
    """Say whether a document holds nothing but the table of compliance, which is empty where no treaty has a list."""
    clauses = (view.index.knowledge.clauses[name] for name in copy.document.clauses)
    return any(block.kind == "compliance" for clause in clauses for block in clause.blocks)


def _title(kind: RequestKind, parts: tuple[Part, ...], speak: Translator) -> str:
    if len(parts) == 1 and parts[0].separate:
        return parts[0].title
    return speak(texts.title("request", kind.id, kind.title))


def _markings(kind: RequestKind, view: View, speak: Translator) -> Iterator[str]:
    for number, entry in enumerate(kind.markings, start=1):
        if view.world.holds(entry.when) is Truth.TRUE:
            yield speak(texts.marking(kind, number))
