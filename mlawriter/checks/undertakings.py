"""Findings on undertakings that the request calls for."""

from collections.abc import Iterator
from dataclasses import replace

from mlawriter.checks.report import Certainty, Finding
from mlawriter.checks.units import Unit, View, certain, reads_of
from mlawriter.conditions.engine import Engine
from mlawriter.conditions.truth import Truth
from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import REQUESTED, Guarantee, RequestKind, Severity
from mlawriter.knowledge.index import GUARANTEES, Index

REQUIRED = Message("Give the undertaking “{title}”.", context="finding")
RECOMMENDED = Message("Consider giving the undertaking “{title}”.", context="finding")
ASK = Message("Consider asking for the assurance “{title}”.", context="finding")
OPEN = Message(
    "The undertaking “{title}” may be needed; that depends on answers that are still open.", context="finding"
)


def undertaking_units(kind: RequestKind, index: Index, engine: Engine) -> Iterator[Unit]:
    """Yield a unit for every undertaking that requests of a kind can give, or letters of the other side ask for."""
    for guarantee in filter(kind.takes, index.knowledge.guarantees.values()):
        if kind.is_request:
            yield _unit(guarantee, engine)
        elif kind.side == REQUESTED and guarantee.required_if:
            yield _asking(guarantee, engine)


def suggested(view: View, guarantee: Guarantee) -> bool:
    """Say whether a request calls for an undertaking, as required or recommended."""
    return view.kind.takes(guarantee) and any(certain(view.world.holds(source)) for source in _sources(guarantee))


def _sources(guarantee: Guarantee) -> tuple[str, ...]:
    return tuple(source for source in (guarantee.required_if, guarantee.recommended_if) if source)


def _unit(guarantee: Guarantee, engine: Engine) -> Unit:
    def run(view: View) -> Iterator[Finding]:
        if _is_given(view, guarantee):
            return
        required = view.world.holds(guarantee.required_if) if guarantee.required_if else Truth.FALSE
        recommended = view.world.holds(guarantee.recommended_if) if guarantee.recommended_if else Truth.FALSE
        if certain(required):
            yield _finding(view, guarantee, Severity.CONDITIONAL, REQUIRED)
        elif certain(recommended):
            yield _finding(view, guarantee, Severity.ADVISORY, RECOMMENDED)
        elif required is Truth.UNKNOWN:
            yield replace(_finding(view, guarantee, Severity.CONDITIONAL, OPEN), certainty=Certainty.UNKNOWN)

    reads = reads_of(engine, *_sources(guarantee)) | {GUARANTEES, "request.bases"}
    return Unit(f"guarantee:{guarantee.id}", reads, run)


def _asking(guarantee: Guarantee, engine: Engine) -> Unit:
    """Return the unit that advises the requested State to ask for an undertaking."""

    def run(view: View) -> Iterator[Finding]:
        if not _is_given(view, guarantee) and certain(view.world.holds(guarantee.required_if)):
            yield _finding(view, guarantee, Severity.ADVISORY, ASK)

    reads = reads_of(engine, guarantee.required_if) | {GUARANTEES, "request.bases"}
    return Unit(f"guarantee:{guarantee.id}", reads, run)


def _is_given(view: View, guarantee: Guarantee) -> bool:
    """Say whether it is in the list, and not with a status that leaves it without effect (`guarantee.stands`)."""
    given = (placed for placed in view.world.rows.by_list[GUARANTEES] if placed.row.of == guarantee.id)
    return any(view.world.of_row[placed.row.id].get("stands") is not False for placed in given)


def _finding(view: View, guarantee: Guarantee, severity: Severity, pattern: Message) -> Finding:
    is_required = severity is Severity.CONDITIONAL
    return Finding(
        check=f"guarantee.{guarantee.id}",
        code=(guarantee.required_code if is_required else guarantee.recommended_code) or guarantee.code,
        severity=severity,
        certainty=Certainty.TRUE,
        message=pattern.fill(title=texts.guarantee_title(guarantee)),
        path=view.list_path(GUARANTEES),
        cites=view.cites(guarantee.cites),
    )
