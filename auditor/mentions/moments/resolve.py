"""From a date expression and the day of its document to the days that it can mean.

The conventions are those of news agencies (AP Stylebook, "dates", "today", "months"; Reuters
Handbook, "datelines"): a weekday alone is within a week of the dateline, the past one where the
sentence tells of the past; a month and day without a year are the nearest.
An expression can have several readings; the likeliest comes first.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from auditor.mentions.moments.days import (
    Days,
    day_of,
    month_of,
    moved,
    widened,
    years_of,
)
from auditor.model.moment import Bound, Frame, Grain, Moment, Tense

MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 4, Grain.HALF: 6}
"""Months that a grain takes. A season has one more than in the almanac: writers start early."""

SLACK = {Grain.DAY: 0, Grain.WEEK: 4, Grain.MONTH: 20, Grain.YEAR: 240, Grain.DECADE: 1500}
"""Days by which "N … ago" may be off either way: people round. A guess."""

DAYS = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 30, Grain.YEAR: 365, Grain.DECADE: 3652}


def readings(moment: Moment, day: date | None) -> tuple[Days, ...]:
    """Return the spans of days that the expression can mean, the likeliest first.

    () where it needs a day to count from and `day` is None, and where it counts from another
    event.
    """
    if moment.frame is Frame.ABSOLUTE and moment.year is not None:
        found = [_stated(moment, moment.year)]
    elif moment.frame is Frame.PARTIAL and day:
        found = list(_nearest(moment, day))
    elif moment.frame is Frame.RELATIVE and day:
        found = list(_relative(moment, day))
    else:
        found = []
    return tuple(days for days in found if days)


def _stated(moment: Moment, year: int) -> Days | None:
    if moment.month is None:
        if moment.grain is Grain.DECADE:
            century = year % 100 == 0  # the 1800s are more often the century
            return _part(moment, years_of(year, year + (99 if century else 9)))
        return _part(moment, years_of(year, year))
    if moment.grain is Grain.SEASON:
        return month_of(year, moment.month - (moment.month == 12) * 12, MONTHS[Grain.SEASON])
    if moment.day is None:
        return _part(moment, month_of(year, moment.month, MONTHS.get(moment.grain, 1)))
    found = day_of(year, moment.month, moment.day)
    return Days(found, found) if found else None


def _part(moment: Moment, days: Days | None) -> Days | None:
    """Return the early, middle or late part, with room: "early March" may be the 12th."""
    if days is None or not moment.part:
        return days
    length = (days.last - days.first).days + 1
    if moment.part in {"early", "earlier"}:
        return Days(days.first, moved(days.first, length // 2))
    if moment.part in {"late", "later"}:
        return Days(moved(days.last, -length // 2), days.last)
    return Days(moved(days.first, length // 5), moved(days.last, -length // 5))


def _nearest(moment: Moment, day: date) -> Iterator[Days | None]:
    """Yield the span in the likeliest year, then in the year on the other side of the day."""
    spans = [days for year in range(day.year - 1, day.year + 2) if (days := _stated(moment, year))]
    past = [days for days in spans if days.first <= day]
    ahead = [days for days in spans if days.last >= day]
    if moment.tense is Tense.PAST and moment.bound is not Bound.BY:
        yield from past[-1:]
    elif moment.tense is Tense.FUTURE:
        yield from ahead[:1]
    else:
        here = Days(day, day)
        yield from sorted({*past[-1:], *ahead[:1]}, key=lambda d: (d.gap(here), d.first))


def _relative(moment: Moment, day: date) -> Iterator[Days | None]:
    if moment.weekday is not None:
        yield from _weekday(moment, day, moment.weekday)
    elif moment.month is not None:
        yield from _named_month(moment, day)
    elif moment.shift is None:
        return
    elif moment.count:
        yield _ago(moment, day)
    else:
        yield _shifted(moment, day, moment.shift)


def _weekday(moment: Moment, day: date, weekday: int) -> Iterator[Days]:
    past = moved(day, -((day.weekday() - weekday) % 7))
    ahead = moved(day, (weekday - day.weekday()) % 7)
    if moment.shift == -1:
        days = [moved(past, -7)] if past == day else [past, moved(past, -7)]
    elif moment.shift == 1:
        days = [moved(ahead, 7)] if ahead == day else [ahead, moved(ahead, 7)]
    elif moment.tense is Tense.PAST and moment.bound is Bound.ON:
        days = [past]
    elif moment.tense is Tense.FUTURE:
        days = [moved(ahead, 7), ahead] if ahead == day else [ahead]
    else:
        days = [past] if past == ahead else [past, ahead]
    yield from (Days(one, one) for one in days)


def _named_month(moment: Moment, day: date) -> Iterator[Days | None]:
    """Yield ``last March``, ``this summer``, ``next January`` in the nearest year that fits."""
    spans = [days for year in range(day.year - 2, day.year + 3) if (days := _stated(moment, year))]
    if moment.shift == -1:
        yield from reversed([days for days in spans if days.first <= day][-2:])
    elif moment.shift == 1:
        yield from [days for days in spans if days.last >= day][:2]
    else:
        here = Days(day, day)
        yield from sorted(spans, key=lambda d: (d.gap(here), d.first))[:1]


def _shifted(moment: Moment, day: date, shift: int) -> Days | None:
    """Return the whole day, week, month … that lies `shift` of them from the document's."""
    if moment.grain is Grain.DAY:
        return Days(moved(day, shift), moved(day, shift))
    if moment.part in {"earlier", "later"} and shift == 0:
        return _so_far(moment, day)
    if moment.grain is Grain.WEEK:
        return _part(moment, _week(day, shift))
    if moment.grain is Grain.WEEKEND:
        return _weekend(moment, day, shift)
    if moment.grain in MONTHS:
        months = MONTHS[moment.grain]
        first = (day.month - 1) // months * months + 1
        return _part(moment, month_of(day.year, first + shift * months, months))
    if moment.grain is Grain.DECADE:
        start = day.year // 10 * 10 + 10 * shift
        return years_of(start, start + 9)
    return _part(moment, years_of(day.year + shift, day.year + shift))


