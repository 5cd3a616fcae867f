"""Finding the date expressions of a text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from auditor.mentions.moments.anchor import anchored
from auditor.mentions.moments.day import Calendar, calendar_of
from auditor.mentions.moments.found import Found
from auditor.mentions.moments.grammar import modifies_noun, tense
from auditor.mentions.moments.patterns import patterns
from auditor.mentions.moments.reading import read
from auditor.mentions.moments.resolve import readings
from auditor.mentions.moments.rows import with_years
from auditor.mentions.moments.vocabulary import either, words
from auditor.model.moment import Bound, Frame, Moment
from auditor.model.text import Sentence, Text

_SIDES = (
    (Bound.SINCE, "since"),
    (Bound.UNTIL, "until"),
    (Bound.BY, "by"),
    (Bound.AFTER, "after"),
)


def find_moments(text: Text) -> tuple[Moment, ...]:
    """Return the date expressions of a text in order, resolved against its own day.

    They do not overlap. Times of day are quantities, spans of time that end nowhere
    (``in recent years``) are no moments, nor is the date that a document states as its own.
    """
    calendar = calendar_of(text.document)
    found = [moment for sentence in text.sentences for moment in in_sentence(sentence)]
    news = [moment for moment in found if not calendar.is_own(moment)]
    return tuple(_resolved(moment, calendar) for moment in with_years(text, news))


def in_sentence(sentence: Sentence) -> tuple[Moment, ...]:
    """Return the date expressions of a sentence in order, not resolved."""
    found = sorted(_candidates(sentence), key=lambda moment: (moment.start, -moment.end))
    kept: list[Moment] = []
    for moment in found:
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
    return _between(sentence, [_in_context(sentence, moment) for moment in kept])


def _between(sentence: Sentence, moments: Sequence[Moment]) -> tuple[Moment, ...]:
    """Make the two dates of ``between 2014 and 2016`` the ends of a range."""
    made = list(moments)
    for n, (first, second) in enumerate(pairwise(moments)):
        at = first.start - sentence.start
        before = sentence.text[max(0, at - 8) : at]
        joined = sentence.text[first.end - sentence.start : second.start - sentence.start]
        if joined == " and " and before.lower() == "between ":
            made[n] = replace(first, bound=Bound.SINCE)
            made[n + 1] = replace(second, bound=Bound.UNTIL)
    return tuple(made)


def _candidates(sentence: Sentence) -> Iterator[Moment]:
    for name, pattern in patterns().items():
        for match in pattern.finditer(sentence.text):
            yield from read(name, Found(sentence, match))


def _in_context(sentence: Sentence, moment: Moment) -> Moment:
    if moment.frame is Frame.ANCHORED:
        return replace(anchored(sentence, moment), tense=tense(sentence, moment))
    bound = moment.bound if moment.bound is not Bound.ON else _bound(sentence, moment)
    return replace(moment, bound=bound, tense=tense(sentence, moment))


def _bound(sentence: Sentence, moment: Moment) -> Bound:
    """Return the side that the word before the date names; of ``after Friday’s vote`` none."""
    if modifies_noun(sentence, moment):
        return Bound.ON
    before = sentence.text[
        max(0, moment.start - sentence.start - 24) : moment.start - sentence.start
    ]
    for bound, key in _SIDES:
        if re.search(
            rf"\b(?:{either(words(key))})(?:\s(?:the|at least|around|about))?\s$", before, re.I
        ):
            if bound is Bound.UNTIL and before.rstrip().lower().endswith("to"):
                return bound if re.search(r"\d|day|[a-z]{3}\.?\sto\s$", before) else Bound.ON
            return bound
    return Bound.ON


def _resolved(moment: Moment, calendar: Calendar) -> Moment:
    spans = readings(moment, calendar.day_at(moment.start))
    return replace(moment, first=spans[0].first, last=spans[0].last) if spans else moment
