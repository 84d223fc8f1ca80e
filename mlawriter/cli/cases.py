"""Commands on cases: new, check, export, dump, load, schema, demo."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import click

from mlawriter.app import usecases
from mlawriter.app.usecases import Form, Wish
from mlawriter.app.wording import finding_line, status_line
from mlawriter.checks.checker import Checked
from mlawriter.checks.checker import check as check_all
from mlawriter.checks.report import Finding
from mlawriter.cli.context import EXISTS, FINDINGS, UNREADABLE, USAGE, Context, Refusal
from mlawriter.compose.blocks import Layout
from mlawriter.compose.documents import copies
from mlawriter.i18n.message import Message
from mlawriter.model.values import Attachment
from mlawriter.storage.casefile import StorageError, Stored, is_newer, newer, save_case, sha256_of, write_atomically
from mlawriter.storage.codec import CaseError, from_json, to_json
from mlawriter.storage.migrations import migrated
from mlawriter.storage.renaming import renamed
from mlawriter.storage.validation import validate

if TYPE_CHECKING:
    from mlawriter.app.lines import Line

UNKNOWN_KIND = Message("There is no kind of request {kind}. There are: {known}.")
UNKNOWN_STATE = Message("{code} is no State. Use two letters (ISO 3166-1), or a user-assigned code such as XA.")
WRITTEN = Message("Written: {file}")
STARTED = Message("{file}: a new case with one request. Open it with “mlawriter {file}”.")
REFUSED = Message(
    "The final letter waits: {n} essential thing is left. Mend it, set it aside with a reason, or use --draft.",
    plural="The final letter waits: {n} essential things are left. Mend them, set them aside with a reason, "
    "or use --draft.",
)
UNTRANSLATED = Message(
    "The final letter waits: {n} sentence that letters may hold is not translated ({language}). Translate it, or use "
    "--draft: the draft is marked as mixed languages.",
    plural="The final letter waits: {n} sentences that letters may hold are not translated ({language}). Translate "
    "them, or use --draft: the draft is marked as mixed languages.",
)
AND_MORE = Message("  and {n} more", plural="  and {n} more")
FIRST = 10
"""What is listed of sentences and texts; there may be thousands."""
SEVERAL = Message("This case holds several requests: {known}. Choose one with --request.")
NOT_READ = Message("The file {file} cannot be read ({reason}).")
NO_FORM = Message("What kind of file is {file}? End its name in .docx, .html or .txt, or say it with --format.")
NOT_JSON = Message("{file} is not JSON ({reason}).")
TOO_DEEP = Message("{file} is no case: it is nested too deeply.")
NOT_A_CASE = Message("{file} is no case: {n} problem.", plural="{file} is no case: {n} problems.")
NOT_ANNEXED = Message("The annexed file “{name}” is missing. Name the folder it lies in with --attachments.")
NO_FOLDER = Message("The folder {folder} cannot be used ({reason}).")
ONE_OF_TWO = Message("Say where to write: -o for the letter or one document, --bundle for a folder with all of them.")
WHOLE_ONLY = Message("A bundle holds every document. Leave out --part, or use -o for one document.")
SAME_LANGUAGE = Message("A letter in two languages needs two of them: --lang and --with-lang are the same.")
NO_WINDOW = Message("There is no display, so the window was not opened. The files are in {folder}.")


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date:
    try:
        return date.fromisoformat(value) if value else date.today()  # noqa: DTZ011 - the user's own calendar
    except ValueError:
        raise click.BadParameter("a date is written 2026-03-02") from None


today_option = click.option("--today", callback=_day, help="Check as of this date (YYYY-MM-DD).")
file_type = click.Path(path_type=Path)


@click.command()
@click.argument("kind")
@click.option("--from", "home", required=True, help="Requesting State (two letters).")
@click.option("--to", "state", required=True, help="Requested State (two letters).")
@click.option("-o", "out", required=True, type=file_type, help="The case file to write.")
@click.pass_obj
def new(context: Context, kind: str, home: str, state: str, out: Path) -> None:
    """Start a case with one request or letter of KIND (mla, or another of `knowledge list requests`)."""
    if kind not in context.law.knowledge.requests:
        known = ", ".join(context.law.knowledge.requests)
        raise Refusal(USAGE, context.say(UNKNOWN_KIND.fill(kind=kind, known=known)))
    for code in (home, state):
        if not _is_state(context, code.upper()):
            raise Refusal(USAGE, context.say(UNKNOWN_STATE.fill(code=code)))
    if out.exists():
        raise Refusal(USAGE, context.say(EXISTS.fill(file=out.name)))
    case = usecases.new_case(kind, home.upper(), state.upper(), uuid4().hex)
    _save(context, Stored(case), out)
    click.echo(context.say(STARTED.fill(file=str(out))))


@click.command()
@click.argument("files", nargs=-1, required=True, type=file_type)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--request", "request", default="", help="Only this request.")
@click.option("--lang", default="", help="Language of the findings.")
@today_option
@click.pass_obj
def check(context: Context, files: tuple[Path, ...], form: str, request: str, lang: str, today: date) -> None:
    """Say what is missing or wrong, and which article asks for it."""
    speak = context.language(lang) if lang else context.say
    reports = []
    complete = True
    for file in files:
        case = context.open(file).case
        for request_id in context.requests(case, file, request):
            report = check_all(context.law, case, request_id, today).report
            complete = complete and report.is_complete
            reports.append(usecases.report_as_json(request_id, report, str(file), speak))
            if form == "text":
                click.echo(f"{file} {request_id}: {status_line(report, speak)}")
                for finding in report.findings:
                    click.echo(f"  {finding_line(finding, context.law.knowledge, speak)}")
    if form == "json":
        click.echo(json.dumps(reports, ensure_ascii=False, indent=1))
    if not complete:
        sys.exit(FINDINGS)


@click.command()
@click.argument("file", type=file_type)
@click.option("-o", "out", type=file_type, default=None, help="The letter to write.")
@click.option("--bundle", type=file_type, default=None, help="A new folder for the letter, all documents and annexes.")
@click.option("--lang", required=True, help="Language of the letter.")
@click.option("--with-lang", "with_lang", default="", help="A second language, for a letter in both.")
@click.option("--layout", type=click.Choice([each.value for each in Layout]), default=Layout.COLUMNS.value)
@click.option("--request", "request", default="", help="Which request, if the case holds several.")
@click.option("--draft", is_flag=True, help="Write a draft, marked as such, whatever is missing.")
@click.option("--style", type=file_type, default=None, help="A Word file of your authority as letterhead.")
@click.option("--format", "form", type=click.Choice([each.value for each in Form]), default=None)
@click.option("--part", "parts", multiple=True, help="Only this document, such as questions.A (repeatable).")
@today_option
@click.pass_obj
def export(
    context: Context, /, file: Path, out: Path | None, bundle: Path | None, today: date, **wishes: object
) -> None:
    """Write the letter of a request, one of its documents, or all of them with the annexes (--bundle)."""
    if (out is None) == (bundle is None):
        raise Refusal(USAGE, context.say(ONE_OF_TWO))
    target = out or bundle or Path()
    context.keep_apart(file, target)
    stored = context.open(file)
    case = stored.case
    for tag in filter(None, (str(wishes["lang"]), str(wishes["with_lang"]))):
        context.language(tag)
    if wishes["lang"] == wishes["with_lang"]:
        raise Refusal(USAGE, context.say(SAME_LANGUAGE))
    requests = context.requests(case, file, str(wishes["request"]))
    if len(requests) > 1:
        raise Refusal(USAGE, context.say(SEVERAL.fill(known=", ".join(requests))))
    checked = check_all(context.law, case, requests[0], today)
    if bundle is not None:
        _write_bundle(context, checked, _wish(checked, Form.DOCX.value, wishes), bundle, stored)
        return
    guessed = target.suffix.removeprefix(".")
    if not wishes["form"] and guessed not in {each.value for each in Form}:
        raise Refusal(USAGE, context.say(NO_FORM.fill(file=target.name)))
    _write_letter(context, checked, _wish(checked, guessed, wishes), target)


def _wish(checked: Checked, guessed: str, wishes: dict[str, object]) -> Wish:
    made = copies(checked.view)
    known = list(dict.fromkeys(name for copy in made for name in (copy.document.id, copy.id)))
    parts = tuple(str(part) for part in wishes["parts"]) if isinstance(wishes["parts"], tuple) else ()
    unknown = [part for part in parts if part not in known]
    if unknown:
        raise click.BadParameter(f"{', '.join(unknown)}: use one of {', '.join(known)}", param_hint="--part")
    form = str(wishes["form"] or guessed)
    style = wishes["style"]
    return Wish(
        language=str(wishes["lang"]),
        with_language=str(wishes["with_lang"]),
        layout=Layout(str(wishes["layout"])),
        form=Form(form),
        draft=bool(wishes["draft"]),
        style=style if isinstance(style, Path) else None,
        parts=parts or None,
    )


def _write_letter(context: Context, checked: Checked, wish: Wish, out: Path) -> None:
    from mlawriter.export.letterhead import LetterheadError

    try:
        done = usecases.export_request(checked, wish, out, context.resources)
    except (LetterheadError, StorageError) as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    _refuse(context, done.in_the_way)
    _refuse_untranslated(context, wish.language, done.untranslated)
    click.echo(context.say(WRITTEN.fill(file=str(out))))
    _say_left(context, checked, wish)


def _write_bundle(context: Context, checked: Checked, wish: Wish, folder: Path, stored: Stored) -> None:
    from mlawriter.app.bundle import export_bundle
    from mlawriter.export.letterhead import LetterheadError

    if wish.parts:
        raise Refusal(USAGE, context.say(WHOLE_ONLY))
    try:
        done = export_bundle(checked, wish, folder, context.resources, stored.attachments)
    except (LetterheadError, StorageError) as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    _refuse(context, done.in_the_way)
    _refuse_untranslated(context, wish.language, done.untranslated)
    for file in done.files:
        click.echo(context.say(WRITTEN.fill(file=str(file))))
    _say_left(context, checked, wish)


def _say_left(context: Context, checked: Checked, wish: Wish) -> None:
    """Say on standard error which of the drafter's own words stand untranslated in what was written."""
    from mlawriter.app.translation_order import LEFT, place_of

    for language in wish.languages:
        paths = usecases.left_as_written(checked, wish, language)
        if paths:
            called = context.say.language_name(language)
            click.echo(context.say(LEFT.fill(n=len(paths), language=called)), err=True)
        for line in _first(context, [f"  {place_of(checked.view, path, context.say)}" for path in paths]):
            click.echo(line, err=True)


