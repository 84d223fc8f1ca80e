"""Words of one direction inside text of the other read correctly, wherever the letter is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlawriter.compose.blocks import Span, SpanKind
from mlawriter.export.bidi import LRI, PDI, RLI, runs, words

_SHOWN = str.maketrans({LRI: "‹", RLI: "«", PDI: "›"})


def shown(*parts: str, rtl: bool = True) -> str:
    """A line with its marks made visible; every second part is an answer."""
    kinds = (SpanKind.WORDING, SpanKind.ANSWER)
    line = tuple(Span(part, kinds[number % 2]) for number, part in enumerate(parts))
    return words(line, rtl=rtl).translate(_SHOWN)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            ("المادة 18(15)(a) من الاتفاقية (UNTOC)، رقم +33 1 23.",),
            "المادة ‹18(15)(a)› من الاتفاقية (‹UNTOC›)، رقم ‹+33 1 23›.",
        ),
        (("الاسم: ", "Velk Darin", " (P1) في ", "12 يناير 2024", "."), "الاسم: ‹Velk Darin (P1)› في 12 يناير 2024."),
        (("المرجع: ", "12-2024/45", "."), "المرجع: ‹12-2024/45›."),
        (("", "Tarsk", ", ", "2 مارس 2026"), "‹Tarsk›, 2 مارس 2026"),
        (("المرفق 6: ", "Certificate (copy)."), "المرفق 6: ‹Certificate (copy).›"),
        (("", "A. سجلات الحساب (Meridian)"), "‹A›. سجلات الحساب (‹Meridian›)"),
        (("", "18(1) و18(3)(a)"), "‹18(1)› و‹18(3)(a)›"),
        (("السبب: ", "Mr. محمد was here."), "السبب: ‹Mr. «محمد› was here.›"),
        (("The person ", "Velk", " is sought."), "‹The person Velk is sought.›"),
    ],
)
def test_names_and_numbers_in_arabic_text_are_set_apart(line: tuple[str, ...], read: str) -> None:
    assert shown(*line) == read


def test_an_arabic_answer_in_a_letter_from_left_to_right_is_set_apart_as_a_whole() -> None:
    assert shown("Name: ", "محمد علي (12-2024)", ", born.", rtl=False) == "Name: «محمد علي (‹12-2024›)›, born."


def test_text_without_letters_from_right_to_left_stays_as_it_is() -> None:
    assert shown("Account ", "XB24 NGBK", " of 12-2024.", rtl=False) == "Account XB24 NGBK of 12-2024."


def test_each_run_of_word_has_one_direction() -> None:
    line = (Span("المادة 18(15) من "), Span("UNTOC", SpanKind.ANSWER))
    assert [(run.text.strip(LRI + PDI), run.rtl) for run in runs(line, rtl=True)] == [
        ("المادة ", True),
        ("18(15)", False),
        (" من ", True),
        ("UNTOC", False),
    ]


_SIGNS = st.text(alphabet="ab9 .,:()[]+-/%محد،א\u0660—", max_size=14)


@given(st.lists(_SIGNS, max_size=5), st.booleans())
def test_nothing_is_lost_and_every_mark_is_closed(parts: list[str], rtl: bool) -> None:
    read = shown(*parts, rtl=rtl)
    assert "".join(sign for sign in read if sign not in "‹«›") == "".join(parts)
    depths = [
        read[: end + 1].count("‹") + read[: end + 1].count("«") - read[: end + 1].count("›") for end in range(len(read))
    ]
    assert min(depths, default=0) >= 0
    assert not depths or depths[-1] == 0
