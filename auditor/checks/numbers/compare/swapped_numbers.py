"""Numbers that changed places within a sentence, and those that only seem to."""

from collections.abc import Sequence

from auditor.checks.numbers.compare.agreement import Relation, kind, relation
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.compare.counterparts import WEAK, NumberCounterpart, Stock
from auditor.checks.numbers.compare.sameness import matched
from auditor.model.text import Sentence

BETTER = 0.05
"""By how much both numbers must fit each other's slot better than their own. A guess."""


def swapped_slots(
    ours: Counted, beside: Sequence[Counted], fits: Sequence[NumberCounterpart], stock: Stock
) -> tuple[NumberCounterpart, ...]:
    """Return the two slots between which our number and another of its sentence changed places."""
    for other in beside:
        if kind(other.number.unit) != kind(ours.number.unit):
            continue
        if relation(ours.number, other.number) is Relation.AGREES:
            continue
        for straight in fits:
            theirs = straight.match.theirs
            if straight.relation is Relation.AGREES or straight.score < WEAK:
                continue
            if relation(other.number, theirs.number) is not Relation.AGREES:
                continue
            crossed = [
                f
                for f in fits
                if f.match.theirs.sentence is theirs.sentence and f.relation is Relation.AGREES
            ]
            if not crossed or _keep_order(ours, other, crossed[0], straight):
                continue
            if _fit_better(other, straight, crossed[0], stock):
                return straight, crossed[0]
    return ()


def _keep_order(
    ours: Counted, other: Counted, same: NumberCounterpart, straight: NumberCounterpart
) -> bool:
    """Tell whether both sentences tell both figures and the same names in one order.

    ``Mindelo has twelve, Azurara eight`` beside ``12 in Mindelo and eight in Azurara``: which name
    a figure stands nearer to says nothing.
    """
    first, last = same.match.theirs.number.start, straight.match.theirs.number.start
    if (ours.number.start < other.number.start) != (first < last):
        return False
    told, theirs = _names(ours.sentence), _names(straight.match.theirs.sentence)
    shared = [name for name in told if name in theirs]
    return len(shared) > 1 and shared == [name for name in theirs if name in told]


def _names(sentence: Sentence) -> list[str]:
    return [token.text for token in sentence.tokens if token.text[:1].isupper()]


def _fit_better(
    other: Counted, straight: NumberCounterpart, crossed: NumberCounterpart, stock: Stock
) -> bool:
    """Tell whether both numbers fit each other's slot clearly better than their own."""
    there = matched(other, crossed.match.theirs, stock.worth)
    here = matched(other, straight.match.theirs, stock.worth)
    if there is None or here is None:
        return False
    gain = straight.match.likeness - crossed.match.likeness
    return gain > BETTER and there.likeness - here.likeness > BETTER


def stands_beside(
    ours: Counted, beside: Sequence[Counted], rival: NumberCounterpart, stock: Stock
) -> bool:
    """Tell whether our figure stands in the rival's own sentence, told apart by the parse alone.

    Where another number of our sentence has the rival's value, the two must stand in the same
    order in both sentences, or they changed places.
    """
    theirs = rival.match.theirs
    same = [
        f
        for f in stock.counted
        if f.sentence is theirs.sentence
        and f.number.unit == ours.number.unit
        and f.number.value == ours.number.value
    ]
    there = [f for f in beside if relation(f.number, theirs.number) is Relation.AGREES]
    if rival.relation is not Relation.DIFFERS or not there:
        return rival.relation is Relation.DIFFERS and bool(same)
    return any(
        (f.number.start < theirs.number.start) == (ours.number.start < other.number.start)
        for f in same
        for other in there
    )
