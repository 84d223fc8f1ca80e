"""Every exported sample is a valid Word file that an office program can open and print."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from export.ooxml_lint import lint

from mlawriter.resources import samples_folder

SAMPLES = sorted(samples_folder().glob("*.json"))
LANGUAGES = ("en", "fr")
EXPECTED = {
    ("case_a", "en"): ["United Nations Convention against Transnational Organized Crime", "MLA/2026/0117"],
    ("case_a", "fr"): ["Convention des Nations Unies contre la criminalité transnationale organisée", "MLA/2026/0117"],
    ("case_c", "en"): ["United Nations Convention against Corruption", "MLA/2026/0044", "Blue Cape Holdings Ltd"],
    ("case_c", "fr"): ["Convention des Nations Unies contre la corruption", "MLA/2026/0044"],
}


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    """A draft of every sample in every language."""
    from click.testing import CliRunner

    from mlawriter.cli.main import program

    folder = tmp_path_factory.mktemp("letters")
    made: dict[tuple[str, str], Path] = {}
    for sample in SAMPLES:
        case = folder / f"{sample.stem}.mlaw"
        assert CliRunner().invoke(program, ["load", str(sample), "-o", str(case)]).exit_code == 0
        for language in LANGUAGES:
            letter = folder / f"{sample.stem}.{language}.docx"
            done = CliRunner().invoke(program, ["export", str(case), "-o", str(letter), "--lang", language, "--draft"])
            assert done.exit_code == 0, done.output
            made[sample.stem, language] = letter
    return made


def test_every_letter_passes_our_own_lint(letters: dict[tuple[str, str], Path]) -> None:
    assert {name: problems for name, letter in letters.items() if (problems := lint(letter.read_bytes()))} == {}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (libreoffice-writer-nogui)")
def test_every_letter_prints_with_the_expected_text(letters: dict[tuple[str, str], Path], tmp_path: Path) -> None:
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [str(letter) for letter in letters.values()]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    for (sample, language), letter in letters.items():
        printed = subprocess.run(
            ["pdftotext", "-layout", str(tmp_path / f"{letter.stem}.pdf"), "-"],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        words = " ".join(printed.split())
        if not sample.endswith("_faulty"):
            assert [text for text in EXPECTED.get((sample, language), []) if text not in words] == []
            assert "[" not in words.replace("[signature]", ""), "a complete sample leaves no gap"
