"""A number as it stands in a text, and the value that it states."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure or number word at ``start:end`` with its unit and what it counts.

    Attributes:
        low, high: the values that agree with it, both included.
        unit: canonical name of the unit (``USD``, ``percent``, ``km``), "" for a bare count.
        counted: lemma of the noun that it counts, "" where none is said.
    """

    start: int
    end: int
    text: str
    low: float
    high: float
    unit: str
    counted: str
