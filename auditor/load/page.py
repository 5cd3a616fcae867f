"""What the reader of a format makes of a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.load.lines import Line
from auditor.model.document import (
    Allowance,
    Anchor,
    Block,
    DocumentDate,
    FilePiece,
    UnseenWords,
)
from auditor.model.locator import Locator


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A text with what its format tells of it.

    Attributes:
        lines: where a header can state dates, markup left out.
        headline_end: where the headline ends in the text, 0 where it has none there.
        dates: those of the metadata; what stands in the lines is not among them.
        anchors, locators, gaps, byline, file_pieces, unseen: as of a `Document`.
    """

    text: str
    lines: Sequence[Line]
    title: str | None
    headline_end: int
    blocks: tuple[Block, ...] = ()
    dates: tuple[DocumentDate, ...] = ()
    anchors: tuple[Anchor, ...] | None = None
    allowances: tuple[Allowance, ...] = ()
    locators: tuple[Locator, ...] = ()
    gaps: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    file_pieces: tuple[FilePiece, ...] = ()
    unseen: tuple[UnseenWords, ...] = ()
