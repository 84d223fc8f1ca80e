"""What follows from the legal bases chosen: which topics they settle, which are not known to be in force."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from mlawriter.conditions.engine import Fact, Facts
from mlawriter.knowledge.definitions import Instrument
from mlawriter.knowledge.index import Index

IN_FORCE = "in_force"
"""The status of an instrument in force, and the point of a declaration that says so."""
_TREATIES = frozenset({"treaty", "scheme"})


def basis_members(
    index: Index, request: Facts, articles: Sequence[Facts], declarations: Sequence[Facts]
) -> dict[str, Fact]:
    """Return what follows from the legal bases of a request, the articles entered and the points confirmed."""
    chosen = request.get("bases")
    if not isinstance(chosen, list):
        return {}
    known = index.knowledge.instruments
    bases = [known[basis] for basis in index.with_applied(map(str, chosen))]
    entered = dict.fromkeys(_entered(articles, frozenset(basis.id for basis in bases)))
    topics = dict.fromkeys((*(topic for basis in bases for topic in basis.provisions), *entered))
    verified = (topic for basis in bases for topic, article in basis.provisions.items() if article.verified)
    governing: list[Fact] = [basis.id for basis in bases if basis.governs]
    unconfirmed: list[Fact] = [
        known[str(basis)].id
        for basis in chosen
        if basis in known and not _is_confirmed(known[str(basis)], declarations)
    ]
    return {
        "topics": list(topics),
        "citable_topics": list(dict.fromkeys((*verified, *entered))),
        "governing": governing,
        "bases_unconfirmed": unconfirmed,
        **_other_treaty(request, governing),
    }


def applies_now(instrument: Instrument, article: str, request: Mapping[str, Fact]) -> bool:
    """Say whether an article can be relied on, or gives way because another treaty binds both States."""
    is_fallback = any(article == each or article.startswith(f"{each}(") for each in instrument.fallback)
    return not (is_fallback and request.get("other_treaty"))


def _other_treaty(request: Facts, governing: Sequence[Fact]) -> dict[str, Fact]:
    answer = request.get("other_mla_treaty")
    if governing or answer is True:
        return {"other_treaty": True}
    return {"other_treaty": False} if answer is False else {}


def _entered(articles: Sequence[Facts], bases: frozenset[str]) -> Iterator[str]:
    for entry in articles:
        if entry.get("basis") in bases and entry.get("article") and isinstance(topic := entry.get("topic"), str):
            yield topic


def _is_confirmed(instrument: Instrument, declarations: Iterable[Facts]) -> bool:
    if instrument.status == IN_FORCE or instrument.kind not in _TREATIES:
        return True
    return any(
        entry.get("basis") == instrument.id
        and entry.get("point") == IN_FORCE
        and entry.get("answer") is True
        and {"checked", "source"} <= entry.keys()
        for entry in declarations
    )
