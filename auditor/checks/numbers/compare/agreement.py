"""Whether two numbers agree in value, and if not, what kind of slip lies between them."""

from dataclasses import replace
from enum import StrEnum
from functools import cache, lru_cache

from auditor.checks.numbers.find.find import CLOCK, CLOCK_FACE
from auditor.checks.numbers.find.units import base_of, in_base
from auditor.knowledge.currencies import currencies, meant
from auditor.model.number import Bound, Number

HALF_DAY = 720
"""Minutes on the face of a clock."""

DAY = 1440
"""Minutes in a day."""

CONVERTED = 0.03
"""How far a figure turned into another unit may lie off, as a share: "12 miles (19 km)"."""

FROM_A_BOUND = 0.1
"""How far a figure may lie from a floor or ceiling that it restates, as a share. A guess."""

FAR = 10
"""A figure so many times larger, in another unit or a mere count, is of another thing. A guess."""

METRIC = frozenset({"gram", "kg", "tonne", "kilotonne", "megatonne"})
"""Beside these a ton may be a tonne: many newsrooms write "tons" for both."""

CLOCKED = frozenset({"millisecond", "centisecond", "decisecond", "second", "minute", "hour"})
"""Units that turn into each other exactly: a figure in another is off by its step at most."""

SCALES = frozenset({"celsius", "fahrenheit"})
"""Beside these a bare degree is of the same scale."""

PLACES = frozenset({10.0, 100.0, 1e3, 1e6, 1e9, 1e12})
"""Ratios of two figures that differ by a scale word or by zeros alone."""


class Relation(StrEnum):
    """What one number is to another of the same kind."""

    AGREES = "agrees"
    BOUND = "bound"
    TRANSPOSED = "transposed"
    SCALE = "scale"
    UNIT = "unit"
    DIFFERS = "differs"


@cache
def kind(unit: str) -> str:
    """Return the kind of a unit: numbers of different kinds are never compared."""
    if unit in currencies():
        return "money"
    if unit in {CLOCK, CLOCK_FACE}:
        return "clock"
    if unit in {"percent", "points", "basis-points"}:
        return "percent"
    return base_of(unit)


def is_share_in_words(number: Number) -> bool:
    """Tell whether a share is told without a figure: ``a third``."""
    return kind(number.unit) == "percent" and not any(map(str.isdigit, number.text))


def is_bare(number: Number) -> bool:
    """Tell whether a number leaves open what it counts: ``which six have accepted``."""
    return number.unit == "" and number.counted in {"", "year", "month", "week"}


def relation(ours: Number, theirs: Number) -> Relation:
    """Return what the article's number is to a reference's number of the same kind."""
    ours, theirs = _as_meant(ours, theirs), _as_meant(theirs, ours)
    if kind(ours.unit) == "clock":
        return Relation.AGREES if _same_time(ours, theirs) else _digits_apart(ours, theirs)
    if ours.unit == "score":
        same = (ours.low, ours.high) == (theirs.low, theirs.high)
        return Relation.AGREES if same else Relation.DIFFERS
    if ours.unit != theirs.unit and base_of(ours.unit) != base_of(theirs.unit):
        return Relation.UNIT if _same_figure(ours, theirs) else Relation.DIFFERS
    if _is_reversed(ours, theirs):
        return Relation.BOUND
    if _agrees(ours, theirs):
        return Relation.AGREES
    if ours.unit != theirs.unit and _same_figure(ours, theirs):
        return Relation.UNIT
    return _digits_apart(ours, theirs)


def _as_meant(number: Number, beside: Number) -> Number:
    """Return a number in the unit that is meant by one that leaves it open, beside another."""
    unit = number.unit
    if unit == beside.unit:
        return number
    if unit == "ton" and beside.unit in METRIC:
        unit = "tonne"
    elif unit == "degree" and beside.unit in SCALES:
        unit = beside.unit
    else:
        unit = meant(unit, number.text, beside.unit)
    return number if unit == number.unit else replace(number, unit=unit)


def _same_time(ours: Number, theirs: Number) -> bool:
    """Tell whether two times of day may be one; times of different zones always may."""
    if ours.counted and theirs.counted and ours.counted != theirs.counted:
        return True
    around = HALF_DAY if CLOCK_FACE in {ours.unit, theirs.unit} else DAY
    apart = abs(ours.value - theirs.value) % around
    room = max(ours.high - ours.value, theirs.high - theirs.value)
    return min(apart, around - apart) <= room


def _same_figure(ours: Number, theirs: Number) -> bool:
    return ours.value == theirs.value and ours.bound is not Bound.VAGUE


def direction(number: Number) -> int:
    """Return 1 for a floor ("more than"), -1 for a ceiling ("up to", "nearly"), else 0."""
    if number.bound is Bound.OVER:
        return 1
    below = number.high <= number.value * (1 + 1e-5) and number.low < number.value * 0.99
    if number.bound is Bound.UNDER or (number.bound is Bound.ABOUT and below):
        return -1
    return 0


