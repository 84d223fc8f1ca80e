"""What people type is read as they mean it, or one sentence says what was not understood."""

from decimal import Decimal

import pytest

from mlawriter.i18n.message import Message
from mlawriter.model.values import Day, Moment, Money, Number, Whole
from mlawriter.ui import typed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-31", Day(2026, 3, 31)),
        ("2026-03", Day(2026, 3)),
        ("2026", Day(2026)),
        ("31.03.2026", Day(2026, 3, 31)),
        ("31/3/2026", Day(2026, 3, 31)),
        ("03.2026", Day(2026, 3)),
        ("1er mars 2026", Day(2026, 3, 1)),
        ("31 March 2026", Day(2026, 3, 31)),
        ("March 2026", Day(2026, 3)),
        (" 31  March\u00a02026 ", Day(2026, 3, 31)),
    ],
)
def test_a_date_may_be_typed_in_many_ways(text: str, day: Day) -> None:
    assert typed.day(text, {"march": 3, "mars": 3}) == day


@pytest.mark.parametrize("text", ["31.02.2026", "tomorrow", "12.13.2026", "26", "31 Foo 2026"])
def test_what_is_no_date_is_explained(text: str) -> None:
    found = typed.day(text, {"march": 3})
    assert isinstance(found, Message)
    assert found.args["text"] == text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1250.50", "1250.50"),
        ("1250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("1.250,50", "1250.50"),
        ("1 250,5", "1250.5"),
        ("4,100,000", "4100000"),
        ("4.100.000", "4100000"),
        ("4,100", "4100"),
        ("0,125", "0.125"),
        ("-3", "-3"),
    ],
)
def test_point_and_comma_are_both_understood(text: str, number: str) -> None:
    assert typed.decimal(text) == Number(Decimal(number))


@pytest.mark.parametrize("text", ["twelve", "1.2.3,4,5x", "-"])
def test_what_is_no_number_is_explained(text: str) -> None:
    assert isinstance(typed.decimal(text), Message)


def test_whole_numbers_may_be_grouped_by_spaces() -> None:
    assert typed.whole("12 000") == Whole(12000)
    assert isinstance(typed.whole("12.5"), Message)
    assert isinstance(typed.whole("-12"), Message)


def test_money_needs_a_currency() -> None:
    assert typed.money("1 000", "eur") == Money(Decimal(1000), "EUR")
    assert isinstance(typed.money("1 000", ""), Message)
    assert isinstance(typed.money("much", "EUR"), Message)


@pytest.mark.parametrize(
    "text",
    ["2026-04-21 09:00 +02:00", "21.04.2026 9.00 +0200", "2026-04-21T09:00+02:00", "21 April 2026, 09:00 (UTC+02:00)"],
)
def test_a_time_may_be_typed_in_many_ways(text: str) -> None:
    found = typed.moment(text, {"april": 4})
    assert isinstance(found, Moment)
    assert found.at.isoformat() == "2026-04-21T09:00:00+02:00"


@pytest.mark.parametrize("text", ["2026-02-03 11:02:44 Z", "3.2.2026 11.02.44 +00:00"])
def test_a_time_of_a_log_keeps_its_seconds(text: str) -> None:
    found = typed.moment(text)
    assert isinstance(found, Moment)
    assert found.at.isoformat() == "2026-02-03T11:02:44+00:00"


@pytest.mark.parametrize("text", ["2026-04-21 09:00", "2026-04 09:00 +02:00", "2026-04-21 25:00 +02:00", "at nine"])
def test_a_time_without_its_parts_is_explained(text: str) -> None:
    assert isinstance(typed.moment(text), Message)


def test_zulu_is_utc() -> None:
    found = typed.moment("2026-04-21 09:00 Z")
    assert isinstance(found, Moment)
    assert found.at.isoformat() == "2026-04-21T09:00:00+00:00"
