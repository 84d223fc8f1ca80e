"""Every name that a finding can carry, and what carries each code of the legal dossier."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from mlawriter.checks.needs import LOST_CODE
from mlawriter.knowledge.definitions import Attach, Contents, Field, Instrument, Knowledge
from mlawriter.knowledge.index import DOCUMENT_OF, ITEM, Index


def check_names(index: Index) -> tuple[str, ...]:
    """Return the name of every finding there can be, in order: of a check file, or derived from a field, a required
    content, a document to annex or an undertaking.
    """
    return tuple(sorted({*index.knowledge.checks, *_derived(index)}))


def carriers(index: Index) -> Mapping[str, tuple[str, ...]]:
    """Return for each code of the legal dossier the names of the findings that carry it."""
    found: dict[str, dict[str, None]] = {}
    for code, name in _coded(index):
        if code:
            found.setdefault(code, {})[name] = None
    return {code: tuple(names) for code, names in sorted(found.items())}


def _derived(index: Index) -> Iterator[str]:
    knowledge = index.knowledge
    yield from (f"field.{name}" for name, _ in fields(index))
    yield from (f"field.{entry.list}" for kind in knowledge.requests.values() for entry in kind.at_least)
    required: Iterable[Instrument | Contents] = chain(knowledge.instruments.values(), knowledge.contents.values())
    for entry in (entry for each in required for entry in each.requires):
        for path in (*entry.met_by, *entry.met_by_one):
            if path.startswith(DOCUMENT_OF):
                yield f"document.{path.removeprefix(DOCUMENT_OF)}"
            else:
                yield from (f"contents.{name}" for name in index.names_on(path))
    yield from (f"document.{entry.document}" for entry in attached(knowledge))
    yield from (f"guarantee.{name}" for name in knowledge.guarantees)


def _coded(index: Index) -> Iterator[tuple[str, str]]:
    knowledge = index.knowledge
    yield from ((check.code, check.id) for check in knowledge.checks.values())
    yield from ((entry.code, f"field.{name}") for name, entry in fields(index))
    yield from ((LOST_CODE, f"field.{name}") for name, entry in fields(index) if entry.to)
    for kind in knowledge.requests.values():
        yield from ((entry.code, f"field.{entry.list}") for entry in kind.at_least)
    yield from ((entry.code, f"document.{entry.document}") for entry in attached(knowledge))
    for guarantee in knowledge.guarantees.values():
        codes = (guarantee.code, guarantee.required_code, guarantee.recommended_code)
        yield from ((code, f"guarantee.{guarantee.id}") for code in codes)


def fields(index: Index) -> Iterator[tuple[str, Field]]:
    """Yield the dotted name of every field with its definition, and with what it is in families where it differs; those
    of items once for each module.
    """
    for name, entry in _as_defined(index):
        yield name, entry
        yield from ((name, entry.within(family)) for family in entry.differs)


def _as_defined(index: Index) -> Iterator[tuple[str, Field]]:
    knowledge = index.knowledge
    for section in knowledge.sections.values():
        yield from ((f"{section.scope}.{entry.id}", entry) for entry in section.fields)
    for record in knowledge.records.values():
        yield from ((f"{record.id}.{entry.id}", entry) for entry in record.fields)
    for module in knowledge.modules:
        yield from ((f"{ITEM}.{entry.id}", entry) for entry in index.module_fields(module))


def attached(knowledge: Knowledge) -> Iterator[Attach]:
    """Yield every document that a request kind or a module asks for."""
    for kind in knowledge.requests.values():
        yield from kind.attach
    for module in knowledge.modules.values():
        yield from module.attach
