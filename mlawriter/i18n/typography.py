"""How the script of a language is set: typefaces, marks between words, numbers of sections."""

import re
from dataclasses import dataclass
from enum import StrEnum

_ROOM = re.compile("(?<=[\u3400-\u9fff]) +(?=[\u3400-\u9fff])")
_HAN = "〇一二三四五六七八九"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_RUSSIAN = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩ"
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """A text face for each kind of script; each must hold the digits 0 to 9.

    `complex` sets scripts from right to left, `complex_scale` enlarges it where its letters look small beside Latin
    ones of the same size.
    """

    latin: str = "Times New Roman"
    complex: str = "Times New Roman"
    east_asian: str = "SimSun"
    complex_scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Punctuation:
    """Marks that the program itself sets between words, with the room around them."""

    colon: str = ": "
    semicolon: str = "; "
    comma: str = ", "
    dash: str = " – "
    brackets: tuple[str, str] = (" (", ")")
    full_stop: str = "."
    between_sentences: str = " "

    def bracketed(self, words: str) -> str:
        """Return words in brackets, as they stand behind others."""
        return words.join(self.brackets)

    def native(self, marks: str) -> str:
        """Return what stands between the placeholders of a pattern without words, in the marks of this language."""
        if marks == ".":
            return self.full_stop
        opening, closing = self.brackets
        own = {", ": self.comma, "; ": self.semicolon, ": ": self.colon, " – ": self.dash, " (": opening, ")": closing}
        for plain, native in own.items():
            marks = marks.replace(plain, native)
        return marks


class Counting(StrEnum):
    """How the sections of a letter are numbered; Word counts the same way by itself."""

    DECIMAL = "decimal"
    ROMAN = "roman"
    CHINESE = "chinese"
    ABJAD = "abjad"
    RUSSIAN = "russian"


_AFTER = {Counting.CHINESE: "、"}
"""What follows the number of a section where that is no full stop and a space."""


def counted(number: int, way: Counting) -> str:
    """Return a number of a section as the language counts; beyond its letters, in digits."""
    match way:
        case Counting.CHINESE if number < 100:
            return _chinese(number)
        case Counting.ROMAN if number < 200:
            return _roman(number)
        case Counting.ABJAD if number <= len(_ABJAD):
            return _ABJAD[number - 1]
        case Counting.RUSSIAN if number <= len(_RUSSIAN):
            return _RUSSIAN[number - 1]
    return str(number)


def before_title(number: str, way: Counting) -> str:
    """Return the number of a section as it stands before its title (`3. `, `三、`)."""
    return number + _AFTER.get(way, ". ")


def closed_up(words: str) -> str:
    """Return words without the room between two Chinese signs (`张 伟` becomes `张伟`)."""
    return _ROOM.sub("", words)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else _HAN[tens]) + "十" if tens else ""
    return ten + (_HAN[ones] if ones or not tens else "")


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written
