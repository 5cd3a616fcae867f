"""Numbers whose marks stand apart, as corpora and feeds have them: ``£ 50 m``, ``18 - month``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.checks.numbers.find.number_pieces import NumberPiece, low_at, units
from auditor.checks.numbers.find.units import sign_before, unit_after
from auditor.knowledge.lexicon import lexicon

_SCALES = frozenset({"m", "k", "b", "bn", "mn", "tn"})
_AFTER_DASH = frozenset({"of", "more", "fewer", "less", "other", "others", "or", "and"})
"""Words before which a second figure begins an aside: ``12 ships - 10 of them full``."""


def joined(row: Sequence[NumberPiece]) -> tuple[NumberPiece, ...]:
    """Return the pieces, those glued that belong together though a space parts them.

    A dash with spaces is a hyphen only where both sides make one number or measure with it.
    """
    glued = set(_glued(row))
    return tuple(replace(piece, glued=True) if n in glued else piece for n, piece in enumerate(row))


def _glued(row: Sequence[NumberPiece]) -> Iterator[int]:
    for n in range(1, len(row)):
        if _is_scale(row, n):
            yield n
        elif _is_parted(row, n) and (
            _is_season(row, n) or _is_pair(row, n) or _is_measure(row, n) or _is_spelled(row, n)
        ):
            yield from (n, n + 1)


def _is_scale(row: Sequence[NumberPiece], n: int) -> bool:
    """Tell whether piece `n` is the scale of a sum of money: ``£ 50 m``."""
    figure = row[n - 1].kind == "figure" and row[n].low in _SCALES
    return figure and bool(sign_before(row, n - 1)[0])


def _is_parted(row: Sequence[NumberPiece], n: int) -> bool:
    """Tell whether piece `n` is a hyphen with one space on either side."""
    if row[n].text != "-" or n + 1 >= len(row):
        return False
    before, mark, after = row[n - 1 : n + 2]
    return mark.start - before.end == 1 and after.start - mark.end == 1


def _is_season(row: Sequence[NumberPiece], n: int) -> bool:
    """Tell whether the years of a season stand around: ``2010 - 11``, ``1999 - 2000``."""
    first, second = row[n - 1].text, row[n + 1].text
    if not (len(first) == 4 and first.isdigit() and second.isdigit() and len(second) in {2, 4}):
        return False
    return str(int(first) + 1).endswith(second) and not _is_counting(row, n + 2)


def _is_pair(row: Sequence[NumberPiece], n: int) -> bool:
    """Tell whether a score or range stands around: ``4 - 0``."""
    first, second = row[n - 1].text, row[n + 1].text
    whole = first.isdigit() and second.isdigit() and max(len(first), len(second)) < 4
    return whole and low_at(row, n + 2) not in _AFTER_DASH


def _is_counting(row: Sequence[NumberPiece], at: int) -> bool:
    """Tell whether piece `at` is counted by the figure before it: ``in 2010 - 11 people died``."""
    word = low_at(row, at)
    return word in lexicon("counted")["person"] or (word.endswith("s") and word.isalpha())


def _is_measure(row: Sequence[NumberPiece], n: int) -> bool:
    """Tell whether a number and a unit in the singular stand around: ``an 18 - month contract``."""
    number, unit = row[n - 1], row[n + 1]
    if not (number.kind == "figure" or number.low in units()) or len(unit.text) < 3:
        return False
    goes_on = n + 2 < len(row) and (row[n + 2].kind == "word" or row[n + 2].text == "-")
    named = unit.text.islower() and not unit.low.endswith("s") and unit.low != "won"
    return goes_on and named and bool(unit_after(row, n + 1)[0])


def _is_spelled(row: Sequence[NumberPiece], n: int) -> bool:
    """Tell whether a number in words stands around: ``twenty - three``."""
    tens, ones = units().get(row[n - 1].low, 0), units().get(row[n + 1].low, 0)
    return tens >= 20 and 0 < ones < 10
