"""Locating the pieces of a quote with ellipses, so that they stand together where they can."""

from collections.abc import Sequence
from itertools import pairwise

from auditor.checks.quotes.compare.folded_words import content
from auditor.checks.quotes.compare.located import Located, same_steps, spans_of
from auditor.checks.quotes.compare.matches import RowSpan, exact_spans, near_spans
from auditor.checks.quotes.compare.meaning import is_denial
from auditor.checks.quotes.compare.quote_pieces import QuotePiece
from auditor.checks.quotes.compare.reference_words import Index

SOURCE_SHARE = 0.6
"""A passage with this share of a quote's words, by weight, is its source."""

SHORT_WORDS = 3
"""A quote of so few words is found exactly or up to endings, never nearly."""

THINNED_WORDS = 2
"""Words that may be missing in a phrase of a reference's quote. A guess."""

ELIDED_WORDS = 60
"""Words that one ellipsis may stand for; what is further apart was stitched. A guess."""

ANCHOR_SPANS = 8
"""Spans of the longest piece that are tried as the quote's. A guess."""


def locate(index: Index, asked: Sequence[QuotePiece]) -> tuple[Located, ...]:
    """Locate the longest piece first, and the others as near to it as they stand."""
    anchor = max(range(len(asked)), key=lambda n: (len(asked[n].words), -n))
    candidates = [_candidates(index, piece) for piece in asked]
    best: tuple[tuple[int, int], tuple[Located, ...]] | None = None
    for start in candidates[anchor][:ANCHOR_SPANS] or (None,):
        spans: list[RowSpan | None] = [None] * len(asked)
        spans[anchor] = start
        for n in (*range(anchor - 1, -1, -1), *range(anchor + 1, len(asked))):
            beside = spans[n + 1] if n < anchor else spans[n - 1]
            spans[n] = _closest(
                candidates[n], beside, before=n < anchor, short=len(asked[n].words) <= SHORT_WORDS
            )
        located = tuple(Located(p, q) for p, q in zip(asked, spans, strict=True))
        kept = [q for q in spans if q is not None]
        score = (len(kept), -sum(abs(b.low - a.high) for a, b in pairwise(kept)))
        if best is None or score > best[0]:
            best = (score, located)
    return best[1] if best else ()


def _candidates(index: Index, piece: QuotePiece) -> list[RowSpan]:
    exact = list(exact_spans(index, piece))
    if exact or len(piece.words) <= SHORT_WORDS:
        return exact
    return [span for span in near_spans(index, piece) if is_found(index, piece, span)]


def _closest(
    spans: Sequence[RowSpan], beside: RowSpan | None, *, before: bool, short: bool
) -> RowSpan | None:
    """Return the span closest to the neighbouring piece's, the right side of it first."""
    if beside is None:
        return None if short else next(iter(spans), None)
    ahead = [p for p in spans if (p.high <= beside.low if before else p.low >= beside.high)]
    ranked = sorted(ahead or ([] if short else spans), key=lambda p: abs(p.low - beside.low))
    nearest = next(iter(ranked), None)
    reach = ELIDED_WORDS + beside.high - beside.low
    return None if short and nearest and abs(nearest.low - beside.low) > reach else nearest


def gaps_between(index: Index, located: Sequence[Located]) -> list[tuple[int, int]] | None:
    """Return what of the row is left out between the pieces; None where they are far apart."""
    ends = [list(same_steps([span])) for span in spans_of(located)]
    gaps = [(before[-1].high, after[0].low) for before, after in pairwise(ends)]
    near = all(
        0 <= high - low <= ELIDED_WORDS and not any(w.text == "\n" for w in index.row[low:high])
        for low, high in gaps
    )
    return gaps if near else None


def is_found(index: Index, piece: QuotePiece, span: RowSpan) -> bool:
    """Tell whether the span is the piece's source and not a passage with some of its words."""
    if len(piece.words) <= SHORT_WORDS:
        return _is_phrase_found(piece, span) or _is_thinned(index, piece, span)
    longest = max(step.high - step.low for step in span.steps if step.same)
    return span.share >= SOURCE_SHARE and longest >= min(SHORT_WORDS, len(piece.words) // 2)


def _is_phrase_found(piece: QuotePiece, span: RowSpan) -> bool:
    """Tell whether a phrase stands there up to endings, and to grammar beside two content words."""
    other = [step for step in span.steps if not step.same]
    if any(content(piece.words[step.start : step.end]) for step in other):
        return False
    changed = [word for step in other for word in piece.words[step.start : step.end]]
    longer = sum(step.high - step.low for step in other)
    return (not changed and not longer) or (len(content(piece.words)) > 1 and longer <= 1)


def _is_thinned(index: Index, piece: QuotePiece, span: RowSpan) -> bool:
    """Tell whether words were left out of a quote of the reference: “approach [the] vote”.

    What is denied there is another matter.
    """
    within = {index.quoted[n] for n in range(span.low, span.high)}
    return (
        len(content(piece.words)) > 1
        and span.share == 1
        and len(within) == 1
        and -1 not in within
        and span.high - span.low <= len(piece.words) + THINNED_WORDS
        and not any(is_denial(word) for word in index.row[span.low - THINNED_WORDS : span.low])
    )
