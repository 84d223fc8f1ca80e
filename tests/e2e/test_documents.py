"""Every exported sample is a valid Word file that an office program can open and print."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from export.ooxml_lint import lint

from mlawriter.resources import samples_folder

SAMPLES = sorted(samples_folder().glob("*.json"))
LANGUAGES = ("en", "fr")
EXPECTED = {
    ("case_a.r1", "en"): ["United Nations Convention against Transnational Organized Crime", "MLA/2026/0117"],
    ("case_a.r1", "fr"): [
        "Convention des Nations Unies contre la criminalité transnationale organisée",
        "MLA/2026/0117",
    ],
    ("case_b.r1", "en"): ["expedited preservation", "MLA/2026/0203-P", "ransom-desk@heliosmail.example"],
    ("case_b.r1", "fr"): ["MLA/2026/0203-P", "conservation"],
    ("case_b.r2", "en"): ["Convention on Cybercrime", "CV-88213"],
    ("case_c.r1", "en"): ["United Nations Convention against Corruption", "MLA/2026/0044", "Blue Cape Holdings Ltd"],
    ("case_c.r1", "fr"): ["Convention des Nations Unies contre la corruption", "MLA/2026/0044"],
}


@dataclass(frozen=True, slots=True)
class Written:
    """One Word file of a sample: `case_b.r1`, its language, and whether it is the letter or a document of its own."""

    request: str
    language: str
    file: Path
    is_letter: bool

    @property
    def is_complete(self) -> bool:
        return "_faulty" not in self.request


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Written]:
    """Drafts of every letter and document of every sample in every language."""
    from click.testing import CliRunner

    from mlawriter.cli.main import program

    folder = tmp_path_factory.mktemp("letters")
    made: list[Written] = []
    for sample in SAMPLES:
        case = folder / f"{sample.stem}.mlaw"
        assert CliRunner().invoke(program, ["load", str(sample), "-o", str(case)]).exit_code == 0
        for request in json.loads(sample.read_text(encoding="utf-8"))["requests"]:
            for language in LANGUAGES:
                bundle = folder / f"{sample.stem}.{request['id']}.{language}"
                wish = ["--bundle", str(bundle), "--lang", language, "--request", request["id"], "--draft"]
                done = CliRunner().invoke(program, ["export", str(case), *wish])
                assert done.exit_code == 0, done.output
                for file in sorted(bundle.glob("*.docx")):
                    unique = file.rename(folder / f"{bundle.name}.{file.name}")
                    is_letter = file.name.startswith(f"{request['kind']}.")
                    made.append(Written(f"{sample.stem}.{request['id']}", language, unique, is_letter))
    return made


def test_every_document_passes_our_own_lint(documents: list[Written]) -> None:
    found = {each.file.name: problems for each in documents if (problems := lint(each.file.read_bytes()))}
    assert found == {}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (libreoffice-writer-nogui)")
def test_every_letter_prints_with_the_expected_text(documents: list[Written], tmp_path: Path) -> None:
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    chosen = [each for each in documents if each.is_letter or (each.is_complete and each.language == "en")]
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        + [str(each.file) for each in chosen],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
    )
    for each in chosen:
        printed = subprocess.run(
            ["pdftotext", "-layout", str(tmp_path / f"{each.file.stem}.pdf"), "-"],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        words = " ".join(printed.split())
        assert words
        if each.is_letter and each.is_complete:
            assert [text for text in EXPECTED.get((each.request, each.language), []) if text not in words] == []
            assert "[" not in words.replace("[signature]", ""), "a complete sample leaves no gap"
