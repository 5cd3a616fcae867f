"""One quote of the article against all references: its rung, its source, its speakers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.checks.quotes.compare.changes import Change, ChangeKind, changes, is_swallowed
from auditor.checks.quotes.compare.clipped import clipped
from auditor.checks.quotes.compare.ellipses import SOURCE_SHARE, gaps_between, is_found, locate
from auditor.checks.quotes.compare.folded_words import content, words
from auditor.checks.quotes.compare.located import (
    Located,
    is_unquoted,
    quoted_share,
    same_steps,
    source_of,
    spans_of,
)
from auditor.checks.quotes.compare.matches import RowSpan, exact_spans, near_spans
from auditor.checks.quotes.compare.quote_pieces import QuotePiece, pieces
from auditor.checks.quotes.compare.reference_words import Index
from auditor.checks.quotes.compare.reported import is_reported
from auditor.checks.quotes.compare.same_speaker import Cast, agree
from auditor.checks.quotes.compare.stitched import stitches
from auditor.model.quote import Quote, Rung
from auditor.model.text import Text

ATTRIBUTED_WORDS = 4
"""A speaker is compared from so many words on: shorter phrases are anybody's. A guess."""

CERTAIN_SHARE = 0.9
"""A passage with this share of a quote needs no second one to explain the rest. A guess."""

STITCHED_GAIN = 0.1
"""Distant parts must cover so much more of a quote than the best single passage. A guess."""

TURNING = frozenset({ChangeKind.NEGATION, ChangeKind.NUMBER, ChangeKind.NAME, ChangeKind.OPPOSITE})
"""Changes that turn the meaning even of words that the references do not quote."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a quote.

    Attributes:
        quote: that of the article.
        located: its pieces in the article's order; for a fabricated one the nearest passage.
        changes: those that are more than marks and case; () where nothing was found.
        source: the reference's quote that the words stand in, None where they stand in none.
        misattributed: whether `source` has another speaker, for certain.
    """

    quote: Quote
    rung: Rung
    located: tuple[Located, ...] = ()
    changes: tuple[Change, ...] = ()
    source: Quote | None = None
    misattributed: bool = False

    @property
    def speaker(self) -> str:
        """Return who speaks in the reference, "" where that is not told."""
        return self.source.speaker if self.source else ""


@dataclass(frozen=True, slots=True)
class QuoteSources:
    """The references made ready: their words, and who appears in them."""

    index: Index
    cast: Cast


def compare(
    article: Text, quote: Quote, known: Mapping[int, str], sources: QuoteSources
) -> Comparison | None:
    """Return the quote's rung on the ladder, with its proof; None where it holds no word.

    Args:
        article: the text under audit.
        quote: one of its quotes.
        known: base forms of the article's words by offset.
        sources: the references.
    """
    text = article.document.text
    whole = QuotePiece(tuple(words(text, quote.start, quote.end, known)))
    asked = pieces(text, quote.start, quote.end, known)
    if not whole.words or not asked:
        return None
    comparison = _compare(text, quote, whole, asked, sources)
    if comparison.rung in {Rung.ALTERED, Rung.FABRICATED, Rung.STITCHED}:
        return comparison
    denial = clipped(article, quote, comparison.located, sources.index)
    if denial is None:
        return comparison
    return replace(comparison, rung=Rung.ALTERED, changes=(denial, *comparison.changes))


def _compare(
    text: str, quote: Quote, whole: QuotePiece, asked: tuple[QuotePiece, ...], sources: QuoteSources
) -> Comparison:
    exact = _best(sources, quote, exact_spans(sources.index, whole))
    if exact is not None:
        return _exact(sources, quote, (Located(whole, exact),), text)
    if len(asked) == 1:
        return _one(sources, quote, asked[0])
    return _several(sources, quote, asked)


def _best(sources: QuoteSources, quote: Quote, spans: Iterator[RowSpan]) -> RowSpan | None:
    """Return the span that speaks best for the article: quoted, and by the same speaker."""
    ranked = [(_rank(sources, quote, span), -n, span) for n, span in enumerate(spans)]
    return max(ranked, key=lambda r: r[:2])[2] if ranked else None


def _rank(sources: QuoteSources, quote: Quote, span: RowSpan) -> float:
    share = quoted_share(sources.index, [span])
    if share < 1:
        return share
    source = source_of(sources.index, [span])
    same = agree(quote, source, sources.cast) if source is not None else None
    return {True: 4.0, None: 3.0, False: 2.0}[same]


def _exact(
    sources: QuoteSources, quote: Quote, located: tuple[Located, ...], text: str
) -> Comparison:
    index, spans = sources.index, spans_of(located)
    if not is_unquoted(index, spans):
        rung = Rung.VERBATIM if _is_verbatim(index, spans, quote, text) else Rung.COSMETIC
        return _with_source(sources, Comparison(quote, rung, located))
    return Comparison(quote, _reporting_rung(index, spans), located)


