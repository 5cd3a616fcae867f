from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.load.written_dates import MONTHS, written_dates


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Jan 6, 2024", "2024-01-06"),
        ("January 6th, 2024", "2024-01-06"),
        ("July 21,2013", "2013-07-21"),
        ("Sept. 3 2021", "2021-09-03"),
        ("6 Jan 2024", "2024-01-06"),
        ("29th February 2012", "2012-02-29"),
        ("3rd of May, 2019", "2019-05-03"),
        ("21-Jul-2013", "2013-07-21"),
        ("2024-01-06", "2024-01-06"),
        ("2024/1/6", "2024-01-06"),
        ("2024-01-06T23:59:00-05:00", "2024-01-06"),
        ("22/02/2024", "2024-02-22"),
        ("7/28/2004", "2004-07-28"),
        ("3/3/2024", "2024-03-03"),
        ("11.30.19", "2019-11-30"),
        ("Friday 02/03/2024", None),  # neither 2 March nor 3 February was a Friday …
        ("Saturday 02/03/2024", None),  # … and both were Saturdays
        ("Tuesday 05/03/2024", "2024-03-05"),
        ("03/04/2024", None),
        ("24-01-06", None),
    ],
)
def test_a_date_has_a_value_where_it_can_mean_one_day_only(line: str, day: str | None) -> None:
    found = [written.value for written in written_dates(line) if written.value]
    assert found == ([date.fromisoformat(day)] if day else [])


@pytest.mark.parametrize(
    "line",
    [
        "Jan 6",
        "January 2024",
        "February 30, 2024",
        "31/31/2024",
        "2024-13-01",
        "version 1.2.2024.5",
        "10-20-30-2024",
        "Maya 12, 2024",
        "the 6 2024",
        "192.168.10.24",
    ],
)
def test_what_is_no_full_date_is_not_found(line: str) -> None:
    assert written_dates(line) == ()


def test_two_dates_of_a_line_come_in_order_with_their_places() -> None:
    line = "Published 6 January 2024, updated Jan 7, 2024"
    assert [line[found.start : found.end] for found in written_dates(line)] == [
        "6 January 2024",
        "Jan 7, 2024",
    ]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_reads_back_in_every_spelling(day: date) -> None:
    month = MONTHS[day.month - 1].title()
    for spelling in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month}. {day.year}",
        f"{day.day}-{month}-{day.year}",
        day.isoformat(),
    ):
        assert [found.value for found in written_dates(spelling)] == [day]


@given(st.text(max_size=80))
def test_places_lie_inside_any_line_and_do_not_overlap(line: str) -> None:
    last = 0
    for found in written_dates(line):
        assert last <= found.start < found.end <= len(line)
        last = found.end
