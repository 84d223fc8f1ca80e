"""Columns of a table hold their words."""

from mlawriter.compose.blocks import Line, Origin, Span, Table
from mlawriter.export.columns import columns_of


def line(text: str) -> Line:
    return (Span(text),)


def table(*words: str, widths: tuple[int, ...] = (11, 4)) -> Table:
    return Table((line("Title"), line("In")), (tuple((line(word),) for word in words),), widths, Origin("annexes"))


def test_columns_are_as_wide_as_the_clause_wishes() -> None:
    assert columns_of(table("Order", "pt"), 9000) == [6600, 2400]


def test_a_column_is_wide_enough_for_its_longest_word() -> None:
    first, second = columns_of(table("Order of the judge", "Portuguese", widths=(11, 1)), 9000)
    assert second == 190 + 97 * 10
    assert first + second == 9000


def test_words_longer_than_a_table_leave_the_columns_alone() -> None:
    assert columns_of(table("a" * 5000, "b" * 5000), 3000) == [2200, 800]


def test_an_empty_table_has_its_columns() -> None:
    assert columns_of(Table((), (), (1, 1), Origin("annexes"), row_heads=True), 1001) == [500, 501]
