"""Any value, any case: what the properties are tried on."""

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from mlawriter.model import values as v
from mlawriter.model.case import Case, Path, Request, Row, SetAside, Translation
from mlawriter.model.ids import CASE, FieldName, ListName, RequestId, RowId, Scope

words = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()))
ids = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
days = st.dates().map(lambda day: v.Day(day.year, day.month, day.day))
partial = st.one_of(
    days,
    st.integers(1000, 9999).map(v.Day),
    st.tuples(st.integers(1000, 9999), st.integers(1, 12)).map(lambda both: v.Day(*both)),
)
moments = st.builds(
    lambda at, hours: at.replace(tzinfo=timezone(timedelta(hours=hours))),
    st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1)),
    st.integers(-12, 14),
)
amounts = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12)
countries = st.from_regex(r"[A-Z]{2}", fullmatch=True)
tags = st.sampled_from(["en", "fr", "zh-Hans", "sr-Cyrl", "qbe"])
some_words = st.lists(words, min_size=1, max_size=3).map(tuple)
rows = ids.map(RowId)

files = st.builds(
    v.Attachment, st.from_regex(r"[0-9a-f]{64}", fullmatch=True), words, st.integers(min_value=0, max_value=10**12)
)

values: st.SearchStrategy[v.Value] = st.one_of(
    words.map(v.Text),
    some_words.map(v.Texts),
    st.integers(-(10**15), 10**15).map(v.Whole),
    amounts.map(v.Number),
    st.booleans().map(v.YesNo),
    partial,
    st.builds(v.DayRange, start=partial, end=st.none() | partial),
    moments.map(v.Moment),
    st.lists(moments.map(v.Moment), min_size=1, max_size=3).map(lambda several: v.Moments(tuple(several))),
    ids.map(v.Choice),
    st.lists(ids, min_size=1, max_size=3).map(lambda several: v.Choices(tuple(several))),
    countries.map(v.Country),
    st.lists(countries, min_size=1, max_size=3).map(lambda several: v.Countries(tuple(several))),
    tags.map(v.Language),
    st.lists(tags, min_size=1, max_size=3).map(lambda several: v.Languages(tuple(several))),
    st.builds(v.Money, amounts, st.sampled_from(["EUR", "USD", "XAF"])),
    rows.map(v.Ref),
    st.lists(rows, min_size=1, max_size=3).map(lambda several: v.Refs(tuple(several))),
    files,
    words.map(v.DoesNotApply),
    words.map(v.NotKnown),
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a case with one request, some rows, some answers."""
    persons = tuple(Row(RowId(f"p{number}")) for number in range(draw(st.integers(0, 3))))
    items = tuple(Row(RowId(f"m{number}"), "service") for number in range(draw(st.integers(0, 2))))
    kept = {(CASE, ListName("persons")): persons, (Scope("r1"), ListName("items")): items}
    paths = [Path(CASE, FieldName("case.case_name")), Path(Scope("r1"), FieldName("request.purpose"))]
    paths += [Path(CASE, FieldName("person.name_family"), row.id) for row in persons]
    paths += [Path(Scope("r1"), FieldName("item.relevance"), row.id) for row in items]
    answers = {path: draw(values) for path in paths if draw(st.booleans())}
    aside = tuple(SetAside("field.request.purpose", path, draw(words)) for path in paths[:1] if draw(st.booleans()))
    written = [path for path, value in answers.items() if isinstance(value, v.Text)]
    return Case(
        id="drawn",
        requests=(Request(RequestId("r1"), "mla"),),
        rows={key: several for key, several in kept.items() if several},
        answers=answers,
        set_aside=aside,
        language=draw(st.sampled_from(["", "en", "ar"])),
        translations={
            (path, draw(tags)): Translation(
                draw(st.sampled_from([answers[path], v.Text("before")])), v.Text(draw(words))
            )
            for path in written
            if draw(st.booleans())
        },
    )
