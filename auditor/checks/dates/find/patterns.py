"""Patterns of date expressions in English, from the words of the calendar lexicon.

Each has named groups for what it states; `auditor.checks.dates.find.readers` makes a date of
them. All repetition is bounded, so that no input makes them slow.
"""

import re
from collections.abc import Mapping
from functools import cache

from auditor.checks.dates.find.calendar_words import (
    counts,
    decade_years,
    either,
    feast_days,
    ordinals,
    season_months,
    words,
)

_S = r"[ \t\u00a0\u202f]{1,3}"
_DASH = r"\s?[-–—]\s?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d%]|[,.]\d)"
_SHORT = r"['’](?P<short>\d\d)(?![\d%'’]|[.,]\d|s\b)"
_ENDS = r"(?=[.,;:)–—]|\s(?:to|and|after|before|when|as|for|on|at|with|but|by|he|she|they|it)\b|\Z)"
"""What may follow a year of two figures; ``of '20 people'`` quotes somebody."""
_NOT_MORE = r"(?!\d|,\d{3}(?!\d)|\.\d|:\d|%|(?:st|nd|rd|th)\w|[ap]\.?m\b)"
_ALONE = r"(?<![\w.,/$£€-])"
_JOINED = r"(?<![\w.,/$£€])(?<!(?<!\d)-)"
"""A hyphen may join a date that names its month to one before it: ``1841-May 1, 1904``."""
_NAMED_MONTH = frozenset({"month_day", "day_month", "month_year"})
_UNITS = r"day|night|week|fortnight|month|year|decade"


@cache
def patterns() -> Mapping[str, re.Pattern[str]]:
    """Return the patterns by name; where two match from the same place the longer match counts."""
    return {
        name: re.compile((_JOINED if name in _NAMED_MONTH else _ALONE) + source, re.I)
        for name, source in _names().items()
    }


def _names() -> dict[str, str]:
    month, weekday = _named(words("months")), _named(words("weekdays"))
    ordinal = either(w for w, n in ordinals().items() if n)
    day = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{ordinal}){_NOT_MORE}"
    led = rf"(?:(?P<weekday>{weekday}),?{_S}(?:the{_S})?)?"
    and_year = rf"(?:,?\s{{0,2}}(?:of{_S})?(?P<year>{_YEAR}))?"
    many = rf"(?P<count>\d{{1,3}}|{either(counts())}|a{_S}(?:few|couple{_S}of)|several|few)"
    until = rf"(?P<join>{_DASH}|{_S}(?:to|through|until|till|and){_S})"
    part = rf"(?:(?P<part>{either((*words('early'), *words('mid'), *words('late')))})[ -]"
    part += r"(?:the )?)?"
    beside = either((*words("back"), *words("same"), *words("forward")))
    feast = either(feast_days()).replace("'", "['’]")
    of_day = r"(?:morning|afternoon|evening|night|lunchtime|midnight)"
    grain = either(words("grains"))
    return {
        "iso": r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)",
        "figures": r"(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
        "month_day": rf"{led}(?P<month>{month}){_S}(?:the{_S})?(?P<day>{day})"
        rf"(?:{until}(?:(?P<month2>{month}){_S})?(?P<day2>{day}))?{and_year}",
        "day_month": rf"{led}(?:the{_S})?(?P<day>{day})(?:{until}(?P<day2>{day}))?"
        rf"{_S}(?:of{_S})?(?P<month>{month})(?!['’]s?\b){and_year}",
        "month_year": rf"{part}(?P<month>{month})(?:,|{_S}of)?{_S}(?P<year>{_YEAR})",
        "month_short_year": rf"{part}(?P<month>{month}){_S}{_SHORT}",
        "short_year": rf"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bsince\s)|(?<=\buntil\s)){_SHORT}{_ENDS}",
        "month": rf"{part}(?:(?P<beside>{beside}){_S})?(?P<month>{month})"
        rf"(?:{_S}(?:of{_S})?(?P<its_year>{beside}){_S}year\b)?",
        "season": rf"{part}(?:(?P<beside>{beside}){_S})?(?P<season>{either(season_months())})\b"
        rf"(?:,?{_S}(?:of{_S})?(?P<year>{_YEAR}))?",
        "quarter": rf"(?P<nth>first|second|third|fourth|last|final)[ -](?P<of>quarter|half)\b"
        rf"(?:{_S}of{_S}(?:the{_S})?(?P<year>{_YEAR})|{_S}of{_S}(?:the|this|last|next){_S}year)?",
        "q": rf"Q(?P<nth>[1-4])(?:{_S}(?:of{_S})?(?P<year>{_YEAR}))?\b",
        "half_year": rf"H(?P<nth>[12]){_S}(?P<year>{_YEAR})",
        "years": rf"(?P<year>{_YEAR})[-–/](?P<year2>\d\d(?:\d\d)?)(?![\d-])",
        "year": rf"{part}(?P<year>{_YEAR})",
        "decade": rf"{part}(?:the{_S})?(?P<decade>(?:1[5-9]\d|20\d)0|['’]?[1-9]0)['’]?s\b",
        "decade_word": rf"{part}the{_S}(?P<decade>{either(decade_years())})\b",
        "feast": rf"(?P<feast>{feast})(?:,?{_S}(?P<year>{_YEAR}))?",
        "weekday": rf"(?:(?P<beside>{beside}|the{_S}following|that){_S})?(?:early{_S}|late{_S})?"
        rf"(?P<weekday>{weekday})(?:{_S}{of_day}\b)?"
        rf"(?:{_S}(?:of{_S})?(?P<its_week>last|this|next){_S}week\b)?",
        "named_day": rf"(?P<named>the{_S}day{_S}before{_S}yesterday|the{_S}day{_S}after{_S}tomorrow"
        rf"|yesterday|tomorrow|today|tonight|overnight|last{_S}night"
        rf"|this{_S}(?:morning|afternoon|evening))\b",
        "beside": rf"{part}(?:(?P<told>{either(words('told'))})|(?P<beside>{beside})|the|at|over)"
        rf"{_S}(?P<grain>{grain}|day|morning|afternoon|evening)\b",
        "ago": rf"(?:(?:about|around|nearly|almost|some|just{_S}over|over|more{_S}than){_S})?"
        rf"{many}{_S}(?P<unit>{_UNITS})s?{_S}"
        rf"(?P<side>ago|earlier|later|before|after|from{_S}now)\b",
        "the_day": rf"the{_S}(?P<unit>day|week|month|year){_S}(?P<side>before|after)\b",
    }


def _named(entries: tuple[str, ...]) -> str:
    """Return a pattern for full names and for abbreviations, which may end in a full stop."""
    full = either(entry.split()[0] for entry in entries)
    short = either(form for entry in entries for form in entry.split()[1:])
    return rf"(?:(?:{full})\b|(?:{short})\b\.?)"
