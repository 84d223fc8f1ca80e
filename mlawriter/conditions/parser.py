"""Reading a condition: from its words to what it answers. The part of CEL that the law uses, and nothing else."""

from ast import literal_eval
from dataclasses import dataclass, field
from functools import lru_cache

from mlawriter.conditions import evaluation as e
from mlawriter.conditions import operations as o
from mlawriter.conditions.pattern_parser import read_pattern
from mlawriter.conditions.tokens import Sort, Token, tokens

_STRENGTH = {
    "||": 1,
    "&&": 2,
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">=", "in"), 3),
    **dict.fromkeys(("+", "-"), 4),
    "*": 5,
}
_END = Token(Sort.SIGN, "")
_MOST_WORDS = 1000
_DEEPEST = 50
_RESERVED = frozenset({"", "in", "null", "true", "false"})


class ConditionFault(Exception):
    """A condition cannot be read; `word` is where reading ended."""

    def __init__(self, source: str, word: str) -> None:
        super().__init__(source)
        self.word = word


def read_condition(source: str) -> e.Part:
    """Return what a condition answers.

    Raises:
        ConditionFault: if it cannot be read; the linter keeps such conditions out.
        PatternFault: if a pattern in it cannot be read; the same.
    """
    words = tokens(source)
    if len(words) > _MOST_WORDS:
        raise ConditionFault(source, words[_MOST_WORDS].word)
    reader = _Reader(source, words)
    part = reader.condition()
    if reader.at < len(words):
        raise reader.fault()
    return part


@dataclass(slots=True)
class _Reader:
    """Reads the words from left to right; mutable, because it moves on."""

    source: str
    words: tuple[Token, ...]
    at: int = 0
    loops: dict[str, str] = field(default_factory=dict)
    inside: int = 0
    depth: int = 0

    def condition(self) -> e.Part:
        """Read up to where nothing can follow."""
        part = self._joined(1)
        if not self._has("?"):
            return part
        yes = self._joined(1)
        self._expect(":")
        return e.chosen(part, yes, self.condition())

    def fault(self) -> ConditionFault:
        """Return that reading ends at the word at hand."""
        return ConditionFault(self.source, self._token.word)

    def _joined(self, weakest: int) -> e.Part:
        """Read parts joined by signs that bind at least so strongly."""
        left = self._signed()
        while (strength := _STRENGTH.get(self._token.word, 0)) >= weakest:
            sign = self._move().word
            parts = [left, self._joined(strength + 1)]
            while sign in {"&&", "||"} and self._has(sign):
                parts.append(self._joined(strength + 1))
            left = e.joined(sign, tuple(parts)) if sign in {"&&", "||"} else o.operation(sign, *parts)
        return left

    def _signed(self) -> e.Part:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.fault()
        if self._has("!"):
            part = e.negated(self._signed())
        elif self._has("-"):
            part = e.minus(self._signed())
        else:
            part = self._member()
        self.depth -= 1
        return part

    def _member(self) -> e.Part:
        part = self._single()
        while self._has("."):
            part = self._method(part, self._move().word)
        return part

    def _single(self) -> e.Part:
        token = self._move()
        match token.sort:
            case Sort.TEXT:
                return e.Fixed(self._text(token))
            case Sort.NUMBER:
                return e.Fixed(float(token.word) if "." in token.word else int(token.word))
            case Sort.NAME:
                return self._named(token.word)
        if token.word == "[":
            return e.listed(self._several("]"))
        if token.word == "(":
            part = self.condition()
            self._expect(")")
            return part
        self.at -= 1
        raise self.fault()

    def _named(self, name: str) -> e.Part:
        if name in {"true", "false"}:
            return e.Fixed(name == "true")
        owner, _, last = name.rpartition(".")
        if self._token.word != "(":
            return self._value(name)
        return self._method(self._value(owner), last) if owner else self._function(name)

    def _value(self, name: str) -> e.Part:
        root, *members = name.split(".")
        if root in _RESERVED:
            raise ConditionFault(self.source, root)
        return e.named(self.loops.get(root, root), *members)

    def _function(self, name: str) -> e.Part:
        self._expect("(")
        if name == "has":
            owner, _, member = self._name().rpartition(".")
            self._expect(")")
            return e.answered(self._value(owner), member)
        return self._call(name, name in o.FUNCTIONS, self._several(")"))

    def _method(self, owner: e.Part, name: str) -> e.Part:
        self._expect("(")
        match name:
            case "exists" | "all" | "filter":
                return self._loop(owner, name)
            case "matches":
                return self._matches(owner)
            case _:
                return self._call(name, name in o.METHODS, (owner, *self._several(")")))

    def _call(self, name: str, is_allowed: bool, arguments: tuple[e.Part, ...]) -> e.Part:
        part = o.called(name, arguments) if is_allowed else None
        if part is None:
            raise ConditionFault(self.source, name)
        return part

    def _loop(self, rows: e.Part, name: str) -> e.Part:
        variable = self._name()
        outside, inside = self.loops, f"{variable} {self.inside}"
        self._expect(",")
        self.loops, self.inside = {**outside, variable: inside}, self.inside + 1
        condition = self.condition()
        self.loops, self.inside = outside, self.inside - 1
        self._expect(")")
        return e.filtered(rows, inside, condition) if name == "filter" else e.quantified(name, rows, inside, condition)

    def _matches(self, text: e.Part) -> e.Part:
        pattern = self._text(self._move())
        self._expect(")")
        return o.matched(text, read_pattern(pattern))

    def _several(self, end: str) -> tuple[e.Part, ...]:
        parts: list[e.Part] = []
        while not self._has(end):
            if parts:
                self._expect(",")
            parts.append(self.condition())
        return tuple(parts)

    def _text(self, token: Token) -> str:
        if token.sort is not Sort.TEXT:
            raise ConditionFault(self.source, token.word)
        try:
            return _unquoted(token.word)
        except (SyntaxError, ValueError):
            raise ConditionFault(self.source, token.word) from None

    def _name(self) -> str:
        token = self._move()
        if token.sort is not Sort.NAME:
            raise ConditionFault(self.source, token.word)
        return token.word

    @property
    def _token(self) -> Token:
        return self.words[self.at] if self.at < len(self.words) else _END

    def _move(self) -> Token:
        token = self._token
        self.at += 1
        return token

    def _has(self, word: str) -> bool:
        found = self._token.word == word and self._token.sort is not Sort.TEXT
        self.at += found
        return found

    def _expect(self, word: str) -> None:
        if not self._has(word):
            raise self.fault()


@lru_cache(maxsize=1024)
def _unquoted(word: str) -> str:
    return str(literal_eval(word))
