"""What ``about``, ``more than``, ``up to`` and ``or so`` make of a number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.checks.numbers.find.number_pieces import NumberPiece, low_at, pieces
from auditor.knowledge.lexicon import lexicon
from auditor.model.number import Bound

LONGEST = 4
"""Pieces in the longest phrase of ``bounds.toml``."""

ROOM_ABOVE, ROOM_BELOW = 1.5, 0.6
"""How far the figure behind "more than 50" or "up to 50" may lie from it. A guess."""
ABOUT = 0.15
"""How far the figure behind "about 50" may lie from it, or below it behind "nearly 50", as a share.
A guess; newsrooms' style guides ask for round figures without naming a tolerance."""
ROUNDED = 0.05
"""How far a figure with end zeros may lie from the one that it rounds, as a share. A guess."""
ROUNDED_FROM = 100
"""Smaller whole numbers are taken as counted, not rounded. A guess."""
SLACK = 1e-6
"""Room for binary fractions, as a share of the value."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """A bound with the pieces ``first:last`` that hold it and the number.

    Attributes:
        word: the list of ``bounds.toml`` that its phrase stands in, "" where there is none.
    """

    bound: Bound
    word: str
    first: int
    last: int


@cache
def _phrases() -> Mapping[tuple[str, ...], str]:
    return {
        tuple(piece.low for piece in pieces(phrase, 0)): key
        for key in ("over", "below", "under", "about", "nearly")
        for phrase in lexicon("bounds")[key]
    }


@cache
def _phrases_after() -> Mapping[tuple[str, ...], str]:
    return {
        tuple(piece.low for piece in pieces(phrase, 0)): key.removesuffix("_after")
        for key in ("over_after", "under_after", "about_after")
        for phrase in lexicon("bounds")[key]
    }


def hedge(row: Sequence[NumberPiece], first: int, last: int, after: Sequence[int]) -> Hedge:
    """Return how the number at ``first:last`` is meant.

    Args:
        row: the pieces of the sentence.
        first: the first piece of the number with its sign.
        last: one past the last piece of the number with its unit.
        after: places where a phrase like "or more" may begin, in order.
    """
    start = first - 1 if low_at(row, first - 1) in {"the", "a", "an", "its"} else first
    for begin in (first, start):
        for length in range(LONGEST, 0, -1):
            run = tuple(piece.low for piece in row[max(0, begin - length) : begin])
            key = _phrases().get(run) if len(run) == length else None
            if key and not _is_place(row, begin - length, run):
                return Hedge(_bound(key), key, begin - length, last)
    for at in after:
        for length in range(3, 0, -1):
            run = tuple(piece.low for piece in row[at : at + length])
            key = _phrases_after().get(run) if len(run) == length else None
            if key and (run != ("plus",) or at == last):
                return Hedge(_bound(key), key, first, at + length)
    return Hedge(Bound.EXACT, "", first, last)


def _bound(key: str) -> Bound:
    return {"over": Bound.OVER, "below": Bound.UNDER, "under": Bound.UNDER}.get(key, Bound.ABOUT)


def _is_place(row: Sequence[NumberPiece], begin: int, run: tuple[str, ...]) -> bool:
    """Tell whether "over" and the like are prepositions here: ``victory over 12 rivals``.

    What has gone up to a figure has reached it.
    """
    if run == ("up", "to"):
        return low_at(row, begin - 1) in lexicon("bounds")["risen"]
    if run not in {
        ("over",),
        ("above",),
        ("under",),
        ("below",),
        ("near",),
        ("around",),
        ("passed",),
    }:
        return False
    before = low_at(row, begin - 1)
    return before in {
        "victory",
        "win",
        "wins",
        "triumph",
        "lead",
        "hand",
        "handed",
        "victories",
        "kept",
        "hanging",
    }


def span(value: float, step: float, meant: Hedge, *, share: bool) -> tuple[float, float]:
    """Return the values that agree with a number, both included.

    Args:
        value: as stated.
        step: what its last digit is worth.
        meant: what the words beside it make of it; "less than 50" leaves 50 out.
        share: whether it is a fraction in words ("a third"), which nobody takes to the percent.
    """
    size = abs(value)
    room = _rounding(size, step, share=share)
    bound = meant.bound
    if bound is Bound.OVER:
        low, high = value - SLACK * size, max(value * ROOM_ABOVE, value + 1)
    elif bound is Bound.UNDER:
        edge = -SLACK if meant.word == "below" else SLACK
        low, high = min(value * ROOM_BELOW, value - 1), value + edge * size
    elif meant.word == "nearly":
        low, high = value - max(room, ABOUT * size, 0.5), value + SLACK * size
    elif bound is Bound.ABOUT:
        wide = max(room, ABOUT * size, 1 if 5 <= size < 10 and step >= 1 else 0)
        low, high = value - wide, value + wide
    else:
        low, high = value - room, value + room
    return low, high


def _rounding(size: float, step: float, *, share: bool) -> float:
    if share:
        return 3.4
    if step < 1 or size < ROUNDED_FROM:
        return max(SLACK * size, step / 2 * (1 + SLACK)) if step < 1 else SLACK * size
    if step == 1:
        return SLACK * size
    return min(step / 2, ROUNDED * size) * (1 + SLACK)
