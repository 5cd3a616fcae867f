"""Where a text stands in a file that has pages, paragraphs or a clock."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locator:
    """Characters ``start:end`` of a text, and their place as a citation names it.

    Attributes:
        label: ``page 3``, ``paragraph 12``, ``00:01:12``.
    """

    start: int
    end: int
    label: str


def located(locators: Sequence[Locator], start: int) -> str:
    """Return the label of the character at `start`, "" where it has none.

    Args:
        locators: in text order.
        start: an offset in the text.
    """
    n = bisect_right(locators, start, key=lambda one: one.start) - 1
    return locators[n].label if n >= 0 and start < locators[n].end else ""
