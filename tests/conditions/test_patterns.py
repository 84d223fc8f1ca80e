"""Patterns are found where RE2 (the CEL engine's) finds them, in time proportional to the text."""

import re
import time

import pytest
from conditions.reference import Reference
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import the_law

from mlawriter.conditions.names import Names
from mlawriter.conditions.pattern_parser import PatternFault, read_pattern
from mlawriter.conditions.truth import Truth
from mlawriter.knowledge.lint.scene import Scene

REFERENCE = Reference(Names(scopes={"case": {}}))
OF_THE_LAW = sorted(
    {
        found
        for asked in Scene(the_law().knowledge).conditions
        for found in re.findall(r"matches\('([^']*)'", asked.source)
    }
)
PARTS = (
    "a",
    "b",
    "A",
    "é",
    " ",
    ".",
    "-",
    "1",
    "_",
    "\\b",
    "^",
    "$",
    "\\d",
    "\\w",
    "\\S",
    "\\s",
    "\\.",
    "\\pL",
    "\\p{Nd}",
    "\\PL",
    "[ab]",
    "[^ab]",
    "[a-c1]",
    "[^\\d.]",
    "[.^-]",
)
REPEATS = ("", "", "", "*", "+", "?", "*?", "{2}", "{1,2}", "{0,1}", "{2,}")
TEXTS = st.text("aAbé .-1_\n", max_size=8)


@st.composite
def patterns(draw: st.DrawFn, depth: int = 2) -> str:
    """A pattern of a few parts."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        inner = draw(patterns(depth - 1)) if depth and draw(st.booleans()) else None
        part = f"({draw(st.sampled_from(('', '?:')))}{inner})" if inner is not None else draw(st.sampled_from(PARTS))
        parts.append(part + draw(st.sampled_from(REPEATS)))
    return "".join(parts) if draw(st.booleans()) else "|".join(parts)


def theirs(pattern: str, text: str) -> bool:
    written = pattern.replace("\\", "\\\\")
    return REFERENCE.test(f"case.text.matches('{written}')", REFERENCE.facts({"case": {"text": text}})) is Truth.TRUE


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(("", "(?i)")), patterns(), TEXTS)
def test_any_small_pattern_is_found_where_the_reference_finds_it(flag: str, pattern: str, text: str) -> None:
    assert read_pattern(flag + pattern).is_in(text) is theirs(flag + pattern, text)


@pytest.mark.parametrize("pattern", OF_THE_LAW)
def test_the_patterns_of_the_law_are_found_where_the_reference_finds_them(pattern: str) -> None:
    texts = (
        "",
        "All the records of the bank",
        "all bank, records",
        "tous les documents",
        "x_1",
        "10.0.0.1",
        "Not at all",
    )
    for text in (*texts, pattern, pattern.replace("\\\\b", " ")):
        assert read_pattern(pattern.replace("\\\\", "\\")).is_in(text) is theirs(pattern.replace("\\\\", "\\"), text)


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        ")",
        "a)",
        "[",
        "[a",
        "*",
        "a**",
        "a{2}{3}",
        "{2}",
        "\\",
        "\\q",
        "\\1",
        "[[:alpha:]]",
        "[b-a]",
        "a{3,2}",
        "\\p{X}",
        "(?=a)",
        "(((){99}){99}){99}",
        "(?s).",
        "a{1000}",
        "(((a{99}){99}){99})",
        "(" * 99 + "a" + ")" * 99,
    ],
)
def test_a_pattern_that_is_wrong_or_too_long_is_refused(pattern: str) -> None:
    with pytest.raises(PatternFault):
        read_pattern(pattern)


@pytest.mark.parametrize(
    "pattern", ["(a*)*b", "(a|a)*b", "(a|aa)+b", "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaaab", "a.*a.*a.*b"]
)
def test_a_pattern_made_to_hold_the_program_up_does_not(pattern: str) -> None:
    start = time.process_time()
    assert not read_pattern(pattern).is_in("a" * 50_000)
    assert time.process_time() - start < 2
