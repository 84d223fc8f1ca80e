"""One question as a page asks it: where its answer stands, its definition, and its words."""

from dataclasses import dataclass

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import options, texts
from mlawriter.knowledge.beginnings import HUMAN_RIGHTS
from mlawriter.knowledge.definitions import Field, RequestKind
from mlawriter.knowledge.index import Index
from mlawriter.model.case import Path
from mlawriter.ui.collation import in_order


@dataclass(frozen=True, slots=True)
class Question:
    """A field at a place of the case. `stem` is the context of its words."""

    path: Path
    field: Field
    stem: str

    @property
    def label(self) -> Message:
        """What is asked."""
        return texts.label(self.stem, self.field)

    @property
    def hint(self) -> Message:
        """What helps to answer (may be empty)."""
        return texts.help_text(self.stem, self.field)

    @property
    def example(self) -> Message:
        """A model answer (may be empty)."""
        return texts.example(self.stem, self.field)

    def option(self, key: str, index: Index) -> Message:
        """Return the words of one choice."""
        return options.full(self.stem, self.field, key, index.knowledge)

    def options(self, index: Index, say: Translator, kind: RequestKind) -> tuple[str, ...]:
        """Return the keys of all choices, in order: as the law lists them, instruments by their titles."""
        if self.field.options == options.INSTRUMENTS:
            known = index.knowledge.instruments
            bases = [each.id for each in known.values() if each.kind != HUMAN_RIGHTS and kind.takes(each)]
            return tuple(in_order(bases, say, lambda each: say(texts.instrument_title(known[each]))))
        if self.field.options == options.RULES:
            rules = [rule for rule in index.knowledge.rules.values() if kind.takes(rule) and not rule.program]
            return tuple(rule.id for rule in in_order(rules, say, lambda rule: say(texts.rule_label(rule))))
        if self.field.options == options.GUARANTEES:
            return tuple(each.id for each in index.knowledge.guarantees.values() if kind.takes(each))
        if self.field.options:
            return tuple(options.keys(self.field, index.knowledge))
        return self.field.offered(kind.family)
