"""What the references say of each number of the article."""

import math
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from auditor.compare.quantities.agreement import Relation, kind, relation
from auditor.compare.quantities.derived import Grounds, derivation, listed
from auditor.compare.quantities.frames import Frame, frames
from auditor.compare.quantities.slots import Match, Weights, echoes, is_impossible, matched, weights
from auditor.lexicon import lexicon
from auditor.mentions.quantities.units import base_of
from auditor.model.case import Case, Evidence, Link
from auditor.model.quantity import Bound
from auditor.model.text import within

STRONG = 0.6
"""From this fit on, another value in the slot is a contradiction. Measured as for `LIKELY`: one
figure left alone in 360 reaches it, 30 altered ones in 183."""

STRONG_SLIP = 0.5
"""The same where the values differ by a known slip: chance hardly makes one. A guess."""

VERBATIM = 0.8
"""From this likeness on, the sentence is repeated, and whatever is counted is the same. A guess."""

LIKELY = 0.5
"""From this fit on, another value in the slot is probably a contradiction. In human-made summaries
two figures in 360 left alone reach it, and 50 in 183 altered ones (`benchmarks/numbers`)."""

WEAK = 0.35
"""From this fit on, another count of the same noun is a doubt. Measured likewise: 9 in 360 left
alone, 75 in 183 altered ones. Spans of time, amounts and ranks are too various for it."""

SURE = 0.85
"""From this fit on, nothing that the number might be derived from excuses it. A guess."""

MARGIN = 0.25
"""By how much the slot of another value must fit better than a slot of the same value."""

TIED = 0.1
"""Slots whose fit lies this near to the best fit about as well. A guess."""

CONTESTING = 0.7
"""From this fit on, a slot of another value may outdo one of the same value. A guess."""

ELSEWHERE = 0.35
"""Up to this likeness the same value in the references speaks of something else. A guess."""

ECHO = 0.25
"""From this fit on, the same figure of another noun is the same number in other words."""

LINKED = 0.1
"""What it adds to the fit that alignment linked the passage to the sentence. A guess."""

SMALL = 10
"""Whole numbers below are often counted by the writer: no reference need state them."""

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Fit:
    """A reference's number with its relation to ours and how well its slot fits, about [0, 1]."""

    match: Match
    relation: Relation
    score: float


@dataclass(frozen=True, slots=True)
class Ruling:
    """An outcome for one number of the article.

    Attributes:
        fits: the reference numbers that prove it, best first.
        arithmetic: how the number follows from others, "" where it does not.
    """

    outcome: str
    ours: Frame
    fits: tuple[Fit, ...]
    arithmetic: str = ""


@dataclass(frozen=True, slots=True)
class _Stock:
    """All numbers of the references."""

    frames: tuple[Frame, ...]
    worth: Weights
    case: Case


def rulings(case: Case) -> Iterator[Ruling]:
    """Yield an outcome for each number of the article that is not inside a quotation."""
    theirs = tuple(chain.from_iterable(frames(text) for text in case.references))
    stock = _Stock(theirs, weights(theirs), case)
    links = {link.sentence.id: link for link in case.links}
    own = frames(case.article)
    for ours in own:
        if within(case.article.quotations, ours.quantity):
            continue
        beside = [f for f in own if f.sentence.id == ours.sentence.id and f is not ours]
        yield _ruling(ours, beside, links.get(ours.sentence.id), stock)