def _refuse(context: Context, in_the_way: tuple[Finding, ...]) -> None:
    if in_the_way:
        lines = [finding_line(finding, context.law.knowledge, context.say) for finding in in_the_way]
        raise Refusal(FINDINGS, context.say(REFUSED.fill(n=len(lines))), *lines)


def _refuse_untranslated(context: Context, language: str, lines: "tuple[Line, ...]") -> None:
    if lines:
        listed = _first(context, [f"  {line.id} [{line.entry.context}] {line.entry.source[0]}" for line in lines])
        raise Refusal(FINDINGS, context.say(UNTRANSLATED.fill(language=language, n=len(lines))), *listed)


def _first(context: Context, lines: list[str]) -> list[str]:
    """Return the first lines, and how many more there are."""
    more = len(lines) - FIRST
    return [*lines[:FIRST], context.say(AND_MORE.fill(n=more))] if more > 0 else lines


@click.command()
@click.argument("file", type=file_type)
@click.option("-o", "out", type=file_type, default=None, help="The JSON file to write (default: to the terminal).")
@click.option("--attachments", type=file_type, default=None, help="Folder for the annexed files, named by SHA-256.")
@click.pass_obj
def dump(context: Context, file: Path, out: Path | None, attachments: Path | None) -> None:
    """Write the whole case as documented JSON."""
    if out is not None:
        context.keep_apart(file, out)
    stored = context.open(file)
    text = json.dumps(to_json(stored.case, context.law.knowledge.version), ensure_ascii=False, indent=1) + "\n"
    try:
        if attachments is not None:
            attachments.mkdir(parents=True, exist_ok=True)
            for sha256, content in stored.attachments.items():
                write_atomically(attachments / sha256, content)
        if out is None:
            click.echo(text, nl=False)
        else:
            write_atomically(out, text.encode(errors="replace"))
    except StorageError as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    except OSError as error:
        raise _no_folder(context, attachments, error) from None


