"""Commands for translators: locale extract, init, update, check."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from mlawriter.cli.context import FINDINGS, NO_LANGUAGE, USAGE, Context, Refusal
from mlawriter.i18n.message import Domain, Message
from mlawriter.resources import locales_folder

if TYPE_CHECKING:
    from mlawriter.app.proofs.fault import Fault

NO_SOURCE = Message("There is no folder {folder}. Run this at the top of the source tree, or give --folder.")
EXISTS = Message("The language {language} exists already; use “mlawriter locale update {language}”.")
NO_TEMPLATES = Message("The folder {folder} holds no templates. Run “mlawriter locale extract” first.")
FAULTS = Message("{language}: {n} fault.", plural="{language}: {n} faults.")
NO_TAG = Message("{language} is no language tag. Use one such as “es” or “zh-Hans”.")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
WARNINGS = Message("{language}: {n} warning.", plural="{language}: {n} warnings.")
FAULT = Message("{place}: {what} ({kind})", context="proof line")
WARNING = Message("{place}: warning: {what} ({kind})", context="proof line")
MORE = Message("{n} more is not translated; --all lists it.", plural="{n} more are not translated; --all lists them.")
FIRST = 10
IN_ORDER = Message("{language}: in order.")
WRITTEN = Message("Written: {file}")

folder_option = click.option(
    "--folder", type=click.Path(path_type=Path), default=Path("locales"), help="The folder of the catalogues."
)


@click.group("locale")
def group() -> None:
    """Catalogues for translators."""


@group.command()
@folder_option
@click.pass_obj
def extract(context: Context, folder: Path) -> None:
    """Write the templates of all catalogues from the program and the law."""
    from mlawriter.app.catalogues import write_templates

    package = Path(__file__).resolve().parents[1]
    for file in write_templates(package, context.law.knowledge, _existing(context, folder)):
        click.echo(context.say(WRITTEN.fill(file=str(file))))


@group.command()
@click.argument("language")
@folder_option
@click.pass_obj
def init(context: Context, language: str, folder: Path) -> None:
    """Start a language: its catalogues and its locale.toml."""
    if not _TAG.match(language) or not _is_known(language):
        raise Refusal(USAGE, context.say(NO_TAG.fill(language=language)))
    place = _with_templates(context, folder) / language
    if place.exists():
        raise Refusal(USAGE, context.say(EXISTS.fill(language=language)))
    place.mkdir()
    name = language.replace('"', "")
    lines = [
        f'tag = "{name}"',
        f'cldr = "{name.replace("-", "_")}"',
        f'own_name = "{name}"',
        'review = "Not reviewed by a legal translator."',
    ]
    (place / "locale.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    _update(context, language, folder)


@group.command()
@click.argument("language", required=False)
@folder_option
@click.pass_obj
def update(context: Context, language: str | None, folder: Path) -> None:
    """Bring the catalogues of one or all languages up to date with the templates."""
    for each in _languages(context, language, folder):
        _update(context, each, folder)


@group.command("check")
@click.argument("languages", nargs=-1)
@folder_option
@click.option("--all", "whole", is_flag=True, help="List everything, also each message that is not translated.")
@click.pass_obj
def check_language(context: Context, languages: tuple[str, ...], folder: Path, *, whole: bool) -> None:
    """Check the catalogues of LANGUAGES (all, if none is named), or single .po files; faults fail, warnings do not."""
    from mlawriter.app.proofs.gate import check, check_one

    failed = False
    for name in languages or _languages(context, None, folder):
        file = Path(name)
        if file.suffix == ".po":
            faults = list(check_one(file, _templates(folder)))
        else:
            faults = [
                fault for each in _languages(context, name, folder) for fault in check(each, folder, _templates(folder))
            ]
        failed = failed or any(not fault.is_warning for fault in faults)
        _report(context, name, faults, whole=whole)
    if failed:
        sys.exit(FINDINGS)


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


def _templates(folder: Path) -> Path:
    """Return where the templates lie: in the folder itself, or where the program keeps its own."""
    return folder if (folder / "document.pot").is_file() else locales_folder()


def _languages(context: Context, language: str | None, folder: Path) -> list[str]:
    found = sorted(file.parent.name for file in _with_templates(context, folder).glob("*/locale.toml"))
    if language and language not in found:
        raise Refusal(USAGE, context.say(NO_LANGUAGE.fill(language=language, known=", ".join(found))))
    return [language] if language else [each for each in found if each != "en"]


def _update(context: Context, language: str, folder: Path) -> None:
    from mlawriter.app.catalogues import update as bring_up_to_date

    for file in bring_up_to_date(language, folder):
        click.echo(context.say(WRITTEN.fill(file=str(file))))


def _is_known(language: str) -> bool:
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _with_templates(context: Context, folder: Path) -> Path:
    if any(not (_existing(context, folder) / f"{domain}.pot").is_file() for domain in get_args(Domain)):
        raise Refusal(USAGE, context.say(NO_TEMPLATES.fill(folder=str(folder))))
    return folder


def _existing(context: Context, folder: Path) -> Path:
    if not folder.is_dir():
        raise Refusal(USAGE, context.say(NO_SOURCE.fill(folder=str(folder))))
    return folder