def _ruling(ours: Frame, beside: Sequence[Frame], link: Link | None, stock: _Stock) -> Ruling:
    if is_impossible(ours):
        return Ruling("impossible", ours, ())
    fits = _fits(ours, link, stock)
    agreeing = [fit for fit in fits if fit.relation is Relation.AGREES and _counts_same(fit)]
    denying = [fit for fit in fits if fit.relation is not Relation.AGREES and _is_rival(ours, fit)]
    swapped = _swapped(ours, beside, fits, stock)
    if swapped:
        return Ruling("swapped", ours, swapped)
    if agreeing:
        return _with_agreement(ours, agreeing, denying, stock.case)
    arithmetic = _derived(ours, link, stock)
    if arithmetic and not _outweighs(denying, arithmetic):
        return arithmetic
    if denying and _is_strong(denying[0]) and not _stands_beside(ours, beside, denying[0], stock):
        return _denied(ours, denying)
    if any(echoes(ours, theirs) for theirs in stock.frames):
        return Ruling("echoed", ours, ())
    if _is_converted(ours, beside):
        return Ruling("converted", ours, ())
    if denying and denying[0].score >= _least(ours, denying[0]):
        return _denied(ours, denying)
    return _unfound(ours, fits)


def _least(ours: Frame, rival: Fit) -> float:
    """Return the fit from which a rival is worth a doubt."""
    telling = ours.quantity.unit == "" or rival.relation is not Relation.DIFFERS
    return WEAK if telling else LIKELY


def _is_strong(fit: Fit) -> bool:
    """Tell whether a rival's slot fits well enough for an error; a known slip needs less."""
    return fit.score >= (STRONG if fit.relation is Relation.DIFFERS else STRONG_SLIP)


def _outweighs(denying: Sequence[Fit], derived: Ruling) -> bool:
    """Tell whether the rivals leave no room for arithmetic, unless it stands in their sentence."""
    if not denying:
        return False
    rival = denying[0]
    if rival.relation is not Relation.DIFFERS and _is_strong(rival):
        return True
    together = {(f.match.theirs.document, f.match.theirs.sentence.id) for f in derived.fits}
    beside = together == {(rival.match.theirs.document, rival.match.theirs.sentence.id)}
    return rival.score >= SURE and not beside


def _stands_beside(ours: Frame, beside: Sequence[Frame], rival: Fit, stock: _Stock) -> bool:
    """Tell whether our figure stands in the rival's own sentence, told apart by the parse alone.

    Where another number of our sentence has the rival's value, the two must stand in the same
    order in both sentences, or they changed places.
    """
    theirs = rival.match.theirs
    same = [
        f
        for f in stock.frames
        if f.sentence is theirs.sentence
        and f.quantity.unit == ours.quantity.unit
        and f.quantity.value == ours.quantity.value
    ]
    there = [f for f in beside if relation(f.quantity, theirs.quantity) is Relation.AGREES]
    if rival.relation is not Relation.DIFFERS or not there:
        return rival.relation is Relation.DIFFERS and bool(same)
    return any(
        (f.quantity.start < theirs.quantity.start) == (ours.quantity.start < other.quantity.start)
        for f in same
        for other in there
    )


def _is_converted(ours: Frame, beside: Sequence[Frame]) -> bool:
    """Tell whether the number repeats its neighbour in another currency: ``$1bn (£640m)``."""
    own = ours.quantity
    return kind(own.unit) == "money" and any(
        kind(f.quantity.unit) == "money"
        and f.quantity.unit != own.unit
        and min(abs(own.start - f.quantity.end), abs(f.quantity.start - own.end)) <= 4
        for f in beside
    )


def _fits(ours: Frame, link: Link | None, stock: _Stock) -> tuple[Fit, ...]:
    """Return the references' numbers of the same kind, the best slot first."""
    found: list[Fit] = []
    for theirs in stock.frames:
        match = matched(ours, theirs, stock.worth)
        if match:
            bonus = LINKED * _closeness(theirs, link)
            found.append(
                Fit(match, relation(ours.quantity, theirs.quantity), match.likeness + bonus)
            )
    return tuple(sorted(found, key=_order))


def _order(fit: Fit) -> tuple[float, int, str, int]:
    theirs = fit.match.theirs
    return -fit.score, -fit.match.noun, theirs.document, theirs.quantity.start


def _closeness(theirs: Frame, link: Link | None) -> float:
    """Return how close alignment found the sentence of a number, 0 where it did not link it."""
    evidence = link.evidence if link else ()
    return max((e.score for e in evidence if _holds(e, theirs)), default=0.0)


