"""Whether two figures of the article and the references make a number that none of them states.

Where they stand tells nothing of what was reckoned, so that this excuses no number: it only leaves
open whether somebody reckoned.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from auditor.checks.numbers.compare.agreement import kind
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.find.units import in_base
from auditor.model.number import Number

MOST = 60
"""Of more figures some two make any number by accident. Of 189 warned of on all labelled texts, as
no reference had them and none nearer made them, sums and differences made 4 true ones and no wrong
one, products with a figure of the sentence 10 and 4, quotients 21 and 7. From 40 to 60
excuses 3 more true ones and no wrong one, to 150 none further."""

_NEVER = frozenset({"clock", "ordinal", "score", "age"})
"""Kinds of number that nobody adds up."""


def may_be_reckoned(ours: Counted, own: Sequence[Counted], theirs: Sequence[Counted]) -> bool:
    """Tell whether a number is the sum or difference of two of its kind, or their share or change.

    Or what one is for each of another, or times a figure of its own sentence. False where there are
    more than `MOST` such figures.

    Args:
        ours: a number of the article that no reference states.
        own: the numbers of the article, itself among them or not.
        theirs: those of all references.
    """
    number = ours.number
    if kind(number.unit) in _NEVER:
        return False
    others = [one for one in own if one.number.start != number.start]
    every = [one.number for one in (*others, *theirs)]
    low, high = in_base(number.low, number.unit), in_base(number.high, number.unit)
    same = _values(one for one in every if kind(one.unit) == kind(number.unit))
    if len(same) <= MOST and _is_sum_or_difference(same, low, high):
        return True
    wholes = _values(one for one in every if kind(one.unit) not in _NEVER)
    if len(wholes) > MOST:
        return False
    if kind(number.unit) == "percent" and _is_share_or_change(wholes, low / 100, high / 100):
        return True
    beside = _values(one.number for one in others if one.sentence.id == ours.sentence.id)
    return _is_product(beside, wholes, low, high) or _is_quotient(wholes, low, high)


def _values(numbers: Iterable[Number]) -> list[float]:
    """Return the positive values in their base units, each once, in order."""
    return sorted({value for n in numbers if (value := in_base(n.value, n.unit)) > 0})


def _is_sum_or_difference(values: Sequence[float], low: float, high: float) -> bool:
    return any(
        _holds(values, low - one, high - one, at + 1) or _holds(values, one + low, one + high, 0)
        for at, one in enumerate(values)
    )


def _is_share_or_change(values: Sequence[float], low: float, high: float) -> bool:
    """Tell whether one value is such a part of another, or so much more or less."""
    spans = ((low, high), (1 + low, 1 + high), (1 - high, 1 - low))
    return any(_holds(values, one * a, one * b, 0) for one in values for a, b in spans if a > 0)


def _holds(values: Sequence[float], low: float, high: float, first: int) -> bool:
    """Tell whether a value from place `first` on lies in a span, both ends included."""
    at = bisect_left(values, low, first)
    return at < len(values) and values[at] <= high


def _is_product(factors: Sequence[float], values: Sequence[float], low: float, high: float) -> bool:
    """Tell whether a factor above 1 times one of the values lies in a span."""
    return any(_holds(values, low / one, high / one, 0) for one in factors if one > 1)


def _is_quotient(values: Sequence[float], low: float, high: float) -> bool:
    """Tell whether one of the values by another above 1 lies in a span."""
    return any(_holds(values, low * one, high * one, 0) for one in values if one > 1)
