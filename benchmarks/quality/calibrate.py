"""Fit support to the labels: ``python -m benchmarks.quality.calibrate [--others FOLDER]``.

All development material takes part, as in ``python -m benchmarks.quality``; what is kept for a last
look does not. An error is as well supported as the least supported of its sentences. Three tables
are printed: the weights that make the labels likeliest, each source and each label within it
counting the same; for each source the area under the ROC curve of the weights that ship and of
those fitted to all other sources, with 90 % intervals (bootstrap over rows); and what each
threshold would doubt.
"""

import argparse
import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt

from auditor.evidence.readings import with_readings
from auditor.evidence.support import BORNE_OUT, COMPANY, DOUBTED, SUPPORTS, WEAK, signals
from auditor.model.text import within
from benchmarks.quality.__main__ import material
from benchmarks.quality.kept import keeping
from benchmarks.quality.outcomes import case_of
from benchmarks.quality.rows import Row
from training.measure.metrics import auc

Floats = npt.NDArray[np.float64]

KEPT_ASIDE = frozenset({"stories gate", "twins test"})
"""Sources that nothing is fitted to."""

SHIPPED: Floats = np.array([0.0, SUPPORTS, BORNE_OUT, COMPANY])
"""Bias and weights of support."""

ROUNDS, STEPS, RATE = 6, 300, 0.05
"""In each round the least supported sentences are chosen anew, then the weights moved so often."""

PULL = 0.01
"""How strongly weights are drawn to 0, so that few rows cannot make one large."""

THRESHOLDS = (0.1, DOUBTED, 0.2, 0.3, 0.4, WEAK, 0.6)

DRAWS = 400
"""Samples of the bootstrap."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """An error, or a true sentence: its row, and for each of its sentences (1, the signals)."""

    row: str
    is_true: bool
    signals: Floats

    def least(self, weights: Floats) -> Floats:
        """Return (1, the signals) of the least supported sentence."""
        own: Floats = self.signals[(self.signals @ weights).argmin()]
        return own

    def support(self, weights: Floats) -> float:
        """Return the support of that sentence, in [0, 1]."""
        return float(1 / (1 + np.exp(-self.least(weights) @ weights)))


Sources = Mapping[str, Sequence[Stretch]]


def stretches(keep: Path, row: Row) -> tuple[Stretch, ...]:
    """Return what was read of a row's errors and true sentences."""
    kept = keeping(keep)
    case = with_readings(case_of(row, kept), kept.reader)
    wrong: dict[int, list[tuple[float, ...]]] = defaultdict(list)
    true: list[tuple[float, ...]] = []
    for link in case.links:
        if link.reading is None:
            continue
        own = (1.0, *signals(link.sentence, link.reading))
        hit = [n for n, one in enumerate(row.wrong) if within((one,), link.sentence)]
        for n in hit:
            wrong[n].append(own)
        if row.is_true(link.sentence):
            true.append(own)
    errors = (Stretch(row.id, is_true=False, signals=np.array(own)) for own in wrong.values())
    return (*errors, *(Stretch(row.id, is_true=True, signals=np.array([own])) for own in true))


def fit(sources: Sequence[Sequence[Stretch]]) -> Floats:
    """Return bias and weights that make the labels likeliest."""
    weights = SHIPPED.copy()
    for _ in range(ROUNDS):
        weights = _moved(list(_sides(sources, weights)), weights)
    return weights


def _sides(sources: Sequence[Sequence[Stretch]], weights: Floats) -> Iterator[tuple[bool, Floats]]:
    """Yield the true stretches of each source and the wrong ones, by their least sentences."""
    for each in sources:
        for truth in (True, False):
            least = [one.least(weights) for one in each if one.is_true is truth]
            if least:
                yield truth, np.array(least)


