"""An article's quote made ready for the search: pieces between ellipses, brackets let go."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from auditor.checks.quotes.compare.folded_words import Word, words

_SIC = re.compile(r"[\[(]\s*sic\.?\s*[\])]", re.IGNORECASE)
_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?")
_CLARIFIED = re.compile(r"(?<!\w)\[[^\[\]]{2,80}\](?!\w)")


@dataclass(frozen=True, slots=True)
class QuotePiece:
    """A stretch of a quote without ellipsis.

    Attributes:
        words: those that the article puts into the speaker's mouth.
        open: the indices in `words` before which a clarification in brackets stands.
    """

    words: tuple[Word, ...]
    open: frozenset[int] = frozenset()


def pieces(text: str, start: int, end: int, known: Mapping[int, str]) -> tuple[QuotePiece, ...]:
    """Return the pieces of the quote ``text[start:end]``; () where it holds no word."""
    quoted = text[start:end]
    borders = [0, *chain.from_iterable(m.span() for m in _ELLIPSIS.finditer(quoted)), len(quoted)]
    cut = (
        _piece(text, start + low, start + high, known)
        for low, high in zip(borders[::2], borders[1::2], strict=True)
    )
    return tuple(piece for piece in cut if piece.words)


def _piece(text: str, start: int, end: int, known: Mapping[int, str]) -> QuotePiece:
    kept: list[Word] = []
    opened: set[int] = set()
    for low, high, clarified in _stretches(text, start, end):
        kept.extend(words(text, low, high, known))
        if clarified:
            opened.add(len(kept))
    return QuotePiece(tuple(kept), frozenset(opened))


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the stretches between brackets, and whether a clarification follows each."""
    brackets = sorted(
        [(m.start(), m.end(), False) for m in _SIC.finditer(text, start, end)]
        + [(m.start(), m.end(), True) for m in _CLARIFIED.finditer(text, start, end)],
    )
    offset = start
    for low, high, clarified in brackets:
        if low < offset:
            continue
        yield offset, low, clarified and not _SIC.fullmatch(text, low, high)
        offset = high
    yield offset, end, False
