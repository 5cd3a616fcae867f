"""Full calendar dates as they are written in bylines and page headers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
WEEKDAY = (
    r"\b(?:mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)\b\.?"
)

_WRITTEN = (
    re.compile(rf"\b{MONTH}\s{{0,2}}{DAY}(?:\s?,\s{{0,2}}|\s{{1,2}})(?P<year>\d{{4}})\b", re.I),
    re.compile(rf"\b{DAY}(?:\sof)?[\s-]{{1,2}}{MONTH},?[\s-]{{1,2}}(?P<year>\d{{4}})\b", re.I),
    re.compile(r"(?<![\d./-])(?P<year>\d{4})([-/.])(?P<month>\d\d?)\2(?P<day>\d\d?)(?!\d)"),
)
_NUMERIC = re.compile(
    r"(?<![\d./-])(?P<a>\d\d?)(?P<mark>[-/.])(?P<b>\d\d?)(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/-]|\.\d)"
)
_WEEKDAY = re.compile(WEEKDAY, re.I)

PIVOT_YEAR = 69
"""Years of two digits below it belong to the 2000s, as in POSIX ``strptime``."""


@dataclass(frozen=True, slots=True)
class Written:
    """A calendar date at ``start:end`` of a line; `value` is None where it can be several days."""

    start: int
    end: int
    value: date | None


def written_dates(line: str) -> tuple[Written, ...]:
    """Return the full dates of a line in order; one without day, month or year is none.

    ``03/04/2024`` can mean two days unless the line names the weekday; ``13/04/2024`` cannot.
    """
    dates = [*_in_words(line), *_in_figures(line)]
    ordered: list[Written] = []
    for one in sorted(dates, key=lambda written: (written.start, -written.end)):
        if not ordered or one.start >= ordered[-1].end:
            ordered.append(one)
    return tuple(ordered)


def month_number(word: str) -> int:
    """Return 1 to 12 for the name of a month, its abbreviation or its number."""
    return int(word) if word.isdigit() else MONTHS.index(word[:3].lower()) + 1


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_words(line: str) -> Iterator[Written]:
    for pattern in _WRITTEN:
        for match in pattern.finditer(line):
            month = month_number(match["month"])
            if value := calendar_day(int(match["year"]), month, int(match["day"])):
                yield Written(match.start(), match.end(), value)


def _in_figures(line: str) -> Iterator[Written]:
    named = {MONDAY_FIRST[match.group()[:3].lower()] for match in _WEEKDAY.finditer(line)}
    for match in _NUMERIC.finditer(line):
        days = set(_readings(match))
        if len(days) > 1 and len(named) == 1:
            days = {day for day in days if day.weekday() in named}
        if days:
            yield Written(match.start(), match.end(), days.pop() if len(days) == 1 else None)


MONDAY_FIRST = {name: number for number, name in enumerate(WEEKDAYS)}


def _readings(match: re.Match[str]) -> Iterator[date]:
    first, second, last = int(match["a"]), int(match["b"]), int(match["year"])
    short = len(match["year"]) == 2
    year = _full(last) if short else last
    orders = [(year, second, first), (year, first, second)]
    if short and match["mark"] == "-":
        orders.append((_full(first), second, last))
    for order in orders:
        if day := calendar_day(*order):
            yield day


def _full(year: int) -> int:
    return year + (2000 if year < PIVOT_YEAR else 1900)