def _moved(sides: Sequence[tuple[bool, Floats]], weights: Floats) -> Floats:
    for _ in range(STEPS):
        slope = -PULL * weights
        for truth, least in sides:
            slope = slope + (truth - _logistic(least @ weights)) @ least / (len(least) * len(sides))
        weights = weights + RATE * slope
    return weights


def _logistic(odds: Floats) -> Floats:
    chances: Floats = 1 / (1 + np.exp(-odds))
    return chances


def ordered(source: Sequence[Stretch], weights: Floats) -> float:
    """Return the chance that a true sentence is better supported than an error."""
    return auc([one.is_true for one in source], [one.support(weights) for one in source])


def interval(source: Sequence[Stretch], figure: Callable[[Sequence[Stretch]], float]) -> str:
    """Return a figure with its 90 % interval, rows drawn with replacement."""
    by_row: dict[str, list[Stretch]] = defaultdict(list)
    for one in source:
        by_row[one.row].append(one)
    rows = list(by_row.values())
    chance = Random(1)
    drawn = sorted(
        figure([one for row in chance.choices(rows, k=len(rows)) for one in row])
        for _ in range(DRAWS)
    )
    low, high = drawn[DRAWS // 20], drawn[-DRAWS // 20]
    return f"{figure(source):.3f} ({low:.3f}–{high:.3f})"


def main() -> None:
    """Read every row, print the weights, the order and the thresholds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--others", type=Path, help="folder of material that is not ours")
    parser.add_argument("--keep", type=Path, help="folder where parses and readings are kept")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    with TemporaryDirectory() as place:
        sources = read(options.others, options.keep or Path(place), options.processes)
    print("\n".join(report(sources)))


def read(others: Path | None, keep: Path, processes: int) -> Sources:
    """Return what was read of every source to develop on."""
    rows = [row for row in material(others) if is_fitted_to(row.source)]
    sources: dict[str, list[Stretch]] = defaultdict(list)
    with ProcessPoolExecutor(processes) as pool:
        made = pool.map(partial(stretches, keep), rows, chunksize=16)
        for row, own in zip(rows, made, strict=True):
            sources[row.source].extend(own)
    return sources


def is_fitted_to(source: str) -> bool:
    """Tell whether a source may be fitted to; altered claims are rules' business."""
    return source not in KEPT_ASIDE and not source.startswith("altered")


def report(sources: Sources) -> Iterator[str]:
    """Yield the lines of the tables."""
    bias, *weights = fit(list(sources.values()))
    yield f"bias {bias:.2f}, SUPPORTS, BORNE_OUT, COMPANY {', '.join(f'{w:.2f}' for w in weights)}"
    yield "\n| source | AUC as shipped | fitted to the others |\n|---|---|---|"
    for name, source in sources.items():
        own = fit([other for key, other in sources.items() if key != name])
        each = (interval(source, partial(ordered, weights=w)) for w in (SHIPPED, own))
        yield f"| {name} | {' | '.join(each)} |"
    yield f"\n| source | {' | '.join(f'{at:.2f}' for at in THRESHOLDS)} |"
    yield f"|---|{'---|' * len(THRESHOLDS)}"
    for name, source in sources.items():
        yield f"| {name} | {' | '.join(_doubted(source, at) for at in THRESHOLDS)} |"
    shares = (np.mean([_share(own, at) for own in sources.values()]) for at in THRESHOLDS)
    yield f"| true ones doubted, mean | {' | '.join(f'{share:.3f}' for share in shares)} |"


def _doubted(source: Sequence[Stretch], threshold: float) -> str:
    """Say how many errors and how many true sentences are doubted."""
    below = [one.is_true for one in source if one.support(SHIPPED) < threshold]
    return f"{below.count(False)} / {below.count(True)}"


def _share(source: Sequence[Stretch], threshold: float) -> float:
    true = [one.support(SHIPPED) for one in source if one.is_true]
    return sum(support < threshold for support in true) / max(1, len(true))


if __name__ == "__main__":
    main()
