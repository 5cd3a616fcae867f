"""The words of the calendar by their numbers."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from auditor.knowledge.lexicon import lexicon

LEXICON = "calendar"


def words(key: str) -> tuple[str, ...]:
    """Return a list of the calendar lexicon."""
    return lexicon(LEXICON)[key]


@cache
def month_numbers() -> Mapping[str, int]:
    """Return 1 to 12 by every form of a month's name, lower case."""
    return _numbered(words("months"), 1)


@cache
def weekday_numbers() -> Mapping[str, int]:
    """Return 0 (Monday) to 6 by every form of a weekday's name, lower case."""
    return _numbered(words("weekdays"), 0)


@cache
def season_months() -> Mapping[str, int]:
    """Return the month that each season begins in."""
    return dict(_valued("seasons"))


@cache
def decade_years() -> Mapping[str, int]:
    """Return the years of the century by the decade in words."""
    return dict(_valued("decades"))


@cache
def feast_days() -> Mapping[str, tuple[int, int]]:
    """Return month and day by a feast's name, its apostrophe straight."""
    pairs = (entry.rsplit(" ", 1) for entry in words("feasts"))
    split = ((name, day.split("-")) for name, day in pairs)
    return {name: (int(month), int(day)) for name, (month, day) in split}


@cache
def counts() -> Mapping[str, int]:
    """Return the value of number words and of the articles that mean one."""
    return {word: n for n, word in enumerate(words("numbers"))} | {"a": 1, "an": 1, "the": 1}


@cache
def ordinals() -> Mapping[str, int]:
    """Return the value of ordinal words."""
    return {word: n for n, word in enumerate(words("ordinals"))}


def either(options: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(options, key=lambda w: (-len(w), w)))


def _numbered(entries: Iterable[str], first: int) -> dict[str, int]:
    return {form: n for n, entry in enumerate(entries, first) for form in entry.split()}


def _valued(key: str) -> list[tuple[str, int]]:
    pairs = (entry.rsplit(" ", 1) for entry in words(key))
    return [(name, int(value)) for name, value in pairs]
