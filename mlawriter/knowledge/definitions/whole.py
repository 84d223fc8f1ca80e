"""All definitions together."""

from collections.abc import Mapping
from dataclasses import dataclass

from mlawriter.knowledge.definitions.assistance import FieldSet, Module, Record
from mlawriter.knowledge.definitions.assurances import Ground, Guarantee
from mlawriter.knowledge.definitions.checks import Check, Deadline
from mlawriter.knowledge.definitions.instruments import Contents, Instrument
from mlawriter.knowledge.definitions.requests import RequestKind, Section
from mlawriter.knowledge.definitions.sources import Rule, State
from mlawriter.knowledge.definitions.wording import Clause


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Everything in `templates/`, loaded and linted; mappings keep the order of the file names."""

    instruments: Mapping[str, Instrument]
    contents: Mapping[str, Contents]
    requests: Mapping[str, RequestKind]
    sections: Mapping[str, Section]
    records: Mapping[str, Record]
    modules: Mapping[str, Module]
    fieldsets: Mapping[str, FieldSet]
    guarantees: Mapping[str, Guarantee]
    checks: Mapping[str, Check]
    deadlines: Mapping[str, Deadline]
    grounds: Mapping[str, Ground]
    clauses: Mapping[str, Clause]
    rules: Mapping[str, Rule]
    states: Mapping[str, State]
    version: str
