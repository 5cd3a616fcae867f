"""The batches that training steps over."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.fit.losses import targets, word_marks
from training.fit.pairs import Pair, collate, encode, padding_id
from training.fit.schedule import WINDOW, window_rows, window_steps
from training.rows.rows import Row


@dataclass(frozen=True, slots=True)
class Step:
    """One batch of a step: model inputs, stances wanted, word marks (pairs × tokens), twins."""

    inputs: tuple[Tensor, Tensor, Tensor]
    wanted: Tensor
    marks: Tensor
    twins: Tensor


def steps(
    rows: Sequence[Row], tokenizer: Tokenizer, size: int, parts: int, seed: int, start: int
) -> Iterator[list[Step]]:
    """Yield the batches of each step from `start` on, without end; the same for the same seed."""
    padding = padding_id(tokenizer)
    window, skip = divmod(start, WINDOW)
    while True:
        chosen = [rows[n] for n in window_rows(window, size, len(rows))]
        pairs = encode(tokenizer, [(row.premise, row.hypothesis) for row in chosen])
        chance = Random(f"{seed}:{window}")
        lengths, twins = [len(pair.ids) for pair in pairs], [row.twin for row in chosen]
        order = window_steps(lengths, twins, size, parts, chance)
        for batches in order[skip:]:
            yield [_step(chosen, pairs, numbers, padding) for numbers in batches]
        window, skip = window + 1, 0


def _step(rows: Sequence[Row], pairs: Sequence[Pair], numbers: list[int], padding: int) -> Step:
    batch = collate(pairs, numbers, padding)
    width = len(batch.ids[0])
    marks = []
    for n in numbers:
        own = word_marks(pairs[n].offsets, rows[n].spans)
        before = [-1] * pairs[n].first
        marks.append([*before, *own, *[-1] * (width - len(own) - len(before))])
    return Step(
        inputs=(torch.tensor(batch.ids), torch.tensor(batch.text), torch.tensor(batch.sentence)),
        wanted=torch.tensor([targets(rows[n]) for n in numbers]),
        marks=torch.tensor(marks),
        twins=torch.tensor(_twins(rows, numbers)),
    )


def _twins(rows: Sequence[Row], numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return where in the batch each pair of twins lies; a window may hold but one of them."""
    return [
        (at, at + 1)
        for at, (row, below) in enumerate(itertools.pairwise(numbers))
        if below == row + 1 and rows[below].twin
    ]
