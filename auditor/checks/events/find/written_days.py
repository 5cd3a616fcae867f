"""When a reference was written, and the days that its sentences speak of."""

import datetime
import re
from calendar import month_abbr
from collections.abc import Iterator

from auditor.model.date import Date, Grain
from auditor.model.text import Text

_DATELINE = re.compile(
    r"^[A-Z][A-Z .’'-]{2,30}(?:, [A-Z][\w. ]{1,20})?,? "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (\d{1,2}) ?(?:\(|[-–—])",
    re.MULTILINE,
)
"""``BAGHDAD, Jan 5 (Reuters) –`` at the head of a line, as in pages that hold several reports."""

SHORT_MONTHS = tuple(month_abbr)[1:]
"""As datelines begin them."""


def written(text: Text, near: datetime.date | None) -> datetime.date | None:
    """Return the day on which a reference was written; a dateline takes its year from `near`."""
    if text.document.published:
        return text.document.published
    stated = text.document.dateline or _dateline(text)
    return nearest(*stated, near) if stated and near else None


def _dateline(text: Text) -> tuple[int, int] | None:
    match = _DATELINE.search(text.document.text)
    return (SHORT_MONTHS.index(match[1]) + 1, int(match[2])) if match else None


def nearest(month: int, day: int, near: datetime.date) -> datetime.date | None:
    """Return the date of that month and day nearest to `near`, None where no year has it."""
    dates = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            dates.append(datetime.date(year, month, day))
        except ValueError:
            continue
    return min(dates, key=lambda date: (abs((date - near).days), date), default=None)


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
