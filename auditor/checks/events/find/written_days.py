"""When a reference was written, and the days that its sentences speak of."""

import datetime
from collections.abc import Iterator

from auditor.checks.dates.find.document_calendar import calendar_of, nearest
from auditor.model.date import Date, Grain
from auditor.model.text import Text


def written(text: Text, near: datetime.date | None) -> datetime.date | None:
    """Return the day on which a reference was written; a dateline takes its year from `near`."""
    calendar = calendar_of(text.document, near)
    opening = text.document.datelines
    return calendar.published or (calendar.day_at(opening[0].start) if opening else None)


def days_of(date: Date, wrote: datetime.date | None) -> Iterator[datetime.date]:
    """Yield the one day that a date means, nothing where it means more or cannot be told."""
    if date.grain is not Grain.DAY:
        return
    if date.first and date.first == date.last:
        yield date.first
    elif date.first is None and wrote:
        yield from _day_from(date, wrote)


def _day_from(date: Date, wrote: datetime.date) -> Iterator[datetime.date]:
    """Yield the day of ``Thursday`` or ``January 4`` in a report of the day `wrote`."""
    if date.weekday is not None and date.shift is None and not date.anchor_end:
        yield wrote - datetime.timedelta(days=(wrote.weekday() - date.weekday) % 7)
    elif date.month and date.day:
        yield from filter(None, [nearest(date.month, date.day, wrote)])
