"""The shapes of the files in `templates/`: one frozen dataclass per folder.

Every text here is English and a gettext msgid; `knowledge.catalog` names its context and domain.
Conditions (`when`, `*_if`) are CEL source; they are compiled by `mlawriter.conditions`.
Citations are strings `instrument article` with a trailing ` ?` when not verified against the treaty text;
sources that are no instrument are written `practice`, `logic`, or `law: ...` in free words.
"""

from mlawriter.knowledge.definitions.assistance import FieldSet, Module, Record
from mlawriter.knowledge.definitions.assurances import Curable, Ground, Guarantee
from mlawriter.knowledge.definitions.basics import MODEL, REQUESTED, REQUESTING, Kind, Need, Severity
from mlawriter.knowledge.definitions.checks import Check, Deadline, DeadlineWeight
from mlawriter.knowledge.definitions.instruments import Contents, Instrument, InstrumentRule, Provision, Requirement
from mlawriter.knowledge.definitions.questions import Attach, Derived, Difference, Field, Otherwise, fits
from mlawriter.knowledge.definitions.requests import AtLeast, Document, Group, Page, RequestKind, Section
from mlawriter.knowledge.definitions.sources import Rule, State, StateEntry
from mlawriter.knowledge.definitions.whole import Knowledge
from mlawriter.knowledge.definitions.wording import Clause, ClauseBlock, Column, Sentence

__all__ = [
    "MODEL",
    "REQUESTED",
    "REQUESTING",
    "AtLeast",
    "Attach",
    "Check",
    "Clause",
    "ClauseBlock",
    "Column",
    "Contents",
    "Curable",
    "Deadline",
    "DeadlineWeight",
    "Derived",
    "Difference",
    "Document",
    "Field",
    "FieldSet",
    "Ground",
    "Group",
    "Guarantee",
    "Instrument",
    "InstrumentRule",
    "Kind",
    "Knowledge",
    "Module",
    "Need",
    "Otherwise",
    "Page",
    "Provision",
    "Record",
    "RequestKind",
    "Requirement",
    "Rule",
    "Section",
    "Sentence",
    "Severity",
    "State",
    "StateEntry",
    "fits",
]
