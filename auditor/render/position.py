"""Where words stand in their file, in lines and columns."""

from dataclasses import dataclass
from pathlib import PurePath

from auditor.model.document import Document

PAGES = frozenset({".html", ".htm", ".xhtml"})
"""Files whose text is made from their markup, so that its lines are not theirs."""


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
    if start == end or PurePath(document.path).suffix.lower() in PAGES:
        return None
    text = document.text
    return Position(*_place(text, start), *_place(text, end))


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
