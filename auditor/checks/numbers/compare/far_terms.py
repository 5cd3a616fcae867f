"""Whether two figures anywhere in the references make a number that none of them states.

Where they stand tells nothing of what was reckoned, so that this excuses no number: it only leaves
open whether somebody reckoned.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from auditor.checks.numbers.compare.agreement import kind
from auditor.checks.numbers.compare.counted import Counted
from auditor.checks.numbers.find.units import in_base
from auditor.model.number import Number

MOST = 40
"""Of more figures some two make any number by accident. Of 130 numbers on all development material
that no reference had and none nearer made, two made 6 of 32 true ones and 5 of 98 wrong ones."""

_NEVER = frozenset({"clock", "ordinal", "score", "age"})
"""Kinds of number that nobody adds up."""


def may_be_reckoned(ours: Number, counted: Sequence[Counted]) -> bool:
    """Tell whether a number is the sum or difference of two of its kind, or their share or change.

    False where there are more than `MOST` of its kind, or, for a share, of counts and amounts.
    """
    if kind(ours.unit) in _NEVER:
        return False
    low, high = in_base(ours.low, ours.unit), in_base(ours.high, ours.unit)
    same = _values(one.number for one in counted if kind(one.number.unit) == kind(ours.unit))
    if len(same) <= MOST and _is_sum_or_difference(same, low, high):
        return True
    if kind(ours.unit) != "percent":
        return False
    wholes = _values(one.number for one in counted if kind(one.number.unit) not in _NEVER)
    return len(wholes) <= MOST and _is_share_or_change(wholes, low / 100, high / 100)


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
