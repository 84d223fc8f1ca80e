"""Sentences about findings that window and command line share."""

from mlawriter.checks.report import Certainty, Finding, Report
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge.cites import Cite
from mlawriter.knowledge.definitions import Severity

COMPLETE = Message("Nothing essential is missing.")
INCOMPLETE = Message("{n} essential thing is left.", plural="{n} essential things are left.")
LINE = Message("{severity}: {message} [{sources}]")
SET_ASIDE = Message("set aside ({reason}): {message}")
OPEN = Message("open question", context="severity")
SEVERITIES = {
    Severity.ESSENTIAL: Message("essential", context="severity"),
    Severity.CONDITIONAL: Message("essential here", context="severity"),
    Severity.ADVISORY: Message("advice", context="severity"),
}
UNVERIFIED = Message("{source} (not verified)")
PRACTICE = Message("practice", context="source")
LOGIC = Message("plain logic", context="source")


def status_line(report: Report, speak: Translator) -> str:
    """Return one sentence on how far a request is."""
    standing = sum(finding.blocks for finding in report.findings)
    return speak(INCOMPLETE.fill(n=standing)) if standing else speak(COMPLETE)


def finding_line(finding: Finding, speak: Translator) -> str:
    """Return a finding with its severity and sources on one line."""
    severity = OPEN if finding.certainty is Certainty.UNKNOWN else SEVERITIES[finding.severity]
    sources = "; ".join(dict.fromkeys(source(cite, speak) for cite in finding.cites))
    message = Message("{words}").fill(words=finding.message)
    if finding.set_aside:
        message = SET_ASIDE.fill(reason=finding.set_aside, message=finding.message)
    return speak(LINE.fill(severity=severity, message=message, sources=sources))


def source(cite: Cite, speak: Translator) -> str:
    """Return a citation for people: instrument and article, and whether it has not been verified."""
    names = {"practice": speak(PRACTICE), "logic": speak(LOGIC), "law": ""}
    name = names.get(cite.instrument, cite.instrument.upper())
    words = " ".join(part for part in (name, cite.article) if part)
    return words if cite.verified else speak(UNVERIFIED.fill(source=words))
