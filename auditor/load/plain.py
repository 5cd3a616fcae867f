"""Plain text: nothing is marked, so the headline is found by its looks."""

from auditor.load.headline import headline
from auditor.load.lines import lines
from auditor.load.page import Page


def read_plain(text: str) -> Page:
    """Return the text itself with its headline."""
    found = tuple(lines(text))
    title = headline(text, found)
    return Page(text, found, title.text if title else None, title.end if title else 0)
