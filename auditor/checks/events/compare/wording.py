"""How an event is named in a message."""

from auditor.model.calendar import day_in_words
from auditor.model.event import Event

LONG = 90
"""Characters of a description that a message shows."""


def label(event: Event) -> str:
    """Return an event's day and what it was: ``4 January 2024, a U.S. strike that killed …``."""
    words = event.description
    if len(words) > LONG:
        words = words[:LONG].rsplit(" ", 1)[0] + " …"
    day = f"{day_in_words(event.first)}, " if event.first else ""
    return f"{day}{words}"
