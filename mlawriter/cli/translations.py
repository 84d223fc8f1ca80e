"""The command `translations`: the drafter's own texts out to a translator, and back."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from mlawriter.checks.checker import Checked
from mlawriter.checks.checker import check as check_all
from mlawriter.cli.cases import WRITTEN, file_type, today_option
from mlawriter.cli.context import FINDINGS, UNREADABLE, USAGE, Context, Refusal
from mlawriter.i18n.message import Message
from mlawriter.model import edits
from mlawriter.storage.casefile import StorageError, Stored, save_case, write_atomically

ONE_OF_THREE = Message(
    "Say what to do: -o to write a table, --read to take one in, --written-in to name your language."
)
NO_TABLE = Message("A table of texts is an Excel or a Word file. End the name of {file} in .xlsx or .docx.")
NO_TARGET = Message("Say into which language with --lang.")
NOTHING = Message("There is nothing to translate: no text of your own stands in this case.")
TAKEN = Message("{n} translation taken into {file}.", plural="{n} translations taken into {file}.")
SAID = Message("{file}: you write in {language}.")


@click.command()
@click.argument("file", type=file_type)
@click.option("-o", "out", type=file_type, default=None, help="The table to write (.xlsx or .docx).")
@click.option("--read", "back", type=file_type, default=None, help="A table that came back (.xlsx or .docx).")
@click.option("--lang", default="", help="The language to translate into.")
@click.option("--request", "request", default="", help="Only the texts of this request.")
@click.option("--open", "open_only", is_flag=True, help="Only texts that are not translated yet.")
@click.option("--take-edited", is_flag=True, help="Take translations whose original was changed in the table as well.")
@click.option("--written-in", default="", help="Say in which language you write.")
@today_option
@click.pass_obj
def translations(
    context: Context,
    /,
    file: Path,
    out: Path | None,
    back: Path | None,
    lang: str,
    request: str,
    written_in: str,
    today: date,
    **wishes: bool,
) -> None:
    """Write your own texts of a case as a table for a translator, or take the translations in."""
    if (out is not None) + (back is not None) > 1 or not (out or back or written_in):
        raise Refusal(USAGE, context.say(ONE_OF_THREE))
    stored = context.open(file)
    if written_in:
        stored = _written_in(context, stored, file, context.language(written_in).language)
    ids = context.requests(stored.case, file, request)
    requests = [check_all(context.law, stored.case, each, today) for each in ids]
    if out is not None:
        context.keep_apart(file, out)
        _write(context, requests, out, _target(context, lang), open_only=wishes["open_only"])
    if back is not None:
        _read(context, requests, stored, file, back, take_edited=wishes["take_edited"])


def _written_in(context: Context, stored: Stored, file: Path, language: str) -> Stored:
    case = edits.write_in(stored.case, language)
    saved = _save(context, replace(stored, case=case), file)
    click.echo(context.say(SAID.fill(file=str(file), language=context.say.language_name(language))))
    return saved


def _target(context: Context, lang: str) -> str:
    if not lang:
        raise Refusal(USAGE, context.say(NO_TARGET))
    return context.language(lang).language


def _write(context: Context, requests: list[Checked], out: Path, language: str, *, open_only: bool) -> None:
    from mlawriter.app.translation_files import table_bytes
    from mlawriter.app.translation_order import order_of
    from mlawriter.export.sheets import SheetError

    if out.suffix not in {".xlsx", ".docx"}:
        raise Refusal(USAGE, context.say(NO_TABLE.fill(file=out.name)))
    order = order_of(requests, language, context.say)
    if not order.entries:
        raise Refusal(FINDINGS, context.say(NOTHING))
    day = requests[0].today
    try:
        content = table_bytes(order, out.suffix, context.resources, context.say, day, open_only=open_only)
        write_atomically(out, content)
    except (SheetError, StorageError) as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    click.echo(context.say(WRITTEN.fill(file=str(out))))


def _read(
    context: Context, requests: list[Checked], stored: Stored, file: Path, back: Path, *, take_edited: bool
) -> None:
    from mlawriter.app.translation_files import take_in
    from mlawriter.export.sheets import SheetError

    try:
        found = take_in(back, requests, context.say, take_edited=take_edited)
    except SheetError as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    case = stored.case
    for path, words in found.taken.items():
        case = edits.translate(case, path, found.language, words)
    if found.taken:
        _save(context, replace(stored, case=case), file)
    click.echo(context.say(TAKEN.fill(n=len(found.taken), file=str(file))))
    for remark in found.remarks:
        click.echo(context.say(remark), err=True)
    if not found.is_whole:
        sys.exit(FINDINGS)


def _save(context: Context, stored: Stored, file: Path) -> Stored:
    try:
        return save_case(stored, file, context.law.knowledge.version)
    except StorageError as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
