"""What all definitions share: kinds of answers, weights, constants."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Never

MODEL = "model"
"""The kind of an instrument that binds no State: what it says are defaults."""

REQUESTING, REQUESTED = "requesting", "requested"
"""The State that writes a letter."""

_NOTHING: Mapping[str, Never] = MappingProxyType({})


def nothing() -> Mapping[str, Never]:
    """Return the one empty mapping that all members without entries share: there are thousands of them."""
    return _NOTHING


class Kind(StrEnum):
    """What kind of answer a field takes."""

    TEXT = "text"
    LONGTEXT = "longtext"
    TEXTS = "texts"
    WHOLE = "whole"
    DECIMAL = "decimal"
    YESNO = "yesno"
    DAY = "day"
    PERIOD = "period"
    MOMENT = "moment"
    MOMENTS = "moments"
    CHOICE = "choice"
    CHOICES = "choices"
    COUNTRY = "country"
    COUNTRIES = "countries"
    LANGUAGE = "language"
    LANGUAGES = "languages"
    MONEY = "money"
    REF = "ref"
    REFS = "refs"
    ATTACHMENT = "attachment"


class Need(StrEnum):
    """How much a field is wanted."""

    ESSENTIAL = "essential"
    RECOMMENDED = "recommended"
    OPTIONAL = "optional"


class Severity(StrEnum):
    """How much a finding weighs: *essential* and *conditional* stop a final export, *advisory* never does."""

    ESSENTIAL = "essential"
    CONDITIONAL = "conditional"
    ADVISORY = "advisory"
