"""One quotation of the article against all references: its rung, its source, its speakers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor.compare.quotations.asked import Piece, pieces
from auditor.compare.quotations.changes import Change, changes, is_swallowed
from auditor.compare.quotations.index import Index
from auditor.compare.quotations.places import Place, Step, exact_places, near_places
from auditor.compare.quotations.reported import is_reported
from auditor.compare.quotations.speakers import Cast, agree
from auditor.compare.quotations.stitches import stitches
from auditor.compare.quotations.words import content, words
from auditor.model.quotation import Quotation, Rung

FOUND = 0.6
"""A passage with this share of a quotation's words, by weight, is its source."""

SHORT = 3
"""A quotation of so few words is found exactly or up to endings, never nearly."""

ELIDED = 60
"""Words that one ellipsis may stand for; what is further apart was stitched. A guess."""

ATTRIBUTED = 4
"""A speaker is compared from so many words on: shorter phrases are anybody's. A guess."""

CERTAIN = 0.9
"""A passage with this share needs no second one to explain the quotation. A guess."""


@dataclass(frozen=True, slots=True)
class Located:
    """A piece of the quotation and its place in the references, None where it has none."""

    piece: Piece
    place: Place | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of a quotation.

    Attributes:
        located: its pieces in the article's order; for a fabricated one the nearest passage.
        changes: those that are more than marks and case; () where nothing was found.
        source: the reference's quotation that the words stand in, None where they stand in none.
        misattributed: whether `source` has another speaker, for certain.
    """

    rung: Rung
    located: tuple[Located, ...] = ()
    changes: tuple[Change, ...] = ()
    source: Quotation | None = None
    misattributed: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """The references made ready: their words, and who appears in them."""

    index: Index
    cast: Cast


def compare(
    text: str, quotation: Quotation, known: Mapping[int, str], sources: Sources
) -> Comparison | None:
    """Return the quotation's place on the ladder; None where it holds no word.

    Args:
        text: the article.
        quotation: one of its quotations.
        known: base forms of the article's words by place.
        sources: the references.
    """
    whole = Piece(tuple(words(text, quotation.start, quotation.end, known)))
    if not whole.words:
        return None
    exact = _best(sources, quotation, exact_places(sources.index, whole))
    if exact is not None:
        return _exact(sources, quotation, (Located(whole, exact),), text)
    asked = pieces(text, quotation.start, quotation.end, known)
    if not asked:
        return None
    if len(asked) == 1:
        return _one(sources, quotation, asked[0])
    return _several(sources, quotation, asked, text)


def _best(sources: Sources, quotation: Quotation, places: Iterator[Place]) -> Place | None:
    """Return the place that speaks best for the article: quoted, and by the same speaker."""
    ranked = [(_rank(sources, quotation, place), -n, place) for n, place in enumerate(places)]
    return max(ranked, key=lambda r: r[:2])[2] if ranked else None


def _rank(sources: Sources, quotation: Quotation, place: Place) -> float:
    share = _quoted_share(sources.index, [place])
    if share < 1:
        return share
    source = _source(sources.index, [place])
    same = agree(quotation, source, sources.cast) if source is not None else None
    return {True: 4.0, None: 3.0, False: 2.0}[same]


def _exact(
    sources: Sources, quotation: Quotation, located: tuple[Located, ...], text: str
) -> Comparison:
    index, places = sources.index, [found.place for found in located if found.place is not None]
    if not _is_unquoted(index, places):
        rung = Rung.VERBATIM if _is_verbatim(index, places, quotation, text) else Rung.COSMETIC
        return _finish(sources, quotation, Comparison(rung, located))
    return Comparison(_reporting_rung(index, places), located)


def _is_verbatim(index: Index, places: Sequence[Place], quotation: Quotation, text: str) -> bool:
    place = places[0]
    first, last = index.row[place.low], index.row[place.high - 1]
    source = index.texts[index.reference[place.low]].document.text[first.start : last.end]
    return source == text[quotation.start : quotation.end].rstrip(".,;:!?…")


def _one(sources: Sources, quotation: Quotation, piece: Piece) -> Comparison:
    """Compare a quotation without ellipsis that stands nowhere word for word."""
    index = sources.index
    clarified = _best(sources, quotation, exact_places(index, piece)) if piece.open else None
    if clarified is not None:
        return _exact(sources, quotation, (Located(piece, clarified),), "")
    near = near_places(index, piece)
    best = near[0] if near else None
    share = best.share if best else 0.0
    if best is not None and _is_found(piece, best) and share >= CERTAIN:
        return _near(sources, quotation, (Located(piece, best),))
    parts = stitches(index, piece)
    if parts and sum(len(p.piece.words) for p in parts) / len(piece.words) > share:
        return Comparison(
            Rung.STITCHED,
            tuple(Located(p.piece, p.place) for p in parts),
            source=_source(index, [p.place for p in parts]),
        )
    if best is not None and _is_found(piece, best):
        return _near(sources, quotation, (Located(piece, best),))
    return Comparison(Rung.FABRICATED, (Located(piece, best),))


def _is_found(piece: Piece, place: Place) -> bool:
    """Tell whether the place is the piece's source and not a passage with some of its words."""
    if len(piece.words) <= SHORT:
        return all(
            step.same or not content(piece.words[step.start : step.end]) for step in place.steps
        )
    longest = max(step.high - step.low for step in place.steps if step.same)
    return place.share >= FOUND and longest >= min(SHORT, len(piece.words) // 2)


def _near(sources: Sources, quotation: Quotation, located: tuple[Located, ...]) -> Comparison:
    """Return the rung of a quotation whose words were changed."""
    index = sources.index
    places = [found.place for found in located if found.place is not None]
    changed = tuple(
        change
        for found in located
        if found.place is not None
        for change in changes(index, found.place, found.piece.words, found.piece.open)
        if not _is_border(change, found.piece)
    ) + tuple(Change("added", (), found.piece.words) for found in located if found.place is None)
    turned = [change for change in changed if change.kind != "wording"]
    if _is_unquoted(index, places):
        if any(change.kind in {"negation", "number", "name", "opposite"} for change in turned):
            return Comparison(Rung.ALTERED, located, changed)
        return Comparison(_reporting_rung(index, places), located, changed)
    rung = Rung.ALTERED if turned else Rung.EDITED if changed else Rung.COSMETIC
    return _finish(sources, quotation, Comparison(rung, located, changed))


def _is_border(change: Change, piece: Piece) -> bool:
    """Tell whether only a small word at the edge of the piece differs."""
    edge = (
        not change.article
        or change.article[0] is piece.words[0]
        or change.article[-1] is piece.words[-1]
    )
    return (
        edge
        and change.kind == "wording"
        and not content((*change.source, *change.article))
        and (len(change.source) + len(change.article) <= 1)
    )


def _several(
    sources: Sources, quotation: Quotation, asked: Sequence[Piece], text: str
) -> Comparison:
    """Compare a quotation with ellipses, piece by piece."""
    index = sources.index
    located = _in_order(index, asked)
    found = [one for one in located if one.place is not None]
    share = sum(len(one.piece.words) * (one.place.share if one.place else 0) for one in found)
    if share < FOUND * sum(len(piece.words) for piece in asked):
        nearest = max(found, key=lambda one: len(one.piece.words), default=located[0])
        return Comparison(Rung.FABRICATED, (nearest,))
    gaps = _gaps(index, found)
    if gaps is None:
        places = [one.place for one in found if one.place is not None]
        return Comparison(Rung.STITCHED, located, source=_source(index, places))
    hidden = tuple(
        Change("ellipsis", index.row[low:high], ())
        for low, high in gaps
        if is_swallowed(index, low, high)
    )
    if hidden:
        return _finish(sources, quotation, Comparison(Rung.ALTERED, located, hidden))
    if all(one.place is not None and one.place.share == 1.0 for one in located):
        return _exact(sources, quotation, located, "")
    return _near(sources, quotation, located)


def _in_order(index: Index, asked: Sequence[Piece]) -> tuple[Located, ...]:
    """Locate the longest piece first, and the others as near to it as they stand."""
    anchor = max(range(len(asked)), key=lambda n: (len(asked[n].words), -n))
    candidates = [_candidates(index, piece) for piece in asked]
    best: tuple[tuple[int, int], tuple[Located, ...]] | None = None
    for start in candidates[anchor][:8] or (None,):
        places: list[Place | None] = [None] * len(asked)
        places[anchor] = start
        for n in (*range(anchor - 1, -1, -1), *range(anchor + 1, len(asked))):
            beside = places[n + 1] if n < anchor else places[n - 1]
            places[n] = _closest(
                candidates[n], beside, before=n < anchor, short=len(asked[n].words) <= SHORT
            )
        located = tuple(Located(p, q) for p, q in zip(asked, places, strict=True))
        kept = [q for q in places if q is not None]
        score = (len(kept), -sum(abs(b.low - a.high) for a, b in pairwise(kept)))
        if best is None or score > best[0]:
            best = (score, located)
    return best[1] if best else ()


def _candidates(index: Index, piece: Piece) -> list[Place]:
    exact = list(exact_places(index, piece))
    if exact or len(piece.words) <= SHORT:
        return exact
    return [place for place in near_places(index, piece) if _is_found(piece, place)]


def _closest(
    places: Sequence[Place], beside: Place | None, *, before: bool, short: bool
) -> Place | None:
    """Return the place closest to the neighbouring piece's, the right side of it first."""
    if beside is None:
        return None if short else next(iter(places), None)
    ahead = [p for p in places if (p.high <= beside.low if before else p.low >= beside.high)]
    ranked = sorted(ahead or ([] if short else places), key=lambda p: abs(p.low - beside.low))
    if short and ranked and abs(ranked[0].low - beside.low) > ELIDED + beside.high - beside.low:
        return None
    return next(iter(ranked), None)


def _gaps(index: Index, found: Sequence[Located]) -> list[tuple[int, int]] | None:
    """Return the places of what was left out between the pieces; None where they are far apart."""
    places = [one.place for one in found if one.place is not None]
    gaps = [(one.high, other.low) for one, other in pairwise(places)]
    near = all(
        0 <= high - low <= ELIDED and not any(w.text == "\n" for w in index.row[low:high])
        for low, high in gaps
    )
    return gaps if near else None


def _reporting_rung(index: Index, places: Sequence[Place]) -> Rung:
    return Rung.PROMOTED if is_reported(index, places[0]) else Rung.NARRATED


def _steps(places: Sequence[Place]) -> Iterator[Step]:
    for place in places:
        yield from (step for step in place.steps if step.same)


def _quoted_share(index: Index, places: Sequence[Place]) -> float:
    inside = [index.quoted[n] >= 0 for step in _steps(places) for n in range(step.low, step.high)]
    return sum(inside) / len(inside) if inside else 0.0


def _is_unquoted(index: Index, places: Sequence[Place]) -> bool:
    """Tell whether content of the quotation stands outside of quotation marks in its source."""
    share = _quoted_share(index, places)
    outside = [
        index.row[n]
        for step in _steps(places)
        for n in range(step.low, step.high)
        if index.quoted[n] < 0
    ]
    return share < 1 and (share == 0 or len(content(outside)) > 1)


def _source(index: Index, places: Sequence[Place]) -> Quotation | None:
    """Return the quotation that most of the words stand in."""
    inside = [index.quoted[n] for step in _steps(places) for n in range(step.low, step.high)]
    found = sorted({n for n in inside if n >= 0}, key=lambda n: (-inside.count(n), n))
    return index.quotations[found[0]] if found else None


def _finish(sources: Sources, quotation: Quotation, comparison: Comparison) -> Comparison:
    """Add the source and whether its speaker is another."""
    places = [one.place for one in comparison.located if one.place is not None]
    source = _source(sources.index, places)
    spoken = sum(step.high - step.low for step in _steps(places))
    other = (
        source is not None
        and spoken >= ATTRIBUTED
        and agree(quotation, source, sources.cast) is False
    )
    return Comparison(
        comparison.rung, comparison.located, comparison.changes, source, misattributed=other
    )
