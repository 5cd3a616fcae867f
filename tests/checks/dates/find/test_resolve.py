import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.checks.dates.find import find_dates
from auditor.checks.dates.find.resolve import readings
from auditor.checks.dates.find.spans import Days, month_of
from auditor.load import document_from_text
from auditor.model.calendar import MONTHS, WEEKDAYS
from auditor.model.date import Date, Grain, Origin, Tense
from auditor.text.segment import segment

DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))
QUICK = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def ending(number: int) -> str:
    if 10 < number < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def renderings(day: datetime.date) -> tuple[str, ...]:
    month = MONTHS[day.month - 1]
    short = month if len(month) < 5 else f"{month[:3]}."
    weekday = WEEKDAYS[day.weekday()]
    return (
        f"{month} {day.day}, {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day}{ending(day.day)} of {month}, {day.year}",
        f"{month} {day.day}{ending(day.day)}, {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        day.isoformat(),
        f"{month} {day.year}",
        f"{day.year}",
    )


@QUICK
@given(DAYS, DAYS)
def test_what_is_read_holds_the_day_that_was_written(
    day: datetime.date, published: datetime.date
) -> None:
    text = "\n\n".join(f"The old bridge was closed in {words}." for words in renderings(day))
    found = find_dates(segment(document_from_text("r1", "r1", text, published)))
    assert len(found) == len(renderings(day))
    for date in found:
        assert date.first is not None
        assert date.last is not None
        assert date.first <= day <= date.last
        assert text[date.start : date.end] == date.text


@QUICK
@given(st.integers(0, 6), DAYS)
def test_a_past_weekday_is_within_the_week_before_its_document(
    weekday: int, published: datetime.date
) -> None:
    text = f"The bridge was closed on {WEEKDAYS[weekday]} by the police."
    (date,) = find_dates(segment(document_from_text("r1", "r1", text, published)))
    assert date.first is not None
    assert date.first.weekday() == weekday
    assert datetime.timedelta(0) <= published - date.first < datetime.timedelta(days=7)


@QUICK
@given(st.text(alphabet="0123456789 ,./-–’'JanuaryMdthofSun$(", max_size=80))
def test_no_text_breaks_the_finder_and_places_hold(words: str) -> None:
    text = f"It was {words} then."
    for date in find_dates(segment(document_from_text("r1", "r1", text))):
        assert text[date.start : date.end] == date.text


@given(
    st.sampled_from(list(Grain)),
    st.integers(-400, 400),
    st.booleans(),
    st.sampled_from(list(Tense)),
    DAYS,
)
@settings(derandomize=True)
def test_every_reading_begins_before_it_ends(
    grain: Grain, shift: int, count: bool, tense: Tense, day: datetime.date
) -> None:
    date = Date(
        0, 1, "x", None, None, grain, Origin.RELATIVE, tense=tense, shift=shift, count=count
    )
    for span in readings(date, day):
        assert span.first <= span.last


@pytest.mark.parametrize(
    ("year", "month", "count", "days"),
    [
        (2024, 2, 1, Days(datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))),
        (2024, 12, 1, Days(datetime.date(2024, 12, 1), datetime.date(2024, 12, 31))),
        (2024, 13, 1, Days(datetime.date(2025, 1, 1), datetime.date(2025, 1, 31))),
        (2024, 0, 1, Days(datetime.date(2023, 12, 1), datetime.date(2023, 12, 31))),
        (2024, 11, 3, Days(datetime.date(2024, 11, 1), datetime.date(2025, 1, 31))),
        (9999, 12, 3, None),
    ],
)
def test_months_count_on_past_the_end_of_the_year(
    year: int, month: int, count: int, days: Days | None
) -> None:
    assert month_of(year, month, count) == days
