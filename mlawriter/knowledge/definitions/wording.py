"""Wording of the letter: clauses and their blocks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table in a letter; `width` is a relative weight."""

    head: str
    cell: str
    width: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseBlock:
    """One block of a clause.

    `kind`: `paragraph` (numbered in a numbered document), `plain` (never numbered), `bullet`, `heading`,
    `table` (rows from `each`), `facts_table` (two columns: `rows` of head and cell), `signature` (`rows` kept
    together, `text` marks the place of the seal),
    `page_break`, `enumerated` (the entries of the answer in `text`, numbered, in a table: the first two `columns`
    head number and entry, further ones have cells of their own), and the lists the program makes: `items` (every
    item through its module's clause, then the clause `item_common` if the module uses the fields of that name),
    `undertakings`, `promise` (in a document about one undertaking: its wording, sentence by sentence), `compliance`,
    `translation_order` (what must be translated, with the words of each section),
    `diagram` (the rows of the records in `of` as boxes, column by column, joined by lines where one refers to
    another).
    `each` repeats the block per row, with `among` (`consultation.grounds`) only for the rows that a field of the row
    at hand refers to; neighbouring blocks with the same `each` (tables apart) are composed together, row after row.
    A block whose `when` is false or unknown is left out.
    Texts and cells hold placeholders only, no logic: `{person.dob}` is a visible gap while unanswered; a line
    with `{person.dob?}` is left out instead; `{item.accounts.full}` gives the rows of a reference in full,
    `{item.accounts.marks}` only their marks.
    ` | ` separates the lines of a cell.
    """

    id: str
    kind: str = "paragraph"
    each: str = ""
    among: str = ""
    when: str = ""
    text: str = ""
    rows: tuple[Column, ...] = ()
    columns: tuple[Column, ...] = ()
    of: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A piece of wording: a heading and blocks, or (`choose = "first"`) the first block that applies."""

    id: str
    title: str = ""
    level: int = 1
    when: str = ""
    choose: str = "all"
    source: str
    blocks: tuple[ClauseBlock, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a document, printed when its condition holds (always, without one)."""

    text: str
    when: str = ""
