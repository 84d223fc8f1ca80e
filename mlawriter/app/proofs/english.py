"""Text that was left in English, as a whole or in part."""

import re

from mlawriter.app.proofs.fault import Remark, Remarks, Written
from mlawriter.app.proofs.placeholders import PLACEHOLDER
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry

UNCHANGED = Message("left in English", context="proof")
PARTLY = Message("partly left in English: {words}", context="proof")
_WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ’'-]*")
_LEAST = 4
"""So many English words in a row are no name and no abbreviation."""
_COMMON = frozenset({"the", "The", "of", "to", "and", "is", "are", "be", "this", "This", "that", "for", "not"}) | {
    *("with", "an", "An", "from", "by", "was", "has", "have", "it", "its", "at", "or", "as", "which", "if")
}
"""One of these tells an English sentence from a name or a Latin phrase."""
OTHER_SCRIPTS = frozenset(
    {"ar", "fa", "ur", "ckb", "he", "ru", "uk", "be", "bg", "mk", "el", "zh", "ja", "ko", "th", "hi"}
)
_NOT_WORDS = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|https?://\S+|--?[a-z][\w-]*|\S+@\S+|\S+\.[a-z]{2,4}\b")


def english(entry: Entry, written: Written) -> Remarks:
    """Yield texts that are those of the source, or hold a run of its words; examples and sources of law hold names."""
    if entry.context.endswith(" example") or entry.context == "law":
        return
    for source, form in zip((*entry.source, *entry.source[-1:] * len(entry.target)), entry.target, strict=False):
        wording = words(source)
        if form == source and _is_english(wording, written):
            sure = len(wording) >= _LEAST and not _COMMON.isdisjoint(wording)
            yield Remark("english", UNCHANGED, is_warning=not sure)
        elif run := _common_run(wording, words(form)):
            yield Remark("english", PARTLY.fill(words=run), is_warning=True)


def _is_english(wording: list[str], written: Written) -> bool:
    """Say whether unchanged words are English; a single one may be the same in another language with Latin letters."""
    least = 1 if written.stem in OTHER_SCRIPTS else 2
    return len(wording) >= least and any(each.islower() and len(each) > 2 for each in wording)


def words(text: str) -> list[str]:
    """Return the words in Latin letters of a text, without placeholders, addresses, commands."""
    return _WORD.findall(_NOT_WORDS.sub(" ", PLACEHOLDER.sub(" ", text)))


def _common_run(source: list[str], form: list[str]) -> str:
    if len(form) < _LEAST:
        return ""
    runs = {tuple(source[at : at + _LEAST]) for at in range(len(source) - _LEAST + 1)}
    for at in range(len(form) - _LEAST + 1):
        run = tuple(form[at : at + _LEAST])
        if run in runs and sum(word.islower() for word in run) >= _LEAST - 1:
            return " ".join(run)
    return ""
