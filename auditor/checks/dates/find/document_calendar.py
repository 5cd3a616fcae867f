"""The days that a document's words count from: its datelines, or its day of publication."""

import datetime
import re
from dataclasses import dataclass

from auditor.checks.dates.find.spans import day_of
from auditor.model.date import Date
from auditor.model.document import Dateline, Document

BEFORE, AFTER = 240, 60
"""Days around the article's day in which a dateline without a year is given its year: references
are mostly older than the article. Outside of them two years are nearly as close. A guess."""

LONGEST = 80
"""Characters of a dateline. A guess; the longest seen has 52."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a document, and the one that gives its datelines their year.

    Attributes:
        base: the day of publication; for a reference that states none, the article's day.
        published: None where the document states none.
    """

    document: Document
    base: datetime.date | None
    published: datetime.date | None

    def day_at(self, offset: int) -> datetime.date | None:
        """Return the day that words at a place of the text count from, None where unknown.

        That of the last dateline before them: a page may quote reports of several days. What
        stands above the first dateline belongs to it where the page has no other.
        """
        line = self.dateline_at(offset)
        return (line and self._dated(line)) or self.published

    def is_own(self, date: Date) -> bool:
        """Tell whether the words state the document's own date: they are no claim about news."""
        if any(date.start < d.end and d.start < date.end for d in self.document.dates):
            return True
        return any(
            (date.month, date.day) == (one.month, one.day)
            and 0 <= date.start - one.start <= LONGEST
            and not re.search(r"[–—(\n]", self.document.text[one.start : date.start])
            for one in self.document.datelines
        )

    def dateline_at(self, offset: int) -> Dateline | None:
        """Return the dateline that rules a place, None where none does."""
        before = [one for one in self.document.datelines if one.start <= offset]
        if len({(one.month, one.day) for one in self.document.datelines}) == 1:
            before = list(self.document.datelines)
        return before[-1] if before else None

    def _dated(self, line: Dateline) -> datetime.date | None:
        if line.year:
            return day_of(line.year, line.month, line.day)
        return closest(line.month, line.day, self.base) if self.base else None


def calendar_of(document: Document, near: datetime.date | None = None) -> Calendar:
    """Return the calendar of a document.

    A dateline goes before the day of publication, which may be that of a copy. `near` is the
    article's day: it gives the year to the datelines of a reference that states no day.
    """
    return Calendar(document, document.published or near, document.published)


def closest(month: int, day: int, near: datetime.date) -> datetime.date | None:
    """Return the month and day in the year closest to `near`, None where that leaves doubt."""
    best = nearest(month, day, near)
    return best if best and -BEFORE <= (best - near).days <= AFTER else None


def nearest(month: int, day: int, near: datetime.date) -> datetime.date | None:
    """Return the date of that month and day nearest to `near`, None where no year has it."""
    years = (near.year - 1, near.year, near.year + 1)
    days = [one for year in years if (one := day_of(year, month, day))]
    return min(days, key=lambda one: (abs((one - near).days), one), default=None)
