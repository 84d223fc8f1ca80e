"""Running the checks: all of them, or only those that a change touches. Both give the same report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from mlawriter.checks.annexes import annex_units
from mlawriter.checks.applied import ANSWERS_THAT_DECIDE, LISTS_THAT_DECIDE, OWNERS_THAT_DECIDE, STATES, what_applies
from mlawriter.checks.contents import contents_groups
from mlawriter.checks.facts import world
from mlawriter.checks.named import named_groups
from mlawriter.checks.needs import field_groups
from mlawriter.checks.reckoned import FOLLOWS, OF_LISTS, OF_STATES
from mlawriter.checks.register import Register
from mlawriter.checks.report import Certainty, ComplianceLine, Finding, Report
from mlawriter.checks.rows import Rows
from mlawriter.checks.speech import Speech
from mlawriter.checks.undertakings import suggested, undertaking_units
from mlawriter.checks.units import Group, View, always
from mlawriter.conditions.engine import Engine
from mlawriter.knowledge.cites import PRACTICE
from mlawriter.knowledge.definitions import Knowledge, RequestKind, Severity
from mlawriter.knowledge.index import GUARANTEES, ITEM, Index
from mlawriter.knowledge.parameters import MEMBERS
from mlawriter.knowledge.vocabulary import names
from mlawriter.model.case import Case, Path, changed_paths
from mlawriter.model.ids import RequestId

_WEIGHT = {Severity.ESSENTIAL: 0, Severity.CONDITIONAL: 1, Severity.ADVISORY: 2}
_OF_BASES = (
    "request.bases",
    "request.topics",
    "request.citable_topics",
    "request.governing",
    "request.other_treaty",
    "request.bases_unconfirmed",
    "item.coverage",
    "item.covered_by",
    "item.alternatives",
    "items",
)
_OF_STATES = ("request.asking_state", "request.asked_state", *OF_STATES)
_FOLLOWS: dict[str, tuple[str, ...]] = {
    "request.primary_basis": ("request.primary", *_OF_BASES),
    "request.supplementary_bases": _OF_BASES,
    "request.other_mla_treaty": ("request.other_treaty",),
    "case.requesting_state": _OF_STATES,
    "request.requested_state": _OF_STATES,
    **{
        f"own_article.{member}": ("request.topics", "request.citable_topics")
        for member in ("basis", "topic", "article")
    },
    **{
        f"declaration.{member}": ("request.bases_unconfirmed",)
        for member in ("basis", "point", "answer", "checked", "source")
    },
    "own_value.rule": ("own_value.asks", "own_value.usable"),
    **{f"own_value.{member}": ("own_value.usable",) for member in MEMBERS},
    **FOLLOWS,
    "account.number_iban": ("account.iban_ok",),
    "guarantee.own_text": ("guarantee.changed",),
    "guarantee.started_from": ("guarantee.changed",),
    **{f"guarantee.c{number:02}": ("guarantee.reliability",) for number in range(1, 13)},
}
"""Computed members that follow from an answer (`checks.computed`)."""
_OF_TRANSLATIONS = "request.texts_untranslated"
_FROM_ANY_ANSWER = frozenset(
    {"request.annexes_unlisted", "document.cited", "request.translation_needed", _OF_TRANSLATIONS}
)
"""Computed members that any answer and any row can change."""


@dataclass(frozen=True)
class Law:
    """The knowledge made ready for checking: look-ups and the engine. Make one and share it."""

    knowledge: Knowledge
    index: Index
    engine: Engine

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Law":
        """Return the knowledge made ready."""
        return cls(knowledge, Index(knowledge), Engine(names(knowledge)))

    @cached_property
    def _registers(self) -> dict[str, Register]:
        return {}

    def register(self, kind: RequestKind) -> Register:
        """Return the units of checking of a request kind."""
        if kind.id not in self._registers:
            self._registers[kind.id] = Register(self._groups(kind))
        return self._registers[kind.id]

    def _groups(self, kind: RequestKind) -> Iterator[Group]:
        yield from field_groups(kind, self.index, self.engine)
        yield from contents_groups(kind, self.index, self.engine)
        yield Group(always, lambda: annex_units(kind, self.index, self.engine))
        if self.index.asks(kind, GUARANTEES):
            yield Group(always, lambda: undertaking_units(kind, self.index, self.engine))
        yield from named_groups(kind, self.index, self.engine)

    def view(self, case: Case, request_id: RequestId, today: date, before: View | None = None) -> View:
        """Return the facts of one request, ready for conditions; `before` is the view of an earlier state of it."""
        rows = Rows(case, case.request(request_id), self.index)
        return View(world(rows, self.engine, today, before.world if before else None), Speech(rows))


Results = dict[str, tuple[Finding | ComplianceLine, ...]]
"""What each unit found, by its name, in the order of the units."""


@dataclass(frozen=True)
class Checked:
    """A case with the results of every unit; `recheck` gives the same for a changed case, cheaply."""

    law: Law
    case: Case
    request_id: RequestId
    today: date
    view: View
    """The facts behind the report."""
    results: Results = field(default_factory=dict)

    @cached_property
    def report(self) -> Report:
        """The findings, merged and ordered, and the compliance table."""
        found = [result for results in self.results.values() for result in results]
        findings = [finding for finding in found if isinstance(finding, Finding)]
        compliance = _said_once([line for line in found if isinstance(line, ComplianceLine)])
        bases = self.view.sources
        return Report(
            findings=tuple(_with_reasons(self.case, _ordered(_merged(findings)))),
            compliance=tuple(sorted(compliance, key=lambda line: _place(line, bases))),
            values=self.view.values,
        )

    @property
    def _kind(self) -> RequestKind:
        return self.law.knowledge.requests[self.case.request(self.request_id).kind]

    @property
    def suggested_guarantees(self) -> tuple[str, ...]:
        """The undertakings that the request calls for."""
        return tuple(each.id for each in self.law.knowledge.guarantees.values() if suggested(self.view, each))

    def recheck(self, case: Case) -> "Checked":
        """Return the same for a changed case, running only what reads the change."""
        changed = changed_names(self.case, case, self.law.index)
        view = self.law.view(case, self.request_id, self.today, self.view)
        register = self.law.register(self._kind)
        kept = self.results.keys() - register.readers(changed)
        results = {
            unit.name: self.results[unit.name] if unit.name in kept else tuple(unit.run(view))
            for unit in register.needed(view)
        }
        return Checked(self.law, case, self.request_id, self.today, view, results)


def check(law: Law, case: Case, request_id: RequestId, today: date) -> Checked:
    """Return a case fully checked."""
    checked = Checked(law, case, request_id, today, law.view(case, request_id, today))
    kind = law.knowledge.requests[case.request(request_id).kind]
    units = law.register(kind).needed(checked.view)
    checked.results.update({unit.name: tuple(unit.run(checked.view)) for unit in units})
    return checked


def run_checks(case: Case, request_id: RequestId, knowledge: Knowledge, today: date) -> Report:
    """Return all findings of one request."""
    return check(Law.of(knowledge), case, request_id, today).report


def changed_names(old: Case, new: Case, index: Index) -> frozenset[str]:
    """Return every dotted name and plural whose facts differ between two states of a case."""
    found = {name for path in changed_paths(old, new) for name in _names_of(path, index)}
    for key in {*old.rows, *new.rows}:
        if old.rows.get(key) != new.rows.get(key):
            found |= {key[1], "*rows"}
            found |= {"guarantees"} if key[1] == "guarantees" else set()
            found |= set(what_applies(index)) if key[1] in LISTS_THAT_DECIDE else set()
            found |= set(OF_LISTS.get(key[1], ()))
    if old.language != new.language or old.translations is not new.translations:
        found.add(_OF_TRANSLATIONS)
    return frozenset(found | _FROM_ANY_ANSWER) if found else frozenset()


def _names_of(path: Path, index: Index) -> Iterator[str]:
    yield path.field
    yield from _FOLLOWS.get(path.field, ())
    if path.field in index.decides_grounds:
        yield from index.names_of_grounds
    if path.field in STATES:
        yield from index.names_of_law
    record = path.field.partition(".")[0]
    if record in OWNERS_THAT_DECIDE or path.field in ANSWERS_THAT_DECIDE:
        yield from what_applies(index)
    if path.row is None:
        return
    if record == ITEM or record in index.knowledge.records:
        yield index.list_of(record)
    if record == ITEM:
        yield "item.coercive"
    elif record in index.knowledge.records:
        yield from (f"{record}.{derived.id}" for derived in index.knowledge.records[record].derived)


def _merged(findings: Iterable[Finding]) -> list[Finding]:
    merged: dict[tuple[str, Path], Finding] = {}
    named: set[Path] = set()
    for finding in findings:
        automatic = finding.check.startswith(("field.", "contents."))
        key = ("", finding.path) if automatic else (finding.check, finding.path)
        merged[key] = _stricter(merged[key], finding) if key in merged else finding
        if not automatic and finding.certainty is Certainty.TRUE and finding.severity is not Severity.ADVISORY:
            named.add(finding.path)
    return [finding for key, finding in merged.items() if key[0] or not _is_covered(finding, named)]


def _is_covered(finding: Finding, named: set[Path]) -> bool:
    return finding.path in named and "." in finding.path.field and finding.severity is not Severity.ESSENTIAL


def _stricter(one: Finding, other: Finding) -> Finding:
    first, second = sorted((one, other), key=_rank)
    if (
        first.check.startswith("contents.")
        and second.check.startswith("field.")
        and second.certainty is first.certainty
    ):
        first = replace(first, check=second.check, message=second.message)
    cites = (*first.cites, *(cite for cite in second.cites if cite not in first.cites))
    values = (*first.values, *(each for each in second.values if each not in first.values))
    return replace(first, cites=cites, code=first.code or second.code, why=first.why or second.why, values=values)


def _rank(finding: Finding) -> tuple[bool, int]:
    return finding.certainty is not Certainty.TRUE, _WEIGHT[finding.severity]


def _said_once(lines: Sequence[ComplianceLine]) -> Iterator[ComplianceLine]:
    """Yield the lines without usual contents that an article of a treaty asks for as well."""
    asked = {each for line in lines if line.cite != PRACTICE for each in line.asked}
    return (line for line in lines if line.cite != PRACTICE or not asked.issuperset(line.asked))


def _place(line: ComplianceLine, bases: tuple[str, ...]) -> int:
    return bases.index(line.cite.instrument) if line.cite.instrument in bases else len(bases)


def _ordered(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=_rank)


def _with_reasons(case: Case, findings: Iterable[Finding]) -> Iterator[Finding]:
    reasons = {(entry.check, entry.path): entry.reason for entry in case.set_aside}
    for finding in findings:
        reason = reasons.get((finding.check, finding.path), "")
        yield replace(finding, set_aside=reason) if reason else finding