def _is_reversed(ours: Number, theirs: Number) -> bool:
    """Tell whether one says "more than" and the other "less than" of the same figure."""
    if _is_beyond(ours, theirs):
        return True
    if not _near(_value(ours), _value(theirs), 0.02):
        return False
    strictly_below = ours.bound is Bound.UNDER and ours.high < ours.value
    strictly_below = strictly_below and ours.value >= 10 * ours.step  # "half an hour" is loose
    if strictly_below and ours.value == theirs.value and theirs.bound is Bound.EXACT:
        return True
    return direction(ours) * direction(theirs) == -1


def _is_beyond(ours: Number, theirs: Number) -> bool:
    """Tell whether their plain figure lies just on the other side of our bound."""
    side = direction(ours)
    if not side or theirs.bound is not Bound.EXACT or _value(ours) == _value(theirs):
        return False
    low, high = _span(ours)
    other = _value(theirs)
    room = theirs.step / 2 if theirs.step < 1 else 0.0
    wrong = other > high + room if side < 0 else other < low - room
    return wrong and _near(_value(ours), other, FROM_A_BOUND)


def _agrees(ours: Number, theirs: Number) -> bool:
    converted = ours.unit != theirs.unit
    own, other = _value(ours), _value(theirs)
    low, high = _span(ours)
    their_low, their_high = _span(theirs)
    if Bound.VAGUE in {ours.bound, theirs.bound} or Bound.RANGE in {ours.bound, theirs.bound}:
        same_end = (low == their_low) != (high == their_high)
        if ours.bound is theirs.bound is Bound.RANGE and not converted and same_end:
            return False
        return low <= their_high and their_low <= high
    if converted:
        steps = _half_step(ours), _half_step(theirs)
        exact = ours.unit in CLOCKED and theirs.unit in CLOCKED
        room = 2 * max(steps) if exact else max(*steps, CONVERTED * abs(other))
        return low - room <= other <= high + room or their_low - room <= own <= their_high + room
    if direction(ours) == direction(theirs) != 0:
        return _near(own, other, FROM_A_BOUND)
    if direction(theirs):
        # "more than 50" does not support "70", but bounds are often dropped in passing
        return low <= other <= high or _near(own, other, FROM_A_BOUND)
    return low <= other <= high or their_low <= own <= their_high


def is_blurred(ours: Number, theirs: Number) -> bool:
    """Tell whether both are rough and some value fits both: ``almost ten``, ``some eight``."""
    low, high = _span(ours)
    their_low, their_high = _span(theirs)
    rough = ours.bound is Bound.ABOUT and theirs.bound is Bound.ABOUT
    return rough and low <= their_high and their_low <= high


def is_far(ours: Number, theirs: Number, how: Relation) -> bool:
    """Tell whether two measures differ in unit and by more than `FAR`: 70 years, five weeks.

    So do two counts that are no slip of each other: ninety workers, 6,000 passengers. `how` is the
    relation of ours to theirs.
    """
    own, other = sorted((abs(_value(ours)), abs(_value(theirs))))
    counts = ours.unit == theirs.unit == "" and how is Relation.DIFFERS
    return (counts or ours.unit != theirs.unit) and other > FAR * own


def _value(number: Number) -> float:
    return in_base(number.value, number.unit)


def _span(number: Number) -> tuple[float, float]:
    return in_base(number.low, number.unit), in_base(number.high, number.unit)


def _half_step(number: Number) -> float:
    step = min(number.step, max(1.0, abs(number.value) * 0.1))
    return abs(in_base(number.value + step / 2, number.unit) - _value(number))


def _near(one: float, other: float, share: float) -> bool:
    return abs(one - other) <= share * max(abs(one), abs(other))


def _digits_apart(ours: Number, theirs: Number) -> Relation:
    own, other = _value(ours), _value(theirs)
    if not own or not other:
        return Relation.DIFFERS
    clock = kind(ours.unit) == "clock"
    ratio = max(own, other) / min(own, other) if own * other > 0 else 0.0
    if ratio > 2 and not clock and any(abs(ratio / place - 1) < 1e-3 for place in PLACES):
        return Relation.SCALE
    turned = _is_transposed(_digits(ours.value, clock=clock), _digits(theirs.value, clock=clock))
    return Relation.TRANSPOSED if turned else Relation.DIFFERS


@lru_cache(maxsize=4096)
def _digits(value: float, *, clock: bool) -> str:
    if clock:
        return f"{value // 60:02.0f}{value % 60:02.0f}"
    whole, _, part = f"{abs(value):.4f}".rstrip("0").partition(".")
    return f"{whole}{part}" if len(part) < 3 else f"{whole}.{part}"


def _is_transposed(one: str, other: str) -> bool:
    """Tell whether two neighbouring digits changed places, and nothing else."""
    if len(one) != len(other) or len(one) < 2:
        return False
    apart = [n for n in range(len(one)) if one[n] != other[n]]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )
