"""Text cut where marks begin and end, so that a template can print mark after mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class MarkPiece:
    """A stretch of text that the same marks cover: `tags` in the order they were given."""

    text: str
    tags: tuple[str, ...]


def pieces(text: str, start: int, marks: Sequence[tuple[int, int, str]]) -> tuple[MarkPiece, ...]:
    """Return `text`, which stands at `start`, cut at its marks; together the pieces are the text.

    A mark is (start, end, tag) in code points of the whole document; marks may overlap, and what
    lies outside the text is cut off.
    """
    end = start + len(text)
    inside = [(max(a, start), min(b, end), tag) for a, b, tag in marks if a < end and start < b]
    cuts = sorted({start, end, *_edges(inside)})
    return tuple(
        MarkPiece(
            text[a - start : b - start], tuple(tag for c, d, tag in inside if c <= a and b <= d)
        )
        for a, b in pairwise(cuts)
    )


def _edges(marks: Iterable[tuple[int, int, str]]) -> Iterable[int]:
    for start, end, _ in marks:
        yield start
        yield end
