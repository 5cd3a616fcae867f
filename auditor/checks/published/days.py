"""The article's own day against the days of its news and of its references."""

import datetime
import re
from collections.abc import Iterator

from auditor.checks.dates.find.governor import governor
from auditor.evidence.case import Case
from auditor.language.tree import VERBS
from auditor.model.date import Bound, Date, Grain, Origin, Tense
from auditor.model.text import Text, within

_WHEN = re.compile(r"\b(?:on|in)\s$", re.I)
"""Of ``the budget for March`` the month is not when it was passed."""

ZONES = 1
"""Days that two places' calendars may differ by."""


def told_too_early(article: Text) -> Iterator[tuple[Date, datetime.date]]:
    """Yield the dates after the article's day at which it says that things have happened.

    Only dates with a year that hang on a verb of the past: ``the 2030 goals were met`` does not
    say when.
    """
    published = article.document.published
    for sentence in article.sentences if published else ():
        for date in within(article.dates, sentence):
            place = governor(sentence, date)
            if (
                published
                and place is not None
                and sentence.tokens[place].pos in VERBS
                and date.tense is Tense.PAST
                and date.origin is Origin.ABSOLUTE
                and date.bound is Bound.ON
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
