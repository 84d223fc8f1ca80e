"""What a choice can be: the words that its field lists, or those of a list of the program (`options`)."""

from collections.abc import Collection

from mlawriter.i18n.message import Message
from mlawriter.knowledge import texts
from mlawriter.knowledge.definitions import Field, Knowledge
from mlawriter.periods.zones import zones

INSTRUMENTS = "instruments"
TIME_ZONES = "time_zones"
RULES = "rules"
RULE_VALUES = "rule_values"
GROUNDS = "grounds"
GUARANTEES = "guarantees"
OPTIONS = (INSTRUMENTS, RULES, RULE_VALUES, TIME_ZONES, GROUNDS, GUARANTEES)
"""Lists that a field can take its choices from."""


def keys(entry: Field, knowledge: Knowledge) -> Collection[str]:
    """Return every word that a choice can be, in order."""
    match entry.options:
        case "instruments":
            return knowledge.instruments
        case "rules":
            return knowledge.rules
        case "rule_values":
            return dict.fromkeys(key for rule in knowledge.rules.values() for key in rule.choices)
        case "time_zones":
            return zones()
        case "grounds":
            return sorted(knowledge.grounds, key=lambda each: knowledge.grounds[each].code)
        case "guarantees":
            return knowledge.guarantees
        case _:
            return entry.choices


def short(stem: str, entry: Field, key: str, knowledge: Knowledge) -> Message:
    """Return a choice as letters and findings say it; instruments by their short titles."""
    if entry.options == INSTRUMENTS and key in knowledge.instruments:
        return texts.instrument_short(knowledge.instruments[key])
    return full(stem, entry, key, knowledge)


def full(stem: str, entry: Field, key: str, knowledge: Knowledge) -> Message:
    """Return a choice as a question offers it; instruments by their full titles."""
    rules = knowledge.rules
    match entry.options:
        case "instruments" if key in knowledge.instruments:
            return texts.instrument_title(knowledge.instruments[key])
        case "grounds" if key in knowledge.grounds:
            return texts.ground_title(knowledge.grounds[key])
        case "guarantees" if key in knowledge.guarantees:
            return texts.guarantee_title(knowledge.guarantees[key])
        case "rules" if key in rules:
            return texts.rule_label(rules[key])
        case "rule_values":
            having = (texts.rule_choice(rule, key) for rule in rules.values() if key in rule.choices)
            return next(having, texts.choice(stem, entry, key))
        case "time_zones":
            return texts.choice(stem, entry, key.replace("_", " "))
        case _:
            return texts.choice(stem, entry, key)
