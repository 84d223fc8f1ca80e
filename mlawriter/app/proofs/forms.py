"""Forms: how many a message has, and whether each is filled."""

import re

from mlawriter.app.proofs.fault import Remark, Remarks
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry, Po

UNTRANSLATED = Message("not translated", context="proof")
EMPTY = Message("a plural form is empty", context="proof")
FUZZY = Message("marked fuzzy: the English text has changed. Read it, then take the mark away.", context="proof")
COUNT = Message("plural forms: {found} instead of {wanted}", context="proof")
_COUNT = re.compile(r"nplurals\s*=\s*(\d+)")


def forms(entry: Entry, count: int) -> Remarks:
    """Yield what keeps a message from being used: nothing there, a form missing, marked fuzzy."""
    if not any(entry.target):
        yield Remark("untranslated", UNTRANSLATED)
    elif not all(entry.target):
        yield Remark("plural", EMPTY)
    elif entry.fuzzy:
        yield Remark("fuzzy", FUZZY)
    elif len(entry.source) > 1 and len(entry.target) != count:
        yield Remark("plural", COUNT.fill(found=len(entry.target), wanted=count))


def form_count(po: Po) -> int:
    """Return how many plural forms the head of a catalogue promises; two if it does not say."""
    found = _COUNT.search(po.head.get("plural-forms", ""))
    return int(found[1]) if found else 2
