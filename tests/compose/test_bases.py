"""The legal bases in a letter: articles of the law, articles that the user enters, articles that give way."""

import tomllib
from pathlib import Path as File

from worlds import CASES, TODAY, case_of, language, the_law

from mlawriter.compose.letter import compose
from mlawriter.export.text import to_text


def letter(file: File) -> str:
    case, _ = case_of(file)
    return " ".join(to_text(compose(case, case.requests[0].id, the_law(), language("en"), TODAY)).split())


def written(folder: File, bases: str, rest: str = "") -> str:
    file = folder / "case.toml"
    head = f'title = ""\ntoday = 2026-03-02\nkind = "mla"\nbases = {bases}\nstate = "XB"\nhome = "XA"\n'
    file.write_text(head + rest, encoding="utf-8")
    assert tomllib.loads(file.read_text(encoding="utf-8"))
    return letter(file)


def test_articles_that_the_user_enters_stand_in_the_legal_basis() -> None:
    said = letter(CASES / "gen_own_article_content.toml")
    assert "Treaty between Arvania and Boldavia, articles 5 and 12" in said


def test_an_article_entered_for_a_topic_stands_beside_the_undertaking() -> None:
    assert "(Treaty between Arvania and Boldavia, article 9(1))" in letter(CASES / "gen_own_article_content.toml")


def test_an_article_entered_for_contents_stands_in_the_table_of_compliance() -> None:
    said = letter(CASES / "gen_own_article_content.toml")
    assert "Article: Treaty between Arvania and Boldavia 5" in said
    assert "Usual content" not in said


def test_a_protocol_brings_its_convention_into_the_letter(tmp_path: File) -> None:
    said = written(tmp_path, '["untoc_tip"]')
    assert "(Trafficking Protocol), article 1" in said
    assert "(UNTOC), articles 18(1)-(3) and 18(15)" in said


def test_an_article_that_was_not_compared_is_not_printed(tmp_path: File) -> None:
    assert "40(15)" not in written(tmp_path, '["un_cyber"]')


def test_articles_give_way_where_another_treaty_binds(tmp_path: File) -> None:
    promise = '[[guarantee]]\nrow = "g1"\nof = "confidentiality"\n'
    assert "Budapest Convention, article 27(8)" in written(tmp_path, '["budapest"]', promise)
    assert "article 27(8)" not in written(tmp_path, '["budapest", "ecma1959"]', promise)


def test_a_bar_on_refusal_is_cited_with_every_basis_that_has_one(tmp_path: File) -> None:
    item = '[[item]]\nrow = "m1"\nmodule = "production_bank"\n'
    said = written(tmp_path, '["uncac", "coe198"]', item)
    assert "bank secrecy (UNCAC, article 46(8); Warsaw Convention, article 28(7))" in said
