"""All mentions of a text at once."""

from dataclasses import replace

from auditor.checks.dates.find.find import find_dates
from auditor.checks.names.find.find import find_names
from auditor.checks.numbers.find.find import find_numbers
from auditor.checks.quotes.find.find import find_quotes
from auditor.model.text import Text


def with_mentions(text: Text) -> Text:
    """Return the text with its mentions: each kind may look at the kinds found before it."""
    text = replace(text, quotes=find_quotes(text))
    text = replace(text, dates=find_dates(text))
    text = replace(text, names=find_names(text))
    return replace(text, numbers=find_numbers(text))
