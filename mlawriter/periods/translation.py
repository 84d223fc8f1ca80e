"""How much there is to translate, and how long that takes."""

import re
from math import ceil

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_]+(?:[’'.-][^\W_]+)*")


def count_words(text: str) -> int:
    """Return the number of words; a Chinese character counts as one."""
    return len(_WORD.findall(text))


def translation_days(words: int, words_a_day: int) -> int:
    """Return the days that it takes to translate some words; a day begun counts."""
    return ceil(words / words_a_day) if words > 0 and words_a_day > 0 else 0
