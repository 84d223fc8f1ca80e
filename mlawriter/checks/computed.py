"""Members that the program computes: visible to conditions and to the user like answers."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from mlawriter.checks.bases import IN_FORCE
from mlawriter.checks.reliability import reliability
from mlawriter.checks.rows import Placed, Rows
from mlawriter.conditions.engine import Engine, Fact, Facts
from mlawriter.conditions.truth import Truth
from mlawriter.knowledge.definitions import REQUESTING
from mlawriter.knowledge.index import Index
from mlawriter.knowledge.parameters import entered, member

if TYPE_CHECKING:
    from mlawriter.knowledge.definitions import Guarantee, Knowledge, Module, RequestKind


def request_members(request: Facts, kind: "RequestKind") -> dict[str, Fact]:
    """Return the kind of a request and its legal bases, primary first."""
    primary = request.get("primary_basis")
    others = request.get("supplementary_bases", [])
    found: dict[str, Fact] = {"kind": kind.id, "family": kind.family}
    if not isinstance(primary, str):
        return found
    more = [each for each in others if isinstance(each, str) and each != primary] if isinstance(others, list) else []
    return {**found, "primary": primary, "bases": [primary, *more]}


def state_members(kind: "RequestKind", own: Fact | None, other: Fact | None) -> dict[str, Fact]:
    """Return which State writes, which one asks and which one is asked; `own` is the one that writes."""
    asking, asked = (own, other) if kind.side == REQUESTING else (other, own)
    known = {"asking_state": asking, "asked_state": asked}
    return {"side": kind.side, **{name: state for name, state in known.items() if state is not None}}


def item_members(rows: Rows, placed: Placed, request: Facts, engine: Engine) -> dict[str, Fact]:
    """Return what follows for one item: its module, whether it is coercive, how the legal bases cover it."""
    module = rows.index.knowledge.modules[placed.row.of]
    members: dict[str, Fact] = {"module": module.id, "evidence": module.evidence, "coercive": module.coercive}
    if module.coercive_if and not module.coercive:
        answers = {
            path.field.partition(".")[2]: value
            for path, value in rows.case.answers.items()
            if path.row == placed.row.id
        }
        members["coercive"] = _coercive(module, answers, engine)
    bases = request.get("bases")
    if isinstance(bases, list):
        members["coverage"] = coverage(rows.index, module.id, [str(each) for each in bases])
        members["covered_by"] = _covering(rows, module.id, [str(each) for each in bases])
        members["alternatives"] = _alternatives(rows, module.id, [str(each) for each in bases])
    return members


def account_members(account: Facts) -> dict[str, Fact]:
    """Return whether an account number that looks like an IBAN has right check digits (ISO 13616, modulo 97)."""
    number = account.get("number_iban")
    if not isinstance(number, str):
        return {}
    plain = "".join(number.split()).upper()
    if len(plain) < 15 or not plain[:2].isalpha() or not plain[2:4].isdigit() or not plain.isalnum():
        return {}
    return {"iban_ok": plain.isascii() and int("".join(str(int(sign, 36)) for sign in plain[4:] + plain[:4])) % 97 == 1}


def own_value_members(knowledge: "Knowledge", row: Facts) -> dict[str, Fact]:
    """Return which member of a row holds its value, and whether the rule can have it."""
    rule = knowledge.rules.get(str(row.get("rule")))
    if rule is None:
        return {}
    held = member(rule)
    return {"asks": held} | ({"usable": entered(rule, row) is not None} if held in row else {})


def guarantee_members(rows: Rows, placed: Placed, answers: Facts) -> dict[str, Fact]:
    """Return what an undertaking protects, what is asked of it, whether its wording was changed, how reliable it is."""
    guarantee = rows.index.knowledge.guarantees.get(placed.row.of)
    if guarantee is None:
        return {}
    own, started_from = _plain(answers.get("own_text")), _plain(answers.get("started_from"))
    changed = bool(own) and own != started_from and own not in _standard_texts(guarantee)
    return {
        "risk": guarantee.risk,
        "monitoring": list(guarantee.monitoring),
        "criteria": list(guarantee.criteria),
        "changed": changed,
        **reliability(guarantee, answers),
    }


def _plain(text: Fact | None) -> str:
    return " ".join(text.split()) if isinstance(text, str) else ""


def _standard_texts(guarantee: "Guarantee") -> Iterator[str]:
    """Yield the standard text with and without each sentence that depends on a condition; none if it holds answers."""
    if any("{" in sentence.text for sentence in guarantee.sentences):
        return
    choices = ((sentence.text,) if not sentence.when else (sentence.text, "") for sentence in guarantee.sentences)
    yield from (_plain(" ".join(chosen)) for chosen in product(*choices))


def _coercive(module: "Module", answers: Mapping[str, object], engine: Engine) -> bool:
    from mlawriter.model.values import Choice, YesNo

    facts: dict[str, Fact] = {}
    for name, value in answers.items():
        if isinstance(value, Choice):
            facts[name] = value.choice
        elif isinstance(value, YesNo):
            facts[name] = value.yes
    return engine.condition(module.coercive_if).test({"item": facts}) is Truth.TRUE


def coverage(index: Index, module: str, bases: Sequence[str]) -> str:
    """Return how the legal bases cover a type of assistance at best: `named`, `general`, or `none`."""
    instruments = index.knowledge.instruments
    found = {instruments[basis].modules.get(module, "none") for basis in index.with_applied(bases)}
    return next((degree for degree in ("named", "general") if degree in found), "none")


def _covering(rows: Rows, module: str, bases: list[str]) -> list[Fact]:
    return [basis for basis in bases if coverage(rows.index, module, [basis]) != "none"]


def _alternatives(rows: Rows, module: str, bases: list[str]) -> list[Fact]:
    return [
        instrument.id
        for instrument in rows.index.knowledge.instruments.values()
        if instrument.id not in bases and instrument.status == IN_FORCE and instrument.modules.get(module) == "named"
    ]
