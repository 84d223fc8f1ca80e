"""The command line: what each command does, what it says, and its exit status."""

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from mlawriter.cli.context import Refusal
from mlawriter.cli.main import main, program
from mlawriter.resources import samples_folder
from mlawriter.storage.casefile import open_case

SAMPLE, FAULTY = samples_folder() / "case_a.json", samples_folder() / "case_a_faulty.json"


def run(*words: object, ok: int = 0) -> Result:
    result = CliRunner().invoke(program, [str(word) for word in words], env={"LANG": "en", "LC_ALL": "en"})
    status = result.exception.status if isinstance(result.exception, Refusal) else result.exit_code
    assert status == ok, (result.output, result.exception)
    assert result.exception is None or isinstance(result.exception, Refusal | SystemExit), result.exception
    return result


def said(result: Result) -> str:
    refused = result.exception
    return "\n".join(refused.sentences) if isinstance(refused, Refusal) else result.output


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.mlaw"
    run("load", SAMPLE, "-o", file)
    return file


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    file = tmp_path / "faulty.mlaw"
    run("load", FAULTY, "-o", file)
    return file


def test_a_new_case_can_be_checked_and_drafted(tmp_path: Path) -> None:
    file = tmp_path / "new.mlaw"
    run("new", "mla", "--from", "fr", "--to", "XB", "-o", file)
    assert "is missing" in said(run("check", file, ok=1))
    run("export", file, "-o", tmp_path / "draft.docx", "--lang", "en", "--draft")
    assert (tmp_path / "draft.docx").stat().st_size > 5000


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("new", "mlat", "--from", "FR", "--to", "MD", "-o", "x.mlaw"), "no kind of request mlat"),
        (("new", "mla", "--from", "France", "--to", "MD", "-o", "x.mlaw"), "France is no State"),
        (("export", "CASE", "-o", "x.docx", "--lang", "xx"), "no language xx"),
        (("check", "CASE", "--request", "r9"), "no request r9"),
        (("explain", "nothing_like_it"), "nothing called nothing_like_it"),
        (("nonsense.txt",), "no command and no file"),
    ],
)
def test_a_wrong_word_is_explained(words: tuple[str, ...], says: str, case: Path) -> None:
    assert says in said(run(*(case if word == "CASE" else word for word in words), ok=2))


def test_a_new_case_overwrites_nothing(case: Path) -> None:
    before = case.read_bytes()
    assert "exists already" in said(run("new", "mla", "--from", "FR", "--to", "MD", "-o", case, ok=2))
    assert case.read_bytes() == before


def test_check_says_complete_and_incomplete(case: Path, faulty: Path) -> None:
    assert "Nothing essential is missing." in run("check", case, "--today", "2026-03-02").output
    output = run("check", faulty, "--today", "2026-03-02", ok=1).output
    assert "essential things are left" in output
    assert "UNTOC 18(15)(f)" in output


def test_check_speaks_french(faulty: Path) -> None:
    output = run("check", faulty, "--lang", "fr", ok=1).output
    assert "CTO 18(15)(f)" in output
    assert "missing" not in output


def test_check_as_json_keeps_its_form(faulty: Path) -> None:
    (report,) = json.loads(run("check", faulty, "--format", "json", ok=1).output)
    assert set(report) == {"file", "request", "status", "findings", "compliance", "values"}
    finding = report["findings"][0]
    assert {"check", "severity", "truth", "message", "cites", "scope", "field", "row"} <= set(finding)
    assert report["status"] == "incomplete"
    assert {line["article"] for line in report["compliance"]} >= {"18(15)(a)", "18(15)(f)"}


def test_a_final_letter_is_refused_and_nothing_written(faulty: Path, tmp_path: Path) -> None:
    assert "--draft" in said(run("export", faulty, "-o", tmp_path / "l.docx", "--lang", "en", ok=1))
    assert not (tmp_path / "l.docx").exists()


