"""The gate: everything that must be right before a language goes out to users."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import get_args

from mlawriter.app.proofs import heads, likeness, menus, outside
from mlawriter.app.proofs.english import english
from mlawriter.app.proofs.fault import NOWHERE, Fault, Remark, Remarks, Written
from mlawriter.app.proofs.forms import form_count, forms
from mlawriter.app.proofs.numbers import numbers
from mlawriter.app.proofs.placeholders import placeholders
from mlawriter.app.proofs.signs import blanks, brackets, ending, invisible, quotations
from mlawriter.app.proofs.terms import GLOSSARY, exact_terms, read_terms, terms
from mlawriter.i18n.languages import SOURCE, Languages
from mlawriter.i18n.message import Domain, Message
from mlawriter.i18n.po import Entry, Key, Po, PoError, read_po
from mlawriter.i18n.sources import Sources

MISSING = Message("the catalogue is missing", context="proof")
UNKNOWN = Message("the program has no such message; “mlawriter locale update” takes it away", context="proof")

TESTS: tuple[Callable[[Entry, Written], Remarks], ...] = (
    placeholders,
    numbers,
    menus.accelerator,
    brackets,
    quotations,
    ending,
    blanks,
    invisible,
    english,
    terms,
)
"""What is asked of each message that is translated."""

NOT_USED_YET = frozenset({"untranslated", "fuzzy", "plural"})
NEVER_MEANT = frozenset({"placeholder", "brace", "plural", "plural rule", "head", "control", "untranslated", "fuzzy"})
"""Kinds of faults that no comment of a translator can answer for."""
_AS_MEANT = re.compile(r"as meant:\s*(.*)")


def check(language: str, folder: Path, templates: Path | None = None) -> Iterator[Fault]:
    """Yield every fault and every warning of the catalogues of a language, in the order of the templates.

    `templates` is where the program keeps its own languages, if the folder is another one, that of the user. There a
    language that the program has already need not be whole.
    """
    written = how_written(language, folder, templates)
    shipped = templates or folder
    completes = shipped != folder and (shipped / language).is_dir()
    for domain in get_args(Domain):
        files = _files(language, domain, folder, shipped)
        if not files and not completes:
            yield Fault(language=language, domain=domain, kind="missing", what=MISSING)
        for file in files:
            faults = check_file(file, written, domain, shipped, whole=not completes and file.stem == domain)
            yield from (fault for fault in faults if not (completes and fault.kind == "untranslated"))


def _files(language: str, domain: Domain, folder: Path, shipped: Path) -> list[Path]:
    if shipped == folder:
        file = folder / language / "LC_MESSAGES" / f"{domain}.po"
        return [file] if file.is_file() else []
    found = Sources(shipped, folder).catalogues(language, domain)
    return [file for file in found if not file.is_relative_to(shipped)]


def check_one(file: Path, templates: Path) -> Iterator[Fault]:
    """Yield every fault and every warning of one file, wherever it lies; what it lacks of a template is no fault.

    The language is that of its head, the rest is what the program knows of this language.
    """
    try:
        po = read_po(file)
    except PoError as error:
        yield Fault(language="", domain=file.stem, kind="unreadable", what=error.message)
        return
    language = po.head.get("language", "").replace("_", "-")
    yield from check_file(file, how_written(language, templates), file.stem, templates, whole=False)


def how_written(
    language: str, folder: Path, templates: Path | None = None, languages: Languages | None = None
) -> Written:
    """Return what the tests need to know of a language; `languages` are others than those of the folder."""
    glossaries = (
        *((templates / GLOSSARY,) if templates else ()),
        folder / GLOSSARY,
        folder / language / GLOSSARY,
    )
    languages = languages or Languages(templates or folder, folder)
    quotes = languages.conventions(language).quotes if language in languages.available() else ("“", "”")
    return Written(
        tag=language,
        quotes=quotes,
        plural=plural_rule(language),
        terms=read_terms(glossaries, language.split("-")[0]),
        exact=exact_terms(glossaries),
    )


def plural_rule(language: str) -> str:
    """Return the rule of plural forms that CLDR gives a language; empty, if CLDR does not know it."""
    from babel.messages.plurals import PLURALS, get_plural

    tag = language.replace("-", "_")
    known = any(each in PLURALS for each in (tag, tag.partition("_")[0]))
    return str(get_plural(tag).plural_forms) if known else ""


def check_file(file: Path, written: Written, domain: str, templates: Path, *, whole: bool = True) -> Iterator[Fault]:
    """Yield every fault and every warning of one catalogue; if it is to be `whole`, also what it lacks."""
    at = partial(Fault, language=written.tag, domain=domain)
    try:
        po = read_po(file)
    except PoError as error:
        yield at(kind="unreadable", what=error.message)
        return
    pot = templates / f"{domain}.pot"
    wanted = read_po(pot).entries if pot.is_file() else {}
    for entry, remark in _in_order(_remarks(file, po, wanted, written, whole=whole)):
        if not _is_meant(entry, remark):
            yield at(kind=remark.kind, what=remark.what, entry=entry, is_warning=remark.is_warning)


def check_entry(entry: Entry, written: Written, count: int = 2) -> Iterator[Remark]:
    """Yield what is wrong with one message, seen alone; `count` is the number of plural forms."""
    lacking = list(forms(entry, count))
    if lacking:
        yield from lacking
    elif written.tag != SOURCE:
        for test in TESTS:
            yield from (remark for remark in test(entry, written) if not _is_meant(entry, remark))


def _remarks(
    file: Path, po: Po, wanted: Mapping[Key, Entry], written: Written, *, whole: bool
) -> Iterator[tuple[Entry, Remark]]:
    yield from ((NOWHERE, remark) for remark in heads.head(po, written))
    yield from ((NOWHERE, remark) for remark in outside.msgfmt(file))
    yield from ((entry, Remark("twice", heads.TWICE)) for entry in po.twice)
    entries = _against(po.entries, wanted) if whole else list(po.entries.values())
    count = form_count(po)
    for entry in entries:
        yield from ((entry, remark) for remark in _once(check_entry(entry, written, count)))
    if wanted:
        strange = (entry for key, entry in po.entries.items() if key not in wanted)
        yield from ((entry, Remark("unknown", UNKNOWN, is_warning=True)) for entry in strange)
    usable = [entry for entry in entries if entry.is_translated]
    in_menus = [(wanted.get(entry.key, entry), entry) for entry in usable if "&" in entry.source[0]]
    yield from menus.twice(in_menus)
    yield from likeness.unlike(usable)
    yield from outside.pofilter(usable, written)


def _against(found: Mapping[Key, Entry], wanted: Mapping[Key, Entry]) -> list[Entry]:
    if not wanted:
        return list(found.values())
    return [found.get(key, Entry(context=each.context, source=each.source)) for key, each in wanted.items()]


def _in_order(remarks: Iterable[tuple[Entry, Remark]]) -> Iterator[tuple[Entry, Remark]]:
    """Yield each remark unless the same kind was already remarked of the same message by a test of our own."""
    seen = set[tuple[Key, str]]()
    for entry, remark in remarks:
        place = entry.key, remark.kind
        if remark.what.text != outside.POFILTER.text or place not in seen:
            yield entry, remark
        seen.add(place)


def _once(remarks: Iterable[Remark]) -> Iterator[Remark]:
    seen = set[str]()
    for remark in remarks:
        if remark.kind not in seen or remark.kind in {"term", "control"}:
            yield remark
        seen.add(remark.kind)


def _is_meant(entry: Entry, remark: Remark) -> bool:
    if remark.kind in NEVER_MEANT:
        return False
    kinds = [
        kind.strip() for line in entry.comments if (found := _AS_MEANT.search(line)) for kind in found[1].split(",")
    ]
    return any(kind.partition(" ")[0] == remark.kind for kind in kinds)
