"""What a name of the law means, in lines for the terminal."""

from collections.abc import Iterator
from contextlib import suppress

from mlawriter.app.lawbook import Folder, Lawbook, Sheet
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
SOURCES = Message("Sources: {sources}")
CHOICES = Message("Choices: {choices}")
ASKED_IN = Message("Asked in: {module}")
REQUIRES = Message("Article {article}: {what}")


def explanation(law: Law, name: str, speak: Translator) -> list[str]:
    """Return the lines that explain a name, or all that carries a code; none if nothing has it."""
    for explain in (_fields, _lists, _sheets, _documents):
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
                yield speak(texts.at_least(entry))
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
    asked = (entry, *map(entry.within, entry.differs))
    yield from _sources(law, tuple(dict.fromkeys(cite for each in asked for cite in each.cites)), speak)


def _sheets(law: Law, name: str, speak: Translator) -> Iterator[str]:
    """Yield what the window shows of a check, an undertaking, a type of assistance or an instrument."""
    book = Lawbook(law.index, speak)
    for folder in Folder:
        with suppress(KeyError):
            yield from _sheet(book.sheet(folder, name.removeprefix(f"{folder.value}.")), speak)
            return


def _sheet(sheet: Sheet, speak: Translator) -> Iterator[str]:
    yield sheet.title
    for passage in sheet.passages:
        if passage.heading:
            yield passage.heading
        mark = "- " if passage.heading else ""
        for entry in passage.entries:
            is_doubtful = entry.cite is not None and not entry.cite.verified
            words = speak(UNVERIFIED.fill(source=entry.words)) if is_doubtful else entry.words
            yield f"{mark}{words}"


def _sources(law: Law, cites: tuple[str, ...], speak: Translator) -> Iterator[str]:
    if cites:
        yield speak(SOURCES.fill(sources="; ".join(source(parse_cite(cite), law.knowledge, speak) for cite in cites)))
