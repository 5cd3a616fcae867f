"""All mentions of a text at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from auditor.checks.dates.find.find import find_dates
from auditor.checks.names.find.find import find_names
from auditor.checks.numbers.find.find import find_numbers
from auditor.checks.quotes.find.find import find_quotes
from auditor.model.text import Text

FINDERS: Mapping[str, Callable[[Text], tuple[Any, ...]]] = {
    "quotes": find_quotes,
    "dates": find_dates,
    "names": find_names,
    "numbers": find_numbers,
}
"""What finds each kind of mention, in this order: each may look at the kinds found before it."""


def with_found(text: Text, kind: str, mentions: tuple[Any, ...]) -> Text:
    """Return the text with its mentions of one kind, a key of `FINDERS`."""
    found: dict[str, Any] = {kind: mentions}
    return replace(text, **found)


def with_mentions(text: Text) -> Text:
    """Return the text with its mentions of every kind."""
    for kind, find in FINDERS.items():
        text = with_found(text, kind, find(text))
    return text