def test_a_letter_of_no_known_kind_is_refused(case: Path, tmp_path: Path) -> None:
    assert ".docx" in said(run("export", case, "-o", tmp_path / "letter.pdf", "--lang", "en", ok=2))
    run("export", case, "-o", tmp_path / "letter.doc", "--lang", "en", "--format", "docx")


def test_load_overwrites_nothing(case: Path) -> None:
    before = case.read_bytes()
    assert "exists already" in said(run("load", SAMPLE, "-o", case, ok=2))
    assert case.read_bytes() == before


@pytest.mark.parametrize(("name", "begins"), [("l.docx", b"PK"), ("l.html", b"<!DOCTYPE"), ("l.txt", b"CONF")])
def test_export_writes_what_the_ending_says(name: str, begins: bytes, case: Path, tmp_path: Path) -> None:
    run("export", case, "-o", tmp_path / name, "--lang", "fr")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_export_of_one_document_and_an_unknown_one(case: Path, tmp_path: Path) -> None:
    run("export", case, "-o", tmp_path / "c.txt", "--lang", "en", "--part", "cover_note")
    assert "UNDERTAKINGS" not in (tmp_path / "c.txt").read_text(encoding="utf-8").upper()
    run("export", case, "-o", tmp_path / "c.txt", "--lang", "en", "--part", "annexe", ok=2)


def test_a_letterhead_that_is_none_is_refused(case: Path, tmp_path: Path) -> None:
    bad = tmp_path / "head.docx"
    bad.write_bytes(b"no")
    words = ("export", case, "-o", tmp_path / "l.docx", "--lang", "en", "--style", bad)
    assert "head.docx" in said(run(*words, ok=3))
    assert not (tmp_path / "l.docx").exists()


def test_dump_and_load_lead_back_to_the_same_case(case: Path, tmp_path: Path) -> None:
    run("dump", case, "-o", tmp_path / "case.json")
    run("load", tmp_path / "case.json", "-o", tmp_path / "again.mlaw")
    assert open_case(tmp_path / "again.mlaw").case == open_case(case).case
    assert json.loads(run("dump", case).output) == json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))


def test_an_annexed_file_goes_through_dump_and_load(case: Path, tmp_path: Path) -> None:
    from worlds import TODAY, at, the_law

    from mlawriter.app.session import open_session

    work = open_session(the_law(), case, TODAY)
    work.attach(at("document.file", "d1"), "law.pdf", b"text of the law")
    work.save(case)
    run("dump", case, "-o", tmp_path / "case.json", "--attachments", tmp_path / "files")
    refused = run("load", tmp_path / "case.json", "-o", tmp_path / "again.mlaw", ok=3)
    assert "law.pdf" in said(refused)
    run("load", tmp_path / "case.json", "-o", tmp_path / "again.mlaw", "--attachments", tmp_path / "files")
    assert dict(open_case(tmp_path / "again.mlaw").attachments) == work.attachments


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{", "is not JSON"),
        (b"[]", "a JSON object is expected"),
        (b'{"format": 1, "id": "x", "requests": [{"id": "r1", "kind": "nonsense"}]}', "unknown kind of request"),
    ],
)
def test_json_that_is_no_case_is_refused_with_all_its_problems(content: bytes, says: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.json"
    file.write_bytes(content)
    assert says in said(run("load", file, "-o", tmp_path / "out.mlaw", ok=3))
    assert not (tmp_path / "out.mlaw").exists()


@pytest.mark.parametrize("command", [("check",), ("dump",), ("export", "-o", "l.docx", "--lang", "en")])
def test_a_damaged_file_is_one_sentence_and_untouched(command: tuple[str, ...], tmp_path: Path) -> None:
    file = tmp_path / "bad.mlaw"
    file.write_bytes(b"PK\x03\x04 not a case")
    sentence = said(run(command[0], file, *command[1:], ok=3))
    assert "bad.mlaw is damaged" in sentence
    assert "\n" not in sentence
    assert file.read_bytes() == b"PK\x03\x04 not a case"


def test_the_schema_is_json() -> None:
    assert json.loads(run("schema").output)["title"] == "MLA Writer case"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("request.purpose", "18(15)(f)"),
        ("item.bank_records", "Bank"),
        ("deadline_passed", "has passed"),
        ("GEN-051", "needed"),
        ("reciprocity", "Reciprocity"),
        ("guarantee.costs", "18(28)"),
        ("service", "service"),
        ("untoc", "UNTOC 18(15)(a)"),
    ],
)
def test_explain_says_what_a_name_means(name: str, says: str) -> None:
    assert says.casefold() in run("explain", name).output.casefold()


