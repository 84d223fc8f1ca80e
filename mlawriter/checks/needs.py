"""Findings from what the fields themselves say they need."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from mlawriter.checks.report import Certainty, Finding
from mlawriter.checks.rows import Placed
from mlawriter.checks.speech import Named
from mlawriter.checks.units import Group, Unit, View, always, reads_of, with_rows
from mlawriter.conditions.engine import Engine
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import AtLeast, Field, Kind, Need, RequestKind, Section, Severity
from mlawriter.knowledge.index import ITEM, ITEMS, Index
from mlawriter.model import values as v
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, ListName

MISSING = Message("“{field}” is missing.", context="finding")
MISSING_IN = Message("{row}: “{field}” is missing.", context="finding")
OPEN = Message("“{field}” may be needed; that depends on answers that are still open.", context="finding")
OPEN_IN = Message("{row}: “{field}” may be needed; that depends on answers that are still open.", context="finding")
UNREADABLE = Message("The answer to “{field}” cannot be read. Please enter it again.", context="finding")
LOST = Message("“{field}” refers to an entry that is no longer in its list. Please choose again.", context="finding")

LOST_CODE = "XF-003"

VALUES: dict[Kind, type] = {
    Kind.TEXT: v.Text,
    Kind.LONGTEXT: v.Text,
    Kind.TEXTS: v.Texts,
    Kind.WHOLE: v.Whole,
    Kind.DECIMAL: v.Number,
    Kind.YESNO: v.YesNo,
    Kind.DAY: v.Day,
    Kind.PERIOD: v.DayRange,
    Kind.MOMENT: v.Moment,
    Kind.MOMENTS: v.Moments,
    Kind.CHOICE: v.Choice,
    Kind.CHOICES: v.Choices,
    Kind.COUNTRY: v.Country,
    Kind.COUNTRIES: v.Countries,
    Kind.LANGUAGE: v.Language,
    Kind.LANGUAGES: v.Languages,
    Kind.MONEY: v.Money,
    Kind.REF: v.Ref,
    Kind.REFS: v.Refs,
    Kind.ATTACHMENT: v.Attachment,
}
"""The value that answers a field of each kind."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """One field as asked in one place."""

    name: FieldName
    entry: Field
    stem: str


def field_groups(kind: RequestKind, index: Index, engine: Engine) -> Iterator[Group]:
    """Yield a unit for every field that the pages of a request kind ask, and for every field of its lists."""
    for page in kind.pages:
        for section in (index.knowledge.sections[name] for name in page.sections):
            yield Group(always, partial(_section_units, kind, section, engine))
        for plural in map(ListName, page.lists):
            if plural != ITEMS:
                yield Group(with_rows(plural), partial(_list_units, kind, plural, index, engine))
                continue
            for module in kind.modules:
                yield Group(with_rows(ITEMS, module), partial(_item_units, kind, module, index, engine))
    yield Group(always, lambda: (_rows_unit(number, entry, engine) for number, entry in enumerate(kind.at_least)))


def _section_units(kind: RequestKind, section: Section, engine: Engine) -> Iterator[Unit]:
    for entry in filter(kind.takes, section.fields):
        name = FieldName(f"{section.scope}.{entry.id}")
        yield _unit(_Asked(name, kind.asked(name, entry), name), engine)


def _list_units(kind: RequestKind, plural: ListName, index: Index, engine: Engine) -> Iterator[Unit]:
    for name, entry in index.record_fields(index.record_of(plural).id):
        if kind.takes(entry):
            yield _row_unit(_Asked(name, kind.asked(name, entry), name), plural, "", engine)


def _item_units(kind: RequestKind, module: str, index: Index, engine: Engine) -> Iterator[Unit]:
    for entry in index.module_fields(module):
        name = FieldName(f"{ITEM}.{entry.id}")
        stem = index.context(name, module)
        yield _row_unit(_Asked(name, kind.asked(name, entry), stem), ITEMS, module, engine)


def _unit(asked: _Asked, engine: Engine) -> Unit:
    reads = reads_of(engine, asked.entry.essential_if, asked.entry.recommended_if, asked.entry.shown)

    def run(view: View) -> Iterator[Finding]:
        yield from _judge(view, asked, None)

    return Unit(asked.name, reads | {asked.name, "request.bases", *_targets(asked)}, run)


def _row_unit(asked: _Asked, plural: ListName, module: str, engine: Engine) -> Unit:
    reads = reads_of(engine, asked.entry.essential_if, asked.entry.recommended_if, asked.entry.shown)

    def run(view: View) -> Iterator[Finding]:
        for placed in view.world.rows.by_list[plural]:
            if not module or placed.module == module:
                yield from _judge(view, asked, placed)

    return Unit(f"{module}:{asked.name}", reads | {asked.name, plural, "request.bases", *_targets(asked)}, run)


def _targets(asked: _Asked) -> tuple[str, ...]:
    return ("*rows",) if asked.entry.kind in {Kind.REF, Kind.REFS} else ()


def _judge(view: View, asked: _Asked, placed: Placed | None) -> Iterator[Finding]:
    path = Path(placed.scope, asked.name, placed.row.id) if placed else view.path(asked.name)
    answer = view.case.answers.get(path)
    if answer is not None:
        yield from _wrong(view, asked, path, answer)
        return
    if asked.entry.hidden or view.is_known(asked.name) or view.world.holds(asked.entry.shown, placed) is Truth.FALSE:
        return
    severity, truth = _need(view, asked.entry, placed)
    if truth is not Truth.FALSE:
        yield _missing(view, asked, placed, path, severity, truth)


def _need(view: View, entry: Field, placed: Placed | None) -> tuple[Severity, Truth]:
    if entry.need is Need.ESSENTIAL:
        return entry.severity or Severity.ESSENTIAL, Truth.TRUE
    required = view.world.holds(entry.essential_if, placed) if entry.essential_if else Truth.FALSE
    if required is Truth.TRUE:
        return entry.severity or Severity.CONDITIONAL, Truth.TRUE
    if entry.need is Need.RECOMMENDED or view.world.holds(entry.recommended_if or "false", placed) is Truth.TRUE:
        return Severity.ADVISORY, Truth.TRUE
    return entry.severity or Severity.CONDITIONAL, required


def _missing(view: View, asked: _Asked, placed: Placed | None, path: Path, severity: Severity, truth: Truth) -> Finding:
    label = texts.label(asked.stem, asked.entry)
    if placed:
        pattern = MISSING_IN if truth is Truth.TRUE else OPEN_IN
        message = pattern.fill(field=label, row=Named(view.speech, placed))
    else:
        message = (MISSING if truth is Truth.TRUE else OPEN).fill(field=label)
    return Finding(
        check=f"field.{asked.name}",
        code=asked.entry.code,
        severity=severity,
        certainty=Certainty(truth.value),
        message=message,
        path=path,
        read=(path,),
        cites=view.cites(asked.entry.cites),
        values=view.values_behind(asked.entry.essential_if, asked.entry.recommended_if),
    )


def _wrong(view: View, asked: _Asked, path: Path, answer: v.Value) -> Iterator[Finding]:
    if isinstance(answer, v.DoesNotApply | v.NotKnown):
        return
    problem = None
    if not isinstance(answer, VALUES[asked.entry.kind]):
        problem = UNREADABLE
    elif isinstance(answer, v.Ref | v.Refs) and _is_lost(view, asked.entry, answer):
        problem = LOST
    if problem:
        yield Finding(
            check=f"field.{asked.name}",
            code=LOST_CODE if problem is LOST else "",
            severity=Severity.CONDITIONAL if problem is LOST else Severity.ESSENTIAL,
            certainty=Certainty.TRUE,
            message=problem.fill(field=texts.label(asked.stem, asked.entry)),
            path=path,
            read=(path,),
            cites=view.cites(("logic",)),
        )


def _is_lost(view: View, entry: Field, answer: v.Ref | v.Refs) -> bool:
    rows = (answer.row,) if isinstance(answer, v.Ref) else answer.rows
    placed = [view.world.rows.by_id.get(row) for row in rows]
    return any(each is None or each.record not in entry.to for each in placed)


def _rows_unit(number: int, entry: AtLeast, engine: Engine) -> Unit:
    plural = ListName(entry.list)

    def run(view: View) -> Iterator[Finding]:
        too_few = len(view.world.rows.by_list[plural]) < entry.rows
        if too_few and view.world.holds(entry.when) is Truth.TRUE:
            yield Finding(
                check=f"field.{plural}",
                code=entry.code,
                severity=entry.severity,
                certainty=Certainty.TRUE,
                message=texts.at_least(entry),
                path=view.list_path(plural),
                cites=view.cites(entry.cites),
            )

    reads = reads_of(engine, entry.when) | {plural, "request.bases"}
    return Unit(f"rows:{number}:{plural}", reads, run)
