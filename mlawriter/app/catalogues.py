"""Catalogues for translators: extracting messages, starting and updating languages."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import get_args

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import read_po, write_po

from mlawriter import __version__
from mlawriter.app.notes import Notes
from mlawriter.app.proofs.gate import plural_rule
from mlawriter.app.proofs.menus import MENU
from mlawriter.i18n.extraction import code_messages
from mlawriter.i18n.languages import SOURCE, Languages
from mlawriter.i18n.message import Domain, Message
from mlawriter.i18n.po import read_po as quick_read
from mlawriter.i18n.po_writing import new_head, po_text
from mlawriter.i18n.pseudo import MIRRORED, pseudo
from mlawriter.i18n.sources import SETTINGS
from mlawriter.i18n.translator import Conventions
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Knowledge
from mlawriter.knowledge.index import Index
from mlawriter.resources import locales_folder, samples_folder
from mlawriter.storage.casefile import write_in_new_folder

_LENT = ("date_pattern", "month_pattern", "first_of_month", "time_pattern", "quotes")
TWO_FORMS = "nplurals=2; plural=(n != 1);"
NOT_REVIEWED = "Not reviewed by a legal translator."
_COMMENT = """# {language}: MLA Writer. Licence: Apache-2.0.
# Who has reviewed this catalogue is stated in locale.toml; until then it is drafted, not legally reviewed.
#"""
_UNUSED_HEADERS = (
    "Language|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Report-Msgid-Bugs-To|Generated-By"
)


def extract(package: Path, knowledge: Knowledge) -> dict[Domain, Catalog]:
    """Return a template catalogue for each domain, in a fixed order, with the notes for translators."""
    notes = Notes(Index(knowledge), _examples(knowledge))
    catalogues = {domain: _empty(domain) for domain in get_args(Domain)}
    for message, place, menu in code_messages(package):
        _add(catalogues[message.domain], message, place, (f"{MENU}{menu}",) if menu else notes.of(message))
    for message in texts.messages(knowledge):
        _add(catalogues[message.domain], message, "", notes.of(message))
    return catalogues


def _examples(knowledge: Knowledge) -> dict[str, str]:
    from mlawriter.app.example_answers import example_answers
    from mlawriter.checks.checker import Law

    english = Languages(locales_folder()).translator(SOURCE)
    return example_answers(Law.of(knowledge), tuple(sorted(samples_folder().glob("*.json"))), english)


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


def begin(language: str, locales: Path, *, parent: str = "", name: str = "") -> Path:
    """Write the `locale.toml` of a new language and return it.

    `parent` is the CLDR locale that lends its formats to a language that CLDR does not know.
    """
    from mlawriter.i18n.excerpt import is_known, is_written_from_right, own_name

    lender = _lender(parent)
    cldr = lender.cldr if lender else (parent or language).replace("-", "_")
    known = is_known(language.replace("-", "_"))
    called = name or (own_name(language.replace("-", "_")) if known else language)
    entries: dict[str, object] = {"tag": language, "cldr": cldr, "own_name": called, "review": NOT_REVIEWED}
    if lender is not None:
        entries |= {key: getattr(lender, key) for key in _LENT if getattr(lender, key)}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entries.items()]
    if known and is_written_from_right(language.replace("-", "_")):
        lines.append("rtl = true")
    file = locales / language / SETTINGS
    file.parent.mkdir(parents=True)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def _lender(parent: str) -> Conventions | None:
    """Return how a language that ships writes, so that another one can begin with its patterns and its quotes."""
    shipped = Languages(locales_folder())
    return shipped.conventions(parent) if parent and parent in shipped.available() else None


def update(language: str, locales: Path, templates: Path | None = None) -> list[Path]:
    """Bring the catalogues of a language up to date with the templates; missing ones are started.

    `templates` is where the templates lie, if not in the folder of the languages.
    """
    folder = locales / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    source = templates or locales
    catalogues = [
        _update(language, source / f"{domain}.pot", folder / f"{domain}.po", domain) for domain in get_args(Domain)
    ]
    return [*catalogues, *excerpts(language, locales)]


def write_pseudo(tag: str, templates: Path, out: Path) -> list[Path]:
    """Write complete catalogues of a language that nobody speaks, for programs that read only files."""
    written = []
    for domain in get_args(Domain):
        wanted = quick_read(templates / f"{domain}.pot").entries.values()
        done = (
            replace(each, target=tuple(pseudo(words, mirrored=tag == MIRRORED) for words in each.source))
            for each in wanted
        )
        file = out / tag / "LC_MESSAGES" / f"{domain}.po"
        write_in_new_folder(file, po_text(new_head(tag, ""), done).encode())
        written.append(file)
    return written


def excerpts(language: str, locales: Path) -> list[Path]:
    """Write the excerpt of CLDR for a language, if it has a `locale.toml`, and return the file."""
    from mlawriter.i18n.excerpt import is_known, write

    languages = Languages(locales)
    if language not in languages.available() or not is_known(languages.conventions(language).cldr):
        return []
    return [write(languages.conventions(language).cldr, languages.cldr_file(language))]


def _update(language: str, pot: Path, file: Path, domain: str) -> Path:
    with pot.open("rb") as source:
        template = read_po(source)
    catalogue, rule = Catalog(domain=domain, project="MLA Writer", version=__version__, fuzzy=False), ""
    if file.exists():
        with file.open("rb") as source:
            catalogue = read_po(source, domain=domain)
        rule = quick_read(file).head.get("plural-forms", "")
    _carry_changed(catalogue, template)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.fuzzy = False
    catalogue.header_comment = _COMMENT.format(language=language)
    with file.open("wb") as target:
        write_po(target, catalogue, width=110, include_previous=False, include_lineno=False)
    _set_header(file, language, rule)
    return file


def _carry_changed(catalogue: Catalog, template: Catalog) -> None:
    """Keep the translation of a text that was changed in its place, marked fuzzy."""
    new = _by_context(template, [each for each in template if each.id and catalogue.get(each.id, each.context) is None])
    old = _by_context(
        catalogue, [each for each in catalogue if each.id and template.get(each.id, each.context) is None]
    )
    for context, message in new.items():
        before = old.get(context)
        if before is not None and isinstance(before.id, str) and isinstance(message.id, str) and before.string:
            catalogue.add(message.id, before.string, context=context, flags={"fuzzy", *message.flags})


def _by_context(catalogue: Catalog, those: list[BabelMessage]) -> dict[str, BabelMessage]:
    """Return messages by their context, where it names one message only."""
    times = Counter(each.context for each in catalogue if each.id)
    return {each.context: each for each in those if each.context and times[each.context] == 1}


def _set_header(file: Path, language: str, rule: str = "") -> None:
    """Write the head: the rule of CLDR, or for a language that CLDR does not know the one that is there."""
    text = file.read_text(encoding="utf-8")
    plural = plural_rule(language) or rule or TWO_FORMS
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


def _add(catalogue: Catalog, message: Message, place: str, notes: tuple[str, ...]) -> None:
    file, _, line = place.partition(":")
    msgid = (message.text, message.plural) if message.plural else message.text
    known = catalogue.get(msgid, message.context or None)
    catalogue.add(
        msgid,
        context=message.context or None,
        locations=[(file, int(line))] if file else [],
        auto_comments=() if known is not None and known.auto_comments else notes,
    )
