"""The names that conditions and placeholders may use, taken from the templates."""

from collections.abc import Iterable, Iterator, Mapping

from mlawriter.conditions.names import Names, Type
from mlawriter.knowledge.definitions import Field, Kind, Knowledge
from mlawriter.knowledge.index import ITEM, ITEMS, computed

TYPES: dict[Kind, Type] = {
    Kind.TEXT: Type.TEXT,
    Kind.LONGTEXT: Type.TEXT,
    Kind.TEXTS: Type.TEXTS,
    Kind.WHOLE: Type.WHOLE,
    Kind.DECIMAL: Type.DECIMAL,
    Kind.YESNO: Type.YESNO,
    Kind.DAY: Type.DAY,
    Kind.PERIOD: Type.PERIOD,
    Kind.MOMENT: Type.DAY,
    Kind.MOMENTS: Type.DAYS,
    Kind.CHOICE: Type.TEXT,
    Kind.CHOICES: Type.TEXTS,
    Kind.COUNTRY: Type.TEXT,
    Kind.COUNTRIES: Type.TEXTS,
    Kind.LANGUAGE: Type.TEXT,
    Kind.LANGUAGES: Type.TEXTS,
    Kind.MONEY: Type.MONEY,
    Kind.REF: Type.TEXT,
    Kind.REFS: Type.TEXTS,
    Kind.ATTACHMENT: Type.FILE,
}


def names(knowledge: Knowledge) -> Names:
    """Return every typed name that conditions may use."""
    worked_out = _by_owner(computed(knowledge))
    scopes = {name: worked_out.get(name, {}) for name in ("case", "request")}
    for section in knowledge.sections.values():
        scopes[section.scope] = scopes.get(section.scope, {}) | _members(section.fields)
    profile = dict(_profile(knowledge)) | scopes.pop("state", {}) | scopes.pop("home", {})
    scopes["rule"] = {rule.id: TYPES[rule.kind] for rule in knowledge.rules.values()}
    records = {
        record.id: {"id": Type.TEXT, **worked_out.get(record.id, {}), **_members(record.fields)}
        | {entry.id: Type.YESNO for entry in record.derived}
        for record in knowledge.records.values()
    }
    records[ITEM] = {"id": Type.TEXT, **worked_out.get(ITEM, {})}
    for fieldset in knowledge.fieldsets.values():
        records[ITEM] |= _members(fieldset.fields)
    for module in knowledge.modules.values():
        records[ITEM] |= _members(module.fields)
    plurals = {record.plural: record.id for record in knowledge.records.values()} | {ITEMS: ITEM}
    return Names(scopes={**scopes, "state": profile, "home": profile}, records=records, plurals=plurals)


def _members(fields: Iterable[Field]) -> dict[str, Type]:
    return {entry.id: TYPES[entry.kind] for entry in fields}


def _by_owner(members: Mapping[str, Kind]) -> dict[str, dict[str, Type]]:
    found: dict[str, dict[str, Type]] = {}
    for name, kind in members.items():
        owner, _, member = name.partition(".")
        found.setdefault(owner, {})[member] = TYPES[kind]
    return found


def _profile(knowledge: Knowledge) -> Iterator[tuple[str, Type]]:
    kinds = {bool: Type.YESNO, int: Type.WHOLE, str: Type.TEXT, tuple: Type.TEXTS}
    for state in knowledge.states.values():
        for entry_id, entry in state.entries.items():
            yield entry_id, kinds[type(entry.value)]
