"""One question as a page asks it: where its answer stands, its definition, and its words."""

from dataclasses import dataclass

from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator, alphabetical
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import HUMAN_RIGHTS, Field, RequestKind
from mlawriter.knowledge.index import Index
from mlawriter.model.case import Path


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
        instruments = index.knowledge.instruments
        if self.field.options == "instruments" and key in instruments:
            return texts.instrument_title(instruments[key])
        return texts.choice(self.stem, self.field, key)

    def options(self, index: Index, say: Translator, kind: RequestKind) -> tuple[str, ...]:
        """Return the keys of all choices, in order: as the law lists them, instruments by their titles."""
        if self.field.options == "instruments":
            known = index.knowledge.instruments
            bases = [each.id for each in known.values() if each.kind != HUMAN_RIGHTS and kind.takes(each)]
            return tuple(sorted(bases, key=lambda each: alphabetical(say(texts.instrument_title(known[each])))))
        return self.field.offered(kind.family)
