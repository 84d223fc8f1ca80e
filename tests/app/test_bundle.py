"""All documents of a request in one folder, with the annexed files and a list that can be verified."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from worlds import TODAY, checked, sample, the_law

from mlawriter.app.bundle import export_bundle
from mlawriter.app.resources import Resources
from mlawriter.app.usecases import Wish, demo
from mlawriter.checks.checker import Checked, check
from mlawriter.compose.documents import copies
from mlawriter.model import edits
from mlawriter.model.case import Case, Row
from mlawriter.model.case import Path as Place
from mlawriter.model.ids import FieldName, ListName, RequestId, RowId, Scope
from mlawriter.model.values import Attachment
from mlawriter.storage.casefile import CannotWrite

DRAFT = Wish(language="en", draft=True)
CONTENT = b"the judgment"
R1 = Scope("r1")


@pytest.fixture(scope="module")
def resources() -> Resources:
    return Resources()


def a_case(*witnesses: str) -> Case:
    case = sample()
    for row in witnesses:
        case = edits.add_row(case, R1, ListName("items"), Row(RowId(row), "voluntary_appearance"))
    digest = sha256(CONTENT).hexdigest()
    return edits.answer(
        case, Place(R1, FieldName("document.file"), RowId("d1")), Attachment(digest, "../my judgment.pdf", len(CONTENT))
    )


def written(case: Case, folder: Path, resources: Resources, wish: Wish = DRAFT) -> list[str]:
    done = export_bundle(checked(case), wish, folder, resources, {sha256(CONTENT).hexdigest(): CONTENT})
    return [file.name for file in done.files]


def test_each_item_has_its_own_document_and_annexed_files_come_along(tmp_path: Path, resources: Resources) -> None:
    names = written(a_case("m8", "m9"), tmp_path / "new", resources)
    assert "mla.en.draft.docx" in names
    assert {"invitation.C.en.draft.docx", "invitation.D.en.draft.docx"} <= set(names)
    assert "annex-1-my_judgment.pdf" in names
    assert sorted(names) == sorted(file.name for file in (tmp_path / "new").iterdir())


def test_what_stays_with_the_office_is_in_no_bundle(tmp_path: Path, resources: Resources) -> None:
    case = sample("ext_a")
    made = {copy.document.id for copy in copies(checked(case).view)}
    names = written(case, tmp_path, resources)
    assert "assurance_assessment" in made
    assert "assurance.1.en.draft.docx" in names
    assert not [name for name in names if name.startswith("assurance_assessment")]


def test_the_manifest_names_every_file_with_its_hash(tmp_path: Path, resources: Resources) -> None:
    names = written(a_case("m8"), tmp_path, resources)
    entries = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert [entry["name"] for entry in entries] == [
        name for name in names if name not in {"manifest.json", "SHA256SUMS"}
    ]
    for entry in entries:
        content = (tmp_path / entry["name"]).read_bytes()
        assert entry["sha256"] == sha256(content).hexdigest()
        assert entry["bytes"] == len(content)
        assert entry["title"]
    sums = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert sums == [f"{entry['sha256']}  {entry['name']}" for entry in entries]


def test_the_same_case_gives_the_same_folder(tmp_path: Path, resources: Resources) -> None:
    written(a_case("m8"), tmp_path / "one", resources)
    written(a_case("m8"), tmp_path / "two", resources)
    assert (tmp_path / "one" / "manifest.json").read_bytes() == (tmp_path / "two" / "manifest.json").read_bytes()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, resources: Resources) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CannotWrite) as refusal:
        written(a_case(), tmp_path, resources)
    assert "not empty" in refusal.value.message.text
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


def test_final_documents_wait_while_something_essential_is_missing(tmp_path: Path, resources: Resources) -> None:
    done = export_bundle(checked(a_case("m8")), replace(DRAFT, draft=False), tmp_path / "new", resources, {})
    assert done.in_the_way
    assert not (tmp_path / "new").exists()


def test_a_letter_holds_no_document_of_its_own() -> None:
    done: Checked = check(the_law(), a_case("m8"), RequestId("r1"), TODAY)
    apart = [copy.id for copy in copies(done.view) if copy.document.separate]
    assert "invitation.C" in apart
    assert all(not copy.is_wanted(None) for copy in copies(done.view) if copy.document.separate)


@pytest.mark.parametrize("name", ["ق" * 200 + ".pdf", "x" * 400 + ".pdf", "证据" * 100 + ".pdf"])
def test_a_very_long_name_of_an_annex_is_cut_and_keeps_its_ending(
    name: str, tmp_path: Path, resources: Resources
) -> None:
    digest = sha256(CONTENT).hexdigest()
    place = Place(R1, FieldName("document.file"), RowId("d1"))
    case = edits.answer(a_case(), place, Attachment(digest, name, len(CONTENT)))
    written(case, tmp_path, resources)
    (annex,) = tmp_path.glob("annex-1-*")
    assert annex.name.endswith(".pdf")
    assert len(annex.name.encode()) <= 200


def test_a_second_demonstration_renews_its_bundles(tmp_path: Path, resources: Resources) -> None:
    first = list(demo(resources, tmp_path, TODAY))
    letter = tmp_path / "case_a.bundle" / "mla.en.docx"
    letter.write_bytes(b"old")
    assert list(demo(resources, tmp_path, TODAY)) == first
    assert letter.read_bytes() != b"old"
