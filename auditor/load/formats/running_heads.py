"""What stands above and below the text on each page of a PDF: titles, addresses, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.load.formats.page_lines import PrintedLine

MARGIN_LINES = 2
"""Lines at either end of a page that can repeat on others. A guess."""

LONGEST = 200
"""Characters of such a line."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"(?:page|p\.)?\s{0,2}\W?\s?\d{1,4}(?:\s?(?:/|of|\|)\s?\d{1,4})?\s?\W?", re.I)
_BROWSER = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d(?:\s?[AP]M)?(?:\s.*)?"
    r"|(?:https?|file)://\S+(?: \| | )\d{1,4}/\d{1,4}",
    re.I,
)
"""What browsers print above and below a page: the time and title, the address and number."""

Lines = Sequence[PrintedLine]


def running_heads(pages: Sequence[Lines]) -> list[frozenset[PrintedLine]]:
    """Return for each page the lines that belong to all pages rather than to the text."""
    often = Counter(key for lines in pages for key in {_key(one.text) for one in _edges(lines)})
    needed = max(2, (len(pages) + 1) // 2)
    return [
        frozenset(
            line
            for line in _edges(lines)
            if len(line.text) <= LONGEST
            and (
                _BROWSER.fullmatch(line.text)
                or _NUMBER.fullmatch(line.text)
                or often[_key(line.text)] >= needed
            )
        )
        for lines in pages
    ]


def _edges(lines: Lines) -> Iterator[PrintedLine]:
    """Yield the uppermost and lowermost lines of a page."""
    ordered = sorted(lines, key=lambda line: (-line.middle, line.left))
    rows = sorted({round(line.middle) for line in ordered}, reverse=True)
    ends = {*rows[:MARGIN_LINES], *rows[-MARGIN_LINES:]}
    return (line for line in ordered if round(line.middle) in ends)


def _key(text: str) -> str:
    """Return a line without its numbers, which change from page to page."""
    return _DIGITS.sub("0", text)
