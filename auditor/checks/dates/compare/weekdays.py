"""Dates that no calendar has: a weekday on which the day did not fall."""

from collections.abc import Iterator

from auditor.checks.dates.find.document_calendar import calendar_of
from auditor.checks.dates.find.resolve import readings
from auditor.model.calendar import WEEKDAYS, day_in_words
from auditor.model.date import Date, Origin
from auditor.model.text import Text

GREGORIAN = 1800
"""Sources name the weekdays of earlier years by the Julian calendar too."""


def wrong_weekdays(text: Text) -> Iterator[tuple[Date, str, str]]:
    """Yield each date whose weekday is wrong, with its day in words and that day's weekday.

    A date without a year is wrong where it is so in every year that it can mean.
    """
    calendar = calendar_of(text.document)
    for date in text.dates:
        if date.weekday is None or date.origin not in {Origin.ABSOLUTE, Origin.PARTIAL}:
            continue
        days = [span.first for span in readings(date, calendar.day_at(date.start))]
        if days and all(day.weekday() != date.weekday and day.year >= GREGORIAN for day in days):
            day = days[0]
            yield date, day_in_words(day), WEEKDAYS[day.weekday()]
