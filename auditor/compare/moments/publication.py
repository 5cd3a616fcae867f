"""The article's own day against the days of its news and of its references."""

import re
from collections.abc import Iterator
from datetime import date

from auditor.mentions.moments.grammar import VERBS, governor
from auditor.model.case import Case
from auditor.model.moment import Bound, Frame, Grain, Moment, Tense
from auditor.model.text import Text, within

_WHEN = re.compile(r"\b(?:on|in)\s$", re.I)
"""Of ``the budget for March`` the month is not when it was passed."""

ZONES = 1
"""Days that two places' calendars may differ by."""


def told_too_early(article: Text) -> Iterator[tuple[Moment, date]]:
    """Yield the dates after the article's day at which it says that things have happened.

    Only dates with a year that hang on a verb of the past: ``the 2030 goals were met`` does not
    say when.
    """
    published = article.document.published
    for sentence in article.sentences if published else ():
        for moment in within(article.moments, sentence):
            place = governor(sentence, moment)
            if (
                published
                and place is not None
                and sentence.tokens[place].pos in VERBS
                and moment.tense is Tense.PAST
                and moment.frame is Frame.ABSOLUTE
                and moment.bound is Bound.ON
                and moment.grain in {Grain.DAY, Grain.MONTH}
                and moment.first
                and (moment.first - published).days > ZONES
                and _WHEN.search(sentence.text[: moment.start - sentence.start])
            ):
                yield moment, published


def later_references(case: Case) -> tuple[Text, ...]:
    """Return the references published after the article's day, in loading order."""
    own = case.article.document.published
    return tuple(
        text
        for text in case.references
        if own and text.document.published and (text.document.published - own).days > ZONES
    )
