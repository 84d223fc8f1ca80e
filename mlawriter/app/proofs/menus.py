"""Letters for Alt in menus: kept, and each once in a menu."""

import re
from collections.abc import Iterable, Iterator

from mlawriter.app.proofs.fault import Remark, Remarks, Written
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry

_KEY = re.compile(r"(?<!&)&(\w)")
MENU = "menu: "
"""Begins the note that names the menu in which an entry stands."""

LOST = Message("the “&” before the letter for Alt is missing or not before a letter", context="proof")
TWICE = Message("the letter {letter} for Alt is also that of “{other}” in the same menu", context="proof")


def accelerator(entry: Entry, _: Written) -> Remarks:
    """Yield menu entries that lost their letter for Alt, or got one that is none."""
    wanted = len(_KEY.findall(entry.source[0]))
    for form in entry.target:
        if wanted == 1 and len(_KEY.findall(form)) != 1:
            yield Remark("accelerator", LOST)


def twice(entries: Iterable[tuple[Entry, Entry]]) -> Iterator[tuple[Entry, Remark]]:
    """Yield entries whose letter another one of the same menu has; pairs of template and translation."""
    taken: dict[tuple[str, str], str] = {}
    for wanted, entry in entries:
        letter = _KEY.search(entry.target[0])
        menu = next((note for note in wanted.notes if note.startswith(MENU)), "")
        if letter is None or not menu:
            continue
        key = menu, letter[1].casefold()
        if key in taken:
            yield entry, Remark("accelerator", TWICE.fill(letter=letter[1].upper(), other=taken[key]))
        taken.setdefault(key, entry.target[0])