@click.command()
@click.argument("file", type=file_type)
@click.option("-o", "out", required=True, type=file_type, help="The case file to write.")
@click.option("--attachments", type=file_type, default=None, help="Folder of annexed files, named by their SHA-256.")
@click.pass_obj
def load(context: Context, file: Path, out: Path, attachments: Path | None) -> None:
    """Make a case file from JSON; what is not understood is refused, all of it listed."""
    context.keep_apart(file, out)
    if out.exists():
        raise Refusal(USAGE, context.say(EXISTS.fill(file=out.name)))
    try:
        content = json.loads(file.read_bytes())
        if is_newer(content):
            raise Refusal(UNREADABLE, context.say(newer(file).message))
        case = renamed(from_json(migrated(content) if isinstance(content, dict) else content), context.law.index)
    except OSError as error:
        raise Refusal(
            UNREADABLE, context.say(NOT_READ.fill(file=file.name, reason=error.strerror or "unknown"))
        ) from None
    except CaseError as error:
        lines = [context.say(problem.sentence) for problem in error.problems]
        raise Refusal(UNREADABLE, context.say(NOT_A_CASE.fill(file=file.name, n=len(lines))), *lines) from None
    except RecursionError:
        raise Refusal(UNREADABLE, context.say(TOO_DEEP.fill(file=file.name))) from None
    except ValueError as error:
        raise Refusal(UNREADABLE, context.say(NOT_JSON.fill(file=file.name, reason=str(error)[:80]))) from None
    problems = validate(case, context.law.index)
    if problems:
        lines = [context.say(problem.sentence) for problem in problems]
        raise Refusal(UNREADABLE, context.say(NOT_A_CASE.fill(file=file.name, n=len(lines))), *lines)
    files = _files(context, attachments)
    annexed = [value for value in case.answers.values() if isinstance(value, Attachment)]
    lacking = [context.say(NOT_ANNEXED.fill(name=each.name)) for each in annexed if each.sha256 not in files]
    if lacking:
        raise Refusal(UNREADABLE, *lacking)
    _save(context, Stored(case, files), out)
    click.echo(context.say(WRITTEN.fill(file=str(out))))


