"""Numbers and article references: digit for digit as in English."""

import re

from mlawriter.app.proofs.fault import Remark, Remarks, Written
from mlawriter.app.proofs.placeholders import PLACEHOLDER
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry

_ARTICLE = re.compile(r"\d+(?:[(（]\w{1,4}[)）])*")
_THOUSANDS = re.compile(r"(?<=\d)[.,'’\u00a0\u202f ](?=\d{3}(?!\d))")
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August"]
_MONTHS += ["September", "October", "November", "December"]
_MONTH = re.compile(rf"(?<=\d )({'|'.join(_MONTHS)})\b|\b({'|'.join(_MONTHS)})(?= \d)")
_NUMBERED_MONTHS = {"zh", "ja", "ko", "yue"}
DIFFER = Message("numbers: {found} instead of {wanted}", context="proof")


def numbers(entry: Entry, written: Written) -> Remarks:
    """Yield each form whose numbers are not those of the English text."""
    allowed = [found_in(with_months(form, written)) for form in entry.source]
    for form in entry.target:
        found = found_in(form)
        if found not in allowed:
            yield Remark("number", DIFFER.fill(found=" ".join(found) or "–", wanted=" ".join(allowed[-1]) or "–"))


def found_in(text: str) -> list[str]:
    """Return the numbers and article references of a text, in the order of the digits."""
    plain = _THOUSANDS.sub("", PLACEHOLDER.sub(" ", text))
    return sorted(each.replace("（", "(").replace("）", ")") for each in _ARTICLE.findall(plain))


def with_months(text: str, written: Written) -> str:
    """Return an English text with the months as numbers, if the language writes them so."""
    if written.stem not in _NUMBERED_MONTHS:
        return text
    return _MONTH.sub(lambda found: str(_MONTHS.index(found[0]) + 1), text)
