"""Commands for translators: locale init, update, check, export, import, pseudo, extract."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from mlawriter.cli.context import FINDINGS, NO_LANGUAGE, UNREADABLE, USAGE, Context, Refusal
from mlawriter.i18n.languages import Languages
from mlawriter.i18n.message import Domain, Message
from mlawriter.i18n.pseudo import PSEUDO
from mlawriter.i18n.sources import Sources
from mlawriter.resources import locales_folder, user_locales
from mlawriter.storage.casefile import StorageError, cannot_write, unreadable, write_in_new_folder

if TYPE_CHECKING:
    from mlawriter.app.proofs.fault import Fault

NO_SOURCE = Message("There is no folder {folder}. Run this at the top of the source tree, or give --folder.")
EXISTS = Message("The language {language} exists already; use “mlawriter locale update {language}”.")
FAULTS = Message("{language}: {n} fault.", plural="{language}: {n} faults.")
WARNINGS = Message("{language}: {n} warning.", plural="{language}: {n} warnings.")
FAULT = Message("{place}: {what} ({kind})", context="proof line")
WARNING = Message("{place}: warning: {what} ({kind})", context="proof line")
MORE = Message("{n} more is not translated; --all lists it.", plural="{n} more are not translated; --all lists them.")
NO_TAG = Message("{language} is no language tag. Use one such as “es” or “zh-Hans”.")
NO_FORMATS = Message(
    "CLDR does not know {language}. Name a language that lends its dates and numbers: --parent, such as --parent pt."
)
NO_PARENT = Message("CLDR does not know {language} (--parent). Use a language such as “pt” or “fr”.")
IN_ORDER = Message("{language}: in order.")
WRITTEN = Message("Written: {file}")
WHICH_FORM = Message("What kind of file is {file}? End its name in .xlsx (messages) or .tbx (glossary).")
TAKEN = Message("{n} translation was taken over.", plural="{n} translations were taken over.")
TERMS_TAKEN = Message("{n} term was taken over.", plural="{n} terms were taken over.")
ALWAYS_THERE = Message("They are always there: {command}")
FIRST = 10
"""Messages that are not translated and are listed; there may be thousands."""
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")

folder_option = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=None,
    help="The folder of the languages (default: “locales” here, if it holds templates; else your own folder).",
)
file_type = click.Path(path_type=Path)


@click.group("locale")
def group() -> None:
    """Catalogues for translators."""


@group.command()
@folder_option
@click.pass_obj
def extract(context: Context, folder: Path | None) -> None:
    """Write the templates of all catalogues from the program and the law (in the source tree)."""
    from mlawriter.app.catalogues import write_templates

    place = folder or Path("locales")
    if not place.is_dir():
        raise Refusal(USAGE, context.say(NO_SOURCE.fill(folder=str(place))))
    package = Path(__file__).resolve().parents[1]
    for file in write_templates(package, context.law.knowledge, place):
        click.echo(context.say(WRITTEN.fill(file=str(file))))


@group.command()
@click.argument("language")
@click.option("--parent", default="", help="A language of CLDR that lends its dates and numbers, if CLDR has none.")
@click.option("--name", default="", help="What the language calls itself, as the menu shows it.")
@folder_option
@click.pass_obj
def init(context: Context, language: str, parent: str, name: str, folder: Path | None) -> None:
    """Start a language: its catalogues and its locale.toml."""
    from mlawriter.app.catalogues import begin
    from mlawriter.i18n.excerpt import is_known

    place = _place(folder)
    if not _TAG.match(language):
        raise Refusal(USAGE, context.say(NO_TAG.fill(language=language)))
    if parent and not is_known(parent.replace("-", "_")):
        raise Refusal(USAGE, context.say(NO_PARENT.fill(language=parent)))
    if not parent and not is_known(language.replace("-", "_")):
        raise Refusal(USAGE, context.say(NO_FORMATS.fill(language=language)))
    if (place / language).exists():
        raise Refusal(USAGE, context.say(EXISTS.fill(language=language)))
    try:
        click.echo(context.say(WRITTEN.fill(file=str(begin(language, place, parent=parent, name=name)))))
    except OSError as error:
        raise _not_written(context, place, error) from None
    _update(context, language, place)


@group.command()
@click.argument("language", required=False)
@folder_option
@click.pass_obj
def update(context: Context, language: str | None, folder: Path | None) -> None:
    """Bring the catalogues of one or all languages up to date with the program."""
    place = _place(folder)
    for each in _languages(context, language, place):
        _update(context, each, place)


@group.command("check")
@click.argument("languages", nargs=-1)
@folder_option
@click.option("--all", "whole", is_flag=True, help="List everything, also each message that is not translated.")
@click.pass_obj
def check_language(context: Context, languages: tuple[str, ...], folder: Path | None, *, whole: bool) -> None:
    """Check the catalogues of LANGUAGES (all, if none is named), or single .po files; faults fail, warnings do not."""
    from mlawriter.app.proofs.gate import check, check_one

    failed, place = False, _place(folder)
    for name in languages or _languages(context, None, place):
        file = Path(name)
        if file.suffix == ".po":
            faults = list(check_one(file, _templates(place)))
        else:
            known = _languages(context, name, place)
            faults = [fault for each in known for fault in check(each, place, _templates(place))]
        failed = failed or any(not fault.is_warning for fault in faults)
        _report(context, name, faults, whole=whole)
    if failed:
        sys.exit(FINDINGS)


@group.command("export")
@click.argument("language")
@click.option("-o", "out", required=True, type=file_type, help="The file: .xlsx for messages, .tbx for the glossary.")
@click.option("--left", is_flag=True, help="Only what is not translated yet, or has to be looked at again.")
@click.option("--letters", is_flag=True, help="Only what letters may hold.")
@folder_option
@click.pass_obj
def export_language(
    context: Context, language: str, out: Path, *, left: bool, letters: bool, folder: Path | None
) -> None:
    """Write the messages of a language as a table (.xlsx), or the glossary (.tbx)."""
    from mlawriter.app import exchange
    from mlawriter.app.completeness import is_printed
    from mlawriter.app.lines import lines
    from mlawriter.app.translating import forms_of, untranslated
    from mlawriter.export.sheets import to_xlsx
    from mlawriter.export.tbx import to_tbx

    languages = _layered(context, folder)
    match out.suffix:
        case ".xlsx":
            found = tuple(line for line in lines(language, languages) if is_printed(line) or not letters)
            rtl = languages.has(language) and languages.conventions(language).rtl
            chosen = untranslated(found) if left else found
            content = to_xlsx(exchange.table(chosen, language, forms_of(language, languages), rtl=rtl))
        case ".tbx":
            files = exchange.glossary_files(_own(languages), languages.folder, language)
            content = to_tbx(exchange.concepts(files, language)).encode()
        case _:
            raise Refusal(USAGE, context.say(WHICH_FORM.fill(file=out.name)))
    _write(context, out, content)


@group.command("import")
@click.argument("language")
@click.argument("file", type=file_type)
@folder_option
@click.pass_obj
def import_language(context: Context, language: str, file: Path, folder: Path | None) -> None:
    """Take translations from a table (.xlsx), or terms from a glossary (.tbx); wrong rows are listed and left out."""
    if not _TAG.match(language):
        raise Refusal(USAGE, context.say(NO_TAG.fill(language=language)))
    languages = _layered(context, folder)
    match file.suffix:
        case ".xlsx":
            problems = _take_messages(context, language, file, languages)
        case ".tbx":
            problems = _take_terms(context, language, file, languages)
        case _:
            raise Refusal(USAGE, context.say(WHICH_FORM.fill(file=file.name)))
    for problem in problems:
        click.echo(context.say(problem))
    if problems:
        sys.exit(FINDINGS)


@group.command()
@click.option("-o", "out", type=file_type, default=None, help="A new folder to write the catalogues to.")
@click.pass_obj
def pseudo(context: Context, out: Path | None) -> None:
    """Languages for testing: qps-ploc (longer, accented) and qps-plocm (the same from right to left)."""
    from mlawriter.app.catalogues import write_pseudo

    for tag in PSEUDO if out is not None else ():
        for file in write_pseudo(tag, locales_folder(), out or Path()):
            click.echo(context.say(WRITTEN.fill(file=str(file))))
    for tag in PSEUDO:
        click.echo(context.say(ALWAYS_THERE.fill(command=f"mlawriter --ui-lang {tag}")))


def _take_messages(context: Context, language: str, file: Path, languages: Languages) -> tuple[Message, ...]:
    from mlawriter.app import exchange
    from mlawriter.app.lines import lines
    from mlawriter.app.proofs.gate import how_written
    from mlawriter.app.translating import forms_of, keep_all
    from mlawriter.export.sheets import SheetError, from_xlsx
    from mlawriter.i18n.po import PoError

    written = how_written(language, _own(languages), languages.folder, languages)
    try:
        sheet = from_xlsx(file)
        taken = exchange.taken(sheet, lines(language, languages), written, forms_of(language, languages))
        keep_all(taken.entries, language, languages)
    except (SheetError, PoError, StorageError) as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    click.echo(context.say(TAKEN.fill(n=taken.count)))
    return taken.problems


def _take_terms(context: Context, language: str, file: Path, languages: Languages) -> tuple[Message, ...]:
    from mlawriter.app import exchange
    from mlawriter.app.proofs.terms import GLOSSARY
    from mlawriter.export.tbx import TbxError, from_tbx

    try:
        found = from_tbx(file.read_bytes())
    except TbxError as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    except OSError as error:
        raise Refusal(UNREADABLE, context.say(unreadable(file, error).message)) from None
    text, count, problems = exchange.glossary(found, language)
    if count:
        _write(context, _own(languages) / language / GLOSSARY, text.encode())
    click.echo(context.say(TERMS_TAKEN.fill(n=count)))
    return problems


def _report(context: Context, name: str, faults: "Sequence[Fault]", *, whole: bool) -> None:
    listed = [fault for fault in faults if whole or fault.kind != "untranslated"]
    left = [fault for fault in faults if fault.kind == "untranslated"]
    for fault in [*listed, *(left[:FIRST] if not whole else ())]:
        click.echo(_line(context, fault))
    if len(left) > FIRST and not whole:
        click.echo(context.say(MORE.fill(n=len(left) - FIRST)))
    warnings = sum(fault.is_warning for fault in faults)
    count = len(faults) - warnings
    message = FAULTS.fill(language=name, n=count) if count else IN_ORDER.fill(language=name)
    click.echo(context.say(message))
    if warnings:
        click.echo(context.say(WARNINGS.fill(language=name, n=warnings)))


def _line(context: Context, fault: "Fault") -> str:
    at = WARNING if fault.is_warning else FAULT
    words = at.fill(place=f"{fault.language}/{fault.domain}", kind=fault.kind, what=fault.what)
    entry = fault.entry
    where = f" [{entry.context}]" if entry.context else ""
    return f"{context.say(words)}{where} {entry.source[0]}".rstrip()


def _languages(context: Context, language: str | None, folder: Path) -> list[str]:
    found = sorted(Sources(folder, folder).own_tags())
    if language and language not in found:
        raise Refusal(USAGE, context.say(NO_LANGUAGE.fill(language=language, known=", ".join(found))))
    return [language] if language else [each for each in found if each != "en"]


def _update(context: Context, language: str, folder: Path) -> None:
    from mlawriter.app.catalogues import update as bring_up_to_date

    try:
        for file in bring_up_to_date(language, folder, _templates(folder)):
            click.echo(context.say(WRITTEN.fill(file=str(file))))
    except OSError as error:
        raise _not_written(context, folder, error) from None


def _write(context: Context, file: Path, content: bytes) -> None:
    try:
        write_in_new_folder(file, content)
    except StorageError as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    click.echo(context.say(WRITTEN.fill(file=str(file))))


def _not_written(context: Context, file: Path, error: OSError) -> Refusal:
    return Refusal(UNREADABLE, context.say(cannot_write(file, error).message))


def _place(folder: Path | None) -> Path:
    """Return the folder to work in: the one named, that of the source tree if one stands in it, else the user's own."""
    if folder is not None:
        return folder
    here = Path("locales")
    return here if _has_templates(here) else user_locales()


def _layered(context: Context, folder: Path | None) -> Languages:
    """Return the languages with the folder to work in over those that ship."""
    return Languages(locales_folder(), _place(folder), context.locale_files)


def _own(languages: Languages) -> Path:
    return languages.own or user_locales()


def _templates(folder: Path) -> Path:
    """Return where the templates lie: in the folder itself, or where the program keeps its own."""
    return folder if _has_templates(folder) else locales_folder()


def _has_templates(folder: Path) -> bool:
    return all((folder / f"{domain}.pot").is_file() for domain in get_args(Domain))
