"""Patterns of `matches()`: the common part of regular expressions, searched in time proportional to the text.

Python's own expressions go back and try again, so that a pattern and a text made for it can hold the program up for
hours. This search never goes back: it knows all places of the pattern to which the text read so far can have led, and
remembers where each sign leads from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mlawriter.conditions.signs import Takes, is_word

END = 0
"""The place where a pattern has been found."""
_MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a pattern: it takes a sign and leads on, or leads on if what is around it `stands` so (`^ $ b`)."""

    then: tuple[int, ...] = ()
    takes: Takes | None = None
    stands: str = ""


@dataclass(slots=True)
class _State:
    """All places where a search can be; mutable, because it learns where each sign leads."""

    places: frozenset[int]
    before: str
    follows: dict[str, "_State"] = field(default_factory=dict)


_FOUND = _State(frozenset({END}), "")


@dataclass(slots=True)
class Pattern:
    """A pattern, ready to be searched for; mutable, because it keeps what searches have learnt."""

    places: Sequence[Place]
    start: int
    _states: dict[tuple[frozenset[int], str], _State] = field(default_factory=dict)
    _steps: int = 0

    def is_in(self, text: str) -> bool:
        """Say whether it is found anywhere in a text."""
        state = self._state(frozenset({self.start}), "")
        for sign in text:
            state = state.follows.get(sign) or self._step(state, sign)
            if state is _FOUND:
                return True
        return END in self._reached(state, "")

    def _step(self, state: _State, sign: str) -> _State:
        kind = "word" if is_word(sign) else "other"
        reached = self._reached(state, kind)
        if END in reached:
            follows = _FOUND
        else:
            taken = (place for place in map(self.places.__getitem__, reached) if place.takes and place.takes(sign))
            follows = self._state(frozenset({self.start}.union(*(place.then for place in taken))), kind)
        state.follows[sign] = follows
        return follows

    def _state(self, places: frozenset[int], before: str) -> _State:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            self._steps = 0
            self._states.clear()
        return self._states.setdefault((places, before), _State(places, before))

    def _reached(self, state: _State, after: str) -> set[int]:
        reached: set[int] = set()
        open_places = list(state.places)
        while open_places:
            number = open_places.pop()
            place = self.places[number]
            if number not in reached and _stands(place.stands, state.before, after):
                reached.add(number)
                open_places.extend(() if place.takes else place.then)
        return reached


def _stands(wanted: str, before: str, after: str) -> bool:
    match wanted:
        case "^":
            return not before
        case "$":
            return not after
        case "b":
            return (before == "word") is not (after == "word")
        case _:
            return True
