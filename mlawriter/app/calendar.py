"""The deadlines of a case as a calendar file."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from mlawriter.app.agenda import wording
from mlawriter.app.wording import WEIGHTS
from mlawriter.checks.checker import Checked
from mlawriter.checks.deadlines import deadlines
from mlawriter.checks.dues import Due
from mlawriter.export.ics import Entry, to_ics
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.model.case import Path
from mlawriter.model.ids import FieldName
from mlawriter.model.values import Text

CALENDAR = Message("Deadlines: {reference}")
_OUR_REFERENCE = FieldName("request.our_ref")


def calendar_bytes(checked: Sequence[Checked], speak: Translator, *, name: str) -> bytes:
    """Return the deadlines of some requests of one case that are not met yet, as a calendar file.

    What is exported again replaces what was exported before. `name` is that of the file; the calendar is called by
    the reference of the first request, once it has one.
    """
    first = checked[0]
    answer = first.case.answers.get(Path(first.case.request(first.request_id).scope, _OUR_REFERENCE))
    reference = answer.text if isinstance(answer, Text) else name
    entries = {entry.uid: entry for each in checked for entry in _entries(each, speak)}
    return to_ics(entries.values(), name=speak(CALENDAR.fill(reference=reference)), stamp=first.today)


def _entries(checked: Checked, speak: Translator) -> Iterator[Entry]:
    words = wording(checked, speak)
    for due in deadlines(checked.view):
        if not due.standing.is_over:
            yield Entry(
                uid=_uid(checked.case.id, due),
                day=due.day,
                title=speak(due.title),
                lines=tuple(words.details(due)),
                kind=speak(WEIGHTS[due.weight]),
                alarms=due.alarms,
            )


def _uid(case: str, due: Due) -> str:
    named = f"{case}\n{due.path.scope}\n{due.id}\n{due.row}"
    return f"{sha256(named.encode(errors='replace')).hexdigest()[:32]}@mlawriter"
