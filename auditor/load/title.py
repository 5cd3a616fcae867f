"""The headline of a text that marks none: a short line above the first paragraph."""

from collections.abc import Iterator, Sequence

from auditor.load.dateline import dateline, is_byline, line_dates
from auditor.load.lines import Line, is_prose
from auditor.load.own_date import HEADER_LINES

SHORTEST_HEADLINE = 3
"""Words. A guess: shorter first lines are sections, labels and names ("Breaking", "World News")."""

TELLING_HEADLINE = 5
"""Words from which a line goes before a shorter one above it, often a paper's name. A guess."""

LONGEST_HEADLINE = 25
"""Words. A guess: the longest headlines seen have 19."""

WRAPPED_WIDTH = 100
"""Characters to a line up to which a paragraph may be wrapped by its editor. A guess."""

WRAPPED_LINES = 10
"""Lines of a paragraph from which its wrapping is told."""


def headline(text: str, lines: Sequence[Line]) -> Line | None:
    """Return the line that is the headline, None where running text has none above it."""
    above = list(_above_prose(lines))
    if len(above) == len(lines[:HEADER_LINES]) and not any(map(is_prose, lines)):
        return None
    headings = [line for line in above if _is_headline(text, line, lines)]
    telling = [line for line in headings if len(line.text.split()) >= TELLING_HEADLINE]
    return next(iter(telling or headings), None)


def _above_prose(lines: Sequence[Line]) -> Iterator[Line]:
    for line in lines[:HEADER_LINES]:
        if is_prose(line):
            return
        yield line


def _is_headline(text: str, line: Line, lines: Sequence[Line]) -> bool:
    words = len(line.text.split())
    if not SHORTEST_HEADLINE <= words <= LONGEST_HEADLINE or line.text.endswith((".", ":", ",")):
        return False
    if is_byline(line.text) or line_dates(line) or dateline(line):
        return False
    return not _is_wrapped(text, line, lines)


def _is_wrapped(text: str, line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a line is the beginning of a paragraph broken over several lines."""
    paragraph = [line]
    place = lines.index(line)
    for following in lines[place + 1 : place + WRAPPED_LINES]:
        if _lines_between(text, paragraph[-1], following) > 1:
            break
        paragraph.append(following)
    if len(paragraph) > 1 and paragraph[1].text[:1].islower():
        return True
    widths = [len(one.text) for one in paragraph]
    widest = max(widths)
    return len(paragraph) > 2 and widest <= WRAPPED_WIDTH and min(widths[:-1]) > 0.75 * widest


def _lines_between(text: str, one: Line, two: Line) -> int:
    gap = text[one.end : two.start].replace("\r\n", "\n").replace("\r", "\n")
    return gap.count("\n")
