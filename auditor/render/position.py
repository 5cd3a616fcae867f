"""Where words stand in their file, in lines and columns."""

from bisect import bisect_right
from dataclasses import dataclass

from auditor.model.document import Anchor, Document, in_file


@dataclass(frozen=True, slots=True)
class Position:
    """Lines and columns of words in their file, each from 1; the end column is one past the last.

    A line ends with LF or CR LF, as it does for git; a column is a code point.
    """

    line: int
    column: int
    end_line: int
    end_column: int


def position(document: Document, start: int, end: int) -> Position | None:
    """Return where ``start:end`` of a document's text stands in its file, None where unknown.

    No words stand nowhere: a finding on the whole article has no position.
    """
    if start == end:
        return None
    if document.anchors is not None:
        return _anchored(document.anchors, start, end)
    text = document.file_text or document.text
    first, last = in_file(document, start, end)
    return Position(*_place(text, first), *_place(text, last))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _anchored(anchors: tuple[Anchor, ...], start: int, end: int) -> Position | None:
    first, last = _holding(anchors, start), _holding(anchors, end - 1)
    if first is None or last is None:
        return None
    column = first.column if start == first.start else first.column + start - first.start
    end_column = last.end_column if end == last.end else last.column + end - last.start
    return Position(first.line, column, last.line, end_column)


def _holding(anchors: tuple[Anchor, ...], offset: int) -> Anchor | None:
    """Return the anchor of the character at `offset`, None where it has none."""
    n = bisect_right(anchors, offset, key=lambda anchor: anchor.start) - 1
    return anchors[n] if n >= 0 and offset < anchors[n].end else None
