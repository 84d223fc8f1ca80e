"""An authority's own Word file as letterhead: kept as it is, refused when it is a trap."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from export.ooxml_lint import lint
from export.test_word import draft_of, written
from openxml_audit import OpenXmlValidator
from worlds import language, sample

from mlawriter.export.letterhead import LetterheadError


@pytest.fixture
def letterhead(tmp_path: Path) -> Path:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "MINISTRY OF JUSTICE OF ARVANIA"
    document.sections[0].footer.paragraphs[0].text = "12 Linden Avenue, Tarsk"
    document.add_paragraph("Sample text of the office, to be replaced")
    file = tmp_path / "office.docx"
    document.save(str(file))
    return file


def test_the_letterhead_keeps_its_head_and_foot_and_loses_its_sample_text(letterhead: Path) -> None:
    content = written(draft_of(sample()), base=letterhead)
    document = Document(BytesIO(content))
    header = "\n".join(each.text for each in document.sections[0].header.paragraphs)
    footer = "\n".join(each.text for each in document.sections[0].footer.paragraphs)
    assert "MINISTRY OF JUSTICE OF ARVANIA" in header
    assert "MLA/2026/0117" in header
    assert "12 Linden Avenue, Tarsk" in footer
    assert "Page" in footer
    assert "Sample text of the office" not in "\n".join(each.text for each in document.paragraphs)
    assert lint(content) == []


def test_a_letterhead_of_an_old_word_keeps_one_set_of_styles(letterhead: Path) -> None:
    content = written(draft_of(sample()), base=letterhead)
    assert not [name for name in zipfile.ZipFile(BytesIO(content)).namelist() if "stylesWithEffects" in name]
    letterhead.write_bytes(content)
    assert OpenXmlValidator().validate(letterhead).is_valid


def repacked(file: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file


def lose_styles(parts: dict[str, bytes]) -> None:
    parts["word/styles.xml"] = b"<x/>"


def lose_page(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = re.sub(rb"<w:sectPr.*</w:sectPr>", b"", parts["word/document.xml"], flags=re.DOTALL)


def add_macro(parts: dict[str, bytes]) -> None:
    parts["word/vbaProject.bin"] = b"macro"


def add_entity(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = b'<!DOCTYPE x [<!ENTITY a "b">]>' + parts["word/document.xml"]


def add_remote_picture(parts: dict[str, bytes]) -> None:
    rels = parts["word/_rels/document.xml.rels"]
    picture = b'<Relationship Id="rX" Type="http://x/image" Target="http://evil.example/x.png" TargetMode="External"/>'
    parts["word/_rels/document.xml.rels"] = rels.replace(b"</Relationships>", picture + b"</Relationships>")


def add_bomb(parts: dict[str, bytes]) -> None:
    parts["word/media/bomb.xml"] = b"0" * 80_000_000


def lose_document(parts: dict[str, bytes]) -> None:
    del parts["word/document.xml"]


def break_xml(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = parts["word/document.xml"][:200]


@pytest.mark.parametrize(
    "change", [add_macro, add_entity, add_remote_picture, add_bomb, lose_document, break_xml, lose_styles, lose_page]
)
def test_a_hostile_letterhead_is_refused_with_one_sentence(
    letterhead: Path, change: Callable[[dict[str, bytes]], None]
) -> None:
    with pytest.raises(LetterheadError) as caught:
        written(draft_of(sample()), base=repacked(letterhead, change))
    sentence = language()(caught.value.message)
    assert "office.docx" in sentence
    assert "{" not in sentence


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_word_document_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "office.docx"
    file.write_bytes(content)
    with pytest.raises(LetterheadError):
        written(draft_of(sample()), base=file)


def test_a_letterhead_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LetterheadError):
        written(draft_of(sample()), base=tmp_path / "nothing.docx")
