"""A figure of the references with its bound turned over: ``less than 50`` for ``more than 50``."""

from collections.abc import Sequence
from functools import cache

from auditor.checks.numbers.compare.agreement import Relation, direction, kind, relation
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import (
    ECHO,
    STRONG_SLIP,
    VERBATIM,
    NumberCounterpart,
    Outcome,
    Weighed,
)
from auditor.checks.numbers.compare.disputes import MARGIN
from auditor.checks.numbers.compare.sameness import is_telling
from auditor.knowledge.lexicon import lexicon
from auditor.model.number import Bound


def turned_bound(
    ours: Counted, beside: Sequence[Counted], fits: Sequence[NumberCounterpart]
) -> Weighed | None:
    """Return that a reference has our figure with the other bound, None where one may have ours.

    What lies on our side of the bound by its value alone (``150`` for ``less than 200``) speaks
    for it only from a place that fits nearly as well, or from another reference. Where the figure
    stands without a bound too, the ruling is a doubt.
    """
    turned = next((fit for fit in fits if _is_turned(ours, fit)), None)
    if turned is None or is_restated(ours, fits):
        return None
    agreeing = [
        fit
        for fit in fits
        if fit.relation is Relation.AGREES and not _is_anothers(fit, beside) and fit.match.noun
    ]
    if any(_is_as_good(fit, turned) for fit in agreeing):
        return None
    same = any(_is_same_figure(ours, fit) for fit in agreeing)
    return Weighed(Outcome.LIKELY if same else Outcome.BOUND, ours, (turned,))


def is_restated(ours: Counted, fits: Sequence[NumberCounterpart]) -> bool:
    """Tell whether a reference has our figure with a bound to the same side."""
    side = direction(ours.number)
    return any(
        fit.relation is Relation.AGREES
        and _is_same_figure(ours, fit)
        and side == direction(fit.match.theirs.number) != 0
        and fit.match.noun
        and fit.score >= ECHO
        for fit in fits
    )


def is_complement(ours: Counted, theirs: Counted) -> bool:
    """Tell whether the words of one sentence turn its bound over, and the other's do not.

    ``No more than 40`` and ``more than 40 are forbidden`` say one thing.
    """
    return _is_turning(ours) != _is_turning(theirs)


@cache
def _turning_words() -> frozenset[str]:
    return frozenset(lexicon("bounds")["turning"])


def _is_turning(one: Counted) -> bool:
    own = one.number
    return any(
        token.lemma in _turning_words()
        for token in one.sentence.tokens
        if not own.phrase_start <= token.start < own.phrase_end
    )


def _is_turned(ours: Counted, fit: NumberCounterpart) -> bool:
    """Tell whether a figure is ours with the other bound, beyond chance."""
    own = ours.number
    if fit.relation is not Relation.BOUND or not _is_same_figure(ours, fit):
        return False
    if is_complement(ours, fit.match.theirs):
        return False
    telling = fit.match.noun == 2 and (own.unit != "" or is_telling(own))
    least = STRONG_SLIP if telling else VERBATIM
    return fit.score >= least


def _is_same_figure(ours: Counted, fit: NumberCounterpart) -> bool:
    own, other = ours.number, fit.match.theirs.number
    return (own.value, kind(own.unit)) == (other.value, kind(other.unit))


def _is_as_good(fit: NumberCounterpart, turned: NumberCounterpart) -> bool:
    """Tell whether a place that agrees fits nearly as well, or well and in another reference."""
    if fit.score > turned.score - MARGIN:
        return True
    other = fit.match.theirs.document != turned.match.theirs.document
    return other and fit.match.noun == 2 and fit.score >= STRONG_SLIP


def _is_anothers(fit: NumberCounterpart, beside: Sequence[Counted]) -> bool:
    """Tell whether another number of our sentence restates this one to the bound."""
    theirs = fit.match.theirs.number
    return any(
        f.number.bound is theirs.bound is not Bound.VAGUE
        and f.number.value == theirs.value
        and kind(f.number.unit) == kind(theirs.unit)
        and relation(f.number, theirs) is Relation.AGREES
        for f in beside
    )
