"""Catalogues for translators: extracting messages, starting and updating languages."""

import re
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from mlawriter import __version__
from mlawriter.i18n.extraction import code_messages
from mlawriter.i18n.languages import SOURCE, Languages
from mlawriter.i18n.message import Domain, Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Knowledge

_COMMENT = """# {language}: MLA Writer. Licence: Apache-2.0.
# Who has reviewed this catalogue is stated in locale.toml; until then it is drafted, not legally reviewed.
#"""
_UNUSED_HEADERS = (
    "Language|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By"
)


def extract(package: Path, knowledge: Knowledge) -> dict[Domain, Catalog]:
    """Return a template catalogue for each domain, in a fixed order."""
    catalogues = {domain: _empty(domain) for domain in get_args(Domain)}
    for message, place in code_messages(package):
        _add(catalogues[message.domain], message, place)
    for message in texts.messages(knowledge):
        _add(catalogues[message.domain], message, "")
    return catalogues


def write_templates(package: Path, knowledge: Knowledge, locales: Path) -> list[Path]:
    """Write `locales/<domain>.pot` and what CLDR says for English; return the files."""
    written = []
    for domain, catalogue in extract(package, knowledge).items():
        file = locales / f"{domain}.pot"
        catalogue.header_comment = "# Template for translators of MLA Writer. Licence: Apache-2.0.\n#"
        with file.open("wb") as target:
            write_po(target, catalogue, width=110, omit_header=False, sort_output=False, include_lineno=False)
        _set_header(file, "en")
        written.append(file)
    return [*written, *excerpts(SOURCE, locales)]


def update(language: str, locales: Path) -> list[Path]:
    """Bring the catalogues of a language up to date with the templates; missing ones are started."""
    folder = locales / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    catalogues = [_update(language, domain, locales, folder / f"{domain}.po") for domain in get_args(Domain)]
    return [*catalogues, *excerpts(language, locales)]


def excerpts(language: str, locales: Path) -> list[Path]:
    """Write the excerpt of CLDR for a language, if it has a `locale.toml`, and return the file."""
    from mlawriter.i18n.excerpt import write

    languages = Languages(locales)
    if language not in languages.available():
        return []
    return [write(languages.conventions(language).cldr, languages.cldr_file(language))]


def _update(language: str, domain: str, locales: Path, file: Path) -> Path:
    with (locales / f"{domain}.pot").open("rb") as source:
        template = read_po(source)
    catalogue = Catalog(domain=domain, project="MLA Writer", version=__version__, fuzzy=False)
    if file.exists():
        with file.open("rb") as source:
            catalogue = read_po(source, domain=domain)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.fuzzy = False
    catalogue.header_comment = _COMMENT.format(language=language)
    with file.open("wb") as target:
        write_po(target, catalogue, width=110, include_previous=False, include_lineno=False)
    _set_header(file, language)
    return file


def _set_header(file: Path, language: str) -> None:
    text = file.read_text(encoding="utf-8")
    plural = get_plural(language.replace("-", "_")).plural_forms
    text = re.sub(r'^"Plural-Forms:.*?\\n"\n', "", text, flags=re.M | re.S)
    text = re.sub(rf'^"({_UNUSED_HEADERS}):.*\n', "", text, flags=re.M)
    head = f'"Language: {language}\\n"\n"Plural-Forms: {plural}\\n"\n'
    text = text.replace('"MIME-Version:', head + '"MIME-Version:', 1)
    file.write_text(text, encoding="utf-8")


def forms(text: object) -> tuple[str, ...]:
    """Return the singular and the plural forms of an entry; one form, if it has no plural."""
    return tuple(text) if isinstance(text, tuple | list) else (str(text or ""),)


def _empty(domain: str) -> Catalog:
    return Catalog(domain=domain, project="MLA Writer", version=__version__, fuzzy=False, copyright_holder="MLA Writer")


def _add(catalogue: Catalog, message: Message, place: str) -> None:
    file, _, line = place.partition(":")
    msgid = (message.text, message.plural) if message.plural else message.text
    catalogue.add(msgid, context=message.context or None, locations=[(file, int(line))] if file else [])
