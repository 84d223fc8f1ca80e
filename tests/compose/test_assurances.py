"""The papers of assurances: one for each, with what was promised, by whom, and who watches over it."""

from pathlib import Path as File

import pytest
from worlds import R1, TODAY, case_of, language, the_law

from mlawriter.compose.blocks import Draft, Paragraph, SpanKind
from mlawriter.compose.documents import titles
from mlawriter.compose.letter import compose
from mlawriter.export.text import to_text

HEAD = """
title = ""
today = 2026-03-02
kind = "ext_accused"
bases = ["ece"]
state = "XB"
home = "XA"
[request]
our_ref = "17/2026"
person_sought = "p1"
assurance_authority = "Ministry of Justice of Arvania"
assurance_power = "Cooperation Act, section 12"
[[person]]
row = "p1"
name_family = "Ardenne"
name_given = "Tomas"
[[offence]]
row = "o1"
title = "Kidnapping"
"""
DEATH = '[[guarantee]]\nrow = "g1"\nof = "ext_death"\n'


@pytest.fixture
def paper(tmp_path: File) -> "Paper":
    return Paper(tmp_path / "case.toml")


class Paper:
    """Composes papers of a case that is written down in TOML."""

    def __init__(self, file: File) -> None:
        self._file = file

    def draft(self, rows: str, part: str | None = "assurance.1") -> Draft:
        self._file.write_text(HEAD + rows, encoding="utf-8")
        case, _ = case_of(self._file)
        return compose(case, R1, the_law(), language("en"), TODAY, parts=(part,) if part else None)

    def words(self, rows: str, part: str | None = "assurance.1") -> str:
        return " ".join(to_text(self.draft(rows, part)).split())

    def names(self, rows: str) -> list[str]:
        self._file.write_text(HEAD + rows, encoding="utf-8")
        case, _ = case_of(self._file)
        return [name for name, _ in titles(the_law().view(case, R1, TODAY), language("en"))]


def test_each_assurance_is_a_paper_of_its_own(paper: Paper) -> None:
    rows = DEATH + '[[guarantee]]\nrow = "g2"\nof = "ext_speciality"\n'
    assert {"assurance.1", "assurance.2"} <= set(paper.names(rows))


def test_what_is_not_needed_is_no_paper(paper: Paper) -> None:
    assert "assurance.1" not in paper.names(DEATH + 'status = "waived"\nwaiver_reason = "Abolished."\n')


def test_the_paper_names_the_person_without_a_mark(paper: Paper) -> None:
    said = paper.words(DEATH)
    assert "The death penalty will not be imposed on Ardenne Tomas." in said
    assert "(P1)" not in said


def test_only_what_is_covered_is_promised(paper: Paper) -> None:
    said = paper.words(DEATH + 'limbs = ["not_executed"]\n')
    assert "it will not be carried out" in said
    assert "will not be imposed on" not in said


def test_each_sentence_is_a_numbered_paragraph(paper: Paper) -> None:
    blocks = paper.draft(DEATH).parts[0].blocks
    promised = [block for block in blocks if block.origin.block == "promise"]
    assert len(promised) > 3
    assert all(isinstance(block, Paragraph) and block.number for block in promised)


def test_an_own_wording_keeps_its_paragraphs(paper: Paper) -> None:
    draft = paper.draft(DEATH + 'own_text = "We promise one thing.\\nWe promise another."\n')
    promised = [block for block in draft.parts[0].blocks if block.origin.block == "promise"]
    assert len(promised) == 2


def test_what_a_sentence_still_lacks_is_a_blank(paper: Paper) -> None:
    draft = paper.draft('[[guarantee]]\nrow = "g1"\nof = "ext_torture"\n')
    promised = [block for block in draft.parts[0].blocks if block.origin.block == "promise"]
    kinds = {span.kind for block in promised if isinstance(block, Paragraph) for span in block.line}
    assert SpanKind.GAP in kinds


def test_the_paper_names_the_articles_of_the_legal_bases(paper: Paper) -> None:
    words = paper.words(DEATH)
    assert "with regard to the following: European Convention on Extradition (ETS No. 24), article 11." in words


def test_the_giver_named_for_all_gives_it_unless_another_is_named(paper: Paper) -> None:
    assert "following authority: Ministry of Justice of Arvania." in paper.words(DEATH)
    assert "following authority: Prosecutor General." in paper.words(DEATH + 'giver = "Prosecutor General"\n')


def test_the_letter_only_refers_to_the_papers(paper: Paper) -> None:
    said = paper.words(DEATH + 'status = "signed"\n', None)
    assert "Annex: G1 Assurance: No death penalty Status: signed" in said
    assert "will not be imposed" not in said


def test_a_full_stop_follows_no_closed_quotation(paper: Paper) -> None:
    said = paper.words(DEATH + 'law_basis = "Article 9: “It is forbidden.”"\n')
    assert "forbidden.” " in said
    assert "forbidden.”." not in said
