"""What the Law tab shows, as simple HTML: the sources of one question, sheets of the law, results of a search."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from mlawriter.app import applied
from mlawriter.app.lawbook import FOLDERS, UNVERIFIED, VERIFIED, Entry, Folder, Lawbook, Passage, Sheet
from mlawriter.export.escaping import escape
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import options, texts
from mlawriter.knowledge.cites import parse_cite
from mlawriter.knowledge.index import Index
from mlawriter.knowledge.parameters import Origin, Parameter
from mlawriter.ui.question import Question

ASKED = Message("This is asked because of:")
NOT_ASKED = Message("No provision asks for this; it helps the other side.")
NOTHING = Message("Nothing found. Try fewer words.")
VALUES_APPLY = Message("Values that apply to this request")
NO_VALUES = Message("No treaty and no law sets anything yet: choose the legal basis.")
_AT_ONCE = 3
"""The most sheets that a search shows in full; of more, it lists the titles."""


class LawText:
    """Says the law in one language; built once for a window."""

    def __init__(self, index: Index, say: Translator) -> None:
        self._say = say
        self._book = Lawbook(index, say)

    def question(self, question: Question, module: str = "", answer: str = "") -> str:
        """Return why a question is asked: its help, its sources, and what they are; then its type of assistance.

        Of a ground for refusal chosen as its answer, all that is known is shown.
        """
        say, known = self._say, self._book.index.knowledge
        cites = tuple(question.field.cites)
        parts = [_heading(say(question.label), 3), _paragraph(say(question.hint))]
        parts.append(_paragraph(say(ASKED if cites else NOT_ASKED)))
        parts.append(self._lines(self._book.cited(cites)))
        named = dict.fromkeys(parse_cite(cite).instrument for cite in cites)
        sheets = [self._book.sheet(Folder.INSTRUMENT, name) for name in named if name in known.instruments]
        parts.extend(self._short(sheet) for sheet in sheets)
        if question.field.options == options.GROUNDS and answer in known.grounds:
            parts.append(self.sheet(Folder.GROUND, answer))
        if module in known.modules:
            parts.append(self.sheet(Folder.MODULE, module))
        return "".join(parts)

    def sheet(self, folder: Folder, name: str) -> str:
        """Return one sheet in full."""
        return self._full(self._book.sheet(folder, name))

    def values(self, parameters: Iterable[Parameter]) -> str:
        """Return the minimum penalties, time limits and the like that apply to a request, each with its source."""
        rules = self._book.index.knowledge.rules
        rows = "".join(map(self._value, sorted(parameters, key=lambda each: rules[each.rule].program)))
        heading = _heading(self._say(VALUES_APPLY), 3)
        return (
            f'{heading}<table cellpadding="4" width="100%">{rows}</table>'
            if rows
            else heading + _paragraph(self._say(NO_VALUES))
        )

    def _value(self, parameter: Parameter) -> str:
        known, say = self._book.index.knowledge, self._say
        rule = known.rules[parameter.rule]
        what = f'<a href="{Folder.RULE.value}:{rule.id}">{escape(say(texts.rule_label(rule)))}</a>'
        value = escape(applied.value_words(rule, parameter.value, say))
        where = escape(applied.source_words(parameter, known, say))
        if parameter.origin is Origin.INSTRUMENT and parameter.cite and parameter.cite.verified:
            where = f"{where} {escape(say(VERIFIED))}"
        return f"<tr><td>{what}<br><b>{value}</b> <small>{where}</small></td></tr>"

    def contents(self) -> str:
        """Return the titles of all sheets."""
        return self._titles(self._book.sheets)

    def search(self, text: str) -> str:
        """Return what a search finds: in full if it is little, else the titles."""
        found = self._book.search(text)
        if len(found) <= _AT_ONCE:
            return "<hr>".join(map(self._full, found)) or _paragraph(self._say(NOTHING))
        return self._titles(sorted(found, key=lambda sheet: list(Folder).index(sheet.folder)))

    def _titles(self, sheets: Iterable[Sheet]) -> str:
        parts: list[str] = []
        for folder, those in groupby(sheets, key=lambda sheet: sheet.folder):
            links = (f'<li><a href="{folder.value}:{sheet.id}">{escape(sheet.title)}</a></li>' for sheet in those)
            parts.append(f"{_heading(self._say(FOLDERS[folder]), 4)}<ul>{''.join(links)}</ul>")
        return "".join(parts)

    def _full(self, sheet: Sheet) -> str:
        return _heading(sheet.title, 3) + "".join(map(self._passage, sheet.passages))

    def _short(self, sheet: Sheet) -> str:
        """Return the head of a sheet, leading to the whole of it."""
        link = f'<h4><a href="{sheet.folder.value}:{sheet.id}">{escape(sheet.title)}</a></h4>'
        first: Sequence[Passage] = [passage for passage in sheet.passages[:1] if not passage.heading]
        return link + "".join(map(self._passage, first))

    def _passage(self, passage: Passage) -> str:
        if passage.heading:
            return _heading(passage.heading, 4) + self._lines(passage.entries)
        return "".join(_paragraph(entry.words) for entry in passage.entries)

    def _lines(self, entries: Iterable[Entry]) -> str:
        lines = "".join(f"<li>{self._line(entry)}</li>" for entry in entries)
        return f"<ul>{lines}</ul>" if lines else ""

    def _line(self, entry: Entry) -> str:
        if entry.cite is None:
            return escape(entry.words)
        mark = escape(self._say(VERIFIED if entry.cite.verified else UNVERIFIED))
        return f"{escape(entry.words)} <small>{mark}</small>"


def _heading(text: str, level: int) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""
