"""How long a translation takes."""

from math import ceil


def translation_days(words: int, words_a_day: int) -> int:
    """Return the days that it takes to translate some words; a day begun counts."""
    return ceil(words / words_a_day) if words > 0 and words_a_day > 0 else 0
