"""What the Law tab says, as simple HTML: instruments, required contents, modules, one question's sources."""

from collections.abc import Iterator
from html import escape

from mlawriter.app.wording import cite_words
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import Cite, parse_cite
from mlawriter.knowledge.definitions import Instrument, Module
from mlawriter.knowledge.index import Index
from mlawriter.ui.question import Question

VERIFIED = Message("✓ compared with the treaty text")
UNVERIFIED = Message("? not verified against the treaty text")
_STATUSES = {
    "in_force": Message("in force"),
    "not_in_force": Message("not in force"),
    "check": Message("check whether it is in force between the two States"),
}


class LawText:
    """Says the law in one language; built once for a window."""

    def __init__(self, index: Index, say: Translator) -> None:
        self._index, self._say = index, say

    def question(self, question: Question) -> str:
        """Return why a question is asked: its help, its sources, and what the instruments say there."""
        cites = [parse_cite(text) for text in question.field.cites]
        parts = [_heading(self._say(question.label)), _paragraph(self._say(question.hint))]
        if cites:
            parts.append(_paragraph(self._say(Message("This is asked because of:"))))
            parts.append(_bullets(self._source(cite) for cite in cites))
        else:
            parts.append(_paragraph(self._say(Message("No provision asks for this; it helps the other side."))))
        named = dict.fromkeys(cite.instrument for cite in cites)
        known = self._index.knowledge.instruments
        parts.extend(self.instrument(known[name], contents=False) for name in named if name in known)
        return "".join(parts)

    def module(self, module: Module) -> str:
        """Return what is known of a type of assistance: sources, questions of the reviewer, reasons of delay."""
        say = self._say
        parts = [_heading(say(texts.title("module", module.id, module.title)))]
        parts.append(_bullets(self._source(parse_cite(text)) for text in module.cites))
        notes = (
            ("asks", Message("What the reviewer in the other State will ask"), module.reviewer_questions),
            ("delays", Message("What often delays such a request"), module.delay_reasons),
        )
        for kind, title, lines in notes:
            if lines:
                parts.append(_heading(say(title), 4))
                numbered = enumerate(lines, start=1)
                parts.append(
                    _bullets(escape(say(texts.module_note(module, kind, number, line))) for number, line in numbered)
                )
        return "".join(parts)

    def instrument(self, instrument: Instrument, *, contents: bool = True) -> str:
        """Return an instrument: title, status, and the contents it requires of a request."""
        say = self._say
        status = say(_STATUSES.get(instrument.status, _STATUSES["check"]))
        checked = say(VERIFIED if instrument.verified else UNVERIFIED)
        consulted = say(Message("Consulted: {date}").fill(date=instrument.consulted.isoformat()))
        parts = [
            _heading(say(texts.instrument_title(instrument)), 4),
            _paragraph(" · ".join(filter(None, (instrument.adopted, status, consulted, checked)))),
        ]
        entries = instrument.requires if contents else ()
        if entries:
            parts.append(_paragraph(say(Message("A request must contain:"))))
            parts.append(
                _bullets(self._source(Cite(instrument.id, entry.article, entry.verified)) for entry in entries)
            )
        return "".join(parts)

    def everything(self) -> str:
        """Return all instruments and types of assistance, one after the other."""
        knowledge = self._index.knowledge
        instruments = [self.instrument(instrument) for instrument in knowledge.instruments.values()]
        modules = [self.module(module) for module in knowledge.modules.values()]
        return "<hr>".join((*instruments, *modules))

    def search(self, text: str) -> str:
        """Return the instruments and types of assistance in which all words of a search occur."""
        parts = text.casefold().split()
        knowledge = self._index.knowledge
        sheets = [self.instrument(instrument) for instrument in knowledge.instruments.values()]
        sheets += [self.module(module) for module in knowledge.modules.values()]
        found = [sheet for sheet in sheets if all(part in sheet.casefold() for part in parts)]
        return "<hr>".join(found) or _paragraph(self._say(Message("Nothing found. Try fewer words.")))

    def _source(self, cite: Cite) -> str:
        plain = escape(cite_words(cite, self._index.knowledge, self._say))
        if cite.instrument not in self._index.knowledge.instruments:
            return plain
        mark = f"<b>{plain}</b> <small>{escape(self._say(VERIFIED if cite.verified else UNVERIFIED))}</small>"
        asked = self._asked(cite)
        return f"{mark}<br>{escape(asked)}" if asked else mark

    def _asked(self, cite: Cite) -> str:
        instrument = self._index.knowledge.instruments[cite.instrument]
        found = (entry for entry in instrument.requires if entry.article == cite.article)
        return next((self._say(texts.requirement(instrument, entry)) for entry in found), "")


def _heading(text: str, level: int = 3) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _bullets(lines: Iterator[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
