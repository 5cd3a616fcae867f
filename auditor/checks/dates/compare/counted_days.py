"""Days that a reference leaves to be reckoned: ``on Sunday, two days before the vote``."""

import datetime
from collections.abc import Iterator, Sequence

from auditor.checks.dates.compare.agreement import falls_on
from auditor.checks.dates.compare.dated import Dated
from auditor.checks.dates.find.resolve import DAYS
from auditor.checks.dates.find.spans import Days, moved
from auditor.language.words import stem
from auditor.model.date import Grain, Origin

COUNTED = frozenset({Grain.DAY, Grain.WEEK})
"""Grains by which a day can be reckoned; a month or a year later is seldom that very day."""


def reckoned(dates: Sequence[Dated]) -> Iterator[datetime.date]:
    """Yield the days that lie as far from a day of a reference as it counts from one.

    From which one, and to which side, a reader tells by the sense: ``They went back the next day``
    may follow the day three sentences before it.
    """
    for counted in dates:
        for base in dates:
            if base.text.document.id == counted.text.document.id:
                yield from _apart(counted, base)


def reckoned_years(dates: Sequence[Dated]) -> Iterator[int]:
    """Yield the years that lie as far from a year of a reference as it counts from one.

    ``taken in 1902 and bought two years later``: 1904.
    """
    for counted in dates:
        date = counted.date
        if date.origin is not Origin.ANCHORED or not date.shift or date.grain is not Grain.YEAR:
            continue
        for base in dates:
            if base.text.document.id == counted.text.document.id:
                years = {year for span in base.spans for year in (span.first.year, span.last.year)}
                yield from (year + far for year in years for far in (-date.shift, date.shift))


def is_reckoned_from(theirs: Dated, mine: Dated, dates: Sequence[Dated]) -> bool:
    """Tell whether the article's day is that of the event from which theirs is counted.

    ``The mill burned down on Sunday, two days before the sale`` dates the sale, too.
    """
    return any(
        _is_named(counted, mine) and _is_on(day, mine)
        for counted in dates
        if counted.sentence is theirs.sentence
        for day in _apart(counted, theirs)
    )


def is_on_any(days: Iterator[datetime.date], mine: Dated) -> bool:
    """Tell whether a day is the article's, whose year may be left out."""
    return any(_is_on(day, mine) for day in days)


def _apart(counted: Dated, base: Dated) -> Iterator[datetime.date]:
    date = counted.date
    if date.origin is not Origin.ANCHORED or date.shift is None or date.grain not in COUNTED:
        return
    far = abs(date.shift) * DAYS[date.grain]
    for span in base.spans:
        if span.first == span.last:
            yield from (moved(span.first, -far), moved(span.first, far))


def _is_on(day: datetime.date, mine: Dated) -> bool:
    one = Days(day, day)
    return falls_on(mine.date, one) or one in mine.spans


def _is_named(counted: Dated, mine: Dated) -> bool:
    """Tell whether the words that a date is counted from name what the article's date dates."""
    date = counted.date
    return bool(
        mine.heads
        & {
            stem(token.lemma)
            for token in counted.sentence.tokens
            if date.anchor_start <= token.start < date.anchor_end
        }
    )
