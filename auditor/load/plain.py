"""Plain text: nothing is marked, so the headline is found by its looks."""

from auditor.load.lines import lines
from auditor.load.page import ReadPage
from auditor.load.title import headline


def read_plain(text: str) -> ReadPage:
    """Return the text itself with its headline."""
    rows = tuple(lines(text))
    title = headline(text, rows)
    return ReadPage(text, rows, title.text if title else None, title.end if title else 0)
