"""Commands on the law as data: explain, knowledge lint, knowledge list."""

import sys
from pathlib import Path

import click

from mlawriter.checks.catalogue import check_names
from mlawriter.cli.context import FINDINGS, UNREADABLE, USAGE, Context, Refusal
from mlawriter.cli.explaining import explanation
from mlawriter.i18n.message import Message
from mlawriter.storage.casefile import StorageError, write_atomically

KINDS = (
    "instruments",
    "contents",
    "requests",
    "modules",
    "guarantees",
    "checks",
    "deadlines",
    "grounds",
    "rules",
    "records",
    "sections",
    "fieldsets",
    "clauses",
    "states",
)
UNKNOWN_ID = Message(
    "There is nothing called {id}. Use the name of a field (request.purpose), a check, an undertaking, "
    "a module or an instrument."
)
WRITTEN = Message("Written: {file}")
CLEAN = Message("The templates are in order.")


@click.command()
@click.argument("name", metavar="ID")
@click.pass_obj
def explain(context: Context, name: str) -> None:
    """Explain a field, check, undertaking, module or instrument: what, why, which article."""
    lines = explanation(context.law, name, context.say)
    if not lines:
        raise Refusal(USAGE, context.say(UNKNOWN_ID.fill(id=name)))
    for line in lines:
        click.echo(line)


@click.group("knowledge")
def group() -> None:
    """Check or list the law as data."""


@group.command()
@click.pass_obj
def lint(context: Context) -> None:
    """Check the templates; every problem is listed with its place."""
    from mlawriter.knowledge.linter import lint as find
    from mlawriter.knowledge.problems import Weight

    problems = find(context.law.knowledge)
    for problem in problems:
        click.echo(f"{problem.weight.value}: {context.say(problem.sentence)}")
    if any(problem.weight is Weight.ERROR for problem in problems):
        sys.exit(FINDINGS)
    click.echo(context.say(CLEAN))


@group.command("list")
@click.argument("kind", type=click.Choice(KINDS), required=False)
@click.pass_obj
def list_kind(context: Context, kind: str | None) -> None:
    """List what there is of KIND, one id per line; without KIND, how many of each."""
    if kind:
        for entry_id in _ids(context, kind):
            click.echo(entry_id)
        return
    for each in KINDS:
        click.echo(f"{each}: {len(_ids(context, each))}")


def _ids(context: Context, kind: str) -> tuple[str, ...]:
    if kind == "checks":
        return check_names(context.law.index)
    return tuple(getattr(context.law.knowledge, kind))


@group.command("reference")
@click.option("-o", "out", type=click.Path(path_type=Path), default=None, help="The file (default: the terminal).")
@click.pass_obj
def reference_page(context: Context, out: Path | None) -> None:
    """Write the reference of all questions, types of assistance, instruments, undertakings and checks."""
    from mlawriter.app.reference import reference

    text = reference(context.law.index, context.language("en"))
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        write_atomically(out, text.encode())
    except StorageError as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    click.echo(context.say(WRITTEN.fill(file=str(out))))
