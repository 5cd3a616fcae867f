"""One quote of the article against all references: its rung, its source, its speakers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.checks.quotes.compare.changes import (
    Change,
    changes,
    is_denial,
    is_refusal,
    is_swallowed,
)
from auditor.checks.quotes.compare.ellipses import FOUND, gaps_between, in_order, is_found
from auditor.checks.quotes.compare.folded_words import content, words
from auditor.checks.quotes.compare.located import (
    Located,
    is_unquoted,
    places_of,
    quoted_share,
    same_steps,
    source_of,
)
from auditor.checks.quotes.compare.matches import RowSpan, exact_places, near_places
from auditor.checks.quotes.compare.quote_pieces import QuotePiece, pieces
from auditor.checks.quotes.compare.reference_words import Index
from auditor.checks.quotes.compare.reported import is_reported
from auditor.checks.quotes.compare.same_speaker import Cast, agree
from auditor.checks.quotes.compare.stitched import Stitch, stitches
from auditor.model.quote import Quote, Rung
from auditor.model.text import Text, within

ATTRIBUTED = 4
"""A speaker is compared from so many words on: shorter phrases are anybody's. A guess."""

CERTAIN = 0.9
"""A passage with this share needs no second one to explain the quote. A guess."""


STITCHED = 0.1
"""Distant parts must cover so much more than the best single passage. A guess."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a quote.

    Attributes:
        located: its pieces in the article's order; for a fabricated one the nearest passage.
        changes: those that are more than marks and case; () where nothing was found.
        source: the reference's quote that the words stand in, None where they stand in none.
        misattributed: whether `source` has another speaker, for certain.
    """

    rung: Rung
    located: tuple[Located, ...] = ()
    changes: tuple[Change, ...] = ()
    source: Quote | None = None
    misattributed: bool = False


@dataclass(frozen=True, slots=True)
class QuoteSources:
    """The references made ready: their words, and who appears in them."""

    index: Index
    cast: Cast


def compare(
    article: Text, quote: Quote, known: Mapping[int, str], sources: QuoteSources
) -> Comparison | None:
    """Return the quote's place on the ladder; None where it holds no word.

    Args:
        article: the text under audit.
        quote: one of its quotes.
        known: base forms of the article's words by place.
        sources: the references.
    """
    text = article.document.text
    whole = QuotePiece(tuple(words(text, quote.start, quote.end, known)))
    asked = pieces(text, quote.start, quote.end, known)
    if not whole.words or not asked:
        return None
    comparison = _compare(text, quote, whole, asked, sources)
    clipped = _clipped(article, quote, comparison, sources.index)
    if clipped is None:
        return comparison
    return replace(comparison, rung=Rung.ALTERED, changes=(clipped, *comparison.changes))


def _compare(
    text: str, quote: Quote, whole: QuotePiece, asked: tuple[QuotePiece, ...], sources: QuoteSources
) -> Comparison:
    exact = _best(sources, quote, exact_places(sources.index, whole))
    if exact is not None:
        return _exact(sources, quote, (Located(whole, exact),), text)
    if len(asked) == 1:
        return _one(sources, quote, asked[0])
    return _several(sources, quote, asked)


def _clipped(article: Text, quote: Quote, comparison: Comparison, index: Index) -> Change | None:
    """Return the denial right before the words quoted that the article leaves out: not a “loss”.

    None where the article's sentence denies by itself, or begins the quote like a sentence.
    """
    if comparison.rung in {Rung.ALTERED, Rung.FABRICATED, Rung.STITCHED} or quote.text[0].isupper():
        return None
    steps = list(same_steps(places_of(comparison.located)))
    low = steps[0].low
    at = low - 2 if index.row[low - 1].text in {"a", "an"} else low - 1
    if not is_denial(index.row[at]) or index.quoted[at] != index.quoted[low]:
        return None
    text = index.text_of(low)
    between = text[index.row[at].end : index.row[low].start]
    beside = between.strip().isalpha() or between.isspace()
    sentences = within(article.sentences, quote)
    outside = [(s.start, quote.start) for s in sentences if s.start < quote.start] + [
        (quote.end, s.end) for s in sentences if quote.end < s.end
    ]
    around = [w for span in outside for w in words(article.document.text, *span, {})]
    denied = any(is_denial(w) or is_refusal(w) for w in around)
    return None if denied or not beside else Change("clipped", (index.row[at],), ())


def _best(sources: QuoteSources, quote: Quote, spans: Iterator[RowSpan]) -> RowSpan | None:
    """Return the place that speaks best for the article: quoted, and by the same speaker."""
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
    index, spans = sources.index, places_of(located)
    if not is_unquoted(index, spans):
        rung = Rung.VERBATIM if _is_verbatim(index, spans, quote, text) else Rung.COSMETIC
        return _finish(sources, quote, Comparison(rung, located))
    return Comparison(_reporting_rung(index, spans), located)


