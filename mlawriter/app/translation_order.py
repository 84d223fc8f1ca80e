"""The order to a translator: a table of the drafter's own words that goes out, and comes back filled in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from mlawriter.checks.checker import Checked
from mlawriter.checks.speech import clean
from mlawriter.checks.translations import Entry, Standing, entries, in_the_shape_of
from mlawriter.checks.units import View
from mlawriter.export.sheets import ReadSheet, Sheet, SheetError
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.model.case import Path
from mlawriter.model.values import Value
from mlawriter.periods.translation import count_words

MARK, PLACE, SOURCE, TRANSLATION, WORDS, STATE = range(6)
"""The columns of the table."""
HEADS = (
    Message("Mark ({language}): do not change", context="table"),
    Message("Where it stands", context="table"),
    Message("Original", context="table"),
    Message("Translation", context="table"),
    Message("Words", context="table"),
    Message("State", context="table"),
)
STANDINGS = {
    Standing.MISSING: Message("to be translated", context="translation"),
    Standing.OUT_OF_DATE: Message("original changed since", context="translation"),
    Standing.UNEVEN: Message("other number of paragraphs", context="translation"),
    Standing.DONE: Message("translated", context="translation"),
}
LEFT = Message(
    "{n} of your own texts is not translated into {language}; it stands there as you wrote it.",
    plural="{n} of your own texts are not translated into {language}; they stand there as you wrote them.",
)
OF_ROW = Message("{row}: {question}")
NO_ORDER = Message("The file {file} is no table of texts to translate. Use the one that was exported.")
LACKS = Message("Not in the table: {place}.")
UNKNOWN = Message("Row {row}: no text of this case has the mark “{mark}”. Not taken.")
TWICE = Message("Row {row}: {place} stands in the table more than once. Not taken.")
EMPTY = Message("{n} row has no translation: {rows}.", plural="{n} rows have no translation: {rows}.")
EDITED = Message("Row {row}: the original of {place} was changed in the table. Not taken.")
EDITED_TAKEN = Message("Row {row}: the original of {place} was changed in the table. Taken all the same, as you asked.")
CHANGED = Message("Row {row}: {place} was changed in the case after the table was made. Not taken.")
FORMULA = Message("Row {row}: the translation of {place} is a formula. Not taken.")
ODD = Message("Row {row}: it has not as many cells as the table. Not taken.")
UNEVEN = Message(
    "Row {row}: the translation of {place} has not as many paragraphs as the original. Taken, but no letter uses it "
    "until it has."
)

_WIDTHS = (16, 32, 60, 60, 8, 20)
_TAG = re.compile(r"\(([A-Za-z0-9-]+)\)")
_ISOLATES = re.compile("[\u2066-\u2069]")
_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Order:
    """The texts of a case to be translated into a language, each once, and how to call the place of each."""

    language: str
    entries: tuple[Entry, ...]
    places: Mapping[Path, str]


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back: the translations to take, and what is to be said; `is_whole` if all was in order."""

    language: str
    taken: Mapping[Path, Value]
    remarks: tuple[Message, ...] = ()
    is_whole: bool = True


@dataclass
class _Reader:
    """Goes through the rows of a table and collects, hence mutable."""

    order: Order
    answers: Mapping[Path, Value]
    take_edited: bool
    taken: dict[Path, Value] = field(default_factory=dict)
    remarks: list[Message] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    faults: int = 0

    def read(self, sheet: ReadSheet) -> None:
        known = {mark_of(entry).partition("#")[0]: entry for entry in self.order.entries}
        marks = [row[MARK].strip().partition("#")[0] if row else "" for row in sheet.rows]
        for number, row in enumerate(sheet.rows[1:], start=2):
            if any(row):
                self._row(number, row, known, marks, is_formula=(number - 1, TRANSLATION) in sheet.formulas)
        if self.empty:
            self.remarks.append(EMPTY.fill(n=len(self.empty), rows=_ranges(self.empty)))
        for mark, entry in known.items():
            if mark not in marks and entry.standing is not Standing.DONE:
                self._fault(LACKS.fill(place=self.order.places[entry.path]))

    def _row(
        self, number: int, row: Sequence[str], known: Mapping[str, Entry], marks: Sequence[str], *, is_formula: bool
    ) -> None:
        mark, _, stamp = row[MARK].strip().partition("#")
        entry = known.get(mark)
        if entry is None:
            self._fault(UNKNOWN.fill(row=number, mark=row[MARK].strip()[:80]))
            return
        said: dict[str, int | str] = {"row": number, "place": self.order.places[entry.path]}
        if len(row) > TRANSLATION and not row[TRANSLATION].strip() and not is_formula:
            self.empty.append(number)
            return
        faults = (
            (ODD, len(row) <= TRANSLATION),
            (TWICE, marks.count(mark) > 1),
            (FORMULA, is_formula),
            (CHANGED, stamp != _stamp(entry)),
            (EDITED, not self.take_edited and _is_edited(entry, row)),
        )
        fault = next((message for message, is_there in faults if is_there), None)
        if fault is None:
            self._take(entry, row, said)
        else:
            self._fault(fault.fill(**said))

    def _take(self, entry: Entry, row: Sequence[str], said: dict[str, int | str]) -> None:
        lines = _lines(row[TRANSLATION])
        if _is_edited(entry, row):
            self._fault(EDITED_TAKEN.fill(**said))
        if len(lines) != len(entry.source):
            self._fault(UNEVEN.fill(**said))
        if lines and (lines != _plain(entry.words) or entry.standing is not Standing.DONE):
            self.taken[entry.path] = in_the_shape_of(self.answers[entry.path], lines)

    def _fault(self, message: Message) -> None:
        self.remarks.append(message)
        self.faults += 1


