"""Two numbers that make one: ranges (``80 to 90 percent``), scores and votes (``5 to 4``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.checks.numbers.find.counts_nothing import FIRST_YEAR, LAST_YEAR
from auditor.checks.numbers.find.measures import Measure, measured
from auditor.checks.numbers.find.number_pieces import NumberPiece, low_at
from auditor.checks.numbers.find.numerals import Numeral, numeral
from auditor.checks.numbers.find.units import sign_before, unit_after
from auditor.knowledge.currencies import currencies
from auditor.knowledge.lexicon import lexicon

REACH = 5
"""Pieces from ``of`` to the whole: ``11 of the city's 64 kilometres``. A guess."""

NEAR = 6
"""How many pieces from a pair the word may stand that makes it a score. A guess."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers in the pieces ``first:last``: a ``range`` or a ``score``.

    Attributes:
        left: scaled like the right one where it has no scale of its own ("2 to 3 million").
    """

    first: int
    last: int
    left: Numeral
    right: Numeral
    form: str


def pair_at(row: Sequence[NumberPiece], at: int) -> Pair | None:
    """Return the pair whose left number begins at piece `at`, None where there is none."""
    left = numeral(row, at)
    if left is None or left.form != "plain" or _is_year(row, left):
        return None
    unit, end = unit_after(row, left.last)
    joint = low_at(row, end)
    between = low_at(row, left.first - 1) == "between" or low_at(row, left.first - 2) == "between"
    sign, begin = sign_before(row, left.first)
    if joint not in {"-", "–", "to", "or"} and not (joint == "and" and between):
        return None
    start = end + 1
    if sign and start < len(row) and sign_before(row, start + 1)[0] == sign:
        start += 1
    right = numeral(row, start)
    if right is None or right.form != "plain" or (_is_year(row, right) and not sign):
        return None
    form = _form(row, left, right, joint) if not unit and not sign else "range"
    left = _scaled_like(row, left, right)
    ages = measured(row, right).unit == "age"
    if form == "range" and not (
        left.value < right.value and (ages or _may_range(row, left, joint))
    ):
        return None
    if unit and unit_after(row, right.last)[0] != unit:
        return None
    return Pair(begin, right.last, left, right, form) if form else None


def shared(row: Sequence[NumberPiece], left: Numeral) -> tuple[Numeral, Measure] | None:
    """Return a number with the scale and unit of the one to which it went.

    ``from 1.8 to 2.3 billion kroner``, ``11 of the 64 kilometres``, ``43 of the 55 million euros``
    (one of five million people is a single one); None where it goes nowhere.
    """
    to = low_at(row, left.last) == "to" and "from" in {low_at(row, left.first - k) for k in (1, 2)}
    start = left.last + 1
    if low_at(row, left.last) == "of":
        start = next((k for k in range(start, min(start + REACH, len(row))) if numeral(row, k)), -1)
    elif not to:
        return None
    right = numeral(row, start) if 0 <= start < len(row) else None
    if right is None or right.form != "plain" or left.form != "plain":
        return None
    unit = measured(row, right).unit
    if unit in {"age", "ordinal", "year"} or (not to and (not unit or left.value >= right.value)):
        return None
    scaled = _scaled_like(row, left, right) if to or unit in currencies() else left
    return scaled, replace(measured(row, scaled), unit=unit, value=scaled.value, step=scaled.step)


def _is_year(row: Sequence[NumberPiece], n: Numeral) -> bool:
    text = row[n.first].text
    return len(text) == 4 and text.isdigit() and FIRST_YEAR <= n.value <= LAST_YEAR


def _form(row: Sequence[NumberPiece], left: Numeral, right: Numeral, joint: str) -> str:
    near = {piece.low for piece in row[max(0, left.first - NEAR) : right.last + NEAR]}
    whole = left.step >= 1 and right.step >= 1 and left.value < 1000
    if joint in {"or", "and"} or not whole:
        return "range"
    if joint == "to":
        return (
            "score"
            if left.value > right.value and near & set(lexicon("scores")["results"])
            else "range"
        )
    if not row[right.first].glued:
        return ""
    if left.value >= right.value or near & set(lexicon("scores")["results"]):
        return "score"
    return "range"


def _may_range(row: Sequence[NumberPiece], left: Numeral, joint: str) -> bool:
    """Tell whether "to" joins the ends of a range, not what something rose from and to."""
    before = [low_at(row, k) for k in range(left.first - 1, max(-1, left.first - 4), -1)]
    return joint != "to" or "from" not in before


def _scaled_like(row: Sequence[NumberPiece], left: Numeral, right: Numeral) -> Numeral:
    """Give the left number the scale word that it shares with the right one."""
    bare = numeral(tuple(row[right.first : right.first + 1]), 0)
    if left.last - left.first > 1 or bare is None or not bare.value or left.value >= 1000:
        return left
    scale = right.value / bare.value
    if scale < 1000 or left.value > bare.value:
        return left
    return replace(left, value=round(left.value * scale, 6), step=left.step * scale)
