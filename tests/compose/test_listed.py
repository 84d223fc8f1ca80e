"""A person set apart stands in no list of the letter; only papers of their own name the person."""

from worlds import CASES, case_of, checked, language

from mlawriter.compose.letter import compose_checked
from mlawriter.export.text import to_text

APART = CASES / "mod_protected_person_in_letter_not.toml"


def words(*parts: str) -> str:
    case, _ = case_of(APART)
    found = checked(case)
    return to_text(compose_checked(found.view, found.report, language("en"), parts=parts or None))


def test_the_letter_does_not_name_a_person_set_apart() -> None:
    assert "Orsel" not in words()


def test_the_confidential_annex_names_the_person() -> None:
    assert "Orsel" in words("protection_annex")


def test_the_letter_does_not_hold_the_confidential_annex() -> None:
    assert "STRICTLY CONFIDENTIAL" not in words()
