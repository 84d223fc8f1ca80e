"""What a new user meets first."""

import os
from pathlib import Path

import pytest
from e2e.conftest import Run

import mlawriter


@pytest.mark.skipif("MLAWRITER_INSTALLED" not in os.environ, reason="only where the wheel is what is tested")
def test_the_tests_run_against_the_installed_package() -> None:
    assert "site-packages" in mlawriter.__file__


def test_demo_without_window_writes_cases_reports_and_letters(run: Run, tmp_path: Path) -> None:
    run("demo", "--no-window", "--out", "shown")
    written = sorted(file.name for file in (tmp_path / "shown").rglob("*") if file.is_file())
    assert any(name.endswith(".mlaw") for name in written)
    assert {"en", "fr"} <= {part for name in written if name.endswith(".docx") for part in name.split(".")}


def test_without_a_display_one_sentence_says_what_works(run: Run) -> None:
    done = run(ok=2)
    assert len(done.stderr.strip().splitlines()) == 1
    assert "demo --no-window" in done.stderr
    assert "export" in done.stderr


def test_a_new_case_is_incomplete_and_says_why(run: Run) -> None:
    run("new", "mla", "--from", "FR", "--to", "MD", "-o", "case.mlaw")
    done = run("check", "case.mlaw", ok=1)
    assert "18(15)" in done.stdout or "purpose" in done.stdout.lower()


def test_a_file_that_is_no_case_is_left_untouched(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "letter.mlaw"
    file.write_bytes(b"not a case")
    done = run("check", "letter.mlaw", ok=3)
    assert len(done.stderr.strip().splitlines()) == 1
    assert file.read_bytes() == b"not a case"


def test_a_final_letter_is_refused_while_essential_answers_are_missing(run: Run, tmp_path: Path) -> None:
    run("new", "mla", "--from", "FR", "--to", "MD", "-o", "case.mlaw")
    run("export", "case.mlaw", "-o", "letter.docx", "--lang", "en", ok=1)
    assert not (tmp_path / "letter.docx").exists()
