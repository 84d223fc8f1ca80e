"""Commands for translators: locale extract, init, update, check."""

import re
import sys
from pathlib import Path
from typing import get_args

import click

from mlawriter.cli.context import FINDINGS, NO_LANGUAGE, USAGE, Context, Refusal
from mlawriter.i18n.message import Domain, Message

NO_SOURCE = Message("There is no folder {folder}. Run this at the top of the source tree, or give --folder.")
EXISTS = Message("The language {language} exists already; use “mlawriter locale update {language}”.")
NO_TEMPLATES = Message("The folder {folder} holds no templates. Run “mlawriter locale extract” first.")
FAULTS = Message("{language}: {n} fault.", plural="{language}: {n} faults.")
NO_TAG = Message("{language} is no language tag. Use one such as “es” or “zh-Hans”.")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
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
@click.argument("language", required=False)
@folder_option
@click.pass_obj
def check_language(context: Context, language: str | None, folder: Path) -> None:
    """Check the catalogues: missing, fuzzy, placeholders, article numbers."""
    from mlawriter.app.catalogues import check

    failed = False
    for each in _languages(context, language, folder):
        faults = list(check(each, folder))
        failed = failed or bool(faults)
        for fault in faults:
            click.echo(f"{fault.language}/{fault.domain}: {fault.what}: {fault.msgid}")
        message = FAULTS.fill(language=each, n=len(faults)) if faults else IN_ORDER.fill(language=each)
        click.echo(context.say(message))
    if failed:
        sys.exit(FINDINGS)


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
