"""Print figures of a model on evaluation files.

    python -m training.measure.evaluate --base FOLDER --weights snapshot.pt FILE.jsonl.gz ...
    python -m training.measure.evaluate --onnx model.onnx --tokenizer tokenizer.json FILE ...

As in the product, a hypothesis is scored a sentence at a time against the evidence for it, and is
as well supported as its least supported sentence.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.measure.metrics import (
    auc,
    balanced_accuracy,
    best_threshold,
    false_alarms,
    pair_order,
)
from training.measure.score import Scorer, add_model, chosen_scorer
from training.rows.evidence import passage, sentences
from training.rows.rows import read_entries

THRESHOLD = 0.5
"""Least p(supports) that passes, where none is given."""


@dataclass(frozen=True, slots=True)
class Case:
    """One row of an evaluation file."""

    id: str
    premise: str
    hypothesis: str
    supported: bool


def read_cases(path: Path, limit: int | None = None) -> list[Case]:
    """Return the rows of a file, in file order, `limit` at most."""
    cases = [
        Case(
            str(entry["id"]),
            str(entry["premise"]),
            str(entry["hypothesis"]),
            entry["label"] == "support",
        )
        for entry in read_entries(path)
    ]
    return cases[:limit]


def support(cases: Sequence[Case], scorer: Scorer) -> list[float]:
    """Return for each case the least p(supports) over its sentences."""
    pairs: list[tuple[str, str]] = []
    owners: list[int] = []
    for n, case in enumerate(cases):
        for sentence in sentences(case.hypothesis):
            pairs.append((passage(case.premise, sentence), sentence))
            owners.append(n)
    least = [1.0] * len(cases)
    for owner, (supports, _, _) in zip(owners, scorer(pairs), strict=True):
        least[owner] = min(least[owner], supports)
    return least


def figures(cases: Sequence[Case], scores: Sequence[float], threshold: float) -> dict[str, float]:
    """Return rows, bacc, auc, best (at its own threshold `at`), fpr, and pair where pairs are."""
    truth = [case.supported for case in cases]
    passed = [score >= threshold for score in scores]
    at = best_threshold(truth, scores)
    shown = {
        "rows": float(len(cases)),
        "bacc": balanced_accuracy(truth, passed),
        "auc": auc(truth, scores),
        "best": balanced_accuracy(truth, [score >= at for score in scores]),
        "at": at,
        "fpr": false_alarms(truth, passed),
    }
    pair = pair_order({case.id: score for case, score in zip(cases, scores, strict=True)})
    return shown if pair is None else {**shown, "pair": pair}


def evaluate(
    files: Sequence[Path], scorer: Scorer, threshold: float, limit: int | None
) -> dict[str, dict[str, float]]:
    """Return the figures on each file, by its name up to the first dot."""
    by_file = {}
    for path in files:
        cases = read_cases(path, limit)
        start = time.perf_counter()
        scores = support(cases, scorer)
        rate = len(cases) / (time.perf_counter() - start)
        by_file[path.name.partition(".")[0]] = {**figures(cases, scores, threshold), "rate": rate}
    return by_file


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    add_model(parser)
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--json", type=Path, help="also write the figures here")
    options = parser.parse_args(arguments)
    by_file = evaluate(options.files, chosen_scorer(options), options.threshold, options.limit)
    for name, values in by_file.items():
        print(name.ljust(22), "  ".join(f"{key} {value:.3f}" for key, value in values.items()))
    if options.json:
        options.json.write_text(json.dumps(by_file, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
