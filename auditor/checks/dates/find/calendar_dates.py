"""Reading dates of the calendar: day and month in any order, in figures, by their feast."""

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.checks.dates.find.ambiguous import is_plain_word
from auditor.checks.dates.find.match import Found, cut
from auditor.checks.dates.find.spans import day_of
from auditor.checks.dates.find.words import (
    feast_days,
    month_numbers,
    ordinals,
    weekday_numbers,
)
from auditor.model.date import Bound, Date, Grain, Origin

LEAP_YEAR = 2024
"""A day and month without a year may be 29 February."""


def read_iso(found: Found) -> Iterator[Date]:
    """Yield ``2024-01-03``."""
    yield from _dated(found, found.group("year"), found.group("month"), found.group("day"))


def read_figures(found: Found) -> Iterator[Date]:
    """Read ``31/12/2024`` and ``12/31/2024``; what both orders allow is left alone."""
    a, b = int(found.group("a")), int(found.group("b"))
    if found.group("mark") == "." or a > 12 or a == b:
        yield from _dated(found, found.group("year"), str(b), str(a))
    elif b > 12:
        yield from _dated(found, found.group("year"), str(a), str(b))


def _dated(found: Found, year: str, month: str, day: str) -> Iterator[Date]:
    if day_of(int(year), int(month), int(day)):
        fields = {"year": int(year), "month": int(month), "day": int(day)}
        yield found.date(Grain.DAY, Origin.ABSOLUTE, **fields)


def read_day(found: Found) -> Iterator[Date]:
    """Read month and day in either order, with weekday and year where they are stated."""
    word = found.group("month").rstrip(".")
    if word in {"may", "march", "mar", "dec"} and is_plain_word(found.sentence, found.match):
        return
    month, day = month_numbers()[word], _ordinal(found.group("day"))
    if not found.group("day")[0].isdigit() and not re.search(r"\b(?:of|the)\s", found.match[0]):
        return
    year = int(found.group("year")) if found.group("year") else None
    if day_of(year or LEAP_YEAR, month, day) is None:
        return
    weekday = weekday_numbers()[found.group("weekday").rstrip(".")] if _led(found) else None
    first = found.date(
        Grain.DAY,
        Origin.ABSOLUTE if year else Origin.PARTIAL,
        year=year,
        month=month,
        day=day,
        weekday=weekday,
    )
    if found.group("weekday") and not _led(found):
        at = found.sentence.start + min(found.match.start("month"), found.match.start("day"))
        first = cut(first, at, first.end, found)
    yield from _range(found, first) if found.group("day2") else (first,)


def _led(found: Found) -> bool:
    """Tell whether a weekday leads the date; the last word of ``Edmonton Sun, May 5`` is none."""
    word = found.group("weekday")
    before = found.sentence.text[max(0, found.match.start() - 20) : found.match.start()]
    return bool(word) and (word.endswith("day") or not re.search(r"\b[A-Z]\w+ $", before))


def _range(found: Found, whole: Date) -> Iterator[Date]:
    """Yield both ends of ``January 3-5`` or ``3 to 5 January 2024``."""
    month, day = whole.month or 0, _ordinal(found.group("day2"))
    at = found.sentence.start
    second = found.group("month2").rstrip(".")
    last_month = month_numbers()[second] if second else month
    listed = found.group("join") == "and"
    begins = found.match.start("month2") if second else found.match.start("day2")
    after = found.sentence.text[found.match.end() : found.match.end() + 8]
    unfit = day_of(whole.year or LEAP_YEAR, last_month, day) is None or not (
        second or day > (whole.day or 0)
    )
    if found.match.start("month") > found.match.start("day2"):  # 3 to 5 January
        begins, ends = found.match.start("day2"), found.match.end()
        first_end = found.match.end("day")
    else:
        first_end, ends = found.match.end("day"), found.match.end()
    if unfit or (listed and re.match(r"\s+[A-Za-z]", after) and not found.group("year")):
        if found.match.start("month") < found.match.start("day2"):
            year_less = replace(whole, year=None, origin=Origin.PARTIAL)
            yield cut(year_less, whole.start, at + first_end, found)
        return
    bounds = (Bound.ON, Bound.ON) if listed else (Bound.SINCE, Bound.UNTIL)
    first = replace(whole, bound=bounds[0])
    last = replace(whole, month=last_month, day=day, weekday=None, bound=bounds[1])
    yield cut(first, whole.start, at + first_end, found)
    yield cut(last, at + begins, at + ends, found)


def read_feast(found: Found) -> Iterator[Date]:
    """Yield ``Christmas Day``."""
    month, day = feast_days()[found.group("feast").replace("’", "'")]
    year = int(found.group("year")) if found.group("year") else None
    origin = Origin.ABSOLUTE if year else Origin.PARTIAL
    yield found.date(Grain.DAY, origin, year=year, month=month, day=day)


def _ordinal(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ordinals()[word]
