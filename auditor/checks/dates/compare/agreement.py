"""Whether two dates can be the same day, by what they state and what their documents resolve."""

from enum import StrEnum

from auditor.checks.dates.compare.dated import Dated
from auditor.checks.dates.find.spans import Days
from auditor.language.words import fold
from auditor.model.date import Date, Grain, Origin, Side
from auditor.model.text import within


class Agreement(StrEnum):
    """What a date of a reference says to a date of the article.

    ``same``: it supports it. ``alike``: it does so as far as can be told without the reference's
    day (the same weekday). ``coarser``: it leaves room for it (March, for 3 March). ``other``: it
    is another day. ``other_word``: another weekday, the days of both being unknown.
    ``unknown``: they cannot be compared.
    """

    SAME = "same"
    ALIKE = "alike"
    COARSER = "coarser"
    OTHER = "other"
    OTHER_WORD = "other_word"
    UNKNOWN = "unknown"


def agreement(article: Dated, reference: Dated) -> Agreement:
    """Return what the reference's date says to the article's, whatever the events."""
    mine, theirs = article.date, reference.date
    if any(falls_on(mine, span) for span in reference.spans):
        agreed = Agreement.SAME
    elif article.spans and reference.spans:
        agreed = _resolved(article, reference)
    else:
        agreed = _stated(mine, theirs, article, reference)
    if agreed in {Agreement.OTHER, Agreement.OTHER_WORD}:
        if _is_bounded_otherwise(mine, theirs):
            return Agreement.UNKNOWN
        if (
            mine.weekday is not None
            and _weekday(article) == _weekday(reference)
            and (Origin.RELATIVE in (mine.origin, theirs.origin) and mine.shift is None)
        ):
            return Agreement.ALIKE
    return agreed


def gap(article: Dated, reference: Dated) -> int | None:
    """Return the days between the nearest readings of both, None where one is unknown.

    Spans of one grain are as far apart as their first days: 2018 and 2019 a year.
    """
    if article.date.grain is reference.date.grain:
        gaps = [abs((a.first - b.first).days) for a in article.spans for b in reference.spans]
    else:
        gaps = [one.gap(two) for one in article.spans for two in reference.spans]
    return min(gaps, default=None)


def _resolved(article: Dated, reference: Dated) -> Agreement:
    verdicts = {_spans(mine, theirs) for mine in article.spans for theirs in _ranges(reference)}
    for agreed in (Agreement.SAME, Agreement.COARSER):
        if agreed in verdicts:
            return agreed
    return Agreement.OTHER


def _spans(mine: Days, theirs: Days) -> Agreement:
    if not mine.meets(theirs):
        return Agreement.OTHER
    wider = theirs.holds(mine) and _length(theirs) > 2 * _length(mine)
    return Agreement.COARSER if wider else Agreement.SAME


def _length(days: Days) -> int:
    return (days.last - days.first).days + 1


def _ranges(reference: Dated) -> tuple[Days, ...]:
    """Return the spans of a date; for an end of a range, the whole range."""
    if reference.date.bound not in {Side.SINCE, Side.UNTIL}:
        return reference.spans
    beside = [
        m
        for m in within(reference.text.dates, reference.sentence)
        if m.first
        and m.last
        and m.bound in {Side.SINCE, Side.UNTIL} - {reference.date.bound}
        and min(abs(m.start - reference.date.end), abs(reference.date.start - m.end)) < 12
    ]
    own = reference.spans[0]
    joined = [
        Days(min(own.first, m.first), max(own.last, m.last)) for m in beside if m.first and m.last
    ]
    return (*reference.spans, *joined)


def _stated(mine: Date, theirs: Date, article: Dated, reference: Dated) -> Agreement:
    """Compare what both state, where the day of a document is unknown."""
    if fold(mine.text) == fold(theirs.text):
        return Agreement.ALIKE
    if mine.month is not None and theirs.month is not None and mine.grain == theirs.grain:
        if None in (mine.year, theirs.year) or mine.year == theirs.year:
            same = (mine.month, mine.day) == (theirs.month, theirs.day)
            return Agreement.SAME if same else Agreement.OTHER
        return Agreement.OTHER
    if Grain.MONTH in (mine.grain, theirs.grain) and mine.month is not None and theirs.month:
        if mine.month != theirs.month:
            return Agreement.OTHER if Grain.DAY in (mine.grain, theirs.grain) else Agreement.UNKNOWN
        return Agreement.COARSER if theirs.grain is Grain.MONTH else Agreement.SAME
    weekdays = (_weekday(article), _weekday(reference))
    if None not in weekdays:
        return Agreement.ALIKE if weekdays[0] == weekdays[1] else Agreement.OTHER_WORD
    return Agreement.UNKNOWN


def falls_on(mine: Date, theirs: Days) -> bool:
    """Tell whether a day that states no year is, in some year, the one day of a span."""
    day = theirs.first
    stated = mine.grain is Grain.DAY and mine.month is not None and mine.year is None
    return stated and day == theirs.last and (day.month, day.day) == (mine.month, mine.day)


def _weekday(dated: Dated) -> int | None:
    """Return the weekday that a date states or falls on, None where that is unknown."""
    if dated.date.weekday is not None:
        return dated.date.weekday
    days = {span.first.weekday() for span in dated.spans if span.first == span.last}
    return days.pop() if len(days) == 1 else None


def _is_bounded_otherwise(mine: Date, theirs: Date) -> bool:
    """Tell whether one date is the day and the other a bound: ``by Friday``, ``on Thursday``."""
    return mine.bound is not theirs.bound
