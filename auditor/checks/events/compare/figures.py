"""Whether two figures state the same of the same kind of thing."""

from auditor.checks.numbers.compare.agreement import Relation, kind, relation
from auditor.language.words import stem
from auditor.model.number import Number


def may_count_one_thing(one: Number, two: Number) -> bool:
    """Tell whether two figures are of one kind, and of one thing where both say of what."""
    if kind(one.unit) != kind(two.unit):
        return False
    return not (one.counted and two.counted) or _count_one_thing(one, two)


def count_one_thing(one: Number, two: Number) -> bool:
    """Tell whether two figures are of one kind and both say that they count the same thing."""
    return bool(two.counted) and _count_one_thing(one, two) and kind(one.unit) == kind(two.unit)


def _count_one_thing(one: Number, two: Number) -> bool:
    return stem(one.counted) == stem(two.counted)


def agree(one: Number, two: Number) -> bool:
    """Tell whether two figures state the same of what may be one thing."""
    return may_count_one_thing(one, two) and relation(one, two) is Relation.AGREES
