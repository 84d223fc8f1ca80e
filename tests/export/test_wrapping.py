"""Lines of plain text end where their script lets them."""

from mlawriter.export.wrapping import width_of, wrapped


def test_chinese_is_broken_between_signs_but_never_before_a_full_stop() -> None:
    lines = wrapped("请求国请求被请求国提供协助。理由如下：无。", 16)
    assert lines == ["请求国请求被请求", "国提供协助。理由", "如下：无。"]
    assert wrapped("请求国请求被请。", 14) == ["请求国请求被", "请。"]


def test_words_and_numbers_in_chinese_text_stay_whole() -> None:
    assert wrapped("编号MLA/2026/0117的请求", 12, "- ", "  ") == ["- 编号", "  MLA/2026/0117", "  的请求"]


def test_marks_that_are_not_seen_take_no_room() -> None:
    assert width_of("\u2066P1\u2069 مُ") == 4
    assert width_of("中a") == 3


def test_other_scripts_are_broken_between_words() -> None:
    assert wrapped("one two three", 8) == ["one two", "three"]
    assert wrapped("", 8) == []
