"""Whether the references hold a date of the article at all, for whatever event."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.dates.compare.agreement import Agreement
from auditor.checks.dates.compare.counterparts import Compared, DateCounterpart
from auditor.evidence.case import Case
from auditor.model.calendar import WEEKDAYS
from auditor.model.date import Date, Grain, Origin, Tense

_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d,.]\d|\d)")

_DAY_ALONE = re.compile(
    r"\b(?:on|by|until|since|from|to|of) the ([1-3]?\d)(?:st|nd|rd|th)(?=[ ,.;]|$)"
)

_WEEKLY = re.compile(rf"\b({'|'.join(WEEKDAYS)})s\b")


@dataclass(frozen=True, slots=True)
class Known:
    """What the texts hold beside their dates.

    Attributes:
        days: those of the article and its references: what is dated on them needs no passage.
        years: four-figure numbers of the references, which may be years.
        days_alone: days that the references tell without their month: ``on the 28th``.
        weekdays: those on which something is done every week, Monday 0: ``on Fridays``.
    """

    days: frozenset[datetime.date]
    years: frozenset[str]
    days_alone: frozenset[int]
    weekdays: frozenset[int]


def known(case: Case) -> Known:
    """Return what the texts of a case hold beside their dates."""
    documents = [text.document for text in (case.article, *case.references)]
    return Known(
        frozenset(document.published for document in documents if document.published),
        frozenset(_found(_YEAR, case)),
        frozenset(map(int, _found(_DAY_ALONE, case))),
        frozenset(WEEKDAYS.index(name) for name in _found(_WEEKLY, case)),
    )


def _found(form: re.Pattern[str], case: Case) -> Iterator[str]:
    for text in case.references:
        yield from form.findall(text.document.text)


def is_found(compared: Compared, beside: Known) -> bool:
    """Tell whether a reference states the date, of whatever event, or may mean it."""
    date, spans = compared.article.date, compared.article.spans
    if agreed := compared.having(Agreement.SAME, Agreement.ALIKE):
        return any(one.reference.spans for one in agreed) or _is_year_known(date, beside)
    if date.grain is Grain.YEAR and str(date.year) in beside.years:
        return True
    if date.grain is Grain.DAY and date.day in beside.days_alone:
        return True
    if any(span.first <= day <= span.last for span in spans for day in beside.days):
        return True
    return any(
        one.same.head >= 0.8 and one.reference.date.origin is Origin.RELATIVE
        for one in compared.having(Agreement.UNKNOWN)
    )


def is_found_without_year(compared: Compared) -> bool:
    """Tell whether a reference has a date but no year for it, or a year only names an event.

    ``Last July`` in a text without a day; the 2018 World Cup, of which no reference has another
    year. Whether they speak of the World Cup at all is asked of its name.
    """
    agreed = compared.having(Agreement.SAME, Agreement.ALIKE)
    if any(one.reference.date.origin is Origin.RELATIVE for one in agreed):
        return True
    title = compared.article.traits.title
    others = any(one.reference.traits.title & title for one in compared.beside)
    return bool(title) and not others


def _is_year_known(date: Date, beside: Known) -> bool:
    """Tell whether the texts have the year of a date, where they have any year at all."""
    years = beside.years | {str(day.year) for day in beside.days}
    return date.year is None or not years or str(date.year) in years


def is_weekday_found(compared: Compared, beside: Known) -> bool:
    """Tell whether a reference has the weekday, or a day that can fall on it, for anything.

    So does one that tells no weekdays at all: then the writer knew the day from elsewhere.
    """
    agreed = (Agreement.SAME, Agreement.ALIKE, Agreement.COARSER)
    weekday = compared.article.date.weekday
    if weekday in beside.weekdays or compared.having(*agreed):
        return True
    if any(day.weekday() == weekday for day in beside.days):
        return True
    others = compared.having(Agreement.OTHER, Agreement.OTHER_WORD)
    if not any(one.reference.date.weekday is not None for one in others):
        return True
    return any(_may_fall(one, compared.article.date) for one in compared.having(Agreement.UNKNOWN))


def _may_fall(one: DateCounterpart, mine: Date) -> bool:
    """Tell whether a day of an unknown year may be the weekday that the article states.

    Not where it is told of another's doing, as a bound, or as past where the article's is not.
    """
    theirs = one.reference.date
    if theirs.grain is not Grain.DAY or theirs.weekday is not None:
        return False
    if theirs.origin is Origin.RELATIVE:
        return True
    told_alike = (theirs.tense is Tense.PAST) == (mine.tense is Tense.PAST)
    return told_alike and theirs.bound is mine.bound and not one.same.clash
