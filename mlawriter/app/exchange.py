"""Work of translators as files for others: messages as an Excel table, the glossary as TBX, both out and in."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from mlawriter.app.lines import Line
from mlawriter.app.proofs.fault import Written
from mlawriter.app.proofs.gate import check_entry
from mlawriter.app.proofs.terms import GLOSSARY
from mlawriter.export.sheets import ReadSheet, Sheet
from mlawriter.export.tbx import Concept
from mlawriter.i18n.message import Domain, Message
from mlawriter.i18n.po import Entry

EXAMPLE = "Example: "
"""Begins the note that shows a sentence as a letter would have it."""
OPEN, CHECK, DONE = "open", "check", "done"
_HEADS = ("ID", "Context", "English", "Note", "Example", "Translation", "Status")
_WIDTHS = (13, 24, 60, 36, 44, 60, 9)
_ENGLISH, _TRANSLATION, _STATUS = 2, 5, 6
_FIRST_ROW = 2
"""The first row under the heads, as office programs count."""

NO_TABLE = Message("This table has other columns. Keep these heads: {heads}.")
NO_MESSAGE = Message("Row {row}: there is no message {id}. Leave the first column as it is.")
CHANGED = Message("Row {row}: the English text is not that of the message {id}. Export the table again.")
NO_STATUS = Message("Row {row}: “{status}” is no status. Use open, check or done.")
FORMULA = Message("Row {row}: a cell holds a formula. Write the words themselves.")
AGAIN = Message("Row {row}: the message {id} stands in the table twice.")
FORMS = Message("Row {row}: message {id} needs {wanted} forms; {found} are filled.")
WRONG = Message("Row {row}: {what}.")
NO_ENGLISH = Message("Concept {id}: there is no English term. It was left out.")
NO_TERM = Message("Concept {id} ({english}): there is no term in {language}. It was left out.")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a table brought: the messages that are right, by domain, and a sentence for each row that is not."""

    entries: Mapping[Domain, tuple[Entry, ...]]
    problems: tuple[Message, ...] = ()

    @property
    def count(self) -> int:
        """How many messages are right."""
        return sum(map(len, self.entries.values()))


def table(found: Iterable[Line], title: str, count: int, *, rtl: bool = False) -> Sheet:
    """Return messages as a table; a message with plural forms has a row for each of its `count` forms."""
    rows = tuple(row for line in found for row in _rows(line, count))
    return Sheet(
        title=title,
        header=_HEADS,
        rows=rows,
        widths=_WIDTHS,
        open_columns=frozenset({_TRANSLATION, _STATUS}),
        rtl=rtl,
    )


def taken(sheet: ReadSheet, found: Sequence[Line], written: Written, count: int) -> Taken:
    """Return what a table says, compared with the messages there are; empty translations are left aside."""
    if not sheet.rows or tuple(cell.strip() for cell in sheet.rows[0][: len(_HEADS)]) != _HEADS:
        return Taken({}, (NO_TABLE.fill(heads=", ".join(_HEADS)),))
    reader = _Reader({line.id: line for line in found}, written, count, frozenset(row for row, _ in sheet.formulas))
    entries: dict[Domain, tuple[Entry, ...]] = {}
    problems: list[Message] = []
    for result in reader.read(sheet.rows[1:]):
        if isinstance(result, Message):
            problems.append(result)
        else:
            entries[result.domain] = (*entries.get(result.domain, ()), result.entry)
    return Taken(entries, tuple(problems))


