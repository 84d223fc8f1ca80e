"""What holds for every date, not only for those of the table."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mlawriter.periods.age import Minority, age, known_age, minority
from mlawriter.periods.arrest import Arrest, ArrestLimits, arrest_days
from mlawriter.periods.custody import custody_days
from mlawriter.periods.days import add_days, add_months, add_years, before_working_days, days_between, is_working
from mlawriter.periods.limitation import Limitation, Standing, expiry, standing
from mlawriter.periods.penalty import Measure, Range, is_below, value
from mlawriter.periods.sentence import Sentence, gross_days, lasts, remaining_days
from mlawriter.periods.spans import Span, united
from mlawriter.periods.translation import translation_days
from mlawriter.periods.zones import end_of_day, zone, zones, zones_of

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
COUNTS = st.integers(0, 400)
SPANS = st.lists(st.tuples(DAYS, COUNTS).map(lambda pair: Span(pair[0], pair[0] + timedelta(days=pair[1]))))


@given(DAYS, st.integers(0, 600))
def test_months_keep_the_day_or_end_with_the_month(start: date, count: int) -> None:
    end = add_months(start, count)
    assert end is not None
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == count
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


@given(DAYS, DAYS, COUNTS)
def test_months_keep_the_order_of_days(one: date, other: date, count: int) -> None:
    first, second = (add_months(day, count) for day in sorted((one, other)))
    assert first is not None
    assert second is not None
    assert first <= second


@given(DAYS, st.integers(0, 15))
def test_working_days_before_a_day_are_that_many(day: date, count: int) -> None:
    found = before_working_days(day, count)
    assert found is not None
    between = [found + timedelta(days=number) for number in range((day - found).days)]
    assert sum(map(is_working, between)) == count


@given(DAYS, COUNTS, COUNTS, st.sampled_from((None, True, False)), st.booleans())
def test_nothing_is_aimed_at_after_the_deadline(
    start: date, soft: int, more: int, first_day: bool | None, due: bool
) -> None:
    limits = ArrestLimits(soft_days=soft, hard_days=soft + more, soft_is_due=due)
    found = arrest_days(limits, Arrest(start=start, counts_first_day=first_day))
    assert found.soft is not None
    assert found.deadline is not None
    assert found.safe is not None
    assert found.safe < found.deadline
    assert found.soft <= found.deadline
    assert found.deadline == (found.soft if due else found.hard)


@given(DAYS, COUNTS, COUNTS)
def test_days_between_consent_and_revocation_are_added(start: date, after: int, later: int) -> None:
    limits = ArrestLimits(soft_days=18, hard_days=40)
    consent = start + timedelta(days=after)
    shifted = arrest_days(
        limits, Arrest(start=start, consent=consent, revocation=consent + timedelta(days=later))
    ).deadline
    plain = arrest_days(limits, Arrest(start=start)).deadline
    assert plain is not None
    assert shifted == plain + timedelta(days=later)


@given(DAYS, COUNTS, COUNTS)
def test_a_revocation_before_the_consent_changes_nothing(start: date, after: int, before: int) -> None:
    consent = start + timedelta(days=after)
    found = arrest_days(
        ArrestLimits(hard_days=40),
        Arrest(start=start, consent=consent, revocation=consent - timedelta(days=before)),
    )
    assert found.deadline == start + timedelta(days=40)


@given(SPANS)
def test_stretches_are_united_without_losing_a_day(spans: list[Span]) -> None:
    def days(those: list[Span]) -> set[date]:
        return {span.first + timedelta(days=number) for span in those for number in range(span.days)}

    found = united(spans)
    assert days(list(found)) == days(spans)
    assert custody_days(spans) == len(days(spans))
    assert all((after.first - before.last).days > 1 for before, after in pairwise(found))


@given(DAYS, st.integers(1, 30), st.lists(DAYS, max_size=4), SPANS)
def test_interruptions_and_suspensions_never_shorten(
    start: date, years: int, interruptions: list[date], suspensions: list[Span]
) -> None:
    plain = expiry(Limitation(start=start, years=years))
    found = expiry(
        Limitation(start=start, years=years, interruptions=tuple(interruptions), suspensions=tuple(suspensions))
    )
    assert plain is not None
    assert found is not None
    assert found >= plain


@given(DAYS, st.integers(1, 30), st.integers(0, 30), st.lists(DAYS, max_size=4))
def test_the_absolute_limit_bounds_every_interruption(
    start: date, years: int, more: int, interruptions: list[date]
) -> None:
    found = expiry(
        Limitation(start=start, years=years, absolute_years=years + more, interruptions=tuple(interruptions))
    )
    cap = add_years(start, years + more)
    assert found is not None
    assert cap is not None
    assert found <= cap


@given(DAYS, st.integers(1, 30), SPANS)
def test_a_suspension_prolongs_by_the_days_on_which_time_stands_still(
    start: date, years: int, suspensions: list[Span]
) -> None:
    found = expiry(Limitation(start=start, years=years, suspensions=tuple(suspensions)))
    plain = add_years(start, years)
    assert found is not None
    assert plain is not None
    still = [span for span in suspensions if span.first <= found and span.last > start]
    assert days_between(plain, found) <= sum(span.days for span in still)


@given(DAYS, DAYS)
def test_an_offence_is_barred_from_the_day_after_its_last_day(last: date, today: date) -> None:
    assert (standing(last, today) is Standing.BARRED) == (last < today)
    assert standing(last, last) is Standing.NEAR
    assert standing(last, last - timedelta(days=365)) is Standing.OPEN


@given(DAYS, st.integers(0, 400), st.integers(0, 400), st.integers(0, 4000))
def test_what_remains_is_never_less_than_nothing(start: date, months: int, days: int, credit: int) -> None:
    sentence = Sentence(start=start, months=months, days=days, credits=credit)
    gross, remaining = gross_days(sentence), remaining_days(sentence)
    assert gross is not None
    assert remaining == max(0, gross - credit)


@given(DAYS, st.integers(0, 200))
def test_a_sentence_of_so_many_months_lasts_them(start: date, months: int) -> None:
    gross = gross_days(Sentence(start=start, months=months))
    assert gross is not None
    assert lasts(start, gross, months=months)
    assert not lasts(start, gross - 1, months=months)


@given(st.integers(0, 600), st.integers(0, 600))
def test_the_average_lies_between_minimum_and_maximum(one: int, other: int) -> None:
    least, most = sorted((one, other))
    found = value(Range(maximum=most, minimum=least), Measure.AVERAGE)
    assert found is not None
    assert least <= found <= most


@given(st.none() | st.integers(0, 600), st.none() | st.integers(0, 600), st.integers(1, 60))
def test_one_law_is_enough_wherever_both_would_be(own: int | None, counterpart: int | None, threshold: int) -> None:
    ours, theirs = (None if months is None else Decimal(months) for months in (own, counterpart))
    if is_below(ours, theirs, threshold, either=False) is False:
        assert is_below(ours, theirs, threshold, either=True) is False


@given(DAYS, DAYS)
def test_a_known_date_of_birth_leaves_no_doubt(born: date, offence: date) -> None:
    found = minority(Span(born, born), [Span(offence, offence)])
    assert found is not Minority.POSSIBLE
    assert known_age(Span(born, born), offence) == age(born, offence)


@given(st.integers(1, 50_000), st.integers(1, 5_000))
def test_a_translation_is_done_on_its_last_day_and_not_before(words: int, a_day: int) -> None:
    days = translation_days(words, a_day)
    assert (days - 1) * a_day < words <= days * a_day


@given(DAYS, st.sampled_from(zones()))
def test_a_day_is_over_when_the_next_begins(day: date, name: str) -> None:
    there = zone(name)
    assert there is not None
    end = end_of_day(day, there)
    assert end is not None
    assert end.date() == day + timedelta(days=1)
    assert (end.hour, end.minute) == (0, 0)


def test_the_calendar_has_an_end() -> None:
    utc = zone("Europe/London")
    assert utc is not None
    assert add_days(date.max, 1) is None
    assert add_months(date.max, 1) is None
    assert before_working_days(date.min, 1) is None
    assert end_of_day(date.max, utc) is None
    assert gross_days(Sentence(start=date.max, months=1)) is None
    assert remaining_days(Sentence(start=date.max, months=1)) is None
    assert lasts(date.max, 1, months=0)
    assert not lasts(date.max, 1, months=1)
    assert expiry(Limitation(start=date.max, years=1)) is None
    assert arrest_days(ArrestLimits(hard_days=1), Arrest(start=date.max)).deadline is None


def test_limits_beyond_the_calendar_do_not_bar() -> None:
    late = Limitation(start=date(9998, 1, 1), years=5, suspensions=(Span(date(9998, 2, 1), date(9998, 3, 1)),))
    assert expiry(late) is None
    assert expiry(Limitation(start=date(9998, 1, 1), years=5, interruptions=(date(9998, 5, 1),))) is None
    assert expiry(Limitation(start=date(9998, 1, 1), years=1, absolute_years=5)) == date(9999, 1, 1)
    assert expiry(Limitation(start=date(9990, 1, 1), years=20, absolute_years=5)) == date(9995, 1, 1)


def test_no_zone_is_invented() -> None:
    assert zone("Arvania/Capital") is None
    assert zones_of("XA") == ()
    assert zones_of("FR") == ("Europe/Paris",)


def test_an_age_that_depends_on_the_day_of_birth_is_not_known() -> None:
    year = Span(date(2008, 1, 1), date(2008, 12, 31))
    assert known_age(year, date(2026, 3, 10)) is None
    assert known_age(year, date(2026, 12, 31)) == 18
