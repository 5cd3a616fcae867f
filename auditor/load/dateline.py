"""Lines that state a document's own date, and datelines that open its first paragraph."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from auditor.load.lines import Line, is_prose, lines
from auditor.load.written_dates import (
    DAY,
    MONTH,
    WEEKDAY,
    Written,
    calendar_day,
    month_number,
    written_dates,
)
from auditor.model.document import Dateline, DocumentDate
from auditor.model.words import DateMark

LONGEST_DATE_LINE = 160
"""Characters; longer lines are prose. A guess: with byline, time and place some reach 90."""

_DIGIT = re.compile(r"\d")
_DATE, _LABELLED = "\0", "\1"
_UPDATE = r"(?:last\s|re-?)?(?:updated|modified|edited|corrected)"
_PUBLISH = (
    r"(?:first\s|originally\s)?(?:published|posted|issued|released|uploaded|filed|created)"
    r"|(?:publication|publish|release|issue)\sdate"
)
_LABEL = re.compile(rf"\b(?:(?P<update>{_UPDATE})|(?P<publish>{_PUBLISH}))\b", re.I)
_TIME = re.compile(
    r"(?:\bT|\b)\d{1,2}(?:\s?:\s?\d\d(?:\s?:\s?\d\d(?:\.\d{1,6})?)?|h\d\d|\.\d\d(?=\s?[ap]\.?m))?"
    r"\s?(?:[ap]\.?m\b\.?|hrs\b|hours\b|Z\b)?(?:\s?[+-]\d\d:?\d\d)?",
    re.I,
)
_CLOCK = re.compile(r"\d\s?:\s?\d\d|\dh\d\d|\d\s?[ap]\.?m\b", re.I)
_ZONE = re.compile(r"\b(?:[A-Z]{1,3}[SD]?T|UTC|Z)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?")
_FILLER = re.compile(
    rf"{WEEKDAY}|\b(?:date|dated|online|on|at|local\stime|(?:eastern|central|mountain|pacific)"
    r"(?:\s(?:standard|daylight))?\stime)\b|\b\d{1,3}[\s-]min(?:ute)?s?(?:\sread)?\b",
    re.I,
)
_ISSUE = re.compile(
    r"\b(?:(?:media|press|news)\s(?:release|statement)|newsletter|news|obituar(?:y|ies)|interview"
    r"|(?:(?:early|late|morning|lunchtime|midday|afternoon|evening|night)\s)?(?:bulletin|edition)"
    r"|embargo(?:ed)?(?:\s(?:lifted|until))?|for\simmediate\srelease)\b",
    re.I,
)
"""What outlets and offices call what they issue."""

_OUTLET = re.compile(
    r"\b(?:Times|Star|Post|Herald|Gazette|Courier|Chronicle|Tribune|Telegraph|Echo|Journal|Mail"
    r"|Daily|Weekly|Press|Newswire|Wire|Agency|Radio|TV|FM|Board|Council|Ministry|Department"
    r"|Office|University|Institute|Ltd|Limited|Inc|plc|GmbH|Corp)\b"
)
"""What names of outlets and of those who send out statements hold. A guess: a caption beside the
headline may hold one too."""

_GLUED = re.compile(rf"[^\W_]\s*:?\s*{_DATE}|{_DATE}\s*+(?!by\b)[^\W_]")
_BYLINE = re.compile(r"(?:written\s|reported\s|story\s|posted\s)?by\s+\S", re.I)
_CAPTION = re.compile(r"\b(?:photo|image|file|picture|caption|credit|courtesy|getty)", re.I)
_SMALL_WORDS = frozenset(
    {"of", "the", "and", "for", "de", "del", "des", "di", "la", "al", "in", "&"}
)
_SITE = re.compile(r"(?:[a-z\d-]+\.)+[a-z]{2,}", re.I)
_NO_YEAR = re.compile(
    rf"\b(?:{DAY}(?:\sof)?\s{MONTH}"
    rf"|{MONTH.replace('month', 'month2')}\s{DAY.replace('day', 'day2')})"
    r"(?![\w/.-]*\d)(?!,?\s\d{4})",
    re.I,
)

_DATELINE = re.compile(
    r"(?P<city>[A-Z][^\d():;\n]{1,60}?,\s)?"
    rf"(?:(?i:{MONTH}\s{DAY})(?:,\s?(?P<year>\d{{4}}))?"
    rf"|(?i:{DAY.replace('day', 'day2')}\s{MONTH.replace('month', 'month2')})"
    r"(?:,?\s(?P<year2>\d{4}))?)"
    r"(?P<agency>\s?\([A-Z][^()\n]{1,40}\)|\s?/[A-Z][^/\n]{1,40}/)?\s{0,2}[-–—]{1,2}\s{0,4}\S",
)


def line_dates(
    line: Line, above: str = "", *, beside_title: bool = False
) -> tuple[DocumentDate, ...]:
    """Return the dates of a line that does nothing but state them, () for every other line.

    Weekday, time, zone, byline and place may stand beside a date. Two dates without a label are
    the ends of a period, not a date of the document.

    Args:
        line: one of a document.
        above: the line before: a label alone there belongs to the date.
        beside_title: whether it stands next to the headline, where longer names can be those of
            outlets: ``Hallam Star, 16 March 2025``.
    """
    if len(line.text) > LONGEST_DATE_LINE or not _DIGIT.search(line.text):
        return ()
    written = written_dates(line.text)
    if not written or not _states_dates_only(line.text, written, beside_title):
        return ()
    marks = tuple(_marks(line.text, written, above))
    if marks.count(DateMark.BARE) > 1:
        return ()
    return tuple(
        DocumentDate(line.start + one.start, line.start + one.end, one.value, mark)
        for one, mark in zip(written, marks, strict=True)
        if one.value
    )


def is_byline(text: str) -> bool:
    """Tell whether a line says who wrote the article."""
    return _BYLINE.match(text) is not None and len(text.split()) <= 15


def datelines(text: str, *, is_dated: bool) -> Iterator[Dateline]:
    """Yield every dateline; one may be a line of its own, above the paragraph that it opens.

    A day alone in its line is one above the first paragraph of a text that states no other
    (`is_dated`); further down it heads a list.
    """
    rows = tuple(lines(text))
    header = not is_dated
    for line, after in zip_longest(rows, rows[1:]):
        with_next = Line(line.start, after.end, text[line.start : after.end]) if after else line
        opening = _opening(line) or _opening(with_next) or (dateline(line) if header else None)
        if opening:
            (month, day), dated = opening
            yield Dateline(line.start, month, day, dated.value.year if dated else None)
        header = header and not is_prose(line)


def dateline(line: Line) -> tuple[tuple[int, int], DocumentDate | None] | None:
    """Return month and day of the dateline that opens a line, and its date where it has a year.

    A dateline names a place in capitals or an agency in brackets, and ends in a dash. A line that
    states a weekday with its day of the month and no year is one as well.
    """
    if opening := _opening(line):
        return opening
    day_line = _day_line(line.text)
    return (day_line, None) if day_line else None


def _opening(line: Line) -> tuple[tuple[int, int], DocumentDate | None] | None:
    """Return the same of a line that runs on behind a dash."""
    match = _DATELINE.match(line.text)
    if not match or not (match["agency"] or (match["city"] or "").split(",")[0].isupper()):
        return None
    month = month_number(match["month"] or match["month2"])
    day = int(match["day"] or match["day2"])
    if calendar_day(2024, month, day) is None:  # a leap year: 29 February is a day
        return None
    year = match["year"] or match["year2"]
    value = calendar_day(int(year), month, day) if year else None
    if value is None:
        return (month, day), None
    first = match.start("month" if match["month"] else "day2")
    last = match.end("year" if match["year"] else "year2")
    return (month, day), DocumentDate(
        line.start + first, line.start + last, value, DateMark.DATELINE
    )


def _day_line(text: str) -> tuple[int, int] | None:
    """Return month and day of a line such as ``Coastal FM, Monday 13 March``, None for others."""
    if len(text) > LONGEST_DATE_LINE or not re.search(WEEKDAY, text, re.I):
        return None
    found = tuple(_NO_YEAR.finditer(text))
    if len(found) != 1:
        return None
    (match,) = found
    month, day = month_number(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    alone = _states_dates_only(text, (Written(match.start(), match.end(), None),), False)
    return (month, day) if alone and calendar_day(2024, month, day) else None


def _states_dates_only(text: str, written: tuple[Written, ...], beside_title: bool) -> bool:
    rest = text
    for one in reversed(written):
        rest = rest[: one.start] + _DATE + rest[one.end :]
    timed = _CLOCK.search(rest) is not None or _LABEL.search(rest) is not None
    issued = _ISSUE.search(rest) is not None or re.search(WEEKDAY, rest, re.I) is not None
    rest = _LABEL.sub(_LABELLED, rest)
    for pattern in (_ISSUE, _FILLER, _ZONE, _TIME):
        rest = pattern.sub(" ", rest)
    if _GLUED.search(rest) or _CAPTION.search(rest):
        return False
    listed = timed or re.search(r"[|•·]", text) is not None
    parts = [
        part.strip(" .'\"*_#")
        for part in re.split(rf"[|•·,;:/()\[\]{_DATE}{_LABELLED}–—-]|\.\s", rest)
    ]
    longest = 5 if listed or issued or (beside_title and _OUTLET.search(rest)) else 1
    return all(_is_signature(part, longest) for part in parts if part)


def _is_signature(part: str, longest: int) -> bool:
    """Tell whether words beside a date can be a byline, place or publisher."""
    words = part.split()
    if is_byline(part) or _SITE.fullmatch(part):
        return True
    if len(words) > (3 if part.isupper() else longest):
        return False
    named = [word for word in words if word.lower() not in _SMALL_WORDS]
    return bool(named) and all(word[:1].isupper() for word in named)


def _marks(text: str, written: tuple[Written, ...], above: str) -> Iterator[DateMark]:
    label = _mark(above) if _LABEL.fullmatch(above.strip(" :")) else DateMark.BARE
    last = 0
    for one in written:
        before = text[last : one.start]
        yield _mark(before) if _LABEL.search(before) else label
        label, last = DateMark.BARE, one.end


def _mark(text: str) -> DateMark:
    label = [*_LABEL.finditer(text)][-1]
    return DateMark.UPDATED if label["update"] else DateMark.PUBLISHED
