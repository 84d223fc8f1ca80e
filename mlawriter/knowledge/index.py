"""Looking things up in the knowledge: a field by its dotted name, a record by its list."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mlawriter.knowledge.definitions import Field, Kind, Knowledge, Module, Record, RequestKind
from mlawriter.model.case import Path, Row
from mlawriter.model.ids import CASE, FieldName, ListName, RequestId, Scope

ITEM = "item"
ITEMS = ListName("items")
GUARANTEE = "guarantee"
GUARANTEES = ListName("guarantees")
DOCUMENTS = ListName("documents")
DOCUMENT_OF = "document:"
"""`document:warrant`: an annex of this type, in the paths that answer a required content."""

OF_STATES = frozenset({"state", "home"})
"""The scopes of fields on the law of a State."""

OF_CASE = frozenset({"case", "home"})
"""The scopes of fields that are kept with the case; those of the others are kept with the request."""

TOPIC = FieldName("own_article.topic")
"""What a provision is about."""

COMPUTED: dict[str, Kind] = {
    "request.kind": Kind.TEXT,
    "request.family": Kind.TEXT,
    "request.side": Kind.TEXT,
    "request.asking_state": Kind.TEXT,
    "request.asked_state": Kind.TEXT,
    "request.primary": Kind.TEXT,
    "request.bases": Kind.TEXTS,
    "request.topics": Kind.TEXTS,
    "request.citable_topics": Kind.TEXTS,
    "request.governing": Kind.TEXTS,
    "request.other_treaty": Kind.YESNO,
    "request.bases_unconfirmed": Kind.TEXTS,
    "item.covered_by": Kind.TEXTS,
    "item.module": Kind.TEXT,
    "item.coercive": Kind.YESNO,
    "item.evidence": Kind.YESNO,
    "item.coverage": Kind.TEXT,
    "item.alternatives": Kind.TEXTS,
    "request.annexes_unlisted": Kind.TEXTS,
    "request.texts_untranslated": Kind.YESNO,
    "document.cited": Kind.YESNO,
    "guarantee.of": Kind.TEXT,
    "person.sought": Kind.YESNO,
    "guarantee.risk": Kind.TEXT,
    "guarantee.monitoring": Kind.TEXTS,
    "guarantee.criteria": Kind.TEXTS,
    "guarantee.changed": Kind.YESNO,
    "account.iban_ok": Kind.YESNO,
    "own_value.asks": Kind.TEXT,
    "own_value.usable": Kind.YESNO,
    "request.arrest_soft": Kind.DAY,
    "request.arrest_hard": Kind.DAY,
    "request.arrest_deadline": Kind.DAY,
    "request.arrest_safe": Kind.DAY,
    "request.arrest_earliest": Kind.DAY,
    "request.arrest_limit_known": Kind.YESNO,
    "request.custody_days": Kind.WHOLE,
    "request.translation_needed": Kind.WHOLE,
    "request.sentence_gross_days": Kind.WHOLE,
    "request.remaining_computed": Kind.WHOLE,
    "request.remaining_enough": Kind.YESNO,
    "offence.penalty_value": Kind.DECIMAL,
    "offence.counterpart_value": Kind.DECIMAL,
    "offence.below_minimum": Kind.YESNO,
    "offence.counterpart_below": Kind.YESNO,
    "offence.effective_expiry": Kind.DAY,
    "offence.stage_now": Kind.TEXT,
    "person.age_now": Kind.WHOLE,
    "person.minor_at_offence": Kind.YESNO,
    "person.minor_possible": Kind.YESNO,
    "person.national_of_requested": Kind.YESNO,
    "person.nationality_after_offence": Kind.YESNO,
    "person.nationality_count": Kind.WHOLE,
}
"""Members that the program computes; conditions read them like answers (see `checks.computed`)."""

OF_GROUND: dict[str, Kind] = {
    "ground_curable": Kind.TEXT,
    "ground_assurances": Kind.TEXTS,
    "ground_alternatives": Kind.TEXTS,
    "ground_mandatory": Kind.YESNO,
    "ground_optional": Kind.YESNO,
    "ground_excluded": Kind.YESNO,
    "ground_absolute": Kind.YESNO,
}
"""What is computed for rows of every record in which a field names a ground for refusal (see `checks.grounds`)."""


def naming_ground(record: Record) -> str:
    """Return the field of a record that names a ground for refusal; empty if there is none."""
    return next((entry.id for entry in record.fields if entry.options == "grounds" and entry.kind is Kind.CHOICE), "")


def computed(knowledge: Knowledge) -> dict[str, Kind]:
    """Return every member that the program computes, by dotted name."""
    naming = (record.id for record in knowledge.records.values() if naming_ground(record))
    return COMPUTED | {f"{record}.{name}": kind for record in naming for name, kind in OF_GROUND.items()}


def _is_in_words(entry: Field) -> bool:
    kept_as_it_is = entry.ltr or entry.proper or entry.internal or entry.hidden
    return entry.kind in {Kind.TEXT, Kind.LONGTEXT, Kind.TEXTS} and not kept_as_it_is


@dataclass(frozen=True)
class Index:
    """Look-ups over one `Knowledge`, made once and shared."""

    knowledge: Knowledge

    @cached_property
    def in_words(self) -> frozenset[str]:
        """The fields, by dotted name, that are answered in words which another language says otherwise."""
        knowledge, found = self.knowledge, set[str]()
        for section in knowledge.sections.values():
            found |= {f"{section.scope}.{entry.id}" for entry in section.fields if _is_in_words(entry)}
        for record in knowledge.records.values():
            found |= {f"{record.id}.{entry.id}" for entry in record.fields if _is_in_words(entry)}
        for module in knowledge.modules:
            found |= {f"{ITEM}.{entry.id}" for entry in self.module_fields(module) if _is_in_words(entry)}
        return frozenset(found)

    def with_applied(self, bases: Iterable[str]) -> tuple[str, ...]:
        """Return legal bases, each followed by the instruments whose provisions apply through it."""
        known = self.knowledge.instruments
        chosen = [basis for basis in bases if basis in known]
        found = ((basis, *known[basis].applies) for basis in chosen)
        return tuple(dict.fromkeys(name for group in found for name in group if name in known))

    def as_amended(self, bases: Sequence[str]) -> tuple[str, ...]:
        """Return legal bases, each protocol before the treaty that it amends."""
        known = self.knowledge.instruments
        found: list[str] = []
        for basis in bases:
            later = [at for at, each in enumerate(found) if each in known[basis].amends]
            found.insert(min(later, default=len(found)), basis)
        return tuple(found)

    @cached_property
    def _scoped(self) -> dict[str, Field]:
        names: dict[str, Field] = {}
        for section in self.knowledge.sections.values():
            names.update({f"{section.scope}.{entry.id}": entry for entry in section.fields})
        for record in self.knowledge.records.values():
            names.update({f"{record.id}.{entry.id}": entry for entry in record.fields})
        return names

    @cached_property
    def _topics_of(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _asked_by(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _module_fields(self) -> dict[str, tuple[Field, ...]]:
        return {module.id: self._with_shared(module) for module in self.knowledge.modules.values()}

    @cached_property
    def _by_plural(self) -> dict[str, Record]:
        return {record.plural: record for record in self.knowledge.records.values()}

    def _with_shared(self, module: Module) -> tuple[Field, ...]:
        shared = [entry for name in module.uses for entry in self.knowledge.fieldsets[name].fields]
        own = {entry.id for entry in module.fields}
        return (*(entry for entry in shared if entry.id not in own), *module.fields)

    @cached_property
    def _naming(self) -> tuple[Record, ...]:
        return tuple(record for record in self.knowledge.records.values() if naming_ground(record))

    @cached_property
    def decides_grounds(self) -> frozenset[str]:
        """The dotted names of the answers from which something follows for rows that name a ground for refusal."""
        named = (f"{record.id}.{naming_ground(record)}" for record in self._naming)
        return frozenset((*named, "request.primary_basis", "request.supplementary_bases"))

    @cached_property
    def names_of_grounds(self) -> frozenset[str]:
        """The lists of rows that name a ground for refusal, and what is computed for them."""
        members = (f"{record.id}.{name}" for record in self._naming for name in OF_GROUND)
        return frozenset((*members, *(record.plural for record in self._naming)))

    @cached_property
    def names_of_law(self) -> frozenset[str]:
        """The dotted names of what is known of the law of States."""
        known = self.knowledge
        profiled = {name for state in known.states.values() for name in state.entries}
        asked = {entry.id for each in known.sections.values() if each.scope in OF_STATES for entry in each.fields}
        return frozenset(f"{scope}.{name}" for scope in OF_STATES for name in (*profiled, *asked))

    def field(self, name: FieldName, module: str = "") -> Field:
        """Return the field of this dotted name; an `item.` field needs the module it is asked in.

        Raises:
            KeyError: if there is no such field.
        """
        scope, _, field_id = name.partition(".")
        if scope != ITEM:
            return self._scoped[name]
        for entry in self.module_fields(module):
            if entry.id == field_id:
                return entry
        raise KeyError(name)

    def context(self, name: FieldName, module: str = "") -> str:
        """Return the msgctxt stem of a field: its dotted name, or for an item the file that defines it."""
        scope, _, field_id = name.partition(".")
        if scope != ITEM:
            return name
        if any(entry.id == field_id for entry in self.knowledge.modules[module].fields):
            return f"{module}.{field_id}"
        for fieldset in self.knowledge.modules[module].uses:
            if any(entry.id == field_id for entry in self.knowledge.fieldsets[fieldset].fields):
                return f"{fieldset}.{field_id}"
        raise KeyError(name)

    def topics(self, family: str) -> tuple[str, ...]:
        """Return the topics that instruments settle, as far as they concern requests of a family."""
        if family not in self._topics_of:
            self._topics_of[family] = self.field(TOPIC).offered(family)
        return self._topics_of[family]

    def module_fields(self, module: str) -> tuple[Field, ...]:
        """Return all fields of a module, the shared ones first.

        Raises:
            KeyError: if there is no such module.
        """
        return self._module_fields[module]

    def record_of(self, plural: ListName) -> Record:
        """Return the record whose rows this list holds (not for `items`, whose rows are modules).

        Raises:
            KeyError: if no record has this plural.
        """
        return self._by_plural[plural]

    def has_list(self, plural: str) -> bool:
        """Say whether a name is that of a list of rows of a record."""
        return plural in self._by_plural

    def list_of(self, record: str) -> ListName:
        """Return the list that holds the rows of a record (`item` included)."""
        return ITEMS if record == ITEM else ListName(self.knowledge.records[record].plural)

    def scope_of(self, name: ListName, request: RequestId) -> Scope:
        """Return where the rows of a list live: the whole case, or this request."""
        if name == ITEMS or self.record_of(name).scope == "request":
            return Scope(request)
        return CASE

    def record_fields(self, record: str) -> Iterator[tuple[FieldName, Field]]:
        """Yield the dotted name and definition of each field of a record."""
        for entry in self.knowledge.records[record].fields:
            yield FieldName(f"{record}.{entry.id}"), entry

    def row_fields(self, name: ListName, row: Row) -> tuple[tuple[FieldName, Field], ...]:
        """Return the dotted name and definition of each field that a row of a list has."""
        if name == ITEMS:
            return tuple((FieldName(f"{ITEM}.{entry.id}"), entry) for entry in self.module_fields(row.of))
        return tuple(self.record_fields(self.record_of(name).id))

    def has_member(self, record: str, member: str) -> bool:
        """Say whether the rows of a record have this field."""
        return f"{record}.{member}" in self._scoped

    def names_on(self, path: str) -> frozenset[str]:
        """Return every dotted name that an answer to a path may stand under.

        A path through a reference (`item.properties.location`) leads to the records that the field refers to, an
        annex of some type (`document:warrant`) is answered by the list of annexes.
        """
        if path.startswith(DOCUMENT_OF):
            return frozenset({DOCUMENTS})
        owner, _, member = path.partition(".")
        field_id, _, further = member.partition(".")
        if not further:
            return frozenset({path})
        name = f"{owner}.{field_id}"
        return frozenset({name, *(f"{record}.{further}" for entry in self._meant(name) for record in entry.to)})

    def _meant(self, name: str) -> Iterator[Field]:
        """Yield the fields that a dotted name can mean: several for an item, whose module decides."""
        owner, _, field_id = name.partition(".")
        if owner == ITEM:
            yield from (entry for fields in self._module_fields.values() for entry in fields if entry.id == field_id)
        elif name in self._scoped:
            yield self._scoped[name]

    def asks(self, kind: RequestKind, name: str) -> bool:
        """Say whether a request of a kind asks for a field (by dotted name) or holds a list of rows."""
        return name in self._asked(kind)

    def _asked(self, kind: RequestKind) -> frozenset[str]:
        if kind.id not in self._asked_by:
            self._asked_by[kind.id] = frozenset(self._names_asked(kind))
        return self._asked_by[kind.id]

    def _names_asked(self, kind: RequestKind) -> Iterator[str]:
        for page in kind.pages:
            for section in (self.knowledge.sections[name] for name in page.sections):
                yield from (f"{section.scope}.{entry.id}" for entry in section.fields if kind.takes(entry))
            for name in page.lists:
                yield name
                if name != ITEMS:
                    fields = self.record_fields(self.record_of(ListName(name)).id)
                    yield from (field for field, entry in fields if kind.takes(entry))
        for module in kind.modules:
            yield from (f"{ITEM}.{entry.id}" for entry in self.module_fields(module))

    def section_fields(self, section: str, request: RequestId) -> tuple[tuple[Path, Field], ...]:
        """Return the path and definition of each field of a section, as asked in this request."""
        entry = self.knowledge.sections[section]
        scope = CASE if entry.scope in OF_CASE else Scope(request)
        return tuple((Path(scope, FieldName(f"{entry.scope}.{each.id}")), each) for each in entry.fields)
