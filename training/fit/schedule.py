"""The learning rate, and which rows each step sees."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from training.fit.buckets import by_length

WINDOW = 64
"""Steps whose rows are sorted by length together."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Warm up to `peak`, stay there, and fall to zero over `cooldown` steps once that has begun."""

    peak: float
    warmup: int
    cooldown: int = 0

    def rate(self, step: int, cooldown_start: int | None) -> float:
        """Return the learning rate of a step, counted from 0."""
        rate = self.peak * min(1.0, (step + 1) / self.warmup)
        if cooldown_start is None:
            return rate
        left = self.cooldown - (step - cooldown_start)
        return rate * max(0.0, left / self.cooldown)


def window_rows(window: int, size: int, total: int) -> range:
    """Return the indices in the mixture of a window of steps of `size` rows; it wraps round."""
    rows = WINDOW * size
    windows = max(1, total // rows)
    start = (window % windows) * rows
    return range(start, min(start + rows, total))


def window_steps(
    lengths: Sequence[int], twins: Sequence[bool], size: int, parts: int, chance: Random
) -> list[list[list[int]]]:
    """Divide the rows of a window into steps of `parts` batches, each of rows of like length.

    A twin stays in the batch of the row before it.
    """
    batches = by_length(lengths, size // parts, chance, twins)
    return [batches[start : start + parts] for start in range(0, len(batches), parts)]