def test_the_law_can_be_linted_and_listed() -> None:
    assert "in order" in run("knowledge", "lint").output
    assert "untoc" in run("knowledge", "list", "instruments").output.split()
    assert re.search(r"^checks: \d+$", run("knowledge", "list").output, flags=re.M)


def test_a_language_is_started_updated_and_checked_by_files_alone(tmp_path: Path) -> None:
    import shutil

    from mlawriter.resources import locales_folder

    folder = tmp_path / "locales"
    shutil.copytree(Path(__file__).parents[2] / "locales", folder, ignore=shutil.ignore_patterns("fr"))
    run("locale", "init", "nl", "--folder", folder)
    assert "nl" in {entry.name for entry in folder.iterdir()}
    assert "not translated" in run("locale", "check", "nl", "--folder", folder, ok=1).output
    assert "exists already" in said(run("locale", "init", "nl", "--folder", folder, ok=2))
    assert "no language tag" in said(run("locale", "init", "../nl", "--folder", folder, ok=2))
    run("locale", "update", "nl", "--folder", folder)
    assert locales_folder().is_dir()


def test_help_names_every_command() -> None:
    output = run("--help").output
    assert isinstance(program, click.Group)
    assert all(name in output for name, command in program.commands.items() if not command.hidden)


def test_the_window_is_refused_in_one_sentence_without_a_display(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    sentence = said(run(case, ok=2))
    assert "demo --no-window" in sentence
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"format": 2}', "newer version"),
        ("[" * 100_000, "nested too deeply"),
        ('{"format": 1, ', "is not JSON"),
    ],
)
def test_json_that_is_no_case_is_explained_in_one_sentence(content: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text(content, encoding="utf-8")
    answer = said(run("load", tmp_path / "bad.json", "-o", tmp_path / "bad.mlaw", ok=3))
    assert says in answer
    assert "\n" not in answer
    assert not (tmp_path / "bad.mlaw").exists()


def test_a_negative_number_is_no_answer(tmp_path: Path) -> None:
    content = json.loads(SAMPLE.read_text(encoding="utf-8"))
    next(each for each in content["answers"] if each["field"] == "offence.max_months")["value"] = {"whole": -1}
    (tmp_path / "bad.json").write_text(json.dumps(content), encoding="utf-8")
    assert "a whole number is expected" in said(run("load", tmp_path / "bad.json", "-o", tmp_path / "x.mlaw", ok=3))


@pytest.mark.parametrize(
    "words", [["export", "case.mlaw"], ["check", "x.mlaw", "--today", "2026-02-30"], ["check", "--x"]]
)
def test_a_command_used_wrongly_is_explained_in_one_line(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    answer = capsys.readouterr().err.strip()
    assert "\n" not in answer
    assert f"mlawriter {words[0]} --help" in answer


def test_deadlines_are_listed_with_what_is_left_of_them(case: Path) -> None:
    listed = said(run("deadlines", case, "--today", "2026-03-02"))
    assert "15 May 2026: The result of the request is needed (Last day; 74 days left)" in listed
    assert "passed" in said(run("deadlines", case, "--today", "2027-03-02"))


def test_deadlines_are_written_as_json(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "days.json"
    run("deadlines", case, "--today", "2026-03-02", "--format", "json", "-o", out)
    (listed,) = json.loads(out.read_text(encoding="utf-8"))
    entry = next(each for each in listed["deadlines"] if each["id"] == "result_needed")
    assert (listed["request"], listed["today"]) == ("r1", "2026-03-02")
    assert (entry["day"], entry["weight"], entry["standing"]) == ("2026-05-15", "limit", "open")


def test_deadlines_are_written_as_a_calendar(case: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one.ics", tmp_path / "two.ics"
    for out in (first, second):
        run("deadlines", case, "--today", "2026-03-02", "--format", "ics", "-o", out)
    assert first.read_bytes() == second.read_bytes()
    assert b"DTSTART;VALUE=DATE:20260515" in first.read_bytes()


def test_a_calendar_needs_a_file(case: Path) -> None:
    assert "-o" in said(run("deadlines", case, "--format", "ics", ok=2))


def test_a_case_without_days_has_no_deadlines(tmp_path: Path) -> None:
    file = tmp_path / "new.mlaw"
    run("new", "mla", "--from", "XA", "--to", "XB", "-o", file)
    assert "no deadlines yet" in said(run("deadlines", file))


def test_a_deadline_is_explained() -> None:
    explained = said(run("explain", "deadline.preservation_guaranteed"))
    assert "Days for which data are preserved at least" in explained


def test_a_language_that_is_not_complete_gives_drafts_only(case: Path, tmp_path: Path) -> None:
    catalogue = tmp_path / "tet.po"
    catalogue.write_text('msgid ""\nmsgstr ""\n"Language: tet\\n"\n\nmsgctxt "answer"\nmsgid "yes"\nmsgstr "sin"\n')
    words = ["--locale-file", catalogue, "export", case, "-o", tmp_path / "a.txt", "--lang", "tet"]
    refused = said(run(*words, ok=1))
    assert "not translated (tet)" in refused
    assert "more" in refused.splitlines()[-1]
    run(*words, "--draft")
    assert "MIXED LANGUAGES" in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_a_damaged_catalogue_is_one_sentence_and_the_rest_works(case: Path, tmp_path: Path) -> None:
    catalogue = tmp_path / "fr.po"
    catalogue.write_text('"Language: fr\\n"\nmsgid "x')
    words = ["--locale-file", catalogue, "export", case, "-o", tmp_path / "a.txt", "--lang", "fr"]
    assert "fr.po, line 1" in run(*words).stderr
    assert "DEMANDE" in (tmp_path / "a.txt").read_text(encoding="utf-8").upper()


def test_messages_go_out_as_a_table_and_come_back(tmp_path: Path) -> None:
    own, sheet = tmp_path / "own", tmp_path / "nl.xlsx"
    run("locale", "init", "nl", "--folder", own)
    run("locale", "export", "nl", "-o", sheet, "--left", "--folder", own)
    assert "0 translations" in run("locale", "import", "nl", sheet, "--folder", own).output
    run("locale", "export", "nl", "-o", tmp_path / "nl.tbx", "--folder", own)
    assert "no term in nl" in run("locale", "import", "nl", tmp_path / "nl.tbx", "--folder", own, ok=1).output
    assert "What kind of file" in said(run("locale", "export", "nl", "-o", tmp_path / "nl.csv", "--folder", own, ok=2))


def test_pseudo_languages_are_complete_catalogues(tmp_path: Path) -> None:
    assert "qps-ploc" in run("locale", "pseudo", "-o", tmp_path).output
    said_of_it = run("locale", "check", tmp_path / "qps-ploc" / "LC_MESSAGES" / "document.po", ok=1).output
    kinds = set(re.findall(r"\((\w+)\) ", said_of_it))
    assert kinds.isdisjoint({"untranslated", "placeholder", "brace", "number", "bars", "plural", "accelerator"})


def test_a_language_outside_cldr_needs_a_parent(tmp_path: Path) -> None:
    assert "--parent" in said(run("locale", "init", "tet", "--folder", tmp_path, ok=2))
    assert "CLDR does not know qq" in said(run("locale", "init", "tet", "--parent", "qq", "--folder", tmp_path, ok=2))
    run("locale", "init", "tet", "--parent", "pt", "--name", "Tetun", "--folder", tmp_path)
    settings = (tmp_path / "tet" / "locale.toml").read_text(encoding="utf-8")
    assert 'cldr = "pt_PT"' in settings
    assert "d 'de' MMMM 'de' y" in settings
