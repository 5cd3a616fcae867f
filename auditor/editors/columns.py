"""Lines and columns as editors count them: from 0, in units of the encoding agreed upon."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_LINE_END = re.compile(r"\r\n|\n|\r")
"""What ends a line for the protocol; Python's `splitlines` ends it at eight more characters."""

_UNIT = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
"""Bytes of what columns count."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A text and where its lines begin, in code points; columns count units of `encoding`."""

    text: str
    encoding: str
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """From a line and column to the line and column after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def rows(text: str, encoding: str) -> Rows:
    """Return the lines of a text."""
    return Rows(text, encoding, (0, *(match.end() for match in _LINE_END.finditer(text))))


def extent(lines: Rows, start: int, end: int) -> Extent:
    """Return where the code points ``start:end`` stand."""
    return Extent(*_place(lines, start), *_place(lines, end))


def _place(lines: Rows, offset: int) -> tuple[int, int]:
    line = bisect_right(lines.starts, offset) - 1
    before = lines.text[lines.starts[line] : offset]
    return line, _units(before, lines.encoding)


def offset(lines: Rows, line: int, column: int) -> int:
    """Return the code point at a place; past the end of a line or text stands its end."""
    if line >= len(lines.starts):
        return len(lines.text)
    start = lines.starts[line]
    row = _LINE_END.split(lines.text[start : _end(lines, line)])[0]
    columns = list(accumulate(_units(letter, lines.encoding) for letter in row))
    return start + bisect_right(columns, column)


def _end(lines: Rows, line: int) -> int:
    return lines.starts[line + 1] if line + 1 < len(lines.starts) else len(lines.text)


def _units(text: str, encoding: str) -> int:
    """Return the length of a text, that of half a pair included."""
    size = _UNIT[encoding]
    name = encoding if size == 1 else f"{encoding}-le"
    return len(text.encode(name, "surrogatepass")) // size
