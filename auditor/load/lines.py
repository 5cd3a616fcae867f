"""The lines of a text, with their places in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]+|\r\n|\r|\n")
_PROSE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")

PROSE_WORDS = 8
"""From how many words a line that ends like a sentence is prose. A guess."""

LONG_LINE_WORDS = 30
"""From how many words a line is prose however it ends. A guess: few headlines pass 20."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters ``start:end`` of a text, the white space around them left out."""

    start: int
    end: int
    text: str


def lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold anything but white space; only CR, LF and CRLF end a line."""
    for match in _LINE.finditer(text):
        if stripped := match.group().strip():
            start = match.start() + match.group().index(stripped)
            yield Line(start, start + len(stripped), stripped)


def is_prose(line: Line) -> bool:
    """Tell whether a line reads as running text rather than as a headline, date or byline."""
    words = len(line.text.split())
    return words >= LONG_LINE_WORDS or (
        words >= PROSE_WORDS and _PROSE_END.search(line.text) is not None
    )
