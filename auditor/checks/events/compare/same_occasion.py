"""Whether two sentences may tell of one occasion, by the days and figures that they state."""

from collections.abc import Iterable, Set

from auditor.checks.events.compare.figures import agree
from auditor.checks.events.find.written_days import days_of, written
from auditor.evidence.case import Case
from auditor.model.date import Date
from auditor.model.text import Sentence, Text, within


def are_one_occasion(case: Case, sentence: Sentence, text: Text, passage: Sentence) -> bool:
    """Tell whether an article sentence and one of a reference state no different days or figures.

    Of what both state, one day, year or figure in common is enough.
    """
    near = case.article.document.published
    mine, theirs = within(case.article.dates, sentence), within(text.dates, passage)
    days = {day for date in mine for day in days_of(date, near)}
    their_days = {day for date in theirs for day in days_of(date, written(text, near))}
    return (
        not _are_different(days, their_days)
        and not _are_different(_years(mine), _years(theirs))
        and not _have_other_figures(case, sentence, text, passage)
    )


def _are_different(mine: Set[object], theirs: Set[object]) -> bool:
    return bool(mine and theirs) and not mine & theirs


def _years(dates: Iterable[Date]) -> set[int]:
    return {date.year for date in dates if date.year}


def _have_other_figures(case: Case, sentence: Sentence, text: Text, passage: Sentence) -> bool:
    """Tell whether both state figures with a unit, and none in common."""
    mine = [figure for figure in within(case.article.numbers, sentence) if figure.unit]
    theirs = [figure for figure in within(text.numbers, passage) if figure.unit]
    if not (mine and theirs):
        return False
    return not any(agree(own, other) for own in mine for other in theirs)
