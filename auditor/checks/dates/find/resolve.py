"""From a date expression and the day of its document to the days that it can mean.

The conventions are those of news agencies (AP Stylebook, "dates", "today", "months"; Reuters
Handbook, "datelines"): a weekday alone is within a week of the dateline, the past one where the
sentence tells of the past; a month and day without a year are the nearest.
An expression can have several readings; the likeliest comes first.
"""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from auditor.checks.dates.find.spans import (
    Days,
    day_of,
    month_of,
    moved,
    widened,
    years_of,
)
from auditor.model.date import Date, Grain, Origin, Side, Tense

MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 4, Grain.HALF: 6}
"""Months that a grain takes. A season has one more than in the almanac: writers start early."""

SLACK = {Grain.DAY: 0, Grain.WEEK: 4, Grain.MONTH: 20, Grain.YEAR: 240, Grain.DECADE: 1500}
"""Days by which "N … ago" may be off either way: people round. A guess."""

DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 30, Grain.YEAR: 365, Grain.DECADE: 3652}


def readings(date: Date, day: datetime.date | None) -> tuple[Days, ...]:
    """Return the spans of days that the expression can mean, the likeliest first.

    () where it needs a day to count from and `day` is None, and where it counts from another
    event.
    """
    if date.origin is Origin.ABSOLUTE and date.year is not None:
        spans = [_stated(date, date.year)]
    elif date.origin is Origin.PARTIAL and day:
        spans = list(_nearest(date, day))
    elif date.origin is Origin.RELATIVE and day:
        spans = list(_relative(date, day))
    else:
        spans = []
    return tuple(days for days in spans if days)


def _stated(date: Date, year: int) -> Days | None:
    if date.month is None:
        if date.grain is Grain.DECADE:
            century = year % 100 == 0  # the 1800s are more often the century
            return _part(date, years_of(year, year + (99 if century else 9)))
        return _part(date, years_of(year, year))
    if date.grain is Grain.SEASON:
        return month_of(year, date.month - (date.month == 12) * 12, MONTHS[Grain.SEASON])
    if date.day is None:
        return _part(date, month_of(year, date.month, MONTHS.get(date.grain, 1)))
    stated = day_of(year, date.month, date.day)
    return Days(stated, stated) if stated else None


