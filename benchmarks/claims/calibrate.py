"""Fit the weights of support: ``python -m benchmarks.claims.calibrate FILE.jsonl.gz ...``.

A row is as well supported as its least supported sentence. The weights make the labels of all rows
likeliest, each set counting the same and each label within it; then the threshold is printed that
gives the best balanced accuracy over the sets together. Give it development sets alone.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from auditor.evidence import entailment
from auditor.evidence.readings import with_readings
from auditor.evidence.support import signals
from benchmarks.claims.cases import Claim, claims
from training.measure.metrics import balanced_accuracy

Floats = npt.NDArray[np.float64]

SIGNALS = 5
STEPS, RATE = 4000, 0.02
PULL = 0.01
"""How strongly weights are drawn to 0, so that few rows cannot make one large."""


@dataclass(frozen=True, slots=True)
class Set:
    """The rows of a set that have a sentence that was read.

    Attributes:
        signals: rows × sentences × (1, the signals of support); zeros past a row's last sentence.
        absent: rows × sentences, infinite past a row's last sentence, else 0.
        truth: rows, 1 where the row is supported, else 0.
    """

    signals: Floats
    absent: Floats
    truth: Floats

    def least(self, weights: Floats) -> Floats:
        """Return rows × (1, the signals) of each row's least supported sentence."""
        rows = (self.signals @ weights + self.absent).argmin(axis=1)
        signals: Floats = self.signals[np.arange(len(rows)), rows]
        return signals


def read(claims: Sequence[Claim]) -> Set:
    """Read every sentence of a set."""
    pairs = [(sentences(claim), float(claim.row.is_supported)) for claim in claims]
    kept = [(own, truth) for own, truth in pairs if len(own)]
    longest = max(len(own) for own, _ in kept)
    padded = np.zeros((len(kept), longest, SIGNALS))
    absent = np.full((len(kept), longest), np.inf)
    for n, (own, _) in enumerate(kept):
        padded[n, : len(own)] = own
        absent[n, : len(own)] = 0
    return Set(padded, absent, np.array([truth for _, truth in kept]))


def sentences(claim: Claim) -> Floats:
    """Return sentences × (1, the signals of support) of a claim, for the sentences read."""
    case = with_readings(claim.case, entailment.load())
    rows = [(1.0, *signals(link, link.reading)) for link in case.links if link.reading]
    return np.array(rows, dtype=np.float64).reshape(len(rows), SIGNALS)


def fit(sets: Sequence[Set]) -> Floats:
    """Return the weights that make the labels likeliest."""
    weights = np.array([0.0, 0.5, 0.1, 0.0, 0.0])
    moved = np.zeros(SIGNALS)
    for _ in range(STEPS):
        slope = -PULL * weights
        for rows in sets:
            least = rows.least(weights)
            wrong = rows.truth - logistic(least @ weights)
            for mine in (rows.truth == 1, rows.truth == 0):
                slope += wrong[mine] @ least[mine] / max(1, mine.sum())
        moved = 0.9 * moved + RATE * slope / (2 * len(sets))
        weights = weights + moved
    return weights


def threshold(sets: Sequence[Set], weights: Floats) -> float:
    """Return the support that separates best, by mean balanced accuracy over the sets."""

    def accuracy(at: float) -> float:
        each = [
            balanced_accuracy(
                [bool(truth) for truth in rows.truth],
                [bool(p >= at) for p in logistic(rows.least(weights) @ weights)],
            )
            for rows in sets
        ]
        return float(np.mean(each))

    return max((n / 100 for n in range(5, 95)), key=accuracy)


def logistic(odds: Floats) -> Floats:
    """Return the probabilities of log odds."""
    chances: Floats = 1 / (1 + np.exp(-odds))
    return chances


def main() -> None:
    """Read the sets, print the weights and the threshold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--keep", type=Path, help="folder where parsed claims are kept")
    arguments = parser.parse_args()
    sets = [read(claims(path, arguments.limit, arguments.keep)) for path in arguments.files]
    weights = fit(sets)
    print("BIAS, SUPPORTS, BORNE_OUT, COVERED, HELD =", ", ".join(f"{w:.2f}" for w in weights))
    print(f"best threshold {threshold(sets, weights):.2f}")


if __name__ == "__main__":
    main()
