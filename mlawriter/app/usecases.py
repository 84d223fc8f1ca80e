"""What a user can do with a case, free of window and command line."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path as File
from typing import TYPE_CHECKING

from mlawriter.app import applied
from mlawriter.app.resources import Resources
from mlawriter.checks.checker import Checked, check
from mlawriter.checks.report import Finding, Report
from mlawriter.checks.translations import words_lacking
from mlawriter.compose.blocks import Draft, Layout
from mlawriter.compose.documents import copies
from mlawriter.compose.letter import compose_checked
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.definitions import Knowledge
from mlawriter.model import edits
from mlawriter.model.case import Case, Path, Request
from mlawriter.model.ids import CASE, FieldName, RequestId, Scope
from mlawriter.model.values import Choice, Country, Day
from mlawriter.storage.casefile import Stored, save_case, write_atomically
from mlawriter.storage.codec import from_json

if TYPE_CHECKING:
    from mlawriter.app.lines import Line


class Form(StrEnum):
    """What kind of file a letter is written as."""

    DOCX = "docx"
    TXT = "txt"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Exported:
    """A letter that has been written, or what stands in the way of a final one: findings, or untranslated sentences."""

    file: File
    in_the_way: tuple[Finding, ...] = ()
    untranslated: "tuple[Line, ...]" = ()

    @property
    def is_written(self) -> bool:
        """Say whether the file was written."""
        return not self.in_the_way and not self.untranslated


@dataclass(frozen=True, kw_only=True)
class Wish:
    """How a letter is wanted; `parts` names some of its documents (`compose.documents`) instead of the letter.

    With `with_language` it is in two languages, which share it as `layout` says.
    """

    language: str
    with_language: str = ""
    layout: Layout = Layout.COLUMNS
    form: Form = Form.DOCX
    draft: bool = False
    style: File | None = None
    parts: tuple[str, ...] | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the letter: one, or two."""
        return (self.language, self.with_language) if self.with_language else (self.language,)


def new_case(kind: str, home: str, state: str, case_id: str = "case", *, basis: str = "") -> Case:
    """Return a case with one request from one State to another; what is empty is left open."""
    request = Request(RequestId("r1"), kind)
    case = edits.add_request(Case(id=case_id), request)
    if home:
        case = edits.answer(case, Path(CASE, FieldName("case.requesting_state")), Country(home))
    if state:
        case = edits.answer(case, Path(request.scope, FieldName("request.requested_state")), Country(state))
    if basis:
        case = edits.answer(case, Path(request.scope, FieldName("request.primary_basis")), Choice(basis))
    return case


def letter_bytes(checked: Checked, wish: Wish, resources: Resources) -> bytes:
    """Return a letter as wished, whether the request is complete or not.

    Raises:
        LetterheadError: if the letterhead cannot be used.
        KeyError: if the language is not available.
    """
    return written(drafted(checked, wish, resources), wish, resources)


def drafted(checked: Checked, wish: Wish, resources: Resources) -> Draft:
    """Return a letter as wished, composed but not yet written.

    Raises:
        KeyError: if the language is not available.
    """
    draft = composed(checked, wish, resources.languages.translator)
    if not is_mixed(wish, resources):
        return draft
    from mlawriter.app.completeness import MIXED

    speak = resources.languages.translator(wish.language)
    return replace(draft, draft_mark=speak(MIXED))


def composed(checked: Checked, wish: Wish, translator: Callable[[str], Translator]) -> Draft:
    """Return a letter as wished, in one language or two; `translator` gives that of a language."""
    first, *others = map(translator, wish.languages)
    if not others:
        return compose_checked(checked.view, checked.report, first, parts=wish.parts)
    from mlawriter.compose.bilingual import Languages, compose_bilingual

    languages = Languages(first=first, second=others[0], layout=wish.layout)
    return compose_bilingual(checked.view, checked.report, languages, parts=wish.parts)


def left_as_written(checked: Checked, wish: Wish, language: str) -> tuple[Path, ...]:
    """Return the drafter's own words that stand untranslated in a letter as wished, in one of its languages.

    While nobody has said in which language the drafter writes, it is taken to be the first of two.
    """
    own = checked.case.language or (wish.language if wish.with_language else "")
    return tuple(words_lacking(checked.view.world, language, own))


def written(draft: Draft, wish: Wish, resources: Resources) -> bytes:
    """Return a composed letter as the bytes of a file.

    Raises:
        LetterheadError: if the letterhead cannot be used.
    """
    match wish.form:
        case Form.TXT:
            from mlawriter.export.text import to_text

            return to_text(draft, draft_mark=wish.draft).encode(errors="replace")
        case Form.HTML:
            from mlawriter.export.html import to_html

            return to_html(draft, draft_mark=wish.draft).encode(errors="replace")
        case Form.DOCX:
            from mlawriter.export.word import to_docx

            return to_docx(draft, house=resources.house_style, draft_mark=wish.draft, base=wish.style)