def order_of(requests: Sequence[Checked], language: str, say: Translator) -> Order:
    """Return the drafter's own words in some requests of a case, each once, in the order of their questions."""
    found: dict[Path, Entry] = {}
    places: dict[Path, str] = {}
    for checked in requests:
        for entry in entries(checked.view.world, language):
            found.setdefault(entry.path, entry)
            places.setdefault(entry.path, place_of(checked.view, entry.path, say))
    return Order(language, tuple(found.values()), places)


def place_of(view: View, path: Path, say: Translator) -> str:
    """Return in words where an answer stands: its question, after the name of its row."""
    placed = view.world.rows.by_id.get(path.row) if path.row else None
    module = placed.module if placed else ""
    entry = view.kind.asked(path.field, view.index.field(path.field, module))
    question = say(texts.label(view.index.context(path.field, module), entry))
    return say(OF_ROW.fill(row=view.speech.name(placed, say), question=question)) if placed else question


def sheet_of(order: Order, say: Translator, *, open_only: bool = False) -> Sheet:
    """Return an order as a table; `open_only` leaves out what is translated already."""
    wanted = [each for each in order.entries if not open_only or each.standing is not Standing.DONE]
    return Sheet(
        title=say.language_name(order.language),
        header=tuple(say(head.fill(language=order.language)) for head in HEADS),
        rows=tuple(_row(entry, order, say) for entry in wanted),
        widths=_WIDTHS,
        open_columns=frozenset({TRANSLATION}),
        rtl=say.rtl,
    )


def read_order(sheet: ReadSheet, order: Order, answers: Mapping[Path, Value], *, take_edited: bool = False) -> Returned:
    """Return what a table that came back says; its rows may stand in any order."""
    reader = _Reader(order, answers, take_edited)
    reader.read(sheet)
    return Returned(order.language, reader.taken, tuple(reader.remarks), is_whole=not reader.faults)


def language_of(sheet: ReadSheet, file: str) -> str:
    """Return the language that the translations of a table are in.

    Raises:
        SheetError: if it is no table of translations.
    """
    found = _TAG.search(sheet.rows[0][MARK]) if sheet.rows and sheet.rows[0] else None
    if found is None:
        raise SheetError(NO_ORDER.fill(file=file))
    return found[1]


def mark_of(entry: Entry) -> str:
    """Return the mark of a text in a table: where it stands, and a stamp of what it says."""
    path = entry.path
    return "/".join(filter(None, (path.scope, path.field, path.row))) + f"#{_stamp(entry)}"


def _row(entry: Entry, order: Order, say: Translator) -> tuple[str, ...]:
    count = sum(map(count_words, entry.source))
    state = say(STANDINGS[entry.standing])
    return (
        mark_of(entry),
        order.places[entry.path],
        "\n".join(entry.source),
        "\n".join(entry.words),
        str(count),
        state,
    )


def _ranges(numbers: Sequence[int]) -> str:
    """Return numbers in order with runs drawn together: `2-5, 9`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)


def _is_edited(entry: Entry, row: Sequence[str]) -> bool:
    """Say whether the original was changed in the table; a row without one has lost it."""
    return len(row) <= SOURCE or _lines(row[SOURCE]) != _plain(entry.source)


def _stamp(entry: Entry) -> str:
    return sha256("\n".join(entry.source).encode(errors="replace")).hexdigest()[:_DIGITS]


def _lines(cell: str) -> tuple[str, ...]:
    return _plain(tuple(filter(None, map(str.strip, clean(cell).split("\n")))))


def _plain(lines: Sequence[str]) -> tuple[str, ...]:
    """Return lines as a table gives them back: without the marks of direction that it adds, with plain room."""
    return tuple(filter(None, (_ISOLATES.sub("", line).strip() for line in lines)))