def _holds(evidence: Evidence, theirs: Frame) -> bool:
    place = theirs.quantity.start
    return evidence.reference == theirs.document and evidence.start <= place < evidence.end


def _counts_same(fit: Fit) -> bool:
    return fit.match.noun >= 1 or fit.score >= ECHO


def _is_rival(ours: Frame, fit: Fit) -> bool:
    """Tell whether another value can only be a slip: the same noun, unit or fate is counted."""
    own, other = ours.quantity, fit.match.theirs.quantity
    if own.bound is Bound.VAGUE or other.bound is Bound.VAGUE:
        return False
    if fit.relation is Relation.UNIT:
        return True
    alike = bool(ours.aspects & fit.match.theirs.aspects) or fit.match.likeness >= VERBATIM
    return fit.match.noun == 2 or (fit.match.noun == 1 and alike)


def _with_agreement(
    ours: Frame, agreeing: Sequence[Fit], denying: Sequence[Fit], case: Case
) -> Ruling:
    best, rival = agreeing[0], denying[0] if denying else None
    if rival is None:
        return Ruling("supported", ours, tuple(agreeing[:3]))
    if _is_contested(ours, best, rival) and not _share_sentence(rival, agreeing):
        return Ruling("doubtful", ours, _likeliest(ours, denying))
    disputed = _disputed(ours, agreeing, denying, case)
    return disputed or Ruling("supported", ours, tuple(agreeing[:3]))


def _is_contested(ours: Frame, best: Fit, rival: Fit) -> bool:
    """Tell whether another value fits the slot so much better that ours must be another thing's."""
    gain = rival.score - best.score
    if ours.quantity.unit == "age":
        return False  # people of other ages are seldom told apart by their surroundings
    if rival.score < STRONG or _is_history(ours, rival.match.theirs):
        return False
    if best.match.noun == 0:
        return gain >= MARGIN / 2
    return best.match.likeness < ELSEWHERE and gain >= MARGIN and rival.score >= CONTESTING


def _is_history(ours: Frame, theirs: Frame) -> bool:
    """Tell whether a reference's sentence looks back to a year that ours does not name."""
    return bool(set(_YEAR.findall(theirs.sentence.text)) - set(_YEAR.findall(ours.sentence.text)))


def _share_sentence(rival: Fit, agreeing: Sequence[Fit]) -> bool:
    place = (rival.match.theirs.document, rival.match.theirs.sentence.id)
    return any((f.match.theirs.document, f.match.theirs.sentence.id) == place for f in agreeing)


def _disputed(
    ours: Frame, agreeing: Sequence[Fit], denying: Sequence[Fit], case: Case
) -> Ruling | None:
    """Return that references disagree: each states its own value in the slot and not the other."""
    mine = {f.match.theirs.document for f in agreeing}
    rivals = [f for f in denying if f.score >= WEAK and f.match.theirs.document not in mine]
    best = agreeing[0]
    if not rivals or best.score < WEAK or rivals[0].relation is Relation.UNIT:
        return None
    rival = rivals[0]
    if not ours.aspects and rival.score < STRONG:
        return None
    day, last = _days(rival, mine, case)
    if day and last and day < last:
        return None  # the article has the later figure
    return Ruling("superseded" if day and last and day > last else "disputed", ours, (best, rival))


def _days(rival: Fit, mine: Collection[str], case: Case) -> tuple[date | None, date | None]:
    """Return the day of the rival's reference and the last day of those that have our value.

    None where a reference states no date.
    """
    days = {text.document.id: text.document.published for text in case.references}
    known = [day for name in mine if (day := days[name])]
    return days[rival.match.theirs.document], max(known) if len(known) == len(mine) else None


