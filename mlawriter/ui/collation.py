"""The order of words in a list, as a language has it."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar
from unicodedata import combining, normalize

from mlawriter.i18n.translator import Translator

if TYPE_CHECKING:
    from PySide6.QtCore import QCollator

Thing = TypeVar("Thing")


def in_order(things: Iterable[Thing], say: Translator, words: Callable[[Thing], str] = str) -> list[Thing]:
    """Return things in the order in which the language of a translator lists their words.

    An alphabet is ordered by its letters: small and capital ones alike, accents left aside, the language's own letters
    after the letter that they are written with. Without one, Unicode's rules for the language apply: they take memory
    and a part of the start.
    """
    own = say.conventions.own_letters
    if isinstance(own, str):
        return sorted(things, key=lambda thing: _by_letters(words(thing), own))
    collator = _collator(say.conventions.cldr)
    return sorted(things, key=lambda thing: collator.sortKey(words(thing)))


def _by_letters(words: str, own: str) -> str:
    small = normalize("NFC", words.casefold())
    if not any(letter in small for letter in own):
        return _plain(small)
    return "".join(f"{_plain(each)}\uffff" if each in own else _plain(each) for each in small)


def _plain(words: str) -> str:
    if words.isascii():
        return words
    return "".join(each for each in normalize("NFKD", words) if not combining(each))


@lru_cache(maxsize=8)
def _collator(locale: str) -> "QCollator":
    from PySide6.QtCore import QCollator, QLocale

    return QCollator(QLocale(locale))
