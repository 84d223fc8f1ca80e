"""The command `mlawriter`."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from mlawriter import __version__
from mlawriter.cli import cases, deadlines, knowledge, locales, translations
from mlawriter.cli.context import FINDINGS, USAGE, Context, Refusal, say_problem
from mlawriter.i18n.message import Message

_COMMANDS = {
    "demo",
    "new",
    "check",
    "deadlines",
    "export",
    "dump",
    "load",
    "schema",
    "translations",
    "explain",
    "knowledge",
    "locale",
}

MISUSED = Message("{problem} Help: “{command} --help”.")
NOTHING_THERE = Message("There is no command and no file “{name}”. Commands: {known}.")


class _Program(click.Group):
    """A group of commands that also takes the name of a case file: `mlawriter FILE.mlaw` opens it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take a case file in the place of a command as `open FILE`."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            args = ["open", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Program, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mlawriter")
@click.option("--ui-lang", default="", help="Language of messages and of the window (default: that of the system).")
@click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder of further templates of your State or office (repeatable).",
)
@click.option(
    "--locale-file",
    "locale_files",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A catalogue (.po) that completes or overrides those of the program (repeatable).",
)
@click.pass_context
def program(ctx: click.Context, ui_lang: str, packs: tuple[Path, ...], locale_files: tuple[Path, ...]) -> None:
    """Write requests for mutual legal assistance, offline and right first time.

    Without a command, or with a case file (FILE.mlaw), the window opens.
    """
    ctx.obj = Context(ui_lang or _language_of_the_system(), packs, locale_files, window_language=ui_lang)
    if ctx.invoked_subcommand is None:
        _open_window(ctx.obj, None)


@program.command("open", hidden=True)
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def open_file(context: Context, file: Path) -> None:
    """Open a case file in the window."""
    if not file.exists():
        known = ", ".join(sorted(_COMMANDS))
        raise Refusal(USAGE, context.say(NOTHING_THERE.fill(name=str(file), known=known)))
    _open_window(context, file)


def _open_window(context: Context, file: Path | None) -> None:
    from mlawriter.cli.window import NoWindow, open_window

    if context.packs:
        context.refuse_broken_law()
    try:
        sys.exit(open_window(file, context.packs, context.locale_files, context.window_language))
    except NoWindow as refusal:
        raise Refusal(USAGE, context.say(refusal.message)) from None


for command in (
    *cases.COMMANDS,
    translations.translations,
    deadlines.deadlines,
    knowledge.explain,
    knowledge.group,
    locales.group,
):
    program.add_command(command)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status: 0 fine, 1 findings, 2 usage, 3 unreadable file."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(
            program.main(args=list(args) if args is not None else None, prog_name="mlawriter", standalone_mode=False)
        )
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(USAGE)
    except click.UsageError as error:
        say_problem(_misused(error))
        sys.exit(USAGE)
    except click.Abort:
        sys.exit(FINDINGS)
    except Refusal as refusal:
        say_problem(refusal)
        sys.exit(refusal.status)
    except BrokenPipeError:
        sys.exit(0)


def _misused(error: click.UsageError) -> Refusal:
    command = error.ctx.command_path if error.ctx else "mlawriter"
    problem = " ".join(error.format_message().split())
    say = Context(_language_of_the_system()).say
    return Refusal(USAGE, say(MISUSED.fill(problem=problem, command=command)))


def _language_of_the_system() -> str:
    return os.environ.get("LC_ALL") or os.environ.get("LANG") or "en"
