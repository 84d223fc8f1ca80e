"""What a name of the law means, in lines for the terminal."""

import re
from collections.abc import Iterator
from contextlib import suppress

from mlawriter.app.wording import UNVERIFIED, source
from mlawriter.checks.catalogue import attached, carriers
from mlawriter.checks.checker import Law
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.knowledge import texts
from mlawriter.knowledge.cites import parse_cite
from mlawriter.knowledge.definitions import Field
from mlawriter.knowledge.index import ITEM
from mlawriter.model.ids import FieldName

_DOCUMENT_TYPE = FieldName("document.type")
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.]*)\??\}")
SOURCES = Message("Sources: {sources}")
CHOICES = Message("Choices: {choices}")
ASKED_IN = Message("Asked in: {module}")
IN_FORCE = Message("In force since {date}")
CONSULTED = Message("Consulted on {date}")
AVAILABLE = Message("Assistance named: {modules}")
REQUIRES = Message("Article {article}: {what}")


def explanation(law: Law, name: str, speak: Translator) -> list[str]:
    """Return the lines that explain a name, or all that carries a code; none if nothing has it."""
    for explain in (_fields, _lists, _checks, _guarantees, _modules, _instruments, _documents):
        lines = list(explain(law, name, speak))
        if lines:
            return lines
    return list(_code(law, name, speak))


def _code(law: Law, code: str, speak: Translator) -> Iterator[str]:
    """Yield what each finding with a code of the legal dossier means, under its name."""
    for name in carriers(law.index).get(code.upper(), ()):
        yield f"{name}:"
        yield from explanation(law, name, speak)


def _lists(law: Law, name: str, speak: Translator) -> Iterator[str]:
    """Explain a finding about a whole list: too few rows, or a required content that its rows answer."""
    plain = name.removeprefix("field.").removeprefix("contents.")
    if plain == name or "." in plain:
        return
    if name.startswith("field."):
        for kind in law.knowledge.requests.values():
            for entry in (each for each in kind.at_least if each.list == plain):
                yield speak(texts.at_least(kind, entry))
                yield from _sources(law, entry.cites, speak)
        return
    for instrument in law.knowledge.instruments.values():
        for required in instrument.requires:
            if plain in (*required.met_by, *required.met_by_one):
                what = speak(REQUIRES.fill(article=required.article, what=texts.requirement(instrument, required)))
                yield f"{speak(texts.instrument_short(instrument))}: {what}"


def _documents(law: Law, name: str, speak: Translator) -> Iterator[str]:
    kind = name.removeprefix("document.")
    asked = [entry for entry in attached(law.knowledge) if entry.document == kind]
    if kind != name and asked:
        yield speak(texts.choice(_DOCUMENT_TYPE, law.index.field(_DOCUMENT_TYPE), kind))
        yield from _sources(law, tuple(dict.fromkeys(cite for entry in asked for cite in entry.cites)), speak)


def _fields(law: Law, name: str, speak: Translator) -> Iterator[str]:
    name = name.removeprefix("field.").removeprefix("contents.")
    found: list[tuple[str, Field, str]] = []
    if name.startswith(f"{ITEM}."):
        for module in law.knowledge.modules.values():
            for entry in law.index.module_fields(module.id):
                if f"{ITEM}.{entry.id}" == name:
                    stem = law.index.context(FieldName(name), module.id)
                    found.append((stem, entry, speak(texts.title("module", module.id, module.title))))
    else:
        try:
            found.append((name, law.index.field(FieldName(name)), ""))
        except KeyError:
            return
    seen: set[str] = set()
    for stem, entry, module_title in found:
        if stem not in seen:
            yield from _field(law, stem, entry, speak)
        seen.add(stem)
        if module_title:
            yield speak(ASKED_IN.fill(module=module_title))


def _field(law: Law, stem: str, entry: Field, speak: Translator) -> Iterator[str]:
    yield speak(texts.label(stem, entry))
    if entry.help:
        yield speak(texts.help_text(stem, entry))
    if entry.choices:
        yield speak(CHOICES.fill(choices="; ".join(speak(texts.choice(stem, entry, key)) for key in entry.choices)))
    yield from _sources(law, entry.cites, speak)


def _checks(law: Law, name: str, speak: Translator) -> Iterator[str]:
    check = law.knowledge.checks.get(name)
    if check is not None:
        yield _with_blanks(law, speak.pattern(texts.check_message(check)), speak)
        if check.why:
            yield speak(texts.check_why(check))
        yield from _sources(law, check.cites, speak)


def _guarantees(law: Law, name: str, speak: Translator) -> Iterator[str]:
    guarantee = law.knowledge.guarantees.get(name.removeprefix("guarantee."))
    if guarantee is not None:
        yield speak(texts.guarantee_title(guarantee))
        for number in range(1, len(guarantee.sentences) + 1):
            yield _with_blanks(law, speak.pattern(texts.sentence(guarantee, number)), speak)
        yield from _sources(law, guarantee.cites, speak)


def _modules(law: Law, name: str, speak: Translator) -> Iterator[str]:
    module = law.knowledge.modules.get(name)
    if module is not None:
        yield speak(texts.title("module", module.id, module.title))
        for kind, notes in (("asks", module.reviewer_questions), ("delays", module.delay_reasons)):
            for number, note in enumerate(notes, start=1):
                yield "- " + speak(texts.module_note(module, kind, number, note))
        yield from _sources(law, module.cites, speak)


def _instruments(law: Law, name: str, speak: Translator) -> Iterator[str]:
    instrument = law.knowledge.instruments.get(name)
    if instrument is None:
        return
    yield speak(texts.instrument_title(instrument))
    if instrument.in_force_since:
        day = instrument.in_force_since
        yield speak(IN_FORCE.fill(date=speak.date(day.year, day.month, day.day)))
    day = instrument.consulted
    yield speak(CONSULTED.fill(date=speak.date(day.year, day.month, day.day)))
    for entry in instrument.requires:
        words = speak(REQUIRES.fill(article=entry.article, what=texts.requirement(instrument, entry)))
        yield words if entry.verified else speak(UNVERIFIED.fill(source=words))
    named = [law.knowledge.modules[module] for module, degree in instrument.modules.items() if degree == "named"]
    titles = "; ".join(speak(texts.title("module", module.id, module.title)) for module in named)
    if titles:
        yield speak(AVAILABLE.fill(modules=titles))


def _with_blanks(law: Law, pattern: str, speak: Translator) -> str:
    """Return a pattern with the labels of the answers that will stand in it, in brackets."""
    return _PLACEHOLDER.sub(lambda found: f"[{_label(law, found[1], speak)}]", pattern)


def _label(law: Law, name: str, speak: Translator) -> str:
    field_name = FieldName(name)
    for module in ("", *law.knowledge.modules):
        with suppress(KeyError):
            return speak(texts.label(law.index.context(field_name, module), law.index.field(field_name, module)))
    record = law.knowledge.records.get(name.partition(".")[0])
    return speak(texts.title("record", record.id, record.title)) if record else name


def _sources(law: Law, cites: tuple[str, ...], speak: Translator) -> Iterator[str]:
    if cites:
        yield speak(SOURCES.fill(sources="; ".join(source(parse_cite(cite), law.knowledge, speak) for cite in cites)))
