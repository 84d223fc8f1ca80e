"""A block can stand only for the rows that a field of the row at hand refers to."""

from worlds import CASES, case_of, checked, language

from mlawriter.compose.letter import compose_checked
from mlawriter.export.text import to_text


def note(file: str) -> str:
    case, content = case_of(CASES / f"extradition/{file}.toml")
    found = checked(case, content["today"])
    return to_text(compose_checked(found.view, found.report, language(), parts=("consultation_note.C1",)))


def test_a_consultation_note_names_the_grounds_that_it_is_about() -> None:
    assert "Ground: Lapse of time" in note("review_refused_full")


def test_it_names_no_other_ground() -> None:
    assert "Ground: Judgment in the absence" not in note("review_one_ground")


def test_it_prints_the_article_of_the_legal_basis_on_the_ground() -> None:
    assert "ECE AP II, article 3" in note("review_refused_full")
