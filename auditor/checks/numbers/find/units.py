"""Units after a number, currency signs before it, and turning one unit into another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.checks.numbers.find.number_pieces import NumberPiece, low_at, pieces, table
from auditor.knowledge.currencies import currencies, letters, signs
from auditor.knowledge.lexicon import lexicon

LONGEST = 4
"""Pieces in the longest unit: ``kilometres per hour`` and ``° C`` have three, with room."""

SMALLER = {
    "foot": "inch",
    "hour": "minute",
    "minute": "second",
    "lb": "ounce",
    "year": "month",
    "stone": "lb",
    "week": "day",
}
"""The unit in which what is left over of another is told: ``6 feet 2 inches``."""

PEOPLE_LIKE = frozenset({"people", "of", "men", "women", "children"})
_LENGTHS = frozenset(
    {"tall", "high", "long", "wide", "deep", "away", "from", "above", "below", "across", "off"}
)


@dataclass(frozen=True, slots=True)
class Conversion:
    """How a unit is turned into the base unit of its dimension."""

    base: str
    factor: float
    offset: float


@cache
def _spellings() -> Mapping[tuple[str, ...], str]:
    """Return the canonical unit by the pieces that spell it, in capitals where those matter."""
    return {
        tuple(piece.text for piece in pieces(spelling, 0)): unit
        for unit, spellings in (*lexicon("units").items(), *lexicon("currencies").items())
        for spelling in spellings
    }


@cache
def conversion(unit: str) -> Conversion | None:
    """Return how a unit is turned into its base unit, None where it stands for itself."""
    row = lexicon("conversions").get(unit)
    if not row:
        return None
    return Conversion(row[0], float(row[1]), float(row[2]) if len(row) > 2 else 0.0)


def in_base(value: float, unit: str) -> float:
    """Return a value in the base unit of its dimension; itself where the unit has none."""
    rule = conversion(unit)
    return value * rule.factor + rule.offset if rule else value


def base_of(unit: str) -> str:
    """Return the base unit of a unit's dimension, the unit itself where it has none."""
    rule = conversion(unit)
    return rule.base if rule else unit


def unit_after(row: Sequence[NumberPiece], at: int) -> tuple[str, int]:
    """Return the unit that begins at piece `at`, perhaps after a hyphen, and where it ends.

    The unit is "" and the end is `at` where none stands there.
    """
    begin = at
    if low_at(row, at) in {"-", "–"} and at + 1 < len(row) and row[at + 1].glued:
        begin = at + 1
    known = _spellings()
    for length in range(LONGEST, 0, -1):
        run = row[begin : begin + length]
        unit = known.get(tuple(piece.text for piece in run)) or known.get(
            tuple(piece.low for piece in run)
        )
        if unit and len(run) == length and not _is_other_word(row, begin, length, unit):
            return unit, begin + length
    return "", at


def _is_other_word(row: Sequence[NumberPiece], begin: int, length: int, unit: str) -> bool:
    """Tell whether what is spelled like a unit is more likely something else here."""
    first = row[begin]
    if len(first.text) == 1 and first.kind == "word" and not first.glued:
        # "4.83 m" is metres and "816 t" tonnes; another lone letter is mostly an initial.
        return first.text not in {"m", "t"} or (first.text == "m" and is_million(row, begin))
    if unit == "metre" and first.low == "m":
        return is_million(row, begin)
    if first.low in {"c", "f", "in"} and length == 1:
        return not first.glued or (first.text != "in" and not first.text.isupper())
    return first.text == "May"


def is_million(row: Sequence[NumberPiece], at: int) -> bool:
    """Tell whether the m at piece `at` of ``5m people`` means million rather than metres."""
    after = low_at(row, at + 1)
    return (
        after in PEOPLE_LIKE
        or (after.endswith("s") and after.isalpha() and after not in _LENGTHS)
        or unit_after(row, at + 1)[0] in currencies()
    )


def sign_before(row: Sequence[NumberPiece], at: int) -> tuple[str, int]:
    """Return the currency whose sign ends before piece `at`, and the piece where it begins.

    The currency is "" and the place is `at` where no sign stands there.
    """
    for length in (3, 2, 1):
        begin = at - length
        if begin < 0 or not all(piece.glued for piece in row[begin + 1 : at]):
            continue
        sign = "".join(piece.text for piece in row[begin:at])
        # "Rs" and "EUR" may stand a space away, "$" hardly ever.
        unit = signs().get(sign) or (letters().get(sign) if _is_scaled(row, at) else None)
        if unit:
            return unit, begin
    return "", at


def _is_scaled(row: Sequence[NumberPiece], at: int) -> bool:
    """Tell whether a figure of thousands or more stands right behind something at piece `at`."""
    if at >= len(row) or not row[at].glued:
        return False
    scale = low_at(row, at + 1)
    attached = scale in table("attached") and len(row) > at + 1 and row[at + 1].glued
    return scale in table("scales") or attached or row[at].is_parted
