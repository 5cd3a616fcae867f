"""Dates that no calendar has: a weekday on which the day did not fall."""

from collections.abc import Iterator

from auditor.mentions.moments.day import calendar_of
from auditor.mentions.moments.resolve import readings
from auditor.model.calendar import WEEKDAYS, day_in_words
from auditor.model.moment import Frame, Moment
from auditor.model.text import Text

GREGORIAN = 1800
"""Sources name the weekdays of earlier years by the Julian calendar too."""


def wrong_weekdays(text: Text) -> Iterator[tuple[Moment, str, str]]:
    """Yield each date whose weekday is wrong, with its day in words and that day's weekday.

    A date without a year is wrong where it is so in every year that it can mean.
    """
    calendar = calendar_of(text.document)
    for moment in text.moments:
        if moment.weekday is None or moment.frame not in {Frame.ABSOLUTE, Frame.PARTIAL}:
            continue
        days = [span.first for span in readings(moment, calendar.day_at(moment.start))]
        if days and all(day.weekday() != moment.weekday and day.year >= GREGORIAN for day in days):
            day = days[0]
            yield moment, day_in_words(day), WEEKDAYS[day.weekday()]
