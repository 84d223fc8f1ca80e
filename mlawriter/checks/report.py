"""What the checks of a request come to."""

from dataclasses import dataclass, field
from enum import StrEnum

from mlawriter.i18n.message import Message
from mlawriter.knowledge.cites import Cite
from mlawriter.knowledge.definitions import Severity
from mlawriter.knowledge.index import DOCUMENTS
from mlawriter.knowledge.parameters import Parameter
from mlawriter.model.case import Path


class Certainty(StrEnum):
    """Whether a finding is certain, or an open question that some unanswered field decides."""

    TRUE = "true"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing missing or wrong.

    `check` is `field.<name>`, `contents.<name>`, `document.<type>`, `guarantee.<id>`, or the id of a file in
    `templates/checks/`; `code` its number in the legal dossier, if it has one; `path` where to mend it;
    `read` the answers (and for open questions the unanswered ones) that decided it, `values` the parameters that it
    goes by; `starts` the kinds of request that may be begun from it.
    """

    check: str
    code: str = ""
    severity: Severity
    certainty: Certainty
    message: Message
    why: Message | None = None
    path: Path
    read: tuple[Path, ...] = ()
    cites: tuple[Cite, ...] = ()
    starts: tuple[str, ...] = ()
    set_aside: str = ""
    values: tuple[Parameter, ...] = ()

    @property
    def blocks(self) -> bool:
        """Say whether a final export must wait for this finding."""
        return self.certainty is Certainty.TRUE and self.severity is not Severity.ADVISORY and not self.set_aside


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplianceLine:
    """One required content of a chosen instrument, what answers it, and what is still missing.

    `documents` holds the types of the annexes that can answer it.
    """

    cite: Cite
    text: Message
    answered_by: tuple[Path, ...]
    missing: tuple[Path, ...]
    recommended: bool = False
    documents: tuple[str, ...] = ()

    @property
    def asked(self) -> frozenset[Path | str]:
        """Everything that is asked for here, each annex by its type."""
        paths = (path for path in (*self.answered_by, *self.missing) if not _is_annex(path))
        return frozenset((*paths, *self.documents))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings of one request (essential first), its compliance table, and the parameters that apply to it."""

    findings: tuple[Finding, ...] = ()
    compliance: tuple[ComplianceLine, ...] = field(default_factory=tuple)
    values: tuple[Parameter, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Say whether nothing stands in the way of a final export."""
        return not any(finding.blocks for finding in self.findings)


def _is_annex(path: Path) -> bool:
    return path.field.partition(".")[0] in {"document", DOCUMENTS}