def _files(context: Context, folder: Path | None) -> dict[str, bytes]:
    try:
        found = [file.read_bytes() for file in folder.iterdir() if file.is_file()] if folder else []
    except OSError as error:
        raise _no_folder(context, folder, error) from None
    return {sha256_of(content): content for content in found}


def _no_folder(context: Context, folder: Path | None, error: OSError) -> Refusal:
    return Refusal(UNREADABLE, context.say(NO_FOLDER.fill(folder=str(folder), reason=error.strerror or "unknown")))


@click.command()
@click.pass_obj
def schema(context: Context) -> None:
    """Print the JSON Schema of a case."""
    from mlawriter.storage.schema import schema as made

    click.echo(json.dumps(made(context.law.index), ensure_ascii=False, indent=1))


@click.command()
@click.option("--out", type=file_type, default=Path("mlawriter-demo"), help="Folder for the files.")
@click.option("--lang", "languages", multiple=True, help="Letters in this language only (repeatable).")
@click.option("--no-window", is_flag=True, help="Write the files only.")
@click.pass_obj
def demo(context: Context, out: Path, languages: tuple[str, ...], no_window: bool) -> None:
    """Write sample cases, their reports and letters; then open the first in the window."""
    from mlawriter.cli.window import NoWindow, has_display, open_window

    for tag in languages:
        context.language(tag)
    try:
        out.mkdir(parents=True, exist_ok=True)
        files = list(usecases.demo(context.resources, out, date(2026, 3, 2), languages))
    except OSError as error:
        raise _no_folder(context, out, error) from None
    except StorageError as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None
    for file in files:
        click.echo(str(file))
    if no_window:
        return
    if not has_display():
        click.echo(context.say(NO_WINDOW.fill(folder=str(out))))
        return
    first = next(file for file in files if file.suffix == ".mlaw")
    try:
        sys.exit(open_window(first))
    except NoWindow as refusal:
        raise Refusal(USAGE, context.say(refusal.message)) from None


def _is_state(context: Context, code: str) -> bool:
    from mlawriter.i18n.translator import is_user_assigned

    return len(code) == 2 and (is_user_assigned(code) or code in context.language("en").cldr.territories)


def _save(context: Context, stored: Stored, out: Path) -> None:
    try:
        save_case(stored, out, context.law.knowledge.version)
    except StorageError as error:
        raise Refusal(UNREADABLE, context.say(error.message)) from None


COMMANDS = (new, check, export, dump, load, schema, demo)
