"""A number together with its sign, unit and what makes it an age or a magnitude."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.checks.numbers.find.number_pieces import NumberPiece, low_at, table
from auditor.checks.numbers.find.numerals import Numeral, behind_half, numeral
from auditor.checks.numbers.find.units import (
    SMALLER,
    base_of,
    conversion,
    in_base,
    sign_before,
    unit_after,
)
from auditor.knowledge.lexicon import lexicon

OLDEST = 115
"""No one in the news is older; a figure between commas behind a name is no age beyond it."""

FEW_CROWNS = 100
"""So many crowns are hardly money, which nobody counts singly. A guess."""

_PERCENT = frozenset({"%", "percent"})
"""Behind a share, points are those by which another lies apart."""

_YEARS = {"year": 1.0, "month": 1 / 12, "week": 1 / 52, "day": 1 / 365}
_AGE_JOINTS = frozenset({",", "and", "to", "between", "-", "–"})
_DIED = frozenset({"dies", "died", "dead", "die", "death"})
_DEGREES = frozenset({"celsius", "fahrenheit", "degree"})
_BELOW = frozenset({("below", "zero"), ("below", "freezing"), ("of", "frost")})
"""What stands behind degrees of frost."""

_SIGNED = frozenset({"celsius", "fahrenheit", "degree", "percent", "points"})


@dataclass(frozen=True, slots=True)
class Measure:
    """The pieces ``first:last`` of a number with its unit, and the value in that unit."""

    first: int
    last: int
    unit: str
    value: float
    step: float


def measured(row: Sequence[NumberPiece], n: Numeral) -> Measure:
    """Return the number with its unit; the unit is "" for a bare count."""
    plain = Measure(n.first, n.last, "", n.value, n.step)
    if n.form == "ordinal":
        return replace(plain, unit="ordinal")
    if n.form == "share":
        return _share(row, plain)
    return (
        _magnitude(row, plain) or _age(row, plain) or _money(row, plain) or _with_unit(row, plain)
    )


def _share(row: Sequence[NumberPiece], plain: Measure) -> Measure:
    """Return the part in percent, or in its unit: ``half an hour``, ``a quarter of a century``."""
    at = plain.last + (low_at(row, plain.last) == "of")
    if low_at(row, at) in {"a", "an"}:
        one = ("century", at + 2) if low_at(row, at + 1) == "century" else unit_after(row, at + 1)
        unit, end = one
        if unit:
            return replace(plain, last=end, unit=unit, value=plain.value / 100, step=0.1)
    return replace(plain, unit="percent")


def _magnitude(row: Sequence[NumberPiece], plain: Measure) -> Measure | None:
    before = plain.first - 1
    while low_at(row, before) in {"-", "of", "a"} and before > 0:
        before -= 1
    after = plain.last + 1 if low_at(row, plain.last) == "-" else plain.last
    for word, top in (("magnitude", 10), ("category", 5)):
        if plain.value <= top and word in {low_at(row, before), low_at(row, after)}:
            last = after + 1 if low_at(row, after) == word else plain.last
            return replace(plain, last=last, unit=word)
    return None


def _age(row: Sequence[NumberPiece], plain: Measure) -> Measure | None:
    unit, end = unit_after(row, plain.last)
    at = end + 1 if low_at(row, end) == "-" else end
    years = _YEARS.get(unit)
    if years and low_at(row, at).removesuffix("'s") in {"old", "olds"}:
        return Measure(plain.first, at + 1, "age", plain.value * years, plain.step * years)
    if years and low_at(row, at) == "of" and low_at(row, at + 1) in {"age"}:
        return Measure(plain.first, at + 2, "age", plain.value * years, plain.step * years)
    if plain.value > OLDEST or plain.step < 1:
        return None
    if _is_behind_aged(row, plain.first) and unit in {"", "year"}:
        return replace(plain, unit="age")
    at_death = low_at(row, plain.first - 1) == "at" and low_at(row, plain.first - 2) in _DIED
    if at_death and not unit and row[plain.first].kind == "figure":
        return replace(plain, unit="age")
    return replace(plain, unit="age") if _is_behind_name(row, plain) else None


def _is_behind_aged(row: Sequence[NumberPiece], first: int) -> bool:
    """Tell whether "aged" stands before the number, or before the list that it ends."""
    at = first - 1
    while at > 0 and (low_at(row, at) in _AGE_JOINTS or numeral(row, at)):
        at -= 1
    return low_at(row, at) in {"aged", "age", "ages"}


def _is_behind_name(row: Sequence[NumberPiece], plain: Measure) -> bool:
    """Tell whether the figure stands between commas behind a name: ``Jones, 34, said``."""
    if plain.first < 2 or low_at(row, plain.first - 1) not in {",", "("}:
        return False
    name = row[plain.first - 2]
    closes = {",": {",", "."}, "(": {")"}}[low_at(row, plain.first - 1)]
    return (
        plain.last == plain.first + 1
        and low_at(row, plain.last) in closes
        and name.kind == "word"
        and name.text[0].isupper()
        and name.low not in lexicon("designators")["months"]
        and not name.low.endswith("day")
        and plain.value >= 1
    )


def _money(row: Sequence[NumberPiece], plain: Measure) -> Measure | None:
    sign, first = sign_before(row, plain.first)
    if not sign:
        return None
    value, step, last = plain.value, plain.step, plain.last
    if low_at(row, last) in {"m", "mil"} and (row[last].glued or low_at(row, last) == "mil"):
        value, step, last = value * 1e6, step * 1e6, last + 1
    elif low_at(row, last) == "-" and low_at(row, last + 1) in table("scales"):
        factor = table("scales")[row[last + 1].low]
        value, step, last = value * factor, step * factor, last + 2
    return Measure(first, last, sign, value, step)


def _with_unit(row: Sequence[NumberPiece], plain: Measure) -> Measure:
    unit, end = unit_after(row, plain.last)
    if unit == "KRW" and plain.value < 1000:
        return plain  # "the 12 won": a verb
    if low_at(row, end - 1) == "crowns" and end == plain.last + 1 and plain.value < FEW_CROWNS:
        return plain  # of teeth, kings and champions
    if unit == "times" and low_at(row, end) in {"when", "that"}:
        return plain
    if low_at(row, end) == "points" and any(one.low in _PERCENT for one in row[: plain.first]):
        return Measure(plain.first, end + 1, "points", plain.value, plain.step)
    first = plain.first
    value = plain.value
    if unit in _SIGNED and _is_negative(row, first):
        first, value = first - 1, -value
    if unit in _DEGREES and (low_at(row, end), low_at(row, end + 1)) in _BELOW:
        end, value = end + 2, -abs(value)
    whole = Measure(first, end, unit, value, plain.step)
    return _with_smaller(row, whole)


def _is_negative(row: Sequence[NumberPiece], first: int) -> bool:
    sign = low_at(row, first - 1)
    return sign == "minus" or (
        sign in {"-", "−"} and row[first].glued and first > 1 and not row[first - 1].glued
    )


def _with_smaller(row: Sequence[NumberPiece], whole: Measure) -> Measure:
    """Read on: ``6 feet 2 inches``, ``two hours, 20 minutes, 5 seconds``, ``a year and a half``."""
    smaller = SMALLER.get(whole.unit)
    if conversion(whole.unit) and (end := behind_half(row, whole.last)):
        return replace(whole, last=end, value=whole.value + 0.5, step=0.5)
    at = whole.last
    if low_at(row, at) in {"and", ","} or (low_at(row, at) == "-" and smaller):
        at += 1
    part = numeral(row, at) if smaller else None
    if part is None or part.form != "plain":
        return whole
    unit, end = unit_after(row, part.last)
    if unit != smaller:
        return whole
    rest = _with_smaller(row, Measure(part.first, end, unit, part.value, part.step))
    factor = _per(smaller, whole.unit)
    value = whole.value + rest.value * factor
    return replace(whole, last=rest.last, value=value, step=rest.step * factor)


def _per(small: str, large: str) -> float:
    if conversion(small) is None or base_of(small) != base_of(large):
        return 0.0
    return in_base(1, small) / in_base(1, large)
