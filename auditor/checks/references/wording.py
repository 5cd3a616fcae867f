"""How the passages of two references that differ are told to the editor."""

from datetime import date

from auditor.checks.events.find.written_days import written
from auditor.checks.references.outcome import Outcome
from auditor.evidence.case import Case
from auditor.model.calendar import day_in_words
from auditor.model.evidence import Evidence
from auditor.model.ruling import Ruling
from auditor.model.text import Spanned


def both_ways(case: Case, span: Spanned, other: str, agrees: Evidence, denies: Evidence) -> Ruling:
    """Return the ruling that one passage has the article's words and another has `other`."""
    days = _written(case, denies), _written(case, agrees)
    later = days[0] is not None and days[1] is not None and days[0] > days[1]
    fields = {
        "name": case.article.document.text[span.start : span.end],
        "other": other,
        "agrees": _source(case, agrees),
        "denies": _source(case, denies),
    }
    outcome = Outcome.LATER if later else Outcome.NAME
    return Ruling(outcome, span.start, span.end, fields, evidence=(agrees, denies))


def otherwise(case: Case, span: Spanned, expected: str, denies: Evidence) -> Ruling:
    """Return the ruling that the references have `expected` and never the article's words."""
    name = case.article.document.text[span.start : span.end]
    fields = {"name": name, "expected": expected}
    return Ruling(Outcome.PART, span.start, span.end, fields, expected, (denies,))


def _source(case: Case, passage: Evidence) -> str:
    """Return where a passage stands and of which day: ``refs/003.txt, 5 January 2024``."""
    path, day = case.texts[passage.reference].document.path, _written(case, passage)
    return f"{path}, {day_in_words(day)}" if day else path


def _written(case: Case, passage: Evidence) -> date | None:
    """Return the day on which a passage was written, None where that is unknown."""
    return written(case.texts[passage.reference], case.article.document.published)
