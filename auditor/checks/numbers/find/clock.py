"""Times of day: ``8:49 p.m.``, ``20:49``, ``2045 GMT``, ``half past four``, ``noon``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ZONE = (
    r"(?P<zone>\s?(?:GMT|UTC|BST|CEST|CET|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|IST|JST"
    r"|AEST|AEDT|local time))?\b"
)
_HALF = r"(?P<half>\s?(?:a\.?m\.?|p\.?m\.?)(?![a-z]))"
_HOURS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_FIVES = {"twenty-five": 25, "twenty five": 25, "twenty": 20, "ten": 10, "five": 5}
"""Minutes that are told in words before or past an hour."""

_MIDDLES = ("noon", "midday", "midnight")
_IN_WORDS = "|".join([*_HOURS, *_MIDDLES])
_MINUTES = rf"(?:(?P<past>{'|'.join(_FIVES)})|(?P<minutes>\d{{1,2}}|{'|'.join(_HOURS)})\sminutes)"
_HOUR = r"(?:1[0-2]|0?[1-9]|" + "|".join(_HOURS) + ")"


def _behind(*words: str) -> str:
    """Return a pattern for a place right behind one of some words."""
    return "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in words) + ")"


_PART_OF_DAY = (
    r"(?:in\sthe\s(?:morning|afternoon|evening)|at\snight|(?:this|that|yesterday|tomorrow)\s"
    r"(?:morning|afternoon|evening|night)|(?:on\s)?\w+day\s(?:morning|afternoon|evening|night))\b"
)
"""What tells that an hour is meant where neither minutes nor ``o'clock`` do."""

_FORMS = (
    # 8:49 p.m., 4.30pm, 9pm, nine p.m., 20:49, 20.49 GMT
    re.compile(
        rf"(?<![\w.:$£€/-])(?P<h>[01]?\d|2[0-3]|{'|'.join(_HOURS)})(?:[:.](?P<m>[0-5]\d))?{_HALF}(?![\w:])(?:{_ZONE})?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w.:$£€/-])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:.]\d|%){_ZONE}"
    ),
    re.compile(
        r"(?<![\w.:$£€/,-])(?P<h>[01]\d|2[0-3])\.?(?P<m>[0-5]\d)\s?(?:hours?\s)?"
        r"(?P<zone>GMT|UTC|BST|CET|CEST|EST|EDT|IST|hrs|local time)\b"
    ),
    re.compile(
        rf"\b(?P<part>half|quarter)\s(?:past|(?P<to>to))\s(?P<h>{_HOUR})\b{_HALF}?", re.IGNORECASE
    ),
    # five past three, eight minutes past two; at twenty-five to ten, which also counts things
    re.compile(
        rf"\b{_MINUTES}\spast\s(?P<h>{_IN_WORDS})\b{_HALF}?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_behind('at', 'by', 'before', 'after', 'around', 'about', 'until', 'was')}"
        rf"{_MINUTES}\s(?P<to>to)\s(?P<h>{_IN_WORDS})\b(?!\s(?:per\scent|percent|years)){_HALF}?",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<h>{_HOUR})\so['’]clock\b", re.IGNORECASE),
    re.compile(
        rf"{_behind('at', 'before', 'after', 'around', 'about', 'until', 'till', 'past')}"
        rf"(?P<h>{_HOUR})(?=\s{_PART_OF_DAY})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_behind('by')}(?P<h>{_HOUR})(?=\sin\sthe\s(?:morning|afternoon|evening)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_behind('shortly before', 'shortly after', 'just before', 'just after', 'soon after')}"
        rf"(?P<h>{_HOUR})(?=\son\s\w+day\b)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<word>{'|'.join(_MIDDLES)})\b", re.IGNORECASE),
)
HALF_DAY = 720
"""Minutes on the face of a clock: what a time without a.m. or p.m. is counted by."""


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day at ``start:end`` of the text given, in minutes since midnight.

    Attributes:
        whole: whether morning and afternoon are told apart; else the value is below `HALF_DAY`.
        zone: as stated, "" where none is.
    """

    start: int
    end: int
    minutes: int
    whole: bool
    zone: str


def clock_times(text: str) -> tuple[ClockTime, ...]:
    """Return the times of day in text order; where forms overlap, the first listed wins."""
    taken: list[ClockTime] = []
    for time in _all(text):
        if not any(time.start < other.end and other.start < time.end for other in taken):
            taken.append(time)
    return tuple(sorted(taken, key=lambda time: time.start))


def _all(text: str) -> Iterator[ClockTime]:
    for form in _FORMS:
        for hit in form.finditer(text):
            groups = hit.groupdict()
            minutes, whole = _minutes(groups)
            if minutes is not None:
                zone = (groups.get("zone") or "").strip()
                yield ClockTime(
                    hit.start(), hit.end(), minutes, whole, zone if zone != "hrs" else ""
                )


def _minutes(groups: dict[str, str | None]) -> tuple[int | None, bool]:
    if word := groups.get("word"):
        return (0 if word.lower() == "midnight" else HALF_DAY), True
    said = (groups.get("h") or "").lower()
    hour = _counted(said)
    minute = int(groups.get("m") or 0)
    if part := groups.get("part"):
        minute = 30 if part.lower() == "half" else 15
    elif past := groups.get("past"):
        minute = _FIVES[past.lower()]
    elif told := (groups.get("minutes") or "").lower():
        minute = _counted(told)
    if groups.get("to"):
        hour, minute = hour - 1, 60 - minute
    half = (groups.get("half") or "").strip().lower()
    if half:
        if not 1 <= hour <= 12:
            return None, False
        return (hour % 12 + (12 if half.startswith("p") else 0)) * 60 + minute, True
    told_apart = (
        hour > 12 or said.startswith("0") or (groups.get("zone") or "") not in {"", "local time"}
    )
    if told_apart or said in _MIDDLES:
        return hour % 24 * 60 + minute, True
    return hour % 12 * 60 + minute, False


def _counted(word: str) -> int:
    """Return what a figure or a word tells: ``eight``, and the hour that midnight ends."""
    if word in _MIDDLES:
        return 24 if word == "midnight" else 12
    return _HOURS.index(word) + 1 if word in _HOURS else int(word)
