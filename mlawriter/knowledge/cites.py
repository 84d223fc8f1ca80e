"""Citations as templates write them: `untoc 18(15)(f)`, with a trailing ` ?` when not verified."""

from dataclasses import dataclass

NO_INSTRUMENT = frozenset({"practice", "logic", "law"})
"""Sources that are no instrument: practice of central authorities, plain logic, other law in free words."""


@dataclass(frozen=True, slots=True)
class Cite:
    """The legal source of a rule. `instrument` is an id, or `practice`, `logic`, `law`."""

    instrument: str
    article: str
    verified: bool


def parse_cite(text: str) -> Cite:
    """Return the citation that a template writes as one string."""
    verified = not text.endswith("?")
    plain = text.removesuffix("?").strip()
    instrument, _, article = plain.partition(" ")
    return Cite(instrument.rstrip(":"), article.strip(), verified)