def export_request(checked: Checked, wish: Wish, file: File, resources: Resources) -> Exported:
    """Write a letter; a final one only if nothing essential stands in the way.

    Raises:
        LetterheadError: if the letterhead cannot be used.
        CannotWrite: if the file cannot be written.
    """
    in_the_way, untranslated = standing(checked, wish), lacking(wish, resources)
    if in_the_way or untranslated:
        return Exported(file, in_the_way, untranslated)
    write_atomically(file, letter_bytes(checked, wish, resources))
    return Exported(file)


def standing(checked: Checked, wish: Wish) -> tuple[Finding, ...]:
    """Return the findings that stand in the way of a letter as wished; nothing does in that of a draft."""
    return () if wish.draft else tuple(finding for finding in checked.report.findings if finding.blocks)


def lacking(wish: Wish, resources: Resources) -> "tuple[Line, ...]":
    """Return the sentences whose translation a final letter as wished waits for; a draft waits for none."""
    if wish.draft:
        return ()
    return tuple(line for each in wish.languages for line in resources.completeness(each).missing)


def is_mixed(wish: Wish, resources: Resources) -> bool:
    """Say whether a letter as wished is a draft in which some sentences are still English."""
    return wish.draft and not all(resources.completeness(each).is_complete for each in wish.languages)


def report_as_json(request: RequestId, report: Report, file: str, speak: Translator) -> dict[str, object]:
    """Return a report in the documented form (`docs/json.md`)."""
    return {
        "file": file,
        "request": request,
        "status": "complete" if report.is_complete else "incomplete",
        "findings": [_finding(finding, speak) for finding in report.findings],
        "compliance": [
            {
                "instrument": line.cite.instrument,
                "article": line.cite.article,
                "verified": line.cite.verified,
                "text": speak(line.text),
                "answered_by": [_place(path) for path in line.answered_by],
                "missing": [_place(path) for path in line.missing],
                "recommended": line.recommended,
            }
            for line in report.compliance
        ],
        "values": applied.as_json(report.values),
    }


def _finding(finding: Finding, speak: Translator) -> dict[str, object]:
    return {
        "check": finding.check,
        "code": finding.code or None,
        "severity": finding.severity.value,
        "truth": finding.certainty.value,
        **_place(finding.path),
        "message": speak(finding.message),
        "why": speak(finding.why) if finding.why else None,
        "cites": [
            {"instrument": cite.instrument, "article": cite.article, "verified": cite.verified}
            for cite in finding.cites
        ],
        "starts": list(finding.starts),
        "values": [each.rule for each in finding.values],
        "set_aside": finding.set_aside or None,
    }


def _place(path: Path) -> dict[str, object]:
    return {"scope": path.scope, "field": path.field, "row": path.row}


def demo(resources: Resources, folder: File, today: date, languages: tuple[str, ...] = ()) -> Iterator[File]:
    """Write the sample cases, their reports and their letters; yield each file written.

    The letters are in these languages, or in every one.

    Raises:
        CannotWrite: if the folder cannot be written.
    """
    for sample in resources.samples:
        case = from_json(json.loads(sample.read_text(encoding="utf-8")))
        file = folder / f"{sample.stem}.mlaw"
        save_case(Stored(case), file, resources.law.knowledge.version)
        yield file
        for request in case.requests:
            name = sample.stem if len(case.requests) == 1 else f"{sample.stem}.{request.id}"
            day = written_on(case, request.id) or today
            checked = check(resources.law, case, request.id, day)
            yield from _demo_request(resources, folder / name, checked, languages or resources.languages.available())


def written_on(case: Case, request: RequestId) -> date | None:
    """Return the date of a request, if it is answered in full: the day on which a sample is to be judged."""
    answer = case.answers.get(Path(Scope(request), FieldName("request.date")))
    return answer.date if isinstance(answer, Day) else None


def _demo_request(resources: Resources, stem: File, checked: Checked, languages: tuple[str, ...]) -> Iterator[File]:
    english = resources.languages.translator("en")
    report = report_as_json(checked.request_id, checked.report, f"{stem.name}.mlaw", english)
    as_json = stem.with_name(f"{stem.name}.report.json")
    write_atomically(as_json, (json.dumps([report], ensure_ascii=False, indent=1) + "\n").encode(errors="replace"))
    yield as_json
    as_text = stem.with_name(f"{stem.name}.report.txt")
    write_atomically(as_text, report_as_text(checked.report, checked.law.knowledge, english).encode(errors="replace"))
    yield as_text
    for language in languages:
        draft = not (checked.report.is_complete and resources.completeness(language).is_complete)
        suffix = ".draft.docx" if draft else ".docx"
        letter = stem.with_name(f"{stem.name}.{language}{suffix}")
        export_request(checked, Wish(language=language, draft=draft), letter, resources)
        yield letter
    if any(copy.document.separate for copy in copies(checked.view)) and checked.report.is_complete:
        from mlawriter.app.bundle import export_bundle

        bundle = stem.with_name(f"{stem.name}.bundle")
        yield from export_bundle(checked, Wish(language="en"), bundle, resources, {}, renew=True).files


def report_as_text(report: Report, knowledge: Knowledge, speak: Translator) -> str:
    """Return a report for people: one finding a line, with its sources."""
    from mlawriter.app.wording import finding_line, status_line

    lines = [status_line(report, speak), *(finding_line(finding, knowledge, speak) for finding in report.findings)]
    return "\n".join(lines) + "\n"
