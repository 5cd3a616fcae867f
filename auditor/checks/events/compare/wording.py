"""How an event and a source are named in a message."""

from datetime import date

from auditor.checks.events.find.written_days import written
from auditor.evidence.case import Case
from auditor.model.calendar import day_in_words
from auditor.model.event import Event
from auditor.model.evidence import Evidence

LONG = 90
"""Characters of a description that a message shows."""


def label(event: Event) -> str:
    """Return an event's day and what it was: ``4 January 2024, a U.S. strike that killed …``."""
    words = event.description
    if len(words) > LONG:
        words = words[:LONG].rsplit(" ", 1)[0] + " …"
    day = f"{day_in_words(event.first)}, " if event.first else ""
    return f"{day}{words}"


def source(case: Case, passage: Evidence) -> str:
    """Return where a passage stands and of which day: ``refs/003.txt, 5 January 2024``."""
    text = case.texts[passage.reference]
    day = written_on(case, passage)
    return f"{text.document.path}, {day_in_words(day)}" if day else text.document.path


def written_on(case: Case, passage: Evidence) -> date | None:
    """Return the day on which a passage was written, None where that is unknown."""
    text = case.texts[passage.reference]
    return written(text, case.article.document.published)
