"""The sheets of the law: every one can be read, says where it comes from, and is found."""

from dataclasses import replace

import pytest
from worlds import language, the_law

from mlawriter.app.lawbook import Folder, Lawbook


@pytest.fixture(scope="module")
def book() -> Lawbook:
    return Lawbook(the_law().index, language())


def test_there_is_a_sheet_for_everything(book: Lawbook) -> None:
    known = the_law().knowledge
    folders = (
        known.instruments,
        known.modules,
        known.guarantees,
        known.checks,
        known.deadlines,
        known.rules,
        known.grounds,
    )
    wanted = sum(map(len, folders))
    assert len(book.sheets) == wanted
    assert all(sheet.title and sheet.passages for sheet in book.sheets)


def test_every_topic_of_a_treaty_has_a_name(book: Lawbook) -> None:
    topics = the_law().index.field("own_article.topic").choices  # type: ignore[arg-type]
    used = {topic for instrument in the_law().knowledge.instruments.values() for topic in instrument.provisions}
    assert used <= set(topics)


@pytest.mark.parametrize(
    ("words", "folder", "name"),
    [
        ("UNTOC 18(18)", Folder.MODULE, "video_hearing"),
        ("Palermo", Folder.INSTRUMENT, "untoc"),
        ("VID-005", Folder.CHECK, "accused_video_excluded"),
        ("RG16", Folder.GROUND, "judgment_in_absence"),
        ("death penalty", Folder.GUARANTEE, "death_penalty"),
        ("controlled delivery", Folder.MODULE, "controlled_delivery"),
    ],
)
def test_a_search_finds_articles_titles_numbers(book: Lawbook, words: str, folder: Folder, name: str) -> None:
    assert (folder, name) in {(sheet.folder, sheet.id) for sheet in book.search(words)}


def test_a_citation_that_was_not_compared_says_so(book: Lawbook) -> None:
    sheet = book.sheet(Folder.INSTRUMENT, "un_cyber")
    cites = [entry.cite for passage in sheet.passages for entry in passage.entries if entry.cite]
    assert cites
    assert any(not cite.verified for cite in cites)


def test_an_instrument_that_is_not_known_to_be_in_force_says_so_whatever_its_date(book: Lawbook) -> None:
    doubtful = replace(the_law().knowledge.instruments["untoc"], status="check")
    first = book.instrument(doubtful).passages[0].entries[0].words
    assert "check whether it is in force" in first
    assert "In force since" not in first


def test_a_ground_for_refusal_says_what_could_remove_it_and_what_there_is_instead(book: Lawbook) -> None:
    sheet = book.sheet(Folder.GROUND, "nationality")
    said = {passage.heading: [entry.words for entry in passage.entries] for passage in sheet.passages}
    assert "ECE 6(1)(a)" in said["Extradition may be refused under"]
    assert said["Assurances that could remove it"] == ["Return of the person to serve the sentence"]
    assert "Prosecution instead of extradition" in said["Requests that can take the place of extradition"]