def _rows(line: Line, count: int) -> Iterator[tuple[str, ...]]:
    entry = line.entry
    notes = [note for note in entry.notes if not note.startswith(EXAMPLE)]
    example = next((note.removeprefix(EXAMPLE) for note in entry.notes if note.startswith(EXAMPLE)), "")
    status = DONE if entry.is_translated else CHECK if entry.fuzzy else OPEN
    number = count if len(entry.source) > 1 else 1
    for form in range(number):
        english = entry.source[0] if form == 0 and number > 1 else entry.source[-1]
        name = line.id if number == 1 and len(entry.source) == 1 else f"{line.id}/{form}"
        target = entry.target[form] if form < len(entry.target) else ""
        yield (name, entry.context, english, "\n".join(notes), example, target, status)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of a table, message by message."""

    known: Mapping[str, Line]
    written: Written
    count: int
    formulas: frozenset[int]

    def read(self, rows: Sequence[tuple[str, ...]]) -> Iterator[Line | Message]:
        """Yield a message with its translation, or what is wrong with a row."""
        seen: dict[str, dict[int, tuple[int, str, str]]] = {}
        for number, cells in enumerate(rows, start=_FIRST_ROW):
            name, row = _words(cells, 0), str(number)
            if not any(cells):
                continue
            if number - 1 in self.formulas:
                yield FORMULA.fill(row=row)
                continue
            id_, _, form = name.partition("/")
            line = self.known.get(id_)
            if line is None or not (form.isdecimal() or not form):
                yield NO_MESSAGE.fill(row=row, id=name or "–")
            elif _words(cells, _ENGLISH) not in {each.strip() for each in line.entry.source}:
                yield CHANGED.fill(row=row, id=name)
            elif _words(cells, _STATUS).lower() not in {OPEN, CHECK, DONE, ""}:
                yield NO_STATUS.fill(row=row, status=_words(cells, _STATUS))
            elif int(form or 0) in seen.setdefault(id_, {}):
                yield AGAIN.fill(row=row, id=name)
            else:
                cell = cells[_TRANSLATION] if len(cells) > _TRANSLATION else ""
                seen[id_][int(form or 0)] = (number, cell, _words(cells, _STATUS).lower())
        for id_, forms in seen.items():
            result = self._message(self.known[id_], forms)
            if result is not None:
                yield result

    def _message(self, line: Line, forms: Mapping[int, tuple[int, str, str]]) -> Line | Message | None:
        filled = {form: cell for form, (_, cell, _) in forms.items() if cell.strip()}
        row = str(min(number for number, _, _ in forms.values()))
        if not filled:
            return None
        wanted = self.count if len(line.entry.source) > 1 else 1
        if set(filled) != set(range(wanted)):
            return FORMS.fill(row=row, id=line.id, wanted=wanted, found=len(filled))
        is_fuzzy = any(status == CHECK for _, _, status in forms.values())
        flags = (line.entry.flags - {"fuzzy"}) | ({"fuzzy"} if is_fuzzy else set())
        target = tuple(filled[form] for form in sorted(filled))
        entry = replace(line.entry, target=target, flags=frozenset(flags))
        tested = replace(entry, flags=line.entry.flags - {"fuzzy"})
        for remark in check_entry(tested, self.written, self.count):
            if not remark.is_warning:
                return WRONG.fill(row=row, what=remark.what)
        return replace(line, entry=entry)


def _words(cells: Sequence[str], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""


def concepts(files: Iterable[Path], language: str) -> tuple[Concept, ...]:
    """Return the glossary as concepts with English terms and those of a language."""
    found = (
        Concept(
            id=row["id"],
            terms={"en": _several(row.get("en")), language: _several(row.get(language))},
            source=row.get("source") or "",
            note=row.get("notes") or "",
        )
        for file in files
        if file.is_file()
        for row in csv.DictReader(StringIO(file.read_text(encoding="utf-8-sig"), newline=""))
        if row.get("id")
    )
    return tuple({concept.id: concept for concept in found}.values())


def glossary(found: Iterable[Concept], language: str) -> tuple[str, int, tuple[Message, ...]]:
    """Return concepts as the text of a glossary file, how many it holds, and a sentence for each that it cannot."""
    buffer, problems, count = StringIO(newline=""), list[Message](), 0
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(("id", "en", language))
    for concept in found:
        english, terms = _terms(concept, "en"), _terms(concept, language)
        if not english:
            problems.append(NO_ENGLISH.fill(id=concept.id))
        elif not terms:
            problems.append(NO_TERM.fill(id=concept.id, english=english[0], language=language))
        else:
            writer.writerow((concept.id, "; ".join(english), "; ".join(terms)))
            count += 1
    return buffer.getvalue(), count, tuple(problems)


def glossary_files(own: Path, shipped: Path, language: str) -> tuple[Path, ...]:
    """Return where the terms of a language stand: those that ship, then those of the user."""
    return shipped / GLOSSARY, own / language / GLOSSARY


def _terms(concept: Concept, language: str) -> tuple[str, ...]:
    """Return the terms of a language, or of the same language in a country (`pt-BR` for `pt`)."""
    exact = concept.terms.get(language, ())
    if exact:
        return exact
    return tuple(
        term for tag, terms in concept.terms.items() if tag.partition("-")[0].lower() == language for term in terms
    )


def _several(cell: str | None) -> tuple[str, ...]:
    return tuple(term.strip() for term in (cell or "").replace("；", ";").replace("؛", ";").split(";") if term.strip())
