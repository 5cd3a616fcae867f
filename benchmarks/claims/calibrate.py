"""Fit the weights of support: ``python -m benchmarks.claims.calibrate FILE.jsonl.gz ...``.

A row is as well supported as its least supported sentence. The weights make the labels of all rows
likeliest, each set counting the same and each label within it; then the threshold is printed that
gives the best balanced accuracy over the sets together. Give it development sets alone.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.entail import entailment
from auditor.load import document_from_text
from auditor.pipeline import prepared
from auditor.support import signals
from benchmarks.claims.__main__ import Row, rows
from training.metrics import balanced_accuracy

Floats = npt.NDArray[np.float64]

STEPS, RATE = 4000, 0.02
PULL = 0.01
"""How strongly weights are drawn to 0, so that few rows cannot make one large."""


def sentences(row: Row) -> Floats:
    """Return sentences × (1, the signals of support) of a row, for the sentences that were read."""
    article = document_from_text("article", "article", row.claim)
    source = document_from_text("r1", "source", row.premise)
    case = prepared(article, [source], entailment.load())
    found = [(1.0, *signals(link, link.reading)) for link in case.links if link.reading]
    return np.array(found, dtype=np.float64).reshape(len(found), 4)


def read(path: Path, limit: int | None) -> Iterator[tuple[Floats, bool]]:
    """Yield the signals and label of each row of a set that has a sentence that was read."""
    for row in rows(path, limit):
        found = sentences(row)
        if len(found):
            yield found, row.is_supported


def fit(sets: Sequence[Sequence[tuple[Floats, bool]]]) -> Floats:
    """Return the weights that make the labels likeliest."""
    weights = np.array([0.0, 0.5, 0.1, 0.1])
    moved = np.zeros(4)
    for _ in range(STEPS):
        slope = -PULL * weights
        for found in sets:
            for label in (True, False):
                part = [f for f, supported in found if supported is label]
                least = np.array([f[np.argmin(f @ weights)] for f in part])
                wrong = float(label) - 1 / (1 + np.exp(-(least @ weights)))
                slope += (wrong @ least) / len(part)
        moved = 0.9 * moved + RATE * slope / (2 * len(sets))
        weights = weights + moved
    return weights


def threshold(sets: Sequence[Sequence[tuple[Floats, bool]]], weights: Floats) -> float:
    """Return the support that separates best, by mean balanced accuracy over the sets."""

    def accuracy(at: float) -> float:
        each = []
        for found in sets:
            scores = [1 / (1 + np.exp(-float((f @ weights).min()))) for f, _ in found]
            truth = [label for _, label in found]
            each.append(balanced_accuracy(truth, [score >= at for score in scores]))
        return float(np.mean(each))

    return max((n / 100 for n in range(5, 95)), key=accuracy)


def main() -> None:
    """Read the sets, print the weights and the threshold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    arguments = parser.parse_args()
    sets = [list(read(path, arguments.limit)) for path in arguments.files]
    weights = fit(sets)
    print("BIAS, SUPPORTS, BORNE_OUT, COVERED =", ", ".join(f"{w:.2f}" for w in weights))
    print(f"best threshold {threshold(sets, weights):.2f}")


if __name__ == "__main__":
    main()
