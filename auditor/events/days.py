"""When a reference was written, and the days that its sentences speak of."""

import re
from calendar import month_abbr
from collections.abc import Iterator
from datetime import date, timedelta

from auditor.model.moment import Grain, Moment
from auditor.model.text import Text

_DATELINE = re.compile(
    r"^[A-Z][A-Z .’'-]{2,30}(?:, [A-Z][\w. ]{1,20})?,? "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (\d{1,2}) ?(?:\(|[-–—])",
    re.MULTILINE,
)
"""``BAGHDAD, Jan 5 (Reuters) –`` at the head of a line, as in pages that hold several reports."""

MONTHS = tuple(month_abbr)[1:]

HALF_YEAR = 183
"""A date without a year is the one nearest to the article's: at most half a year off."""


def written(text: Text, near: date | None) -> date | None:
    """Return the day on which a reference was written; a dateline takes its year from `near`."""
    if text.document.published:
        return text.document.published
    stated = text.document.dateline or _dateline(text)
    return nearest(*stated, near) if stated and near else None


def _dateline(text: Text) -> tuple[int, int] | None:
    found = _DATELINE.search(text.document.text)
    return (MONTHS.index(found[1]) + 1, int(found[2])) if found else None


def nearest(month: int, day: int, near: date) -> date | None:
    """Return the date of that month and day nearest to `near`, None where no year has it."""
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return min(found, key=lambda one: (abs((one - near).days), one), default=None)


def days_of(moment: Moment, wrote: date | None) -> Iterator[date]:
    """Yield the one day that a moment means, nothing where it means more or cannot be told."""
    if moment.grain is not Grain.DAY:
        return
    if moment.first and moment.first == moment.last:
        yield moment.first
    elif moment.first is None and wrote:
        yield from _counted(moment, wrote)


def _counted(moment: Moment, wrote: date) -> Iterator[date]:
    """Yield the day of ``Thursday`` or ``January 4`` in a report of the day `wrote`."""
    if moment.weekday is not None and moment.shift is None and not moment.anchor_end:
        yield wrote - timedelta(days=(wrote.weekday() - moment.weekday) % 7)
    elif moment.month and moment.day:
        yield from filter(None, [nearest(moment.month, moment.day, wrote)])
