"""Print figures of a model on a part of the corpus of newsroom twins, by kind of error.

    python -m training.measure.newsroom --base FOLDER --weights snapshot.pt [--split dev]
    python -m training.measure.newsroom --onnx model.onnx --tokenizer tokenizer.json

Each sentence is read by itself beside the evidence in the reports of its case. `auc`: the chance
that a true sentence has a greater p(supports) than a wrong one of that kind. `pair`: the share of
wrong sentences that stand below the true one that they edit. `right`: true sentences held to be
likelier supported than not, and wrong ones to be likelier not.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from training.measure.by_kind import figures
from training.measure.score import Scorer, add_model, chosen_scorer
from training.rows.corpus import FOLDER, Case, corpus, split
from training.rows.evidence import passage


def supports(cases: Sequence[Case], scorer: Scorer) -> dict[tuple[str, int], float]:
    """Return p(supports) of each sentence by the id of its case and its number."""
    keys = [(case.id, n) for case in cases for n in range(len(case.sentences))]
    pairs = [
        (passage("\n\n".join(report.text for report in case.reports), claim.text), claim.text)
        for case in cases
        for claim in case.sentences
    ]
    return {key: stance[0] for key, stance in zip(keys, scorer(pairs), strict=True)}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    add_model(parser)
    parser.add_argument("--corpus", type=Path, default=FOLDER, help="folder of the cases")
    parser.add_argument("--split", default="dev", choices=("train", "dev", "test"))
    parser.add_argument("--every", type=int, default=1, help="every Nth case")
    options = parser.parse_args(arguments)
    cases = [case for case in corpus(options.corpus) if split(case.id) == options.split]
    cases = cases[:: options.every]
    for kind, values in figures(cases, supports(cases, chosen_scorer(options))).items():
        print(kind.ljust(12), "  ".join(f"{key} {value:.3f}" for key, value in values.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
