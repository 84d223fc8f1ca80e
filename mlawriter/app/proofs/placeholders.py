"""Placeholders: the same in every form, whole, and without a prefix that Arabic would write onto them."""

import re
from collections import Counter

from mlawriter.app.proofs.fault import Remark, Remarks, Written
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry

PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_.]*\??\}")
_ARABIC_PREFIX = re.compile(r"(?<![\u0621-\u064a])[ولبكف]+[\u2066-\u2068]?\{")

DIFFER = Message("placeholders: {found} instead of {wanted}", context="proof")
BROKEN = Message("a brace does not belong to a placeholder: {words}", context="proof")
GLUED = Message("a one-letter word is written onto a placeholder: {words}. Put a noun in between.", context="proof")
BARS = Message("the lines of the cell, parted by “ | ”: {found} instead of {wanted}", context="proof")


def placeholders(entry: Entry, written: Written) -> Remarks:
    """Yield what is wrong with the placeholders of a message and with the bars between the lines of a cell."""
    allowed = [names(form) for form in entry.source]
    for form in entry.target:
        found = names(form)
        if found not in allowed:
            yield Remark("placeholder", DIFFER.fill(found=_listed(found), wanted=_listed(allowed[-1])))
        rest, wanted = PLACEHOLDER.sub("", form), PLACEHOLDER.sub("", entry.source[-1])
        if (rest.count("{"), rest.count("}")) != (wanted.count("{"), wanted.count("}")):
            yield Remark("brace", BROKEN.fill(words=form))
        if written.stem in {"ar", "fa", "ur", "ckb"} and (glued := _ARABIC_PREFIX.search(form)):
            yield Remark("prefix", GLUED.fill(words=form[glued.start() : glued.end() + 12]))
        if form.count(" | ") != entry.source[-1].count(" | "):
            counts = {"found": form.count(" | ") + 1, "wanted": entry.source[-1].count(" | ") + 1}
            yield Remark("bars", BARS.fill(**counts))


def names(text: str) -> Counter[str]:
    """Return the placeholders of a text, each with how often it stands there."""
    return Counter(PLACEHOLDER.findall(text))


def _listed(found: Counter[str]) -> str:
    return " ".join(sorted(found.elements())) or "–"