def _swapped(
    ours: Frame, beside: Sequence[Frame], fits: Sequence[Fit], stock: _Stock
) -> tuple[Fit, ...]:
    """Return the two slots between which our number and another of its sentence changed places."""
    for other in beside:
        if kind(other.quantity.unit) != kind(ours.quantity.unit):
            continue
        if relation(ours.quantity, other.quantity) is Relation.AGREES:
            continue
        for straight in fits:
            theirs = straight.match.theirs
            if straight.relation is Relation.AGREES or straight.score < WEAK:
                continue
            if relation(other.quantity, theirs.quantity) is not Relation.AGREES:
                continue
            crossed = [
                f
                for f in fits
                if f.match.theirs.sentence is theirs.sentence and f.relation is Relation.AGREES
            ]
            if crossed and _fit_better(other, straight, crossed[0], stock):
                return straight, crossed[0]
    return ()


def _fit_better(other: Frame, straight: Fit, crossed: Fit, stock: _Stock) -> bool:
    """Tell whether both numbers fit each other's slot clearly better than their own."""
    there = matched(other, crossed.match.theirs, stock.worth)
    here = matched(other, straight.match.theirs, stock.worth)
    if there is None or here is None:
        return False
    gain = straight.match.likeness - crossed.match.likeness
    return gain > 0.05 and there.likeness - here.likeness > 0.05


def _derived(ours: Frame, link: Link | None, stock: _Stock) -> Ruling | None:
    if link is None:
        return None
    found = derivation(ours, _grounds(link, stock))
    if found:
        proof = tuple(
            Fit(Match(f, 0.0, 1), Relation.DIFFERS, round(_closeness(f, link), 4))
            for f in found.frames
        )
        return Ruling("derived", ours, proof, found.arithmetic)
    count = ours.quantity
    if count.unit == "" and count.value <= 2 * SMALL and _is_counted_off(ours, link, stock):
        return Ruling("derived", ours, (), f"{count.value:.0f} names are listed")
    return None


def _grounds(link: Link, stock: _Stock) -> Grounds:
    linked = sorted(
        (f for f in stock.frames if _closeness(f, link) > 0),
        key=lambda f: (-_closeness(f, link), f.document, f.quantity.start),
    )
    texts = (stock.case.article, *stock.case.references)
    days = [text.document.published for text in texts]
    return Grounds(tuple(linked), stock.frames, link, frozenset(day.year for day in days if day))


def _is_counted_off(ours: Frame, link: Link, stock: _Stock) -> bool:
    return any(
        ours.quantity.value in listed(sentence)
        for text in stock.case.references
        for e in link.evidence
        if e.reference == text.document.id
        for sentence in within(text.sentences, e)
    )


def _denied(ours: Frame, denying: Sequence[Fit]) -> Ruling:
    proof = _likeliest(ours, denying)
    best = proof[0]
    if not _is_strong(best):
        return Ruling("likely" if best.score >= LIKELY else "doubtful", ours, proof)
    outcome = "conflict" if best.relation is Relation.DIFFERS else best.relation.value
    return Ruling(outcome, ours, proof)


def _likeliest(ours: Frame, denying: Sequence[Fit]) -> tuple[Fit, ...]:
    """Return the rivals, first the one that ours was most likely made of.

    Among slots that fit about as well, a known slip comes first, then the nearest value.
    """
    top = [f for f in denying if f.score >= denying[0].score - TIED]
    top.sort(key=lambda f: (f.relation is Relation.DIFFERS, _apart(ours, f), _order(f)))
    return (*top, *(f for f in denying if f not in top))[:3]


def _apart(ours: Frame, fit: Fit) -> float:
    """Return how many orders of magnitude lie between the two values."""
    own, other = abs(ours.quantity.value), abs(fit.match.theirs.quantity.value)
    return abs(math.log10(own / other)) if own and other else 9.0


def _unfound(ours: Frame, fits: Sequence[Fit]) -> Ruling:
    quantity = ours.quantity
    vague = quantity.bound is Bound.VAGUE or quantity.unit == "times"
    vague = vague or quantity.text.lower().startswith(("a ", "half"))
    vague = vague or quantity.text in lexicon("idioms")["figures"]
    small = quantity.value < SMALL and base_of(quantity.unit) in {"", "ordinal", "day"}
    return Ruling("unfound-small" if vague or small else "unfound", ours, tuple(fits[:1]))
