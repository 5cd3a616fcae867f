"""All mentions of a text at once."""

from dataclasses import replace

from auditor.mentions.moments.find import find_moments
from auditor.mentions.names import find_names
from auditor.mentions.quantities.find import find_quantities
from auditor.mentions.quotations.find import find_quotations
from auditor.model.text import Text


def with_mentions(text: Text) -> Text:
    """Return the text with its mentions: each kind may look at the kinds found before it."""
    text = replace(text, quotations=find_quotations(text))
    text = replace(text, moments=find_moments(text))
    text = replace(text, names=find_names(text))
    return replace(text, quantities=find_quantities(text))
