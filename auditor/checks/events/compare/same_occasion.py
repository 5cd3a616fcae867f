"""Whether two sentences may tell of one occasion, by the days and figures that they state."""

from auditor.checks.events.compare.details import agrees
from auditor.checks.events.find.written_days import days_of, written
from auditor.evidence.case import Case
from auditor.model.text import Sentence, Text, within


def are_one_occasion(case: Case, sentence: Sentence, text: Text, passage: Sentence) -> bool:
    """Tell whether an article sentence and one of a reference state no different days or figures.

    Of what both state, one day, year or figure in common is enough.
    """
    near = case.article.document.published
    mine, theirs = within(case.article.dates, sentence), within(text.dates, passage)
    days = {day for one in mine for day in days_of(one, near)}
    others = {day for one in theirs for day in days_of(one, written(text, near))}
    years, their_years = ({one.year for one in found if one.year} for found in (mine, theirs))
    figures = [one for one in within(case.article.numbers, sentence) if one.unit]
    their_figures = [one for one in within(text.numbers, passage) if one.unit]
    return (
        not (days and others and not days & others)
        and not (years and their_years and not years & their_years)
        and not (
            figures
            and their_figures
            and not any(agrees(one, two) for one in figures for two in their_figures)
        )
    )
