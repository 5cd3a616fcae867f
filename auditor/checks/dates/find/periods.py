"""Reading months, seasons, quarters, years and decades."""

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.checks.dates.find.ambiguous import (
    is_month_alone,
    is_plain_word,
    is_season,
    is_year,
)
from auditor.checks.dates.find.calendar_words import decade_years, month_numbers, season_months
from auditor.checks.dates.find.match import Matched, cut, part_of, shift_of
from auditor.model.date import Date, Grain, Origin, Side

THIS_CENTURY = 35
"""Two figures up to here are a year of this century, others of the last. A guess."""

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def read_month_year(matched: Matched) -> Iterator[Date]:
    """Yield ``January 2024``."""
    word = matched.group("month").rstrip(".")
    if word in {"may", "march"} and is_plain_word(matched.sentence, matched.match):
        return
    fields = {"year": int(matched.group("year")), "month": month_numbers()[word]}
    yield matched.date(Grain.MONTH, Origin.ABSOLUTE, part=part_of(matched), **fields)


def read_short_year(matched: Matched) -> Iterator[Date]:
    """Yield ``'98``, with its month where one stands before it."""
    short = int(matched.group("short"))
    year = short + (2000 if short <= THIS_CENTURY else 1900)
    month = matched.group("month").rstrip(".")
    if not month:
        yield matched.date(Grain.YEAR, Origin.ABSOLUTE, year=year)
        return
    fields = {"year": year, "month": month_numbers()[month]}
    yield matched.date(Grain.MONTH, Origin.ABSOLUTE, part=part_of(matched), **fields)


def read_month(matched: Matched) -> Iterator[Date]:
    """Yield ``January``, ``last January``, ``January of last year``, ``early January``."""
    month = month_numbers()[matched.group("month").rstrip(".")]
    beside = matched.group("beside") or matched.group("its_year")
    if not is_month_alone(matched.sentence, matched.match, bool(beside or matched.group("part"))):
        return
    origin = Origin.RELATIVE if beside else Origin.PARTIAL
    yield matched.date(
        Grain.MONTH,
        origin,
        month=month,
        part=part_of(matched),
        shift=shift_of(beside) if beside else None,
    )


def read_season(matched: Matched) -> Iterator[Date]:
    """Yield ``summer 2019``, ``last summer``."""
    beside, year, part = matched.group("beside"), matched.group("year"), part_of(matched)
    if not is_season(matched.sentence, matched.match, bool(beside or year or part)):
        return
    origin = Origin.ABSOLUTE if year else Origin.RELATIVE if beside else Origin.PARTIAL
    yield matched.date(
        Grain.SEASON,
        origin,
        month=season_months()[matched.group("season")],
        year=int(year) if year else None,
        shift=shift_of(beside) if beside else None,
    )


def read_quarter(matched: Matched) -> Iterator[Date]:
    """Read a quarter, and a half where it is of a year: games have halves too."""
    whole = matched.match[0].lower()
    half = matched.group("of") == "half"
    if half and "year" not in whole and not matched.group("year"):
        return
    nth = _NTH[matched.group("nth")]
    if half and nth == 4:
        nth = 2
    yield from _fraction(matched, Grain.HALF if half else Grain.QUARTER, nth)


def read_q(matched: Matched) -> Iterator[Date]:
    """Yield ``Q3 2021``."""
    yield from _fraction(matched, Grain.QUARTER, int(matched.group("nth")))


def read_half_year(matched: Matched) -> Iterator[Date]:
    """Yield ``H1 2021``."""
    yield from _fraction(matched, Grain.HALF, int(matched.group("nth")))


def _fraction(matched: Matched, grain: Grain, nth: int) -> Iterator[Date]:
    months = 6 if grain is Grain.HALF else 3
    if nth * months > 12:
        return
    year = int(matched.group("year")) if matched.group("year") else None
    origin = Origin.ABSOLUTE if year else Origin.PARTIAL
    yield matched.date(grain, origin, year=year, month=(nth - 1) * months + 1)


def read_years(matched: Matched) -> Iterator[Date]:
    """Yield both ends of ``2014-15``."""
    year, short = int(matched.group("year")), matched.group("year2")
    last = int(short) if len(short) == 4 else year // 100 * 100 + int(short)
    if not year < last <= year + 60:
        return
    at = matched.sentence.start
    first = matched.date(Grain.YEAR, Origin.ABSOLUTE, year=year, bound=Side.SINCE)
    second = replace(first, year=last, bound=Side.UNTIL)
    yield cut(first, first.start, at + matched.match.end("year"), matched)
    yield cut(second, at + matched.match.start("year2"), first.end, matched)


def read_year(matched: Matched) -> Iterator[Date]:
    """Yield ``2014`` where it is no number of things."""
    part = part_of(matched)
    if part or is_year(matched.sentence, matched.match):
        year = int(matched.group("year"))
        yield matched.date(Grain.YEAR, Origin.ABSOLUTE, year=year, part=part)


def read_decade(matched: Matched) -> Iterator[Date]:
    """Read ``the 1990s`` and ``the ’90s``; ``in her 90s`` is an age."""
    word = matched.group("decade")
    whole = matched.match[0].lower()
    if len(word) < 4 and not (word[0] in "'’" or re.search(r"\bthe\s", whole)):
        return
    number = int(word.lstrip("'’"))
    if number < 100:
        number += 2000 if number < 30 else 1900
    yield matched.date(Grain.DECADE, Origin.ABSOLUTE, year=number, part=part_of(matched))


def read_decade_word(matched: Matched) -> Iterator[Date]:
    """Yield ``the nineties``."""
    number = 1900 + decade_years()[matched.group("decade")]
    yield matched.date(Grain.DECADE, Origin.ABSOLUTE, year=number, part=part_of(matched))
