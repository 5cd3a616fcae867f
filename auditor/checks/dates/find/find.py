"""Finding the date expressions of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from auditor.checks.dates.find.anchor import anchored
from auditor.checks.dates.find.calendar_words import either, words
from auditor.checks.dates.find.document_calendar import Calendar, calendar_of
from auditor.checks.dates.find.governor import modifies_noun, tense
from auditor.checks.dates.find.match import Matched
from auditor.checks.dates.find.patterns import patterns
from auditor.checks.dates.find.readers import read
from auditor.checks.dates.find.resolve import readings
from auditor.checks.dates.find.timelines import with_years
from auditor.model.date import Date, Origin, Side
from auditor.model.text import Sentence, Text

_SIDES = (
    (Side.SINCE, "since"),
    (Side.UNTIL, "until"),
    (Side.BY, "by"),
    (Side.AFTER, "after"),
)


def find_dates(text: Text) -> tuple[Date, ...]:
    """Return the date expressions of a text in order, resolved against its own day.

    They do not overlap. Times of day are numbers, spans of time that end nowhere
    (``in recent years``) are no dates, nor is the date that a document states as its own.
    """
    calendar = calendar_of(text.document)
    dates = [date for sentence in text.sentences for date in in_sentence(sentence)]
    news = [date for date in dates if not calendar.is_own(date)]
    return tuple(_resolved(date, calendar) for date in with_years(text, news))


def in_sentence(sentence: Sentence) -> tuple[Date, ...]:
    """Return the date expressions of a sentence in order, not resolved."""
    candidates = sorted(_candidates(sentence), key=lambda date: (date.start, -date.end))
    kept: list[Date] = []
    for date in candidates:
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return _between(sentence, [_in_context(sentence, date) for date in kept])


def _between(sentence: Sentence, dates: Sequence[Date]) -> tuple[Date, ...]:
    """Make the two dates of ``between 2014 and 2016`` the ends of a range."""
    made = list(dates)
    for n, (first, second) in enumerate(pairwise(dates)):
        at = first.start - sentence.start
        before = sentence.text[max(0, at - 8) : at]
        joined = sentence.text[first.end - sentence.start : second.start - sentence.start]
        if joined == " and " and before.lower() == "between ":
            made[n] = replace(first, bound=Side.SINCE)
            made[n + 1] = replace(second, bound=Side.UNTIL)
    return tuple(made)


def _candidates(sentence: Sentence) -> Iterator[Date]:
    for name, pattern in patterns().items():
        for match in pattern.finditer(sentence.text):
            yield from read(name, Matched(sentence, match))


def _in_context(sentence: Sentence, date: Date) -> Date:
    if date.origin is Origin.ANCHORED:
        return replace(anchored(sentence, date), tense=tense(sentence, date))
    bound = date.bound if date.bound is not Side.ON else _bound(sentence, date)
    return replace(date, bound=bound, tense=tense(sentence, date))


def _bound(sentence: Sentence, date: Date) -> Side:
    """Return the side that the word before the date names; of ``after Friday’s vote`` none."""
    if modifies_noun(sentence, date):
        return Side.ON
    before = sentence.text[max(0, date.start - sentence.start - 24) : date.start - sentence.start]
    for bound, key in _SIDES:
        if re.search(
            rf"\b(?:{either(words(key))})(?:\s(?:the|at least|around|about))?\s$", before, re.I
        ):
            if bound is Side.UNTIL and before.rstrip().lower().endswith("to"):
                return bound if re.search(r"\d|day|[a-z]{3}\.?\sto\s$", before) else Side.ON
            return bound
    return Side.ON


def _resolved(date: Date, calendar: Calendar) -> Date:
    spans = readings(date, calendar.day_at(date.start))
    return replace(date, first=spans[0].first, last=spans[0].last) if spans else date
