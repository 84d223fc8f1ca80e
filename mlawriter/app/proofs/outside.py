"""Second opinions of programs for translators, where they are on the machine: gettext's msgfmt, translate-toolkit."""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from shutil import which

from mlawriter.app.proofs.fault import Remark, Written
from mlawriter.app.proofs.numbers import with_months
from mlawriter.i18n.message import Message
from mlawriter.i18n.po import Entry

MSGFMT = Message("msgfmt says: {words}", context="proof")
POFILTER = Message("pofilter says: {words}", context="proof")
_TESTS = ("escapes", "newlines", "tabs", "startwhitespace", "endwhitespace", "doublespacing", "blank", "numbers")
_WITH_NUMBERS_OF_THEIR_OWN = re.compile(r"\d[.,'’\u00a0\u202f ]\d|[（(]\d")
_KINDS = {"numbers": "number", "startwhitespace": "blank", "endwhitespace": "blank", "doublespacing": "blank"}


def msgfmt(file: Path) -> Iterator[Remark]:
    """Yield what gettext's own check says of a file, what it says of the head left aside; nothing without gettext."""
    program = which("msgfmt")
    if program is None:
        return
    command = [program, "-c", "--check-accelerators=&", "-o", os.devnull, str(file)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
    done = subprocess.run(  # noqa: S603 - found on the PATH, no shell
        command, capture_output=True, encoding="utf-8", errors="replace", env=environment, check=False
    )
    for line in done.stderr.splitlines():
        words = line.removeprefix(f"{file}:")
        if "header field" not in words and "found 1 fatal error" not in words and words.strip():
            yield Remark("msgfmt", MSGFMT.fill(words=words), is_warning=done.returncode == 0)


def pofilter(entries: Iterable[Entry], written: Written) -> Iterator[tuple[Entry, Remark]]:
    """Yield what translate-toolkit's tests say of each message; nothing without the toolkit."""
    try:
        from translate.filters.checks import CheckerConfig, StandardChecker
        from translate.storage.pypo import pounit
    except ImportError:
        return
    checker = StandardChecker(CheckerConfig(targetlanguage=written.stem), limitfilters=list(_TESTS))
    for entry in entries:
        unit = pounit(with_months(entry.source[-1], written))
        unit.target = entry.target[-1]
        for test, words in checker.run_filters(unit).items():
            if test == "numbers" and _WITH_NUMBERS_OF_THEIR_OWN.search(entry.source[-1]):
                continue
            yield entry, Remark(_KINDS.get(test, test), POFILTER.fill(words=f"{test}: {words}"))
