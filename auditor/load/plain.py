"""Plain text: nothing is marked, so the headline is found by its looks."""

from auditor.load.byline import stated_writers
from auditor.load.lines import lines
from auditor.load.page import ReadPage
from auditor.load.title import headline


def read_plain(text: str) -> ReadPage:
    """Return the text itself with its headline."""
    rows = tuple(lines(text))
    title = headline(text, rows)
    name, end = (title.text, title.end) if title else (None, 0)
    return ReadPage(text, rows, name, end, byline=stated_writers(rows))
