"""Parameters with their source: treaty before State profile before default."""

from collections.abc import Mapping, Sequence
from datetime import date

from mlawriter.knowledge.definitions import Knowledge

Scalar = int | str | bool
Entry = Scalar | list[str]


def parameters(knowledge: Knowledge, request: Mapping[str, object]) -> dict[str, Scalar]:
    """Return the value of every rule for a request."""
    bases = request.get("bases")
    found = {rule.id: rule.default for rule in knowledge.rules.values() if rule.default is not None}
    state = str(request.get("requested_state", "")).lower()
    if state in knowledge.states:
        entries = knowledge.states[state].entries
        found |= {
            name: entry.value
            for name, entry in entries.items()
            if name in knowledge.rules and not isinstance(entry.value, tuple)
        }
    for basis in reversed(bases if isinstance(bases, Sequence) else []):
        if basis in knowledge.instruments:
            rules = knowledge.instruments[basis].rules
            found |= {name: rule.value for name, rule in rules.items() if name in knowledge.rules}
    return found


def profile(knowledge: Knowledge, code: object, today: date) -> dict[str, Entry]:
    """Return the entries of a State's profile that are in force today."""
    state = knowledge.states.get(str(code).lower())
    if state is None:
        return {}
    return {
        name: list(entry.value) if isinstance(entry.value, tuple) else entry.value
        for name, entry in state.entries.items()
        if entry.since <= today and (entry.until is None or today <= entry.until)
    }
