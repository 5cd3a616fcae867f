"""What stands above and below the text on each page of a PDF: titles, addresses, page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.load.formats.page_lines import PrintedLine
from auditor.load.formats.reading_order import SAME_ROW

MARGIN_LINES = 2
"""Lines at either end of a page that can repeat on others. A guess."""

LONGEST = 200
"""Characters of such a line."""

_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"(?:page|p\.)?\s{0,2}\W?\s?\d{1,4}(?:\s?(?:/|of|\|)\s?\d{1,4})?\s?\W?", re.I)
_BROWSER = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d(?:\s?[AP]M)?(?:\s.*)?"
    r"|(?:https?|file)://\S+ \d{1,4}/\d{1,4}",
    re.I,
)
"""What browsers print above and below a page: the time and title, the address and number."""

Lines = Sequence[PrintedLine]


def running_heads(pages: Sequence[Lines]) -> list[frozenset[PrintedLine]]:
    """Return for each page the lines that belong to all pages rather than to the text."""
    edges = [tuple(_edges(lines)) for lines in pages]
    often = Counter(key for rows in edges for key in {_key(row) for row in rows})
    needed = max(2, (len(pages) + 1) // 2)
    return [
        frozenset(
            line for row in rows if often[_key(row)] >= needed or _is_told(row) for line in row
        )
        for rows in edges
    ]


def _is_told(row: Lines) -> bool:
    """Tell whether a line is none of the text by its looks."""
    text = _text(row)
    return bool(_BROWSER.fullmatch(text) or _NUMBER.fullmatch(text))


def _edges(lines: Lines) -> Iterator[tuple[PrintedLine, ...]]:
    """Yield the uppermost and lowermost rows of a page."""
    rows: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda one: -one.middle):
        if not rows or abs(rows[-1][0].middle - line.middle) > SAME_ROW * line.size:
            rows.append([])
        rows[-1].append(line)
    ends = rows if len(rows) <= 2 * MARGIN_LINES else [*rows[:MARGIN_LINES], *rows[-MARGIN_LINES:]]
    return (tuple(row) for row in ends if len(_text(row)) <= LONGEST)


def _text(row: Lines) -> str:
    return " ".join(line.text for line in sorted(row, key=lambda one: one.left))


def _key(row: Lines) -> str:
    """Return a row without its numbers, which change from page to page."""
    return _DIGITS.sub("0", _text(row))
