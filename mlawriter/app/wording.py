"""Sentences about findings that window and command line share."""

from mlawriter.checks.report import Certainty, Finding, Report
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import Cite
from mlawriter.knowledge.definitions import DeadlineWeight, Knowledge, Severity

COMPLETE = Message("Nothing essential is missing.")
INCOMPLETE = Message("{n} essential thing is left.", plural="{n} essential things are left.")
LINE = Message("{severity}: {message} [{sources}]")
SET_ASIDE = Message("set aside ({reason}): {message}")
OPEN = Message("Open question", context="severity")
SEVERITIES = {
    Severity.ESSENTIAL: Message("Essential", context="severity"),
    Severity.CONDITIONAL: Message("Needed here", context="severity"),
    Severity.ADVISORY: Message("Advice", context="severity"),
}
WEIGHTS = {
    DeadlineWeight.LIMIT: Message("Last day", context="deadline"),
    DeadlineWeight.RELEASE_POSSIBLE: Message("Release possible", context="deadline"),
    DeadlineWeight.TARGET: Message("Plan", context="deadline"),
    DeadlineWeight.REMINDER: Message("Reminder", context="deadline"),
}
UNVERIFIED = Message("{source} (not verified)")
_PLAIN_SOURCES = {
    "practice": Message("practice of central authorities", context="source"),
    "logic": Message("plain logic", context="source"),
}


def status_line(report: Report, speak: Translator) -> str:
    """Return one sentence on how far a request is."""
    standing = sum(finding.blocks for finding in report.findings)
    return speak(INCOMPLETE.fill(n=standing)) if standing else speak(COMPLETE)


def finding_line(finding: Finding, knowledge: Knowledge, speak: Translator) -> str:
    """Return a finding with its severity and sources on one line."""
    severity = OPEN if finding.certainty is Certainty.UNKNOWN else SEVERITIES[finding.severity]
    sources = "; ".join(dict.fromkeys(source(cite, knowledge, speak) for cite in finding.cites))
    message = Message("{words}").fill(words=finding.message)
    if finding.set_aside:
        message = SET_ASIDE.fill(reason=finding.set_aside, message=finding.message)
    return speak(LINE.fill(severity=severity, message=message, sources=sources))


def source(cite: Cite, knowledge: Knowledge, speak: Translator) -> str:
    """Return a citation for people: instrument and article, or the plain source, and whether it is unverified."""
    words = cite_words(cite, knowledge, speak)
    return words if cite.verified else speak(UNVERIFIED.fill(source=words))


def cite_words(cite: Cite, knowledge: Knowledge, speak: Translator) -> str:
    """Return a citation as it is printed: abbreviation and article, or the plain source."""
    instrument = knowledge.instruments.get(cite.instrument)
    if instrument is not None:
        name = texts.instrument_short if instrument.title_field else texts.instrument_abbreviation
        return f"{speak(name(instrument))} {cite.article}".strip()
    if cite.instrument in _PLAIN_SOURCES:
        return speak(_PLAIN_SOURCES[cite.instrument])
    return speak(texts.law(cite.article)) if cite.article else cite.instrument