def _is_verbatim(index: Index, spans: Sequence[RowSpan], quote: Quote, text: str) -> bool:
    span = spans[0]
    return index.written(span.low, span.high) == text[quote.start : quote.end].rstrip(".,;:!?…")


def _one(sources: QuoteSources, quote: Quote, piece: QuotePiece) -> Comparison:
    """Compare a quote without ellipsis that stands nowhere word for word."""
    index = sources.index
    clarified = _best(sources, quote, exact_places(index, piece)) if piece.open else None
    if clarified is not None:
        return _exact(sources, quote, (Located(piece, clarified),), "")
    near = near_places(index, piece)
    best = near[0] if near else None
    share = best.share if best else 0.0
    if best is not None and is_found(index, piece, best) and share >= CERTAIN:
        return _near(sources, quote, (Located(piece, best),))
    parts = stitches(index, piece)
    if parts and sum(len(p.piece.words) for p in parts) / len(piece.words) > share + STITCHED:
        return _stitched(index, parts)
    if best is not None and is_found(index, piece, best):
        return _near(sources, quote, (Located(piece, best),))
    return Comparison(Rung.FABRICATED, (Located(piece, best),))


def _stitched(index: Index, parts: Sequence[Stitch]) -> Comparison:
    located = tuple(Located(part.piece, part.place) for part in parts)
    return Comparison(Rung.STITCHED, located, source=source_of(index, [p.place for p in parts]))


def _near(sources: QuoteSources, quote: Quote, located: tuple[Located, ...]) -> Comparison:
    """Return the rung of a quote whose words were changed."""
    index = sources.index
    spans = places_of(located)
    changed = tuple(
        change
        for part in located
        if part.place is not None
        for change in changes(index, part.place, part.piece.words, part.piece.open)
        if not _is_border(change, part.piece)
    ) + tuple(Change("added", (), part.piece.words) for part in located if part.place is None)
    turned = [change for change in changed if change.kind != "wording"]
    if is_unquoted(index, spans):
        if any(change.kind in {"negation", "number", "name", "opposite"} for change in turned):
            return Comparison(Rung.ALTERED, located, changed)
        return Comparison(_reporting_rung(index, spans), located, changed)
    rung = Rung.ALTERED if turned else Rung.EDITED if changed else Rung.COSMETIC
    return _finish(sources, quote, Comparison(rung, located, changed))


def _is_border(change: Change, piece: QuotePiece) -> bool:
    """Tell whether no more than a small word at the edge of the piece differs."""
    if not change.article or change.kind != "wording":
        return False
    edge = piece.words[0] is change.article[0] or piece.words[-1] is change.article[-1]
    both = (*change.source, *change.article)
    return edge and len(both) == 1 and not content(both)


def _several(sources: QuoteSources, quote: Quote, asked: Sequence[QuotePiece]) -> Comparison:
    """Compare a quote with ellipses, piece by piece."""
    index = sources.index
    located = in_order(index, asked)
    placed = [one for one in located if one.place is not None]
    share = sum(len(one.piece.words) * (one.place.share if one.place else 0) for one in placed)
    if share < FOUND * sum(len(piece.words) for piece in asked):
        joined = stitches(index, QuotePiece(tuple(word for piece in asked for word in piece.words)))
        if joined:
            return _stitched(index, joined)
        nearest = max(placed, key=lambda one: len(one.piece.words), default=located[0])
        return Comparison(Rung.FABRICATED, (nearest,))
    gaps = gaps_between(index, placed)
    if gaps is None:
        spans = places_of(placed)
        return Comparison(Rung.STITCHED, located, source=source_of(index, spans))
    hidden = tuple(
        Change("ellipsis", index.row[low:high], ())
        for low, high in gaps
        if is_swallowed(index, low, high)
    )
    if hidden:
        return _finish(sources, quote, Comparison(Rung.ALTERED, located, hidden))
    if all(one.place is not None and all(s.same for s in one.place.steps) for one in located):
        return _exact(sources, quote, located, "")
    return _near(sources, quote, located)


def _reporting_rung(index: Index, spans: Sequence[RowSpan]) -> Rung:
    return Rung.PROMOTED if is_reported(index, spans[0]) else Rung.NARRATED


def _finish(sources: QuoteSources, quote: Quote, comparison: Comparison) -> Comparison:
    """Add the source and whether its speaker is another."""
    spans = places_of(comparison.located)
    source = source_of(sources.index, spans)
    spoken = sum(step.high - step.low for step in same_steps(spans))
    other = (
        source is not None and spoken >= ATTRIBUTED and agree(quote, source, sources.cast) is False
    )
    return Comparison(
        comparison.rung, comparison.located, comparison.changes, source, misattributed=other
    )
