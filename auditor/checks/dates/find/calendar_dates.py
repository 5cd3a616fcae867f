"""Reading dates of the calendar: day and month in any order, in figures, by their feast."""

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.checks.dates.find.ambiguous import is_plain_word
from auditor.checks.dates.find.calendar_words import (
    feast_days,
    month_numbers,
    ordinals,
    weekday_numbers,
)
from auditor.checks.dates.find.match import Matched, cut
from auditor.checks.dates.find.spans import day_of
from auditor.model.date import Date, Grain, Origin, Side

LEAP_YEAR = 2024
"""A day and month without a year may be 29 February."""


def read_iso(matched: Matched) -> Iterator[Date]:
    """Yield ``2024-01-03``."""
    yield from _dated(matched, matched.group("year"), matched.group("month"), matched.group("day"))


def read_figures(matched: Matched) -> Iterator[Date]:
    """Read ``31/12/2024`` and ``12/31/2024``; what both orders allow is left alone."""
    a, b = int(matched.group("a")), int(matched.group("b"))
    if matched.group("mark") == "." or a > 12 or a == b:
        yield from _dated(matched, matched.group("year"), str(b), str(a))
    elif b > 12:
        yield from _dated(matched, matched.group("year"), str(a), str(b))


def _dated(matched: Matched, year: str, month: str, day: str) -> Iterator[Date]:
    if day_of(int(year), int(month), int(day)):
        fields = {"year": int(year), "month": int(month), "day": int(day)}
        yield matched.date(Grain.DAY, Origin.ABSOLUTE, **fields)


def read_day(matched: Matched) -> Iterator[Date]:
    """Read month and day in either order, with weekday and year where they are stated."""
    word = matched.group("month").rstrip(".")
    if word in {"may", "march", "mar", "dec"} and is_plain_word(matched.sentence, matched.match):
        return
    if _is_parted(matched):
        month = matched.sentence.start + matched.match.start("month")
        whole = matched.date(Grain.MONTH, Origin.PARTIAL, month=month_numbers()[word])
        yield cut(whole, month, matched.sentence.start + matched.match.end("month"), matched)
        return
    month, day = month_numbers()[word], _ordinal(matched.group("day"))
    if not matched.group("day")[0].isdigit() and not re.search(r"\b(?:of|the)\s", matched.match[0]):
        return
    year = int(matched.group("year")) if matched.group("year") else None
    if day_of(year or LEAP_YEAR, month, day) is None:
        return
    weekday = weekday_numbers()[matched.group("weekday").rstrip(".")] if _led(matched) else None
    first = matched.date(
        Grain.DAY,
        Origin.ABSOLUTE if year else Origin.PARTIAL,
        year=year,
        month=month,
        day=day,
        weekday=weekday,
    )
    if matched.group("weekday") and not _led(matched):
        at = matched.sentence.start + min(matched.match.start("month"), matched.match.start("day"))
        first = cut(first, at, first.end, matched)
    yield from _range(matched, first) if matched.group("day2") else (first,)


def _is_parted(matched: Matched) -> bool:
    """Tell whether a part of the month stands before it: ``since early January 17 people``."""
    at = matched.match.start("month")
    before = matched.sentence.text[max(0, at - len("earlier ")) : at].lower().split()[-1:]
    return before in (["early"], ["mid"], ["late"]) and not matched.group("year")


def _led(matched: Matched) -> bool:
    """Tell whether a weekday leads the date; the last word of ``Edmonton Sun, May 5`` is none."""
    word = matched.group("weekday")
    before = matched.sentence.text[max(0, matched.match.start() - 20) : matched.match.start()]
    return bool(word) and (word.endswith("day") or not re.search(r"\b[A-Z]\w+ $", before))


def _range(matched: Matched, whole: Date) -> Iterator[Date]:
    """Yield both ends of ``January 3-5`` or ``3 to 5 January 2024``."""
    month, day = whole.month or 0, _ordinal(matched.group("day2"))
    at = matched.sentence.start
    second = matched.group("month2").rstrip(".")
    last_month = month_numbers()[second] if second else month
    listed = matched.group("join") == "and"
    begins = matched.match.start("month2") if second else matched.match.start("day2")
    after = matched.sentence.text[matched.match.end() : matched.match.end() + 8]
    unfit = day_of(whole.year or LEAP_YEAR, last_month, day) is None or not (
        second or day > (whole.day or 0)
    )
    if matched.match.start("month") > matched.match.start("day2"):  # 3 to 5 January
        begins, ends = matched.match.start("day2"), matched.match.end()
        first_end = matched.match.end("day")
    else:
        first_end, ends = matched.match.end("day"), matched.match.end()
    if unfit or (listed and re.match(r"\s+[A-Za-z]", after) and not matched.group("year")):
        if matched.match.start("month") < matched.match.start("day2"):
            year_less = replace(whole, year=None, origin=Origin.PARTIAL)
            yield cut(year_less, whole.start, at + first_end, matched)
        return
    bounds = (Side.ON, Side.ON) if listed else (Side.SINCE, Side.UNTIL)
    first = replace(whole, bound=bounds[0])
    last = replace(whole, month=last_month, day=day, weekday=None, bound=bounds[1])
    yield cut(first, whole.start, at + first_end, matched)
    yield cut(last, at + begins, at + ends, matched)


def read_feast(matched: Matched) -> Iterator[Date]:
    """Yield ``Christmas Day``."""
    month, day = feast_days()[matched.group("feast").replace("’", "'")]
    year = int(matched.group("year")) if matched.group("year") else None
    origin = Origin.ABSOLUTE if year else Origin.PARTIAL
    yield matched.date(Grain.DAY, origin, year=year, month=month, day=day)


def _ordinal(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ordinals()[word]
