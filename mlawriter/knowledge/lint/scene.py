"""What the rules look at: names, fields, and every condition with its place and the row at hand there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from mlawriter.conditions.names import Names
from mlawriter.i18n.message import Message
from mlawriter.knowledge import definitions as d
from mlawriter.knowledge.index import GUARANTEE, ITEM, ITEMS
from mlawriter.knowledge.problems import Problem, Weight
from mlawriter.knowledge.vocabulary import names

COMMON_CLAUSE = "item_common"
"""The clause composed after that of each item whose module uses the shared fields of the same name."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the templates, and the record whose row is at hand there; for items, of which modules."""

    file: str
    key: str
    row: str = ""
    modules: tuple[str, ...] = ()

    def at(self, key: str, row: str | None = None) -> "Spot":
        """Return a place below this one."""
        joined = f"{self.key}.{key}" if self.key else key
        return Spot(self.file, joined, self.row if row is None else row, self.modules)

    def wrong(self, message: Message) -> Problem:
        """Return an error here."""
        return Problem(file=self.file, key=self.key, message=message)

    def weak(self, message: Message) -> Problem:
        """Return a warning here."""
        return Problem(file=self.file, key=self.key, message=message, weight=Weight.WARNING)


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition and where it stands."""

    spot: Spot
    source: str


@dataclass(frozen=True)
class Scene:
    """Look-ups that never fail, whatever the templates hold."""

    knowledge: d.Knowledge

    @cached_property
    def names(self) -> Names:
        """Every typed name that conditions may use."""
        return names(self.knowledge)

    @cached_property
    def scoped(self) -> dict[str, d.Field]:
        """Every field but those of items, by dotted name."""
        found: dict[str, d.Field] = {}
        for section in self.knowledge.sections.values():
            found |= {f"{section.scope}.{entry.id}": entry for entry in section.fields}
        for record in self.knowledge.records.values():
            found |= {f"{record.id}.{entry.id}": entry for entry in record.fields}
        return found

    @cached_property
    def of_module(self) -> dict[str, dict[str, d.Field]]:
        """The fields of each module by id, its own before shared ones."""
        return {module.id: self._fields(module) for module in self.knowledge.modules.values()}

    def _fields(self, module: d.Module) -> dict[str, d.Field]:
        shared = (self.knowledge.fieldsets[name] for name in module.uses if name in self.knowledge.fieldsets)
        found = {entry.id: entry for fieldset in shared for entry in fieldset.fields}
        return found | {entry.id: entry for entry in module.fields}

    def fields(self, name: str, modules: Iterable[str] = ()) -> tuple[d.Field, ...]:
        """Return the fields a dotted name can mean (several for an item, whose module decides)."""
        owner, _, member = name.partition(".")
        if owner != ITEM:
            return (self.scoped[name],) if name in self.scoped else ()
        among = tuple(modules) or tuple(self.of_module)
        return tuple(self.of_module[module][member] for module in among if member in self.of_module.get(module, {}))

    def lacking(self, member: str, modules: Iterable[str]) -> tuple[str, ...]:
        """Return the modules that have no such field."""
        return tuple(each for each in modules if each in self.of_module and member not in self.of_module[each])

    @cached_property
    def plurals(self) -> dict[str, str]:
        """The record of each list of rows, items included."""
        return {record.plural: record.id for record in self.knowledge.records.values()} | {ITEMS: ITEM}

    @cached_property
    def document_types(self) -> frozenset[str]:
        """The words for kinds of annexes."""
        entry = self.scoped.get("document.type")
        return frozenset(entry.choices if entry else ())

    @cached_property
    def topics(self) -> frozenset[str]:
        """The topics that provisions of an instrument settle."""
        entry = self.scoped.get("own_article.topic")
        return frozenset(entry.choices if entry else ())

    def clause_spot(self, clause: d.Clause) -> Spot:
        """Return a clause's place: clauses of modules have an item at hand, those of documents per row that row."""
        modules = self.knowledge.modules.values()
        common = clause.id == COMMON_CLAUSE
        using = tuple(each.id for each in modules if clause.id == each.clause or (common and clause.id in each.uses))
        if using:
            return Spot(f"clauses/{clause.id}.toml", "", ITEM, using)
        document = self._documents_of.get(clause.id, Spot("", ""))
        return Spot(f"clauses/{clause.id}.toml", "", document.row, document.modules)

    def document_spot(self, kind: d.RequestKind, document: d.Document) -> Spot:
        """Return a document's place: one for each row has that row at hand."""
        row = ITEM if document.modules else document.each
        modules = document.modules or (kind.modules if row == ITEM else ())
        return Spot(f"requests/{kind.id}.toml", f"document[{document.id}]", row, modules)

    @cached_property
    def _documents_of(self) -> dict[str, Spot]:
        """The place of the document that a clause stands in, for documents that are made once per row."""
        kinds = self.knowledge.requests.values()
        placed = ((self.document_spot(kind, each), each.clauses) for kind in kinds for each in kind.documents)
        return {clause: spot for spot, clauses in placed if spot.row for clause in clauses}

    @cached_property
    def fields_at(self) -> tuple[tuple[Spot, d.Field], ...]:
        """Every field with its place."""
        return tuple(self._fields_at())

    def _fields_at(self) -> Iterator[tuple[Spot, d.Field]]:
        for section in self.knowledge.sections.values():
            yield from _placed(Spot(f"sections/{section.id}.toml", ""), section.fields)
        for record in self.knowledge.records.values():
            yield from _placed(Spot(f"records/{record.id}.toml", "", record.id), record.fields)
        for module in self.knowledge.modules.values():
            yield from _placed(Spot(f"modules/{module.id}.toml", "", ITEM, (module.id,)), module.fields)
        for shared in self.knowledge.fieldsets.values():
            users = tuple(module.id for module in self.knowledge.modules.values() if shared.id in module.uses)
            yield from _placed(Spot(f"fieldsets/{shared.id}.toml", "", ITEM, users), shared.fields)

    @cached_property
    def conditions(self) -> tuple[Asked, ...]:
        """Every condition with its place."""
        return tuple(asked for asked in self._conditions() if asked.source)

    def _conditions(self) -> Iterator[Asked]:
        for spot, entry in self.fields_at:
            for key in ("essential_if", "recommended_if", "shown_if"):
                yield Asked(spot.at(key), getattr(entry, key))
                for family, other in entry.differs.items():
                    yield Asked(spot.at(f"differs.{family}.{key}"), getattr(other, key) or "")
        for record in self.knowledge.records.values():
            top = Spot(f"records/{record.id}.toml", "", record.id)
            yield Asked(top.at("apart_if"), record.apart_if)
            yield from (Asked(top.at(f"derived[{entry.id}].when"), entry.when) for entry in record.derived)
        for module in self.knowledge.modules.values():
            top = Spot(f"modules/{module.id}.toml", "", ITEM, (module.id,))
            yield Asked(top.at("coercive_if"), module.coercive_if)
            yield from (Asked(top.at(f"attach[{entry.document}].when"), entry.when) for entry in module.attach)
        yield from self._of_requests()
        yield from self._of_rules()
        for clause in self.knowledge.clauses.values():
            yield from self._of_clause(clause)

    def _of_requests(self) -> Iterator[Asked]:
        for kind in self.knowledge.requests.values():
            top = Spot(f"requests/{kind.id}.toml", "")
            yield from (Asked(top.at(f"attach[{entry.document}].when"), entry.when) for entry in kind.attach)
            yield from (Asked(top.at(f"at_least[{entry.list}].when"), entry.when) for entry in kind.at_least)
            yield from (Asked(top.at(f"marking[{entry.text}].when"), entry.when) for entry in kind.markings)
            for other in kind.otherwise:
                yield from self._of_otherwise(top, other)
            for document in kind.documents:
                yield Asked(self.document_spot(kind, document).at("when"), document.when)
        for instrument in self.knowledge.instruments.values():
            top = Spot(f"instruments/{instrument.id}.toml", "")
            for entry in instrument.requires:
                yield _required(top.at(f"requires[{entry.article}].when"), entry)
        for contents in self.knowledge.contents.values():
            top = Spot(f"contents/{contents.id}.toml", "")
            for number, entry in enumerate(contents.requires, start=1):
                yield _required(top.at(f"requires[{number}].when"), entry)

    def _of_otherwise(self, top: Spot, other: d.Otherwise) -> Iterator[Asked]:
        for name in other.questions:
            owner = name.partition(".")[0]
            row = owner if owner in self.knowledge.records else ""
            for key in ("essential_if", "recommended_if", "shown_if"):
                yield Asked(top.at(f"otherwise[{name}].{key}", row), getattr(other, key) or "")

    def _of_rules(self) -> Iterator[Asked]:
        for guarantee in self.knowledge.guarantees.values():
            top = Spot(f"guarantees/{guarantee.id}.toml", "")
            yield Asked(top.at("required_if"), guarantee.required_if)
            yield Asked(top.at("recommended_if"), guarantee.recommended_if)
            for number, sentence in enumerate(guarantee.sentences, start=1):
                yield Asked(top.at(f"sentence[{number}].when", GUARANTEE), sentence.when)
        for check in self.knowledge.checks.values():
            yield Asked(check_spot(check).at("when"), check.when)
        for deadline in self.knowledge.deadlines.values():
            yield from (
                Asked(deadline_spot(deadline).at(key), getattr(deadline, key)) for key in ("when", "too_late_if")
            )

    def _of_clause(self, clause: d.Clause) -> Iterator[Asked]:
        spot = self.clause_spot(clause)
        yield Asked(spot.at("when"), clause.when)
        for block in clause.blocks:
            yield Asked(spot.at(f"block[{block.id}].when", block.each or spot.row), block.when)


def _required(spot: Spot, entry: d.Requirement) -> Asked:
    return Asked(Spot(spot.file, spot.key, ITEM if entry.modules else "", entry.modules), entry.when)


def check_spot(check: d.Check) -> Spot:
    """Return a check's place."""
    return Spot(f"checks/{check.id}.toml", "", ITEM if check.modules else check.each, check.modules)


def deadline_spot(deadline: d.Deadline) -> Spot:
    """Return a deadline's place."""
    row = ITEM if deadline.modules else deadline.each
    return Spot(f"deadlines/{deadline.id}.toml", "", row, deadline.modules)


def _placed(top: Spot, fields: tuple[d.Field, ...]) -> Iterator[tuple[Spot, d.Field]]:
    return ((top.at(f"field[{entry.id}]"), entry) for entry in fields)
