"""The worked dates of `dates.toml`: every line gives what it says."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mlawriter.periods.age import minority
from mlawriter.periods.arrest import Arrest, ArrestLimits, arrest_days
from mlawriter.periods.custody import custody_days
from mlawriter.periods.days import add_months, before_working_days
from mlawriter.periods.limitation import Limitation, expiry
from mlawriter.periods.penalty import Measure, Range, is_below, is_counterpart_below, value
from mlawriter.periods.sentence import Sentence, gross_days, lasts, remaining_days
from mlawriter.periods.spans import Span
from mlawriter.periods.translation import translation_days
from mlawriter.periods.zones import end_of_day, zone

Line = dict[str, Any]
TABLE = tomllib.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))


def lines(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("line", TABLE[name], ids=lambda line: line["why"])


def test_the_table_holds_what_a_lawyer_wants_to_check() -> None:
    assert sum(len(entries) for entries in TABLE.values()) >= 60


@lines("months")
def test_months(line: Line) -> None:
    assert add_months(line["from"], line["months"]) == line["gives"]


@lines("working_days")
def test_working_days(line: Line) -> None:
    assert before_working_days(line["from"], line["days"]) == line["gives"]


@lines("arrest")
def test_arrest(line: Line) -> None:
    limits = ArrestLimits(
        soft_days=line.get("soft_days"),
        soft_is_due=line.get("due", False),
        hard_days=line.get("hard_days"),
        hard_months=line.get("hard_months"),
    )
    arrest = Arrest(
        start=line["start"],
        extension=line.get("extension"),
        consent=line.get("consent"),
        revocation=line.get("revocation"),
        counts_first_day=line.get("first_day"),
        rolls_over=line.get("rolls_over", False),
    )
    found = arrest_days(limits, arrest)
    assert (found.deadline, found.safe) == (line.get("deadline"), line.get("safe"))
    assert found.soft == line.get("soft", found.soft)
    assert found.hard == line.get("hard", found.hard)


@lines("sentence")
def test_sentence(line: Line) -> None:
    given = {name: line[name] for name in ("months", "days", "credits") if name in line}
    sentence = Sentence(start=line["start"], **given)
    assert (gross_days(sentence), remaining_days(sentence)) == (line["gross"], line["remaining"])


@lines("lasts")
def test_months_that_a_sentence_lasts(line: Line) -> None:
    assert lasts(line["from"], line["days"], months=line["months"]) is line["gives"]


@lines("penalty")
def test_penalty(line: Line) -> None:
    penalty = Range(maximum=line.get("max"), minimum=line.get("min"), life=line.get("life", False))
    assert value(penalty, Measure(line["measure"])) == line.get("gives")


@lines("minimum")
def test_minimum_penalty(line: Line) -> None:
    own, counterpart, threshold = line.get("own"), line.get("counterpart"), line["threshold"]
    either = line.get("either", False)
    assert is_below(own, counterpart, threshold, either=either) is line.get("below")
    assert is_counterpart_below(counterpart, threshold, either=either) is line.get(
        "counterpart_below", is_counterpart_below(counterpart, threshold, either=either)
    )


@lines("limitation")
def test_limitation(line: Line) -> None:
    limitation = Limitation(
        start=line["start"],
        years=line["years"],
        absolute_years=line.get("absolute"),
        interruptions=tuple(line.get("interruptions", ())),
        suspensions=_spans(line.get("suspensions", [])),
    )
    assert expiry(limitation) == line["gives"]


@lines("age")
def test_minority(line: Line) -> None:
    assert minority(Span(*line["born"]), [Span(*line["offence"])]) == line["minor"]


@lines("custody")
def test_custody(line: Line) -> None:
    periods = _spans(line["periods"])
    assert custody_days(periods) == line["gives"]
    assert custody_days(periods, both_ends=False) == line["one_end"]


@lines("zones")
def test_the_end_of_a_day_elsewhere(line: Line) -> None:
    there = zone(line["zone"])
    assert there is not None
    end = end_of_day(line["day"], there)
    assert end is not None
    assert end.astimezone(ZoneInfo(line["seen_from"])).replace(tzinfo=None) == line["gives"]


@lines("translation")
def test_translation(line: Line) -> None:
    assert translation_days(line["words"], line["a_day"]) == line["gives"]


def _spans(written: list[list[date]]) -> tuple[Span, ...]:
    return tuple(Span(first, last) for first, last in written)
