"""Case files: saved whole or not at all, private, and read with suspicion."""

import json
import os
import stat
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from storage.values import cases
from worlds import at, language, sample

from mlawriter.model import edits
from mlawriter.model.case import Case
from mlawriter.model.values import Attachment, Country, Language, Text
from mlawriter.storage.casefile import (
    LARGEST_ATTACHMENT,
    LARGEST_FILE,
    CannotWrite,
    ChangedOnDisk,
    DamagedFile,
    NewerFormat,
    StorageError,
    Stored,
    TooLarge,
    make_room,
    open_case,
    save_case,
    sha256_of,
)
from mlawriter.storage.codec import to_json


def with_annex(content: bytes) -> Stored:
    sha256 = sha256_of(content)
    case = edits.answer(sample(), at("document.file", "d1"), Attachment(sha256, "law.pdf", len(content)))
    return Stored(case, {sha256: content})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(case=cases())
def test_what_is_saved_is_what_is_opened(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    save_case(Stored(case), file, "v")
    assert open_case(file).case == case


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(content=st.binary(max_size=5000))
def test_annexed_files_come_back_to_the_byte(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    stored = with_annex(content)
    save_case(stored, file, "v")
    assert dict(open_case(file).attachments) == dict(stored.attachments)


def test_an_annex_that_no_answer_names_is_not_kept(tmp_path: Path) -> None:
    stored = with_annex(b"secret")
    file = tmp_path / "case.mlaw"
    save_case(Stored(sample(), stored.attachments), file, "v")
    assert zipfile.ZipFile(file).namelist() == ["case.json"]


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.mlaw", "two.mlaw"):
        save_case(Stored(sample()), tmp_path / name, "v")
    assert (tmp_path / "one.mlaw").read_bytes() == (tmp_path / "two.mlaw").read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="other systems have other rights")
def test_only_the_user_can_read_a_case(tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    save_case(Stored(sample()), file, "v")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_case_that_cannot_be_written_leaves_the_old_one_and_no_scraps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "case.mlaw"
    stored = save_case(Stored(sample()), file, "v")
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    changed = edits.answer(sample(), at("request.purpose"), Text("something else"))
    with pytest.raises(CannotWrite) as caught:
        save_case(replace(stored, case=changed), file, "v")
    assert "No space left" in language()(caught.value.message)
    assert file.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["case.mlaw"]


def test_a_folder_that_is_not_there_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as caught:
        save_case(Stored(sample()), tmp_path / "nowhere" / "case.mlaw", "v")
    assert "case.mlaw" in language()(caught.value.message)


def test_what_somebody_else_has_written_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    mine = save_case(Stored(sample()), file, "v")
    theirs = edits.answer(sample(), at("request.purpose"), Text("theirs"))
    save_case(Stored(theirs), file, "v")
    with pytest.raises(ChangedOnDisk):
        save_case(mine, file, "v")
    assert open_case(file).case == theirs


def packed(file: Path, parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def case_json(**changes: object) -> bytes:
    return json.dumps({**to_json(sample(), ""), **changes}).encode()


def hostile_symlink(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("case.json", case_json())
        link = zipfile.ZipInfo("attachments/" + "a" * 64)
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")


def twice(file: Path) -> None:
    packed(file, {"case.json": case_json(), "case.jsoX": case_json()})
    file.write_bytes(file.read_bytes().replace(b"case.jsoX", b"case.json"))


def cut(file: Path) -> None:
    save_case(Stored(sample()), file, "v")
    file.write_bytes(file.read_bytes()[:-200])


def flipped(file: Path) -> None:
    save_case(Stored(sample()), file, "v")
    content = bytearray(file.read_bytes())
    content[200] ^= 0xFF
    file.write_bytes(bytes(content))


def compressed_by(method: int) -> Callable[[Path], object]:
    def write(file: Path) -> None:
        with zipfile.ZipFile(file, "w", method) as archive:
            archive.writestr("case.json", case_json())
        content = bytearray(file.read_bytes())
        content[60:90] = bytes(30)
        file.write_bytes(bytes(content))

    return write


def encrypted(file: Path) -> None:
    packed(file, {"case.json": case_json()})
    content = bytearray(file.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(bytes(content))


def many_small_bombs(file: Path) -> None:
    blank = bytes(900_000)
    contents = [blank + number.to_bytes(2, "big") for number in range(40)]
    packed(file, {"case.json": case_json(), **{f"attachments/{sha256_of(each)}": each for each in contents}})


def one_answer(value: dict[str, object]) -> bytes:
    return case_json(answers=[{"scope": "r1", "field": "request.purpose", "row": None, "value": value}])


HOSTILE: dict[str, Callable[[Path], object]] = {
    "empty": lambda file: file.write_bytes(b""),
    "no zip": lambda file: file.write_bytes(b"%PDF-1.7 something else"),
    "cut off": cut,
    "a byte changed": flipped,
    "no case in it": lambda file: packed(file, {"readme.txt": b"hello"}),
    "no json": lambda file: packed(file, {"case.json": b"{"}),
    "no text": lambda file: packed(file, {"case.json": b"\xff\xfe\x00"}),
    "a list": lambda file: packed(file, {"case.json": b"[]"}),
    "nested too deep": lambda file: packed(file, {"case.json": b"[" * 100_000}),
    "format missing": lambda file: packed(file, {"case.json": b"{}"}),
    "format a word": lambda file: packed(file, {"case.json": case_json(format="one")}),
    "format below the first": lambda file: packed(file, {"case.json": case_json(format=0)}),
    "path out of the file": lambda file: packed(file, {"case.json": case_json(), "attachments/../../x": b"x"}),
    "absolute path": lambda file: packed(file, {"case.json": case_json(), "/etc/passwd": b"x"}),
    "unknown entry": lambda file: packed(file, {"case.json": case_json(), "run.exe": b"MZ"}),
    "annex under a wrong name": lambda file: packed(file, {"case.json": case_json(), "attachments/" + "0" * 64: b"x"}),
    "zip bomb": lambda file: packed(file, {"case.json": b" " * 80_000_000}),
    "many small bombs": many_small_bombs,
    "number beyond all bounds": lambda file: packed(file, {"case.json": one_answer({"number": "1E+9999999"})}),
    "number of many digits": lambda file: packed(file, {"case.json": b'{"format": 1' + b"0" * 9000 + b"}"}),
    "answer of no kind": lambda file: packed(file, {"case.json": one_answer({"colour": "red"})}),
    "path of another system": lambda file: packed(file, {"case.json": case_json(), "attachments/..\\x": b"x"}),
    "packed in a rare way": compressed_by(zipfile.ZIP_LZMA),
    "packed in another rare way": compressed_by(zipfile.ZIP_BZIP2),
    "encrypted": encrypted,
    "one name twice": twice,
    "symbolic link": hostile_symlink,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_damaged_or_hostile_file_is_refused_in_one_sentence_and_left_alone(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    HOSTILE[kind](file)
    before = file.read_bytes()
    with pytest.raises(DamagedFile) as caught:
        open_case(file)
    sentence = language()(caught.value.message)
    assert "case.mlaw" in sentence
    assert "\n" not in sentence
    assert file.read_bytes() == before


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    with file.open("wb") as huge:
        huge.truncate(LARGEST_FILE + 1)
    with pytest.raises(DamagedFile):
        open_case(file)


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile, match="cannot be read"):
        open_case(tmp_path)


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    mine = save_case(Stored(sample()), file, "v")
    file.unlink()
    file.mkdir()
    with pytest.raises(CannotWrite):
        save_case(mine, file, "v")
    assert [each.name for each in tmp_path.iterdir()] == ["case.mlaw"]


def test_a_file_that_could_not_be_opened_again_is_not_annexed() -> None:
    with pytest.raises(TooLarge) as caught:
        make_room({}, "film.mkv", bytes(LARGEST_ATTACHMENT + 1))
    assert "“film.mkv” is too large" in language()(caught.value.message)


def test_names_of_states_and_languages_of_ones_own_come_back(tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    case = edits.answer(sample(), at("request.requested_state"), Country("Arvania"))
    case = edits.answer(case, at("request.letter_language"), Language("EN"))
    save_case(Stored(case), file, "v")
    assert open_case(file).case == case


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(position=st.integers(0, 4000), junk=st.binary(min_size=1, max_size=60), cut_off=st.booleans())
def test_junk_in_a_file_is_refused_or_harmless(position: int, junk: bytes, cut_off: bool, tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    save_case(with_annex(b"text of the law"), file, "v")
    content = file.read_bytes()
    at_byte = -position % len(content)
    file.write_bytes(content[:at_byte] + junk + (b"" if cut_off else content[at_byte + len(junk) :]))
    with suppress(StorageError):
        assert open_case(file).case.id == sample().id


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(position=st.integers(0, 4000), byte=st.integers(0, 255))
def test_one_changed_byte_is_refused_or_harmless(position: int, byte: int, tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    save_case(Stored(sample()), file, "v")
    content = bytearray(file.read_bytes())
    content[position % len(content)] = byte
    file.write_bytes(bytes(content))
    with suppress(StorageError):
        assert open_case(file).case == sample()


def test_a_file_of_a_newer_version_is_refused_politely(tmp_path: Path) -> None:
    file = tmp_path / "case.mlaw"
    packed(file, {"case.json": case_json(format=99)})
    with pytest.raises(NewerFormat) as caught:
        open_case(file)
    assert "newer version" in language()(caught.value.message)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        open_case(tmp_path / "nothing.mlaw")
    assert "no file nothing.mlaw" in language()(caught.value.message)