def _so_far(moment: Moment, day: date) -> Days | None:
    """Return what is over of this week, month or year ("earlier"), or is left of it ("later")."""
    whole = _shifted(replace(moment, part=""), day, 0)
    if whole is None:
        return None
    if moment.part == "earlier":
        return Days(whole.first, min(day, whole.last))
    return Days(max(day, whole.first), whole.last)


def _week(day: date, shift: int) -> Days:
    """Return the week, from the Sunday that opens it in America to the Sunday that ends it."""
    monday = moved(day, 7 * shift - day.weekday())
    found = Days(moved(monday, -1), moved(monday, 6))
    if day.weekday() == 6:  # a new week has begun for Americans
        return Days(found.first, moved(found.last, 7))
    return found


def _weekend(moment: Moment, day: date, shift: int) -> Days:
    """Return Friday to Monday: evenings and long weekends count."""
    saturday = moved(day, -((day.weekday() - 5) % 7))
    if shift == -1 and day.weekday() >= 5:
        saturday = moved(saturday, -7)
    ahead = shift == 1 or (shift == 0 and moment.tense is Tense.FUTURE)
    if ahead and day.weekday() < 5:
        saturday = moved(saturday, 7)
    return Days(moved(saturday, -1), moved(saturday, 2))


def _ago(moment: Moment, day: date) -> Days:
    length = DAYS.get(moment.grain, 1) * (moment.shift or 0)
    middle = moved(day, length)
    found = widened(Days(middle, middle), SLACK.get(moment.grain, 0))
    if moment.grain is Grain.YEAR and (year := years_of(*[day.year + (moment.shift or 0)] * 2)):
        return Days(min(found.first, year.first), max(found.last, year.last))
    return found
