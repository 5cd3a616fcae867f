"""How words that belong to another event are told to the editor."""

from collections.abc import Mapping

from auditor.model.calendar import day_in_words
from auditor.model.event import Event

LONGEST_DESCRIPTION = 90
"""Characters of an event's description that a message shows."""


def fields(words: str, own: Event, other: Event, expected: str = "") -> Mapping[str, str]:
    """Return what a message shows of words that the references on `other` have, not those on `own`.

    `expected` is what the references on `own` have in their place, "" where they have nothing.
    """
    return {
        "detail": words,
        "event": _label(own),
        "other": _label(other),
        "expected": expected,
    }


def _label(event: Event) -> str:
    """Return an event's day and what it was: ``4 January 2024, a U.S. strike that killed …``."""
    words = event.description
    if len(words) > LONGEST_DESCRIPTION:
        words = words[:LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + " …"
    day = f"{day_in_words(event.first)}, " if event.first else ""
    return f"{day}{words}"
