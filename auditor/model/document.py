"""A loaded file or page: its text, title and dates, before anything is made of them."""

from dataclasses import dataclass
from datetime import date

from auditor.model.words import SentenceKind


@dataclass(frozen=True, slots=True)
class Block:
    """Characters ``start:end`` of a document that its format marks as one heading, item, row …

    Boilerplate here is what the format itself marks so (navigation, author boxes).
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


@dataclass(frozen=True, slots=True)
class Document:
    """A loaded article or reference.

    Attributes:
        id: ``article``, or ``r1``, ``r2`` … in loading order.
        path: as the user gave it, with forward slashes; for a URL, the URL.
        url: where it was fetched, None for a file.
        title: None where the document states none.
        published: None where the document states no date, or several that differ.
        text: never altered after loading; for a text file, the decoded file itself.
        sha256: hexadecimal, of the bytes read.
        blocks: in text order, not overlapping; () for plain text, whose structure is unknown.
        dates: every publication date stated, in text order.
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