def _is_verbatim(index: Index, spans: Sequence[RowSpan], quote: Quote, text: str) -> bool:
    span = spans[0]
    return index.written(span.low, span.high) == text[quote.start : quote.end].rstrip(".,;:!?…")


def _one(sources: QuoteSources, quote: Quote, piece: QuotePiece) -> Comparison:
    """Compare a quote without ellipsis that stands nowhere word for word."""
    index = sources.index
    clarified = _best(sources, quote, exact_spans(index, piece)) if piece.open else None
    if clarified is not None:
        return _exact(sources, quote, (Located(piece, clarified),), "")
    near = near_spans(index, piece)
    best = near[0] if near else None
    share = best.share if best else 0.0
    if best is not None and is_found(index, piece, best) and share >= CERTAIN_SHARE:
        return _near(sources, quote, (Located(piece, best),))
    parts = stitches(index, piece)
    covered = sum(len(part.piece.words) for part in parts) / len(piece.words)
    if parts and covered > share + STITCHED_GAIN:
        return _stitched(index, quote, parts)
    if best is not None and is_found(index, piece, best):
        return _near(sources, quote, (Located(piece, best),))
    return Comparison(quote, Rung.FABRICATED, (Located(piece, best),))


def _stitched(index: Index, quote: Quote, located: tuple[Located, ...]) -> Comparison:
    return Comparison(quote, Rung.STITCHED, located, source=source_of(index, spans_of(located)))


def _near(sources: QuoteSources, quote: Quote, located: tuple[Located, ...]) -> Comparison:
    """Return the rung of a quote whose words were changed."""
    index = sources.index
    spans = spans_of(located)
    changed = tuple(
        change
        for part in located
        if part.span is not None
        for change in changes(index, part.span, part.piece.words, part.piece.open)
        if not _is_border(change, part.piece)
    ) + tuple(
        Change(ChangeKind.ADDED, (), part.piece.words) for part in located if part.span is None
    )
    turned = [change for change in changed if change.kind is not ChangeKind.WORDING]
    if is_unquoted(index, spans):
        if any(change.kind in TURNING for change in turned):
            return Comparison(quote, Rung.ALTERED, located, changed)
        return Comparison(quote, _reporting_rung(index, spans), located, changed)
    rung = Rung.ALTERED if turned else Rung.EDITED if changed else Rung.COSMETIC
    return _with_source(sources, Comparison(quote, rung, located, changed))


def _is_border(change: Change, piece: QuotePiece) -> bool:
    """Tell whether no more than a small word at the edge of the piece differs."""
    if not change.article or change.kind is not ChangeKind.WORDING:
        return False
    edge = piece.words[0] is change.article[0] or piece.words[-1] is change.article[-1]
    both = (*change.source, *change.article)
    return edge and len(both) == 1 and not content(both)


def _several(sources: QuoteSources, quote: Quote, asked: Sequence[QuotePiece]) -> Comparison:
    """Compare a quote with ellipses, piece by piece."""
    index = sources.index
    located = locate(index, asked)
    standing = [part for part in located if part.span is not None]
    share = sum(len(part.piece.words) * (part.span.share if part.span else 0) for part in standing)
    if share < SOURCE_SHARE * sum(len(piece.words) for piece in asked):
        joined = stitches(index, QuotePiece(tuple(word for piece in asked for word in piece.words)))
        if joined:
            return _stitched(index, quote, joined)
        nearest = max(standing, key=lambda part: len(part.piece.words), default=located[0])
        return Comparison(quote, Rung.FABRICATED, (nearest,))
    gaps = gaps_between(index, standing)
    if gaps is None:
        return _stitched(index, quote, located)
    hidden = tuple(
        Change(ChangeKind.ELLIPSIS, index.row[low:high], ())
        for low, high in gaps
        if is_swallowed(index, low, high)
    )
    if hidden:
        return _with_source(sources, Comparison(quote, Rung.ALTERED, located, hidden))
    if all(part.span is not None and all(s.same for s in part.span.steps) for part in located):
        return _exact(sources, quote, located, "")
    return _near(sources, quote, located)


def _reporting_rung(index: Index, spans: Sequence[RowSpan]) -> Rung:
    return Rung.PROMOTED if is_reported(index, spans[0]) else Rung.NARRATED


def _with_source(sources: QuoteSources, comparison: Comparison) -> Comparison:
    """Add the source, and whether its speaker is another."""
    spans = spans_of(comparison.located)
    source = source_of(sources.index, spans)
    spoken = sum(step.high - step.low for step in same_steps(spans))
    other = source is not None and agree(comparison.quote, source, sources.cast) is False
    return replace(comparison, source=source, misattributed=other and spoken >= ATTRIBUTED_WORDS)
