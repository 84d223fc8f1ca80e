"""Which signs of a text a sign of a pattern takes."""

import unicodedata
from collections.abc import Callable
from functools import lru_cache

Takes = Callable[[str], bool]
"""Says whether a pattern takes a sign of the text."""

CLASSES = {"d": ("09",), "w": ("09", "AZ", "az", "__"), "s": ("\t\n", "\f\r", "  ")}
"""First and last sign of each stretch in a class of signs (ASCII, as in RE2)."""


def is_word(sign: str) -> bool:
    """Say whether a sign is part of a word (ASCII, as in RE2)."""
    return sign.isascii() and (sign.isalnum() or sign == "_")


@lru_cache(maxsize=512)
def between(first: str, last: str) -> Takes:
    """Take the signs of a stretch."""
    return lambda sign: first <= sign <= last


def in_class(letter: str) -> Takes:
    """Take digits, word signs or spaces (`d w s`); anything else with a capital letter."""
    takes = one_of(*(between(*stretch) for stretch in CLASSES[letter.lower()]))
    return takes if letter.islower() else none_of(takes)


def of_category(name: str) -> Takes:
    """Take the signs of a category of Unicode."""
    return lambda sign: unicodedata.category(sign).startswith(name)


def one_of(*several: Takes) -> Takes:
    """Take what one of several takes."""
    return lambda sign: any(takes(sign) for takes in several)


def none_of(*several: Takes) -> Takes:
    """Take what none of several takes."""
    return lambda sign: not any(takes(sign) for takes in several)


@lru_cache(maxsize=512)
def in_either_case(takes: Takes) -> Takes:
    """Take a sign whether it is written small or large."""
    return lambda sign: takes(sign) or takes(sign.lower()) or takes(sign.upper())
