"""Citations as templates write them: `untoc 18(15)(f)`, with a trailing ` ?` when not verified."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

NO_INSTRUMENT = frozenset({"practice", "logic", "law"})
"""Sources that are no instrument: practice of central authorities, plain logic, other law in free words."""


_CITING = frozenset({"cites", "mandatory_in", "optional_in", "excluded_in"})
"""The parts of definitions that hold citations."""


@dataclass(frozen=True, slots=True)
class Cite:
    """The legal source of a rule. `instrument` is an id, or `practice`, `logic`, `law`."""

    instrument: str
    article: str
    verified: bool


PRACTICE = Cite("practice", "", verified=True)
"""What requests usually hold, without a treaty that says so."""


def parse_cite(text: str) -> Cite:
    """Return the citation that a template writes as one string."""
    verified = not text.endswith("?")
    plain = text.removesuffix("?").strip()
    instrument, _, article = plain.partition(" ")
    return Cite(instrument.rstrip(":"), article.strip(), verified)


def all_cites(knowledge: object) -> Iterator[Cite]:
    """Yield every citation of a definition and of all definitions in it."""
    if isinstance(knowledge, Mapping):
        for each in knowledge.values():
            yield from all_cites(each)
    elif isinstance(knowledge, tuple):
        for each in knowledge:
            yield from all_cites(each)
    elif is_dataclass(knowledge):
        for entry in fields(knowledge):
            if entry.name in _CITING:
                yield from map(parse_cite, getattr(knowledge, entry.name) or ())
            else:
                yield from all_cites(getattr(knowledge, entry.name))
