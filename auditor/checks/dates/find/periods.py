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
from auditor.checks.dates.find.match import Found, cut, part_of, shift_of
from auditor.checks.dates.find.words import decade_years, month_numbers, season_months
from auditor.model.date import Bound, Date, Grain, Origin

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


def read_month_year(found: Found) -> Iterator[Date]:
    """Yield ``January 2024``."""
    word = found.group("month").rstrip(".")
    if word in {"may", "march"} and is_plain_word(found.sentence, found.match):
        return
    fields = {"year": int(found.group("year")), "month": month_numbers()[word]}
    yield found.date(Grain.MONTH, Origin.ABSOLUTE, part=part_of(found), **fields)


def read_month(found: Found) -> Iterator[Date]:
    """Yield ``January``, ``last January``, ``early January``."""
    month = month_numbers()[found.group("month").rstrip(".")]
    beside = found.group("beside")
    if not is_month_alone(found.sentence, found.match, bool(beside or found.group("part"))):
        return
    origin = Origin.RELATIVE if beside else Origin.PARTIAL
    yield found.date(
        Grain.MONTH,
        origin,
        month=month,
        part=part_of(found),
        shift=shift_of(beside) if beside else None,
    )


def read_season(found: Found) -> Iterator[Date]:
    """Yield ``summer 2019``, ``last summer``."""
    beside, year, part = found.group("beside"), found.group("year"), part_of(found)
    if not is_season(found.sentence, found.match, bool(beside or year or part)):
        return
    origin = Origin.ABSOLUTE if year else Origin.RELATIVE if beside else Origin.PARTIAL
    yield found.date(
        Grain.SEASON,
        origin,
        month=season_months()[found.group("season")],
        year=int(year) if year else None,
        shift=shift_of(beside) if beside else None,
    )


def read_quarter(found: Found) -> Iterator[Date]:
    """Read a quarter, and a half where it is of a year: games have halves too."""
    whole = found.match[0].lower()
    half = found.group("of") == "half"
    if half and "year" not in whole and not found.group("year"):
        return
    nth = _NTH[found.group("nth")]
    if half and nth == 4:
        nth = 2
    yield from _fraction(found, Grain.HALF if half else Grain.QUARTER, nth)


def read_q(found: Found) -> Iterator[Date]:
    """Yield ``Q3 2021``."""
    yield from _fraction(found, Grain.QUARTER, int(found.group("nth")))


def read_half_year(found: Found) -> Iterator[Date]:
    """Yield ``H1 2021``."""
    yield from _fraction(found, Grain.HALF, int(found.group("nth")))


def _fraction(found: Found, grain: Grain, nth: int) -> Iterator[Date]:
    months = 6 if grain is Grain.HALF else 3
    if nth * months > 12:
        return
    year = int(found.group("year")) if found.group("year") else None
    origin = Origin.ABSOLUTE if year else Origin.PARTIAL
    yield found.date(grain, origin, year=year, month=(nth - 1) * months + 1)


def read_years(found: Found) -> Iterator[Date]:
    """Yield both ends of ``2014-15``."""
    year, short = int(found.group("year")), found.group("year2")
    last = int(short) if len(short) == 4 else year // 100 * 100 + int(short)
    if not year < last <= year + 60:
        return
    at = found.sentence.start
    first = found.date(Grain.YEAR, Origin.ABSOLUTE, year=year, bound=Bound.SINCE)
    second = replace(first, year=last, bound=Bound.UNTIL)
    yield cut(first, first.start, at + found.match.end("year"), found)
    yield cut(second, at + found.match.start("year2"), first.end, found)


def read_year(found: Found) -> Iterator[Date]:
    """Yield ``2014`` where it is no number of things."""
    part = part_of(found)
    if part or is_year(found.sentence, found.match):
        year = int(found.group("year"))
        yield found.date(Grain.YEAR, Origin.ABSOLUTE, year=year, part=part)


def read_decade(found: Found) -> Iterator[Date]:
    """Read ``the 1990s`` and ``the ’90s``; ``in her 90s`` is an age."""
    word = found.group("decade")
    whole = found.match[0].lower()
    if len(word) < 4 and not (word[0] in "'’" or re.search(r"\bthe\s", whole)):
        return
    number = int(word.lstrip("'’"))
    if number < 100:
        number += 2000 if number < 30 else 1900
    yield found.date(Grain.DECADE, Origin.ABSOLUTE, year=number, part=part_of(found))


def read_decade_word(found: Found) -> Iterator[Date]:
    """Yield ``the nineties``."""
    number = 1900 + decade_years()[found.group("decade")]
    yield found.date(Grain.DECADE, Origin.ABSOLUTE, year=number, part=part_of(found))
