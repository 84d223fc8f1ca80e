"""The command `deadlines`: the days of a case to keep in view, for people, as JSON or as a calendar."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path

import click

from mlawriter.app import agenda
from mlawriter.checks.checker import Checked
from mlawriter.checks.checker import check as check_all
from mlawriter.checks.deadlines import deadlines as deadlines_of
from mlawriter.cli.cases import WRITTEN, today_option
from mlawriter.cli.context import UNREADABLE, USAGE, Context, Refusal
from mlawriter.i18n.message import Message
from mlawriter.i18n.translator import Translator
from mlawriter.storage.casefile import StorageError, write_atomically

NONE = Message("There are no deadlines yet.")
NOT_ON_SCREEN = Message("A calendar is a file. Say where to write it with -o.")


class Form(StrEnum):
    """How deadlines are written."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice([each.value for each in Form]), default=Form.TEXT.value)
@click.option("-o", "out", type=click.Path(path_type=Path), default=None, help="The file to write.")
@click.option("--request", "request", default="", help="Only this request.")
@click.option("--lang", default="", help="Language of the deadlines.")
@today_option
@click.pass_obj
def deadlines(context: Context, /, file: Path, out: Path | None, today: date, **wishes: str) -> None:
    """List the deadlines of a case; as a calendar (--format ics) for the calendar program of your office."""
    form = Form(wishes["form"])
    speak = context.language(wishes["lang"]) if wishes["lang"] else context.say
    case = context.open(file).case
    wanted = context.requests(case, file, wishes["request"])
    checked = [check_all(context.law, case, each, today) for each in wanted]
    if form is Form.ICS and out is None:
        raise Refusal(USAGE, context.say(NOT_ON_SCREEN))
    if out is None:
        click.echo(_written(checked, form, file, speak), nl=False)
        return
    context.keep_apart(file, out)
    _write(context, out, _bytes(checked, form, file, speak))


def _write(context: Context, out: Path, content: bytes) -> None:
    try:
        write_atomically(out, content)
    except StorageError as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    click.echo(context.say(WRITTEN.fill(file=str(out))))


def _bytes(checked: Sequence[Checked], form: Form, file: Path, speak: Translator) -> bytes:
    if form is Form.ICS:
        from mlawriter.app.calendar import calendar_bytes

        return calendar_bytes(checked, speak, name=file.stem)
    return _written(checked, form, file, speak).encode(errors="replace")


def _written(checked: Sequence[Checked], form: Form, file: Path, speak: Translator) -> str:
    if form is Form.JSON:
        found = [_json(each, file, speak) for each in checked]
        return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return "".join(f"{line}\n" for each in checked for line in _lines(each, file, speak))


def _json(checked: Checked, file: Path, speak: Translator) -> dict[str, object]:
    wording = agenda.wording(checked, speak)
    return {
        "file": str(file),
        "request": checked.request_id,
        "today": checked.today.isoformat(),
        "deadlines": agenda.as_json(deadlines_of(checked.view), wording),
    }


def _lines(checked: Checked, file: Path, speak: Translator) -> Iterator[str]:
    wording = agenda.wording(checked, speak)
    found = deadlines_of(checked.view)
    yield f"{file} {checked.request_id}:" if found else f"{file} {checked.request_id}: {speak(NONE)}"
    yield from (f"  {line}" for line in agenda.as_text(found, wording))
