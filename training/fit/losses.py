"""What training makes small: wrong stances, twins in the wrong order, words wrongly marked."""

import torch
from torch import Tensor
from torch.nn import functional

from training.rows.rows import Label, Row

WORDS_WEIGHT = 0.5
"""Weight of the word loss beside the stance loss. A guess."""
TWINS_WEIGHT = 0.5
"""Weight of the loss of twins beside the stance loss. A guess."""
CLASSES = {Label.SUPPORT: 0, Label.CONTRADICT: 1, Label.NEUTRAL: 2, Label.NOT_SUPPORT: 3}
"""Column of the stance logits for each label; the last is all but the first."""


def targets(row: Row) -> tuple[float, float, float, float]:
    """Return what a row wants of the columns: all of its label's, or the teacher's shares."""
    if row.soft:
        return (*row.soft, 0.0)
    wanted = [0.0] * len(CLASSES)
    wanted[CLASSES[row.label]] = 1.0
    return wanted[0], wanted[1], wanted[2], wanted[3]


def stance_loss(logits: Tensor, wanted: Tensor) -> Tensor:
    """Return the mean cross-entropy; column 3 of `wanted` means "1 or 2, not known which"."""
    known = functional.log_softmax(logits.float(), dim=-1)
    either = torch.logsumexp(known[:, 1:], dim=-1, keepdim=True)
    return -(torch.cat([known, either], dim=-1) * wanted).sum(-1).mean()


def twin_loss(logits: Tensor, twins: Tensor) -> Tensor:
    """Return how little likelier the true one of each pair of twins is held to be supported.

    `twins` are (pairs × 2) indices in the batch, the true one first; 0 where there are none.
    """
    if not len(twins):
        return logits.sum() * 0.0
    known = functional.log_softmax(logits.float(), dim=-1)
    odds = known[:, 0] - torch.logsumexp(known[:, 1:], dim=-1)
    return -functional.logsigmoid(odds[twins[:, 0]] - odds[twins[:, 1]]).mean()


def word_loss(logits: Tensor, marks: Tensor) -> Tensor:
    """Return the mean cross-entropy over tokens marked 0 or 1; others, marked -1, do not count."""
    counted = marks >= 0
    if not bool(counted.any()):
        return logits.sum() * 0.0
    return functional.binary_cross_entropy_with_logits(
        logits.float()[counted], marks[counted].float()
    )


def word_marks(
    offsets: tuple[tuple[int, int], ...], spans: tuple[tuple[int, int], ...] | None
) -> list[int]:
    """Mark each token 1 where it touches a span, else 0; all -1 where spans are unknown."""
    if spans is None:
        return [-1] * len(offsets)
    return [
        int(any(start < stop and begin < end for start, end in spans)) for begin, stop in offsets
    ]
