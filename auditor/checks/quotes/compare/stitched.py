"""Quotes put together from words that stand far apart in the references."""

from collections.abc import Iterator
from itertools import pairwise

from auditor.checks.quotes.compare.located import Located, spans_of
from auditor.checks.quotes.compare.matches import RowSpan, Step
from auditor.checks.quotes.compare.quote_pieces import QuotePiece
from auditor.checks.quotes.compare.reference_words import Index

RUN_WORDS = 4
"""Words in a row that are no chance match. A guess."""

APART_WORDS = 30
"""Parts with fewer words between them are one passage, edited. A guess."""

MOST_PARTS = 3
"""More parts than this are a new text with familiar phrases. A guess."""

COVERED_SHARE = 0.8
"""Share of the quote's words that the parts must cover. A guess."""


def stitches(index: Index, piece: QuotePiece) -> tuple[Located, ...]:
    """Return the parts of a stitched quote in the article's order; () where it is not one."""
    parts = tuple(_runs(index, piece))
    covered = sum(len(part.piece.words) for part in parts)
    if not 1 < len(parts) <= MOST_PARTS or covered < COVERED_SHARE * len(piece.words):
        return ()
    return parts if any(_are_apart(a, b) for a, b in pairwise(spans_of(parts))) else ()


def _are_apart(before: RowSpan, after: RowSpan) -> bool:
    return not 0 <= after.low - before.high < APART_WORDS


def _runs(index: Index, piece: QuotePiece) -> Iterator[Located]:
    """Yield the longest runs of words from left to right that stand somewhere in the row."""
    at = 0
    while at + RUN_WORDS <= len(piece.words):
        low, length = _longest(index, piece, at)
        if length < RUN_WORDS:
            at += 1
            continue
        words = piece.words[at : at + length]
        span = RowSpan(low, low + length, 1.0, (Step(True, low, low + length, 0, length),))
        yield Located(QuotePiece(words), span)
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
