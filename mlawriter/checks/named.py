"""Findings from the files of `templates/checks/`."""

from collections.abc import Iterator, Mapping
from functools import partial

from mlawriter.checks.report import Certainty, Finding
from mlawriter.checks.rows import Placed
from mlawriter.checks.speech import Instruments, Listed, Named, Said, Titles
from mlawriter.checks.units import Group, Unit, View, always, with_rows
from mlawriter.conditions.engine import Engine
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import placeholders
from mlawriter.knowledge import texts
from mlawriter.knowledge.builtins import OF_INSTRUMENTS
from mlawriter.knowledge.definitions import Check, RequestKind
from mlawriter.knowledge.index import COMPUTED, ITEM, OF_GROUND, Index
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName, ListName


def named_groups(kind: RequestKind, index: Index, engine: Engine) -> Iterator[Group]:
    """Yield a unit for every check file whose remedy a request of this kind asks for."""
    for check in index.knowledge.checks.values():
        if kind.is_held_to(check) and index.asks(kind, check.fix):
            each = ITEM if check.modules else check.each
            plural = index.list_of(each) if each else None
            is_needed = with_rows(plural, *check.modules) if plural else always
            yield Group(is_needed, partial(_units, check, plural, engine))


def _units(check: Check, plural: ListName | None, engine: Engine) -> tuple[Unit]:
    condition = engine.condition(check.when)

    def run(view: View) -> Iterator[Finding]:
        if plural is None:
            yield from _judge(view, check, None)
            return
        for placed in view.world.rows.by_list[plural]:
            if not check.modules or placed.module in check.modules:
                yield from _judge(view, check, placed)

    reads = condition.reads | {"request.bases"} | ({plural} if plural else set())
    spoken = {name.rpartition(".")[0] if name.count(".") > 1 else name for name in placeholders(check.message)}
    return (Unit(f"check:{check.id}", reads | spoken, run),)


def _judge(view: View, check: Check, placed: Placed | None) -> Iterator[Finding]:
    truth = view.world.holds(check.when, placed)
    if truth is not Truth.TRUE:
        return
    yield Finding(
        check=check.id,
        code=check.code,
        severity=check.severity,
        certainty=Certainty.TRUE,
        message=filled(view, texts.check_message(check), placed),
        why=texts.check_why(check) if check.why else None,
        path=place(view, check.fix, placed),
        read=tuple(_read(view, check, placed)),
        cites=view.cites(check.cites),
        values=view.values_behind(check.when),
        starts=check.starts,
    )


def filled(view: View, message: Message, placed: Placed | None) -> Message:
    """Return a message with its placeholders filled from the request and the row at hand."""
    return message.fill_from({name: _argument(view, name, placed) for name in placeholders(message.text)})


def _instruments(view: View, name: str, placed: Placed | None) -> Iterator[str]:
    owner, _, member = name.partition(".")
    members = view.world.of_row[placed.row.id] if placed and owner == placed.record else view.world.roots.get(owner)
    found = members.get(member) if isinstance(members, Mapping) else None
    yield from (str(each) for each in found) if isinstance(found, list) else ()


def _argument(view: View, name: str, placed: Placed | None) -> Named | Said | Instruments | Listed | Titles:
    if placed and name == f"{placed.record}.name":
        return Named(view.speech, placed)
    if placed and name.partition(".")[2] in OF_GROUND and name.startswith(f"{placed.record}."):
        return Titles(tuple(_titles(view, name, placed)))
    if name in OF_INSTRUMENTS:
        return Instruments(view.speech, tuple(_instruments(view, name, placed)))
    if name in COMPUTED:
        return Listed(tuple(_computed(view, name)))
    return Said(view.speech, place(view, name, placed))


def _titles(view: View, name: str, placed: Placed) -> Iterator[Message]:
    known = view.index.knowledge
    for each in _instruments(view, name, placed):
        if name.endswith(".ground_assurances"):
            yield texts.guarantee_title(known.guarantees[each])
        else:
            yield texts.title("request", each, known.requests[each].title)


def _computed(view: View, name: str) -> Iterator[str]:
    scope, _, member = name.partition(".")
    facts = view.world.roots.get(scope)
    found = facts.get(member) if isinstance(facts, Mapping) else None
    yield from (str(each) for each in found) if isinstance(found, list) else ()


def place(view: View, name: str, placed: Placed | None) -> Path:
    """Return where the answer with a dotted name stands, in the row at hand if it belongs to its record."""
    owner, _, member = name.partition(".")
    if not member:
        return view.list_path(name)
    if placed and owner == placed.record:
        return Path(placed.scope, FieldName(name), placed.row.id)
    return view.path(FieldName(name))


def _read(view: View, check: Check, placed: Placed | None) -> Iterator[Path]:
    for name in sorted(view.world.engine.reads(check.when)):
        path = place(view, name, placed)
        if path in view.case.answers:
            yield path
