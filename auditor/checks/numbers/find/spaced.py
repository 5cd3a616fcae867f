"""Numbers whose marks stand apart, as corpora and feeds have them: ``£ 50 m``, ``18 - month``."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.checks.numbers.find.pieces import Piece, low_at, units
from auditor.checks.numbers.find.units import sign_before, unit_after
from auditor.knowledge.lexicon import lexicon

_SCALES = frozenset({"m", "k", "b", "bn", "mn", "tn"})
_AFTER_DASH = frozenset({"of", "more", "fewer", "less", "other", "others", "or", "and"})
"""Words before which a second figure begins an aside: ``12 ships - 10 of them full``."""


def joined(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces, those glued that belong together though a space parts them.

    A dash with spaces is a hyphen only where both sides make one number or measure with it.
    """
    glued = set(_glued(found))
    return tuple(
        replace(piece, glued=True) if n in glued else piece for n, piece in enumerate(found)
    )


def _glued(found: Sequence[Piece]) -> Iterator[int]:
    for n in range(1, len(found)):
        if _is_scale(found, n):
            yield n
        elif _is_parted(found, n) and (
            _is_season(found, n)
            or _is_pair(found, n)
            or _is_measure(found, n)
            or _is_spelled(found, n)
        ):
            yield from (n, n + 1)


def _is_scale(found: Sequence[Piece], n: int) -> bool:
    """Tell whether piece `n` is the scale of a sum of money: ``£ 50 m``."""
    figure = found[n - 1].kind == "figure" and found[n].low in _SCALES
    return figure and bool(sign_before(found, n - 1)[0])


def _is_parted(found: Sequence[Piece], n: int) -> bool:
    """Tell whether piece `n` is a hyphen with one space on either side."""
    if found[n].text != "-" or n + 1 >= len(found):
        return False
    before, mark, after = found[n - 1 : n + 2]
    return mark.start - before.end == 1 and after.start - mark.end == 1


def _is_season(found: Sequence[Piece], n: int) -> bool:
    """Tell whether the years of a season stand around: ``2010 - 11``, ``1999 - 2000``."""
    first, second = found[n - 1].text, found[n + 1].text
    if not (len(first) == 4 and first.isdigit() and second.isdigit() and len(second) in {2, 4}):
        return False
    return str(int(first) + 1).endswith(second) and not _is_counting(found, n + 2)


def _is_pair(found: Sequence[Piece], n: int) -> bool:
    """Tell whether a score or range stands around: ``4 - 0``."""
    first, second = found[n - 1].text, found[n + 1].text
    whole = first.isdigit() and second.isdigit() and max(len(first), len(second)) < 4
    return whole and low_at(found, n + 2) not in _AFTER_DASH


def _is_counting(found: Sequence[Piece], at: int) -> bool:
    """Tell whether piece `at` is counted by the figure before it: ``in 2010 - 11 people died``."""
    word = low_at(found, at)
    return word in lexicon("counted")["person"] or (word.endswith("s") and word.isalpha())


def _is_measure(found: Sequence[Piece], n: int) -> bool:
    """Tell whether a number and a unit in the singular stand around: ``an 18 - month contract``."""
    number, unit = found[n - 1], found[n + 1]
    if not (number.kind == "figure" or number.low in units()) or len(unit.text) < 3:
        return False
    goes_on = n + 2 < len(found) and (found[n + 2].kind == "word" or found[n + 2].text == "-")
    named = unit.text.islower() and not unit.low.endswith("s") and unit.low != "won"
    return goes_on and named and bool(unit_after(found, n + 1)[0])


def _is_spelled(found: Sequence[Piece], n: int) -> bool:
    """Tell whether a number in words stands around: ``twenty - three``."""
    tens, ones = units().get(found[n - 1].low, 0), units().get(found[n + 1].low, 0)
    return tens >= 20 and 0 < ones < 10
