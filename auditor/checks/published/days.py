"""The article's own day against the days of its news and of its references."""

import datetime
import re
from collections.abc import Iterator
from enum import StrEnum

from auditor.checks.dates.compare.wording import name_of
from auditor.checks.dates.find.governor import governor
from auditor.evidence.case import Case
from auditor.language.tree import VERBS
from auditor.model.calendar import day_in_words
from auditor.model.date import Date, Grain, Origin, Side, Tense
from auditor.model.document import conflicting_dates
from auditor.model.ruling import Ruling
from auditor.model.text import Text, within

_WHEN = re.compile(r"\b(?:on|in)\s$", re.I)
"""Of ``the budget for March`` the month is not when it was passed."""

ZONES = 1
"""Days that two places' calendars may differ by."""


class Outcome(StrEnum):
    """What is wrong with the article's own day; rules speak of these words."""

    RIVAL_DATES = "rival-dates"
    BEFORE_EVENT = "before-event"
    REFERENCE_LATER = "reference-later"


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield what is wrong with the day of the article; what concerns all of it has no words."""
    yield from _stated_otherwise(case)
    yield from _told_too_early(case)
    yield from _references_later(case)


def _stated_otherwise(case: Case) -> Iterator[Ruling]:
    """Yield one ruling, at the last of the dates that stand in the text."""
    rivals = conflicting_dates(case.article.document)
    if rivals:
        days = dict.fromkeys(day_in_words(rival.value) for rival in rivals)
        last = rivals[-1]
        yield Ruling(Outcome.RIVAL_DATES, last.start, last.end, {"days": " and ".join(days)})


def _told_too_early(case: Case) -> Iterator[Ruling]:
    for date, published in told_too_early(case.article):
        if not within(case.article.quotes, date):
            fields = {"said": date.text, "published": day_in_words(published)}
            yield Ruling(Outcome.BEFORE_EVENT, date.start, date.end, fields)


def _references_later(case: Case) -> Iterator[Ruling]:
    own = case.article.document.published
    later = [
        f"{name_of(text.document)} ({day_in_words(text.document.published)})"
        for text in later_references(case)
        if text.document.published
    ]
    if own and later:
        fields = {"references": ", ".join(later), "published": day_in_words(own)}
        yield Ruling(Outcome.REFERENCE_LATER, 0, 0, fields)


def told_too_early(article: Text) -> Iterator[tuple[Date, datetime.date]]:
    """Yield the dates after the article's day at which it says that things have happened.

    Only dates with a year that hang on a verb of the past: ``the 2030 goals were met`` does not
    say when.
    """
    published = article.document.published
    for sentence in article.sentences if published else ():
        for date in within(article.dates, sentence):
            dated = governor(sentence, date)
            if (
                published
                and dated is not None
                and sentence.tokens[dated].pos in VERBS
                and date.tense is Tense.PAST
                and date.origin is Origin.ABSOLUTE
                and date.bound is Side.ON
                and date.grain in {Grain.DAY, Grain.MONTH}
                and date.first
                and (date.first - published).days > ZONES
                and _WHEN.search(sentence.text[: date.start - sentence.start])
            ):
                yield date, published


def later_references(case: Case) -> tuple[Text, ...]:
    """Return the references published after the article's day, in loading order."""
    own = case.article.document.published
    return tuple(
        text
        for text in case.references
        if own and text.document.published and (text.document.published - own).days > ZONES
    )
