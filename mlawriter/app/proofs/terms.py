"""Terms of the field: is one of the glossary's words there where the English text has the term?"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from mlawriter.app.proofs.fault import Remark, Remarks, Written
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry

GLOSSARY = "glossary.csv"
NOT_USED = Message("the term “{term}” is usually said: {forms}", context="proof")
_ALTERNATIVES = re.compile(r"\s*[;；؛]\s*")
_REMARK = re.compile(r"\s*[(（][^)）]*[)）]")
_COMMON = frozenset({"to follow"})
"""Words of the glossary that are too common to look for."""
_LEAST_STEM = 4
_KEPT = 0.6
"""The share of a word that inflection leaves alone."""
_KEPT_SIGNS = 0.7
"""The share of the signs of a Chinese term that must be there, in whatever order."""


def exact_terms(files: Sequence[Path]) -> frozenset[str]:
    """Return the English terms that must be said as the glossary says them where they stand alone."""
    rows = (row for file in files for row in _rows(file) if row.get("exact"))
    return frozenset(term for row in rows for term in _several(row.get("en") or ""))


def read_terms(files: Sequence[Path], language: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of each English term in a language; later files add to earlier ones."""
    found: dict[str, list[str]] = {}
    for row in (row for file in files for row in _rows(file)):
        for term in _several((row.get("en") or "").replace("judgement", "judgment")):
            found.setdefault(term, []).extend(_forms(row, language))
    return {term: tuple(dict.fromkeys(forms)) for term, forms in found.items() if forms}


def _rows(file: Path) -> list[dict[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            return list(csv.DictReader(source))
    except (OSError, ValueError, csv.Error):
        return []


def _forms(row: Mapping[str, str], language: str) -> Iterator[str]:
    yield from _several(row.get(language) or "")
    for variant in (row.get("variants") or "").split("|"):
        label, _, form = variant.partition("=")
        if label.rpartition(":")[2] == language:
            yield from _several(form)


def _several(cell: str) -> Iterator[str]:
    for each in _ALTERNATIVES.split(cell):
        whole = each.strip()
        if whole:
            yield whole
            if _REMARK.search(whole):
                yield _REMARK.sub("", whole)


def terms(entry: Entry, written: Written) -> Remarks:
    """Yield the terms of an English text of which the translation holds no known form.

    It is a fault only if the text is nothing but a term that the glossary marks `exact`; inside a sentence a term may
    be said in another way. Titles of instruments have their own official words.
    """
    if not written.terms or entry.context.startswith("instrument "):
        return
    text = " ".join(entry.target).casefold()
    folded = _folded(text)
    for term in _terms_in(entry.source[-1], written.terms):
        forms = written.terms[term]
        if not any(_is_said(form, folded) for form in forms):
            alone = entry.source[0].strip(" .:").casefold() == term.casefold()
            exact = alone and term in written.exact
            yield Remark("term", NOT_USED.fill(term=term, forms="; ".join(forms)), is_warning=not exact)


def _terms_in(text: str, known: Mapping[str, Sequence[str]]) -> list[str]:
    folded = text.casefold()
    found, taken = [], set[int]()
    for begin, length, term in sorted(_places(folded, known), key=lambda place: -place[1]):
        span = set(range(begin, begin + length))
        if not span & taken:
            taken |= span
            found.append(term)
    return list(dict.fromkeys(found))


def _places(text: str, known: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    pattern, by_word = _pattern(tuple(known))
    for found in pattern.finditer(text):
        yield found.start(), len(found[0]), by_word[found[1]]


@cache
def _pattern(known: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    by_word = {term.casefold(): term for term in known if " " in term and term not in _COMMON}
    longest_first = sorted(by_word, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?:s|es)?(?!\w)"), by_word


def _is_said(form: str, text: str) -> bool:
    if any(map(_is_ideograph, form)):
        signs = [sign for sign in form if _is_ideograph(sign)]
        return sum(sign in text for sign in signs) >= _KEPT_SIGNS * len(signs)
    return all(stem in text for stem in _stems(form))


def _is_ideograph(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


@cache
def _stems(form: str) -> tuple[str, ...]:
    return tuple(_stem(word) for word in _folded(form.casefold()).split() if len(word) > 2 or not word.isascii())


def _stem(word: str) -> str:
    plain = word.strip(",.;:()’'")
    plain = re.sub(r"^(?:ال|لل)", "", plain) if len(plain) > _LEAST_STEM else plain
    return plain[: max(_LEAST_STEM, round(len(plain) * _KEPT))] if len(plain) > _LEAST_STEM else plain[:3]


@cache
def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.replace("’", " "))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
