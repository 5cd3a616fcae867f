"""A text without its marks, and where what is left of it stands in its file."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.load.inline_marks import Cut
from auditor.model.document import Allowance, Block, DocumentDate, FilePiece


@dataclass(frozen=True, slots=True)
class Unmarked:
    """What is left of a text when its marks are cut.

    Attributes:
        cuts: in text order, not overlapping, in the offsets of the text with its marks.
        moved: how far what follows each cut has moved to the front.
    """

    text: str
    file_pieces: tuple[FilePiece, ...]
    cuts: tuple[Cut, ...]
    moved: tuple[int, ...]


def unmarked(text: str, cuts: Sequence[Cut]) -> Unmarked:
    """Return a text without its marks; `cuts` stand in text order and do not overlap."""
    parts: list[str] = []
    file_pieces: list[FilePiece] = []
    moved: list[int] = []
    length = last = 0
    for cut in (*cuts, Cut(len(text), len(text))):
        for shown, first, end in (
            (text[last : cut.start], last, cut.start),
            (cut.shown, cut.start, cut.end),
        ):
            if shown:
                parts.append(shown)
                file_pieces.append(FilePiece(length, length + len(shown), first, end))
                length += len(shown)
        moved.append(cut.end - length)
        last = cut.end
    return Unmarked("".join(parts), tuple(file_pieces), tuple(cuts), tuple(moved[: len(cuts)]))


def shown_at(marked: Unmarked, offset: int) -> int:
    """Return where a character of the file, or the end of one, stands without the marks."""
    n = bisect_right(marked.cuts, offset, key=lambda cut: cut.start) - 1
    if n < 0:
        return offset
    cut = marked.cuts[n]
    if offset == cut.start and offset < cut.end:
        return cut.end - marked.moved[n] - len(cut.shown)
    return max(offset, cut.end) - marked.moved[n]


def shown_block(marked: Unmarked, block: Block) -> Block:
    """Return a block of the file where it stands without the marks."""
    return replace(block, start=shown_at(marked, block.start), end=shown_at(marked, block.end))


def shown_date(marked: Unmarked, stated: DocumentDate) -> DocumentDate:
    """Return a date of the file where it stands without the marks."""
    return replace(stated, start=shown_at(marked, stated.start), end=shown_at(marked, stated.end))


def shown_allowance(marked: Unmarked, allowance: Allowance) -> Allowance:
    """Return an allowance of the file where it stands without the marks."""
    return replace(
        allowance,
        start=shown_at(marked, allowance.start),
        end=shown_at(marked, allowance.end),
        comment_start=shown_at(marked, allowance.comment_start),
        comment_end=shown_at(marked, allowance.comment_end),
    )
