"""A number as it stands in a text, and the value that it states."""

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """How a number is meant: as it stands, roughly, as a floor or ceiling, as a range, vaguely."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Number:
    """A figure or number word at ``start:end`` with its unit and what it counts.

    Attributes:
        low, high: the values that agree with it, both included; for a score its two sides.
        unit: canonical name of the unit (``USD``, ``percent``, ``km``), "" for a bare count.
        counted: lemma of the noun that it counts, "" where none is said; for an age the last
            name of the person, for a time of day the time zone as stated.
        value: as stated, before any tolerance: the middle of a range, minutes since midnight.
        step: what the last digit written is worth: 100,000 for ``2.5 million``.
        bound: what ``about``, ``more than``, ``up to`` make of it.
        phrase_start, phrase_end: the number together with the words of its bound.
        token: index into the sentence's tokens of the number itself, -1 where unknown.
        noun: index of the noun that it counts, -1 where none is said.
    """

    start: int
    end: int
    text: str
    low: float
    high: float
    unit: str
    counted: str
    value: float = 0.0
    step: float = 1.0
    bound: Bound = Bound.EXACT
    phrase_start: int = 0
    phrase_end: int = 0
    token: int = -1
    noun: int = -1
