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
        chosen = [rows[place] for place in window_rows(window, size, len(rows))]
        pairs = encode(tokenizer, [(row.premise, row.hypothesis) for row in chosen])
        chance = Random(f"{seed}:{window}")
        lengths, twins = [len(pair.ids) for pair in pairs], [row.twin for row in chosen]
        order = window_steps(lengths, twins, size, parts, chance)
        for batches in order[skip:]:
            yield [_step(chosen, pairs, places, padding) for places in batches]
        window, skip = window + 1, 0


def _step(rows: Sequence[Row], pairs: Sequence[Pair], places: list[int], padding: int) -> Step:
    batch = collate(pairs, places, padding)
    width = len(batch.ids[0])
    marks = []
    for place in places:
        own = word_marks(pairs[place].offsets, rows[place].spans)
        before = [-1] * pairs[place].first
        marks.append([*before, *own, *[-1] * (width - len(own) - len(before))])
    return Step(
        inputs=(torch.tensor(batch.ids), torch.tensor(batch.text), torch.tensor(batch.sentence)),
        wanted=torch.tensor([targets(rows[place]) for place in places]),
        marks=torch.tensor(marks),
        twins=torch.tensor(_twins(rows, places)),
    )


def _twins(rows: Sequence[Row], places: Sequence[int]) -> list[tuple[int, int]]:
    """Return where in the batch each pair of twins lies; a window may hold but one of them."""
    return [
        (n, n + 1)
        for n, (place, after) in enumerate(itertools.pairwise(places))
        if after == place + 1 and rows[after].twin
    ]
