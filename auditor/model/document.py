"""A loaded file or page: its text, title and dates, before anything is made of them."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from auditor.model.locator import Locator
from auditor.model.words import DateMark, SentenceKind


@dataclass(frozen=True, slots=True)
class Block:
    """Characters ``start:end`` of a document that are one heading, paragraph, item or row.

    Boilerplate is navigation, bylines, author boxes and text about the text itself.
    """

    start: int
    end: int
    kind: SentenceKind


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A date that a document states as its own, at ``start:end`` of its text.

    `start` and `end` are both 0 where the date comes from metadata outside the text.
    """

    start: int
    end: int
    value: date
    mark: DateMark = DateMark.BARE


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens a report at `start`: ``BAGHDAD, Jan 5 (Reuters) –``; mostly without a `year`."""

    start: int
    month: int
    day: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """Characters ``start:end`` of a text, which stand side by side in one line of its file.

    `line` and `column` are counted from 1 in code points; `end_column` is one past the last.
    """

    start: int
    end: int
    line: int
    column: int
    end_column: int


@dataclass(frozen=True, slots=True)
class FilePiece:
    """Characters ``start:end`` of a text, which stand at ``first:last`` of its file.

    Where both are not of one length, the file writes it otherwise: ``&amp;`` for ``&``.
    """

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Allowance:
    """A comment that lets the findings of a rule stand in the paragraph ``start:end``.

    Attributes:
        rule: as it is written there, so perhaps the id of none.
        reason: "" where none is given.
        start, end: of the paragraph that it stands in, else of the next; both 0 where none follows.
        comment_start, comment_end: of the comment itself; both 0 where the text lacks it, as of a
            page.
    """

    rule: str
    reason: str
    start: int
    end: int
    comment_start: int = 0
    comment_end: int = 0


@dataclass(frozen=True, slots=True)
class UnseenWords:
    """Words that a file holds and does not show its readers: hidden prose, or an instruction.

    `way` says how they are hidden, as a sentence goes on: ``by its style``, ``in a comment``.
    """

    text: str
    way: str


@dataclass(frozen=True, slots=True)
class Document:
    """A loaded article or reference.

    Attributes:
        id: ``article``, or ``r1``, ``r2`` … in loading order.
        path: as the user gave it, with forward slashes; for a URL, the URL.
        url: where it was fetched, None for a file.
        title: None where the document states none.
        published: None where the document states no date, or several of equal standing that
            differ (`auditor.load.own_date` says which stands higher).
        text: never altered after loading; for a text file, the decoded file itself; for Markdown,
            the file without the marks inside its lines.
        sha256: hexadecimal, of the bytes read.
        blocks: in text order, not overlapping; () for plain text, whose structure is unknown.
        dates: every date that the document states as its own, in text order; for those that
            cannot both be right, see `conflicting_dates`.
        datelines: in text order; a page may hold several reports.
        anchors: where the text stands in its file, as far as that is known, in text order; None
            where the text is the file itself, or has `file_pieces`.
        allowances: in text order.
        locators: its pages, paragraphs or times, as far as its file has them, in text order.
        gaps: what of the file is not in the text, each with why.
        byline: the names of those who wrote it, in their order; () where none is stated.
        file_pieces: where the text stands in its file, in text order; () where it is the file
            itself, or made of a page.
        file_text: the file with its marks, "" where it has no such pieces.
        read_as: the charset that it was taken for, "" where it states one or is UTF-8.
        unseen: no part of the text, and worth an editor's time, in the order of the file.
    """

    id: str
    path: str
    text: str
    sha256: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    blocks: tuple[Block, ...] = ()
    dates: tuple[DocumentDate, ...] = ()
    datelines: tuple[Dateline, ...] = ()
    anchors: tuple[Anchor, ...] | None = None
    allowances: tuple[Allowance, ...] = ()
    locators: tuple[Locator, ...] = ()
    gaps: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    file_pieces: tuple[FilePiece, ...] = ()
    file_text: str = ""
    read_as: str = ""
    unseen: tuple[UnseenWords, ...] = ()


def in_file(document: Document, start: int, end: int) -> tuple[int, int]:
    """Return where ``start:end`` of a text stands in its file, marks at its ends left out."""
    if not document.file_pieces or start >= end:
        return start, end
    first, last = _holding(document, start), _holding(document, end - 1)
    begins = first.first + (start - first.start if _is_plain(first) else 0)
    ends = last.first + end - last.start if _is_plain(last) else last.last
    return begins, ends


def is_unbroken(document: Document, start: int, end: int) -> bool:
    """Tell whether words stand in their file as in the text, without marks between them."""
    if not document.file_pieces:
        return True
    return document.file_text[slice(*in_file(document, start, end))] == document.text[start:end]


def _holding(document: Document, offset: int) -> FilePiece:
    n = bisect_right(document.file_pieces, offset, key=lambda piece: piece.start) - 1
    return document.file_pieces[n]


def _is_plain(piece: FilePiece) -> bool:
    return piece.end - piece.start == piece.last - piece.first


DATELINE_DAYS = 3
"""How far a dateline may lie from the day of publication without a conflict. A guess."""


def conflicting_dates(document: Document) -> tuple[DocumentDate, ...]:
    """Return the stated dates that cannot all be the day of publication, () where they can.

    A later update is no rival, nor is a dateline of the days before. Metadata is often in
    universal time, so a day's difference from it is none.
    """
    stated = [own for own in document.dates if own.mark is not DateMark.UPDATED]
    rivals = [
        mine
        for mine in stated
        if any(abs((mine.value - other.value).days) > _tolerance(mine, other) for other in stated)
    ]
    return tuple(rivals)


def _tolerance(first: DocumentDate, second: DocumentDate) -> int:
    if DateMark.DATELINE in (first.mark, second.mark):
        return DATELINE_DAYS
    return 1 if 0 in (first.end, second.end) else 0
