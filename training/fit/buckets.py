"""Group sequences of like length."""

from collections.abc import Sequence
from random import Random

STEP = 32
"""Lengths are padded to multiples of this: the math library compiles a kernel for each length."""


def padded(length: int) -> int:
    """Round a length up to a multiple of STEP."""
    return -(-length // STEP) * STEP


def by_length(
    lengths: Sequence[int],
    size: int,
    chance: Random | None = None,
    twins: Sequence[bool] = (),
) -> list[list[int]]:
    """Group indices into batches of like length; with `chance`, draw the order of the batches.

    An index where `twins` holds stays with the one before it, so that a batch may be one too long
    and the next one too short.
    """
    units = _units(len(lengths), twins)
    units.sort(key=lambda unit: (max(padded(lengths[n]) for n in unit), unit))
    batches: list[list[int]] = []
    done = 0
    for unit in units:
        if done // size >= len(batches):
            batches.append([])
        batches[-1] += unit
        done += len(unit)
    if chance:
        chance.shuffle(batches)
    return batches


def _units(count: int, twins: Sequence[bool]) -> list[list[int]]:
    units: list[list[int]] = []
    for n in range(count):
        if units and twins and twins[n]:
            units[-1].append(n)
        else:
            units.append([n])
    return units
