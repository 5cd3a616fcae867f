from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.load import document_from_text
from auditor.mentions.moments import find_moments
from auditor.mentions.moments.days import Days, month_of
from auditor.mentions.moments.resolve import readings
from auditor.model.calendar import MONTHS, WEEKDAYS
from auditor.model.moment import Frame, Grain, Moment, Tense
from auditor.segment import segment

DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def ending(number: int) -> str:
    if 10 < number < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def renderings(day: date) -> tuple[str, ...]:
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
def test_what_is_read_holds_the_day_that_was_written(day: date, published: date) -> None:
    text = "\n\n".join(f"The old bridge was closed in {words}." for words in renderings(day))
    found = find_moments(segment(document_from_text("r1", "r1", text, published)))
    assert len(found) == len(renderings(day))
    for moment in found:
        assert moment.first is not None
        assert moment.last is not None
        assert moment.first <= day <= moment.last
        assert text[moment.start : moment.end] == moment.text


@QUICK
@given(st.integers(0, 6), DAYS)
def test_a_past_weekday_is_within_the_week_before_its_document(
    weekday: int, published: date
) -> None:
    text = f"The bridge was closed on {WEEKDAYS[weekday]} by the police."
    (moment,) = find_moments(segment(document_from_text("r1", "r1", text, published)))
    assert moment.first is not None
    assert moment.first.weekday() == weekday
    assert timedelta(0) <= published - moment.first < timedelta(days=7)


@QUICK
@given(st.text(alphabet="0123456789 ,./-–’'JanuaryMdthofSun$(", max_size=80))
def test_no_text_breaks_the_finder_and_places_hold(words: str) -> None:
    text = f"It was {words} then."
    for moment in find_moments(segment(document_from_text("r1", "r1", text))):
        assert text[moment.start : moment.end] == moment.text


@given(
    st.sampled_from(list(Grain)),
    st.integers(-400, 400),
    st.booleans(),
    st.sampled_from(list(Tense)),
    DAYS,
)
@settings(deadline=None, derandomize=True)
def test_every_reading_begins_before_it_ends(
    grain: Grain, shift: int, count: bool, tense: Tense, day: date
) -> None:
    moment = Moment(
        0, 1, "x", None, None, grain, Frame.RELATIVE, tense=tense, shift=shift, count=count
    )
    for span in readings(moment, day):
        assert span.first <= span.last


@pytest.mark.parametrize(
    ("year", "month", "count", "days"),
    [
        (2024, 2, 1, Days(date(2024, 2, 1), date(2024, 2, 29))),
        (2024, 12, 1, Days(date(2024, 12, 1), date(2024, 12, 31))),
        (2024, 13, 1, Days(date(2025, 1, 1), date(2025, 1, 31))),
        (2024, 0, 1, Days(date(2023, 12, 1), date(2023, 12, 31))),
        (2024, 11, 3, Days(date(2024, 11, 1), date(2025, 1, 31))),
        (9999, 12, 3, None),
    ],
)
def test_months_count_on_past_the_end_of_the_year(
    year: int, month: int, count: int, days: Days | None
) -> None:
    assert month_of(year, month, count) == days