def _part(date: Date, days: Days | None) -> Days | None:
    """Return the early, middle or late part, with room: "early March" may be the 12th."""
    if days is None or not date.part:
        return days
    length = (days.last - days.first).days + 1
    if date.part in {"early", "earlier"}:
        return Days(days.first, moved(days.first, length // 2))
    if date.part in {"late", "later"}:
        return Days(moved(days.last, -length // 2), days.last)
    return Days(moved(days.first, length // 5), moved(days.last, -length // 5))


def _nearest(date: Date, day: datetime.date) -> Iterator[Days | None]:
    """Yield the span in the likeliest year, then in the year on the other side of the day."""
    spans = [days for year in range(day.year - 1, day.year + 2) if (days := _stated(date, year))]
    past = [days for days in spans if days.first <= day]
    ahead = [days for days in spans if days.last >= day]
    if date.tense is Tense.PAST and date.bound is not Side.BY:
        yield from past[-1:]
    elif date.tense is Tense.FUTURE:
        yield from ahead[:1]
    else:
        here = Days(day, day)
        yield from sorted({*past[-1:], *ahead[:1]}, key=lambda d: (d.gap(here), d.first))


def _relative(date: Date, day: datetime.date) -> Iterator[Days | None]:
    if date.weekday is not None:
        yield from _weekday(date, day, date.weekday)
    elif date.month is not None:
        yield from _named_month(date, day)
    elif date.shift is None:
        return
    elif date.count:
        yield _ago(date, day)
    else:
        yield _shifted(date, day, date.shift)


def _weekday(date: Date, day: datetime.date, weekday: int) -> Iterator[Days]:
    past = moved(day, -((day.weekday() - weekday) % 7))
    ahead = moved(day, (weekday - day.weekday()) % 7)
    if date.count and date.shift is not None:
        days = [moved(day, weekday - day.weekday() + 7 * date.shift)]
    elif date.shift == -1:
        days = [moved(past, -7)] if past == day else [past, moved(past, -7)]
    elif date.shift == 1:
        days = [moved(ahead, 7)] if ahead == day else [ahead, moved(ahead, 7)]
    elif date.tense is Tense.PAST and date.bound is Side.ON:
        days = [past]
    elif date.tense is Tense.FUTURE:
        days = [moved(ahead, 7), ahead] if ahead == day else [ahead]
    else:
        days = [past] if past == ahead else [past, ahead]
    yield from (Days(one, one) for one in days)


def _named_month(date: Date, day: datetime.date) -> Iterator[Days | None]:
    """Yield ``last March``, ``this summer``, ``next January`` in the nearest year that fits."""
    spans = [days for year in range(day.year - 2, day.year + 3) if (days := _stated(date, year))]
    if date.shift == -1:
        yield from reversed([days for days in spans if days.first <= day][-2:])
    elif date.shift == 1:
        yield from [days for days in spans if days.last >= day][:2]
    else:
        here = Days(day, day)
        yield from sorted(spans, key=lambda d: (d.gap(here), d.first))[:1]


def _shifted(date: Date, day: datetime.date, shift: int) -> Days | None:
    """Return the whole day, week, month … that lies `shift` of them from the document's."""
    if date.grain is Grain.DAY:
        return Days(moved(day, shift), moved(day, shift))
    if date.part in {"earlier", "later"} and shift == 0:
        return _so_far(date, day)
    if date.grain is Grain.WEEK:
        return _part(date, _week(day, shift))
    if date.grain is Grain.WEEKEND:
        return _weekend(date, day, shift)
    if date.grain in MONTHS:
        months = MONTHS[date.grain]
        first = (day.month - 1) // months * months + 1
        return _part(date, month_of(day.year, first + shift * months, months))
    if date.grain is Grain.DECADE:
        start = day.year // 10 * 10 + 10 * shift
        return years_of(start, start + 9)
    return _part(date, years_of(day.year + shift, day.year + shift))


def _so_far(date: Date, day: datetime.date) -> Days | None:
    """Return what is over of this week, month or year ("earlier"), or is left of it ("later")."""
    whole = _shifted(replace(date, part=""), day, 0)
    if whole is None:
        return None
    if date.part == "earlier":
        return Days(whole.first, min(day, whole.last))
    return Days(max(day, whole.first), whole.last)


def _week(day: datetime.date, shift: int) -> Days:
    """Return the week, from the Sunday that opens it in America to the Sunday that ends it."""
    monday = moved(day, 7 * shift - day.weekday())
    week = Days(moved(monday, -1), moved(monday, 6))
    if day.weekday() == 6:  # a new week has begun for Americans
        return Days(week.first, moved(week.last, 7))
    return week


def _weekend(date: Date, day: datetime.date, shift: int) -> Days:
    """Return Friday to Monday: evenings and long weekends count."""
    saturday = moved(day, -((day.weekday() - 5) % 7))
    if shift == -1 and day.weekday() >= 5:
        saturday = moved(saturday, -7)
    ahead = shift == 1 or (shift == 0 and date.tense is Tense.FUTURE)
    if ahead and day.weekday() < 5:
        saturday = moved(saturday, 7)
    return Days(moved(saturday, -1), moved(saturday, 2))


def _ago(date: Date, day: datetime.date) -> Days:
    length = DAYS.get(date.grain, 1) * (date.shift or 0)
    middle = moved(day, length)
    span = widened(Days(middle, middle), SLACK.get(date.grain, 0))
    if date.grain is Grain.YEAR and (year := years_of(*[day.year + (date.shift or 0)] * 2)):
        return Days(min(span.first, year.first), max(span.last, year.last))
    return span
