"""What the references say of each number of the article."""

import math
from collections.abc import Iterator, Sequence
from itertools import chain

from auditor.checks.numbers.compare.agreement import Relation, is_blurred, kind, relation
from auditor.checks.numbers.compare.counted import Counted, counted_in
from auditor.checks.numbers.compare.counterparts import (
    LIKELY,
    WEAK,
    Fit,
    Ruling,
    Stock,
    counts_same,
    fits_of,
    is_rival,
    is_strong,
    order,
)
from auditor.checks.numbers.compare.derived import derived, is_converted, is_span_to_date, outweighs
from auditor.checks.numbers.compare.disputes import disputed, is_contested, is_history
from auditor.checks.numbers.compare.sameness import echoes, is_impossible, is_telling, weights
from auditor.checks.numbers.compare.swapped import stands_beside, swapped_slots
from auditor.checks.numbers.compare.turned_bounds import is_complement, is_restated, turned_bound
from auditor.checks.numbers.find.units import base_of
from auditor.evidence.case import Case
from auditor.knowledge.lexicon import lexicon
from auditor.model.evidence import Link
from auditor.model.number import Bound
from auditor.model.text import Spanned, within

TIED = 0.1
"""Slots whose fit lies this near to the best fit about as well. A guess."""

RIVALS = 40
"""How many of the best rivals are looked at beside a number that agrees: the rest fit too badly."""

SMALL = 10
"""Whole numbers below are often counted by the writer: no reference need state them."""


def rulings(case: Case, aged: Sequence[Spanned] = ()) -> Iterator[Ruling]:
    """Yield an outcome for each number of the article that is not inside a quote.

    Those inside `aged`, ages of things whose beginning the references date, are left out.
    """
    theirs = tuple(chain.from_iterable(counted_in(text) for text in case.references))
    stock = Stock(theirs, weights(theirs), case)
    links = {link.sentence.id: link for link in case.links}
    own = counted_in(case.article)
    for ours in own:
        if within((*case.article.quotes, *aged), ours.number):
            continue
        beside = [f for f in own if f.sentence.id == ours.sentence.id and f is not ours]
        yield _ruling(ours, beside, links.get(ours.sentence.id), stock)


def _ruling(ours: Counted, beside: Sequence[Counted], link: Link | None, stock: Stock) -> Ruling:
    if is_impossible(ours):
        return Ruling("impossible", ours, ())
    fits = fits_of(ours, link, stock)
    agreeing = [fit for fit in fits if fit.relation is Relation.AGREES and counts_same(fit)]
    restated = is_restated(ours, fits)
    denying = [fit for fit in fits if _is_denying(ours, fit, restated=restated)]
    if swapped := swapped_slots(ours, beside, fits, stock):
        return Ruling("swapped", ours, swapped)
    if turned := turned_bound(ours, beside, fits):
        return turned
    if agreeing:
        free = [fit for fit in denying[:RIVALS] if not _is_taken(fit, beside)]
        return _with_agreement(ours, agreeing, free, stock.case)
    arithmetic = derived(ours, link, stock)
    if arithmetic and not outweighs(denying, arithmetic):
        return arithmetic
    if denying and is_strong(denying[0]) and not stands_beside(ours, beside, denying[0], stock):
        return _denied(ours, denying)
    echoed = any(echoes(ours, theirs) for theirs in stock.counted)
    if echoed or is_span_to_date(ours, stock.case):
        return Ruling("echoed", ours, ())
    if is_converted(ours, beside):
        return Ruling("converted", ours, ())
    if denying and denying[0].score >= _least(ours, denying[0]):
        return _denied(ours, denying)
    return _in_other_unit(ours, denying) or _unfound(ours, fits)


def _in_other_unit(ours: Counted, denying: Sequence[Fit]) -> Ruling | None:
    """Return that a telling figure stands in a reference with another unit, wherever it does."""
    slip = next((fit for fit in denying if fit.relation is Relation.UNIT), None)
    return Ruling("likely", ours, (slip,)) if slip and is_telling(ours.number) else None


def _is_denying(ours: Counted, fit: Fit, *, restated: bool) -> bool:
    """Tell whether a reference's number can only be meant where ours stands, and is another.

    Another bound is none where a reference has ours too (`restated`).
    """
    if fit.relation is Relation.AGREES or not is_rival(ours, fit):
        return False
    turned = fit.relation is Relation.BOUND
    return not turned or not (restated or is_complement(ours, fit.match.theirs))


def _is_taken(fit: Fit, beside: Sequence[Counted]) -> bool:
    """Tell whether another number of our sentence is the one that the reference has there."""
    theirs = fit.match.theirs.number
    return any(
        kind(f.number.unit) == kind(theirs.unit) and relation(f.number, theirs) is Relation.AGREES
        for f in beside
    )


def _least(ours: Counted, rival: Fit) -> float:
    """Return the fit from which a rival is worth a doubt."""
    telling = ours.number.unit == "" or rival.relation is not Relation.DIFFERS
    return WEAK if telling else LIKELY


def _with_agreement(
    ours: Counted, agreeing: Sequence[Fit], denying: Sequence[Fit], case: Case
) -> Ruling:
    rival = denying[0] if denying else None
    if rival is None:
        return Ruling("supported", ours, tuple(agreeing[:3]))
    if is_contested(ours, agreeing, rival):
        return Ruling("doubtful", ours, _likeliest(ours, denying))
    return disputed(ours, agreeing, denying, case) or Ruling("supported", ours, tuple(agreeing[:3]))


def _denied(ours: Counted, denying: Sequence[Fit]) -> Ruling:
    proof = _likeliest(ours, denying)
    best = proof[0]
    past = best.relation is Relation.DIFFERS and is_history(ours, best.match.theirs)
    if past:
        return Ruling("doubtful", ours, proof)
    rough = is_blurred(ours.number, best.match.theirs.number)
    if rough or not is_strong(best):
        return Ruling("likely" if best.score >= LIKELY else "doubtful", ours, proof)
    outcome = "conflict" if best.relation is Relation.DIFFERS else best.relation.value
    return Ruling(outcome, ours, proof)


def _likeliest(ours: Counted, denying: Sequence[Fit]) -> tuple[Fit, ...]:
    """Return the rivals, first the one that ours was most likely made of.

    Among slots that fit about as well, a known slip comes first, then the nearest value.
    """
    top = [f for f in denying if f.score >= denying[0].score - TIED]
    top.sort(key=lambda f: (f.relation is Relation.DIFFERS, _apart(ours, f), order(f)))
    return (*top, *denying[len(top) :])[:3]


def _apart(ours: Counted, fit: Fit) -> float:
    """Return how many orders of magnitude lie between the two values."""
    own, other = abs(ours.number.value), abs(fit.match.theirs.number.value)
    return abs(math.log10(own / other)) if own and other else 9.0


def _unfound(ours: Counted, fits: Sequence[Fit]) -> Ruling:
    number = ours.number
    vague = number.bound is Bound.VAGUE or number.unit == "times"
    vague = vague or number.text.lower().startswith(("a ", "half"))
    vague = vague or number.text in lexicon("idioms")["figures"]
    small = number.value < SMALL and base_of(number.unit) in {"", "ordinal", "day"}
    return Ruling("unfound-small" if vague or small else "unfound", ours, tuple(fits[:1]))
