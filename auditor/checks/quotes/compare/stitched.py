"""Quotes put together from words that stand far apart in the references."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from auditor.checks.quotes.compare.matches import RowSpan, Step
from auditor.checks.quotes.compare.quote_pieces import QuotePiece
from auditor.checks.quotes.compare.reference_words import Index

RUN = 4
"""Words in a row that are no chance match. A guess."""

APART = 30
"""Parts with fewer words between them are one passage, edited. A guess."""

PARTS = 3
"""More parts than this are a new text with familiar phrases. A guess."""

COVERED = 0.8
"""Share of the quote's words that the parts must cover. A guess."""


@dataclass(frozen=True, slots=True)
class Stitch:
    """A part of a quote and where it stands."""

    piece: QuotePiece
    place: RowSpan


def stitches(index: Index, piece: QuotePiece) -> tuple[Stitch, ...]:
    """Return the parts of a stitched quote in the article's order; () where it is not one."""
    runs = tuple(_runs(index, piece))
    covered = sum(len(one.piece.words) for one in runs)
    if not 1 < len(runs) <= PARTS or covered < COVERED * len(piece.words):
        return ()
    return runs if any(_are_apart(a.place, b.place) for a, b in pairwise(runs)) else ()


def _are_apart(one: RowSpan, other: RowSpan) -> bool:
    return not 0 <= other.low - one.high < APART


def _runs(index: Index, piece: QuotePiece) -> Iterator[Stitch]:
    """Yield the longest runs of words from left to right that stand somewhere in the row."""
    at = 0
    while at + RUN <= len(piece.words):
        low, length = _longest(index, piece, at)
        if length < RUN:
            at += 1
            continue
        words = piece.words[at : at + length]
        span = RowSpan(low, low + length, 1.0, (Step(True, low, low + length, 0, length),))
        yield Stitch(QuotePiece(words), span)
        at += length


def _longest(index: Index, piece: QuotePiece, at: int) -> tuple[int, int]:
    """Return where the longest run from word `at` stands, and its length."""
    forms = [word.base for word in piece.words[at:]]
    best = (0, 0)
    for low in index.triples.get((forms[0], forms[1], forms[2]), ()):
        length = 3
        while length < len(forms) and index.row[low + length].base == forms[length]:
            length += 1
        if length > best[1]:
            best = (low, length)
    return best
