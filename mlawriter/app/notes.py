"""What a translator is told of each text: where it stands, what fills its placeholders, and an example.

The notes are written into the templates, in English like these; the same law gives the same notes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from mlawriter.app.exchange import EXAMPLE
from mlawriter.i18n.message import Message
from mlawriter.knowledge import builtins
from mlawriter.knowledge.definitions import Clause, ClauseBlock, Knowledge
from mlawriter.knowledge.index import Index
from mlawriter.knowledge.lint.patterns import placeholders
from mlawriter.model.ids import FieldName

WHERE = "Where: "
_PATTERN = re.compile(r"\{([a-z][a-z0-9_.]*)\??\}")
_MOST_DOCUMENTS = 3
"""Documents that are named; a clause may stand in a dozen."""

_ROLES = {
    "label": "question of the window, or name of a column ({0})",
    "help": "hint below the question {0}",
    "example": "example of an answer to the question {0}; names may be adapted",
}
_KINDS = {
    ("section", "title"): "heading of a group of questions",
    ("section", "intro"): "introduction to a group of questions",
    ("record", "title"): "what one row of a list is called",
    ("record", "plural"): "what a list is called; headings of the letter",
    ("record", "intro"): "introduction to a list",
    ("record", "full"): "one row of a list as the letter gives it in full",
    ("module", "title"): "name of a type of assistance",
    ("module", "summary"): "line of the letter that stands for this type of assistance in a list",
    ("page", "title"): "title of a step in the window",
    ("page", "intro"): "introduction to a step in the window",
    ("request", "title"): "name of a kind of request; title of the letter",
    ("check", "message"): "finding: what is wrong, and what to do",
    ("check", "why"): "explanation below a finding",
    ("deadline", "title"): "what falls on a day",
    ("deadline", "note"): "explanation below a deadline",
    ("instrument", "title"): "official title of a treaty: use the authentic text of your language",
    ("instrument", "short"): "short title of a treaty",
    ("instrument", "abbreviation"): "abbreviation of a treaty, before article numbers",
    ("instrument", "status"): "note on the status of a treaty",
    ("guarantee", "title"): "name of an assurance; heading of the letter",
    ("guarantee", "giver"): "who gives an assurance",
    ("guarantee", "note"): "advice on an assurance, in the window",
    ("ground", "title"): "ground for refusal, also printed in letters",
    ("ground", "note"): "advice on a ground for refusal",
    ("ground", "information"): "what could remove a ground for refusal",
    ("rule", "label"): "what a value of the law is",
    ("rule", "source"): "where a value comes from",
}
_BUILT_IN = {
    "blank": "a ruled blank, to be filled in by hand",
    "tick": "an empty box, to be ticked by hand",
    "request.bases_citation": "the treaties with their articles, as a list",
    "request.assistance_summary": "the types of assistance, as a list",
    builtins.ARTICLES: "the articles that the assurance rests on",
    builtins.LETTER: "the letter of the item, such as A",
}

_STOCK = {
    "tick": "☐",
    "blank": "…………",
    "request.bases_citation": "UNTOC, article 18",
    "request.assistance_summary": "bank records",
    "title": "Bank statements",
    "abbreviation": "UNTOC",
    "articles": "18",
    "instrument": "UNTOC",
    "letter": "A",
    "number": "3",
    "page": "2",
    "pages": "9",
    "start": "1 March 2026",
    "end": "9 March 2026",
    "reason": "the file is not at hand",
    "mark": "P1",
    "field": "date of birth",
    "row": "P1",
    "joins": "O1 with P1",
    "one": "O1",
    "other": "P1",
    "kind": "bank records",
    "text": "the words of the letter",
}
"""Examples for what no question of the window fills."""
_BY_PROGRAM = "words that the program itself puts into letters"


@dataclass(frozen=True)
class Notes:
    """The notes of a law. `examples` are answers of the samples by name of field, as English letters say them."""

    index: Index
    examples: Mapping[str, str]

    def of(self, message: Message) -> tuple[str, ...]:
        """Return the notes of one text."""
        where = self.place(message.context)
        if message.domain == "document" and not where:
            where = _BY_PROGRAM
        return tuple(
            note
            for note in (
                f"{WHERE}{where}" if where else "",
                *self._filled_by(message),
                *self._example(message),
            )
            if note
        )

    def place(self, context: str) -> str:
        """Return in words where a text stands; empty where the context says it well enough."""
        kind, _, rest = context.partition(" ")
        match kind:
            case "clause":
                return self._clause(rest)
            case "guarantee" if " text " in context:
                return f"sentence {rest.split()[-1]} of the assurance “{self._known.guarantees[rest.split()[0]].title}”"
            case "contents":
                return "what requests usually state, as it completes “usually state …”"
            case "instrument" if " requires " in context:
                return f"what article {rest.split()[-1]} of a treaty asks for, as it completes “… asks for”"
            case "requests":
                return "title of a document, or words on every page" if "at" not in rest else "what a list still needs"
            case "law":
                return "a source that is no treaty"
        return self._role(context)

    @property
    def _known(self) -> Knowledge:
        return self.index.knowledge

    @cached_property
    def _documents(self) -> dict[str, dict[str, None]]:
        """Return the titles of the documents by clause, in order."""
        found: dict[str, dict[str, None]] = {}
        for kind in self._known.requests.values():
            for document in kind.documents:
                for clause in document.clauses:
                    found.setdefault(clause, {})[_PATTERN.sub("…", document.title)] = None
        return found

    def _role(self, context: str) -> str:
        words = context.split()
        if " choice " in context:
            return f"one of the choices of {words[0]}, in the window and in letters"
        if not words:
            return ""
        if "." in words[0] and words[-1] in _ROLES:
            return _ROLES[words[-1]].format(words[0])
        if words[0] == "module" and len(words) > 2 and words[2] in {"asks", "delays"}:
            return "what a reviewer of the request may ask" if words[2] == "asks" else "why the reply may be delayed"
        return _KINDS.get((words[0], words[-1]), "")

    def _clause(self, rest: str) -> str:
        name, _, part = rest.partition(" ")
        clause = self._known.clauses.get(name)
        if clause is None:
            return ""
        titles = list(self._documents.get(name, {}))
        shown = ", ".join(f"“{title}”" for title in titles[:_MOST_DOCUMENTS])
        more = " and others" if len(titles) > _MOST_DOCUMENTS else ""
        section = f", section “{clause.title}”" if clause.title and part != "title" else ""
        module = self._known.modules.get(name.removeprefix("item_"))
        item = f"the part on “{module.title}”" if module else "a part of the letter"
        place = f"{shown}{more}{section}" if shown else f"{item}{section}"
        return f"{_part(clause, part)} in {place}"

    def _filled_by(self, message: Message) -> Iterator[str]:
        module = _module(message.context)
        for name, optional in dict.fromkeys(placeholders(message.text)):
            words = self._meaning(name, module)
            left_out = "; the line is left out without an answer" if optional else ""
            if words:
                yield f"{{{name}{'?' if optional else ''}}}: {words}{left_out}"

    def _meaning(self, name: str, module: str) -> str:
        if name in _BUILT_IN:
            return _BUILT_IN[name]
        if name.startswith(builtins.ARTICLES_ON):
            return f"articles of the treaties on: {name.removeprefix(builtins.ARTICLES_ON).replace('_', ' ')}"
        plain, form = _apart(name)
        label = self._label(plain, module)
        if label:
            return f"{label}{form}"
        record, _, member = name.partition(".")
        match member:
            case builtins.MARK:
                return f"mark of the {record.replace('_', ' ')} in the letter, such as P1"
            case builtins.NAME:
                return f"what the {record.replace('_', ' ')} is called"
        return name.rpartition(".")[2].replace("_", " ") if "." in name else ""

    def _label(self, name: str, module: str) -> str:
        try:
            return self.index.field(FieldName(name), module).label
        except KeyError:
            pass
        record, _, member = name.partition(".")
        known = self._known.records.get(record)
        derived = known.derived if known else ()
        return next((entry.label for entry in derived if entry.id == member), "")

    def _answer(self, name: str, module: str) -> str:
        """Return what might fill a placeholder: an answer of a sample, the example of the question, or its label."""
        plain, _ = _apart(name)
        if name.startswith(builtins.ARTICLES_ON) or name.endswith(builtins.GROUND_ARTICLES):
            return "UNTOC, article 18"
        stock = _STOCK.get(name) or _STOCK.get(name.rpartition(".")[2] if name.endswith((".mark", ".letter")) else "")
        found = stock or self.examples.get(name) or self.examples.get(plain)
        if found:
            return found
        try:
            return self.index.field(FieldName(plain), module).example or f"‹{self._meaning(name, module)}›"
        except KeyError:
            return f"‹{self._meaning(name, module) or name}›"

    def _example(self, message: Message) -> Iterator[str]:
        if message.domain != "document" or "{" not in message.text:
            return
        module = _module(message.context)

        def said(found: re.Match[str]) -> str:
            return self._answer(found[1], module)

        yield EXAMPLE + _PATTERN.sub(said, message.text)


def _part(clause: Clause, part: str) -> str:
    block_id, _, column = part.partition(" ")
    block = next((each for each in clause.blocks if each.id == block_id), None)
    if part == "title" or block is None:
        return "heading"
    if column:
        role, _, number = column.partition(" ")
        return _cell(block, role, int(number))
    return {"signature": "place of the seal", "heading": "heading", "bullet": "point of a list"}.get(
        block.kind, "paragraph"
    )


def _cell(block: ClauseBlock, role: str, number: int) -> str:
    column = (*block.rows, *block.columns)[number - 1]
    if role == "head":
        return "heading of a row" if block.rows else "heading of a column"
    return f"cell beside “{column.head}”" if block.rows else f"cell below “{column.head}”"


def _module(context: str) -> str:
    kind, _, rest = context.partition(" ")
    return rest.partition(" ")[0].removeprefix("item_") if kind in {"clause", "module"} else ""


def _apart(name: str) -> tuple[str, str]:
    for ending, form in ((builtins.FULL, ", in full"), (builtins.MARKS, ", by marks"), (builtins.NAMES, ", by name")):
        if name.endswith(ending):
            return name.removesuffix(ending), form
    return name, ""
