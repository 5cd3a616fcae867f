"""Group sequences of like length."""

from collections.abc import Sequence
from random import Random

STEP = 32
"""Lengths are padded to multiples of this: the math library compiles a kernel for each length."""


def padded(length: int) -> int:
    """Round a length up to a multiple of STEP."""
    return -(-length // STEP) * STEP


def by_length(lengths: Sequence[int], size: int, chance: Random | None = None) -> list[list[int]]:
    """Group places into batches of like length; with `chance`, draw the order of the batches."""
    places = sorted(range(len(lengths)), key=lambda place: (padded(lengths[place]), place))
    batches = [places[start : start + size] for start in range(0, len(places), size)]
    if chance:
        chance.shuffle(batches)
    return batches
