"""The day a document says it was published, out of all the dates that it states.

The story's own date stands between its headline and its first paragraphs. What stands above the
headline belongs to the page: a masthead, or the day the page was last built. So a labelled date
("Published") outweighs a bare one, and of bare ones those below the headline outweigh those above.
Dates of equal standing that differ leave the day unknown.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from auditor.load.dateline import dateline, line_dates
from auditor.load.lines import Line, is_prose
from auditor.model.document import DocumentDate
from auditor.model.words import DateMark

HEADER_LINES = 15
"""How many lines can belong to the header of an article. A guess; the longest seen has 7."""

BESIDE_TITLE = 2
"""Lines of which one is the headline and the other stands beside it."""

FOOTER_LINES = 3
"""How many lines at the end of an article can state its date. A guess."""


def header(lines: Sequence[Line]) -> tuple[DocumentDate, ...]:
    """Return the dates that the lines above the second paragraph state, in text order.

    So do the last lines of the text, where they say "Published" or "Updated".
    One paragraph may stand above a date: a standfirst, or a note about the author. Not where more
    bare dates follow among the paragraphs: then the text is a timeline, and they are its headings.
    """
    top, rest = _split(lines)
    timeline = any(_is_bare(line_dates(line)) for line in rest)
    dates: list[DocumentDate] = []
    prose, above = False, ""
    for n, line in enumerate(top):
        if opening := dateline(line):
            dates += [opening[1]] if opening[1] else []
        elif not (prose and timeline):
            dates += line_dates(line, above, beside_title=n < BESIDE_TITLE)
        prose, above = prose or is_prose(line), line.text
    dates += [date for line in rest[-FOOTER_LINES:] for date in _labelled(line_dates(line))]
    return tuple(dates)


def _is_bare(date: Iterable[DocumentDate]) -> bool:
    return any(one.mark is DateMark.BARE for one in date)


def _labelled(date: Iterable[DocumentDate]) -> Iterator[DocumentDate]:
    return (one for one in date if one.mark is not DateMark.BARE)


def published(dates: Iterable[DocumentDate], headline_end: int) -> date | None:
    """Return the day of publication, None where none is stated or equal ones differ.

    A document that states only an update, or only a dated dateline, has that as its day.
    """
    stated = tuple(dates)
    for group in _standing(stated, headline_end):
        days = {dated.value for dated in group}
        if days:
            return _agreed(days, group, stated)
    return None


def _split(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Part the lines after the second paragraph."""
    paragraphs = 0
    for index, line in enumerate(lines[:HEADER_LINES]):
        paragraphs += is_prose(line)
        if paragraphs == 2:
            return lines[: index + 1], lines[index + 1 :]
    return lines[:HEADER_LINES], lines[HEADER_LINES:]


def _standing(
    dates: tuple[DocumentDate, ...], headline_end: int
) -> Iterator[tuple[DocumentDate, ...]]:
    yield tuple(date for date in dates if date.mark is DateMark.PUBLISHED)
    bare = tuple(date for date in dates if date.mark is DateMark.BARE)
    yield tuple(date for date in bare if date.start >= headline_end)
    yield bare
    yield tuple(date for date in dates if date.mark is DateMark.DATELINE)
    yield tuple(date for date in dates if date.mark is DateMark.UPDATED)


def _agreed(
    days: set[date], group: Iterable[DocumentDate], dates: Iterable[DocumentDate]
) -> date | None:
    """Return the one day of a group; metadata, often in universal time, gives way to print."""
    if max(days) - min(days) <= timedelta(days=1) and not any(dated.end for dated in group):
        printed = {
            dated.value
            for dated in dates
            if dated.end
            and dated.mark is not DateMark.UPDATED
            and all(abs(dated.value - day) <= timedelta(days=1) for day in days)
        }
        days = printed if len(printed) == 1 else days
    return min(days) if len(days) == 1 else None
