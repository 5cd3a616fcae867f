"""Figures on public sets of claims: ``python -m benchmarks.claims FILE.jsonl.gz ...``.

Rows are `{"premise", "hypothesis", "label": "support" | anything else, "id"}`. Printed for each set
and system: bacc (balanced accuracy of the system's own decision, one fixed threshold for all sets;
for word overlap and cosine .5), auc, fpr (supported rows flagged), pair (minimal pairs in the right
order), rate (rows a second).
"""

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor import Auditor
from auditor.entail import entailment
from auditor.load import document_from_text
from auditor.pipeline import prepared
from auditor.support import DOUBTED, support
from benchmarks.claims.baselines import cosine, word_overlap
from training.metrics import auc, balanced_accuracy, false_alarms, pair_order

FLAGGED = frozenset({"contradicted", "unsupported", "partial"})

System = Callable[[str, str], tuple[bool, float]]
"""From a premise and a claim: whether the claim passes, and its score."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with its source text."""

    id: str
    premise: str
    claim: str
    is_supported: bool


def rows(path: Path, limit: int | None) -> Iterator[Row]:
    """Yield the first `limit` rows of a set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            if limit is not None and n >= limit:
                return
            row = json.loads(line)
            yield Row(str(row["id"]), row["premise"], row["hypothesis"], row["label"] == "support")


def product(auditor: Auditor) -> System:
    """Return the product as a system: its verdicts decide, its least support is the score."""

    def decide(premise: str, claim: str) -> tuple[bool, float]:
        report = auditor.audit_text(claim, {"source": premise})
        supports = [s.support for s in report.sentences if s.support is not None]
        passes = not any(s.verdict in FLAGGED for s in report.sentences)
        return passes, min(supports, default=1.0)

    return decide


def model_alone() -> System:
    """Return the entailment model as a system: the least support, with the product's threshold."""
    reader = entailment.load()

    def decide(premise: str, claim: str) -> tuple[bool, float]:
        article = document_from_text("article", "article", claim)
        case = prepared(article, [document_from_text("r1", "source", premise)], reader)
        least = min((support(one) for one in case.links if one.reading), default=1.0)
        return least >= DOUBTED, least

    return decide


def by_threshold(score: Callable[[str, str], float]) -> System:
    """Return a score as a system that passes from .5 on."""

    def decide(premise: str, claim: str) -> tuple[bool, float]:
        value = score(premise, claim)
        return value >= 0.5, value

    return decide


def figures(system: System, found: Sequence[Row]) -> dict[str, float]:
    """Return the figures of a system on the rows of a set."""
    begun = time.perf_counter()
    decisions = [system(row.premise, row.claim) for row in found]
    spent = time.perf_counter() - begun
    truth = [row.is_supported for row in found]
    passed, scores = [d[0] for d in decisions], [d[1] for d in decisions]
    pair = pair_order({row.id: score for row, score in zip(found, scores, strict=True)})
    return {
        "bacc": balanced_accuracy(truth, passed),
        "auc": auc(truth, scores),
        "fpr": false_alarms(truth, passed),
        **({"pair": pair} if pair is not None else {}),
        "rate": len(found) / spent,
    }


def main() -> None:
    """Read the arguments, print a line for each set and system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--system", action="append", help="one of them alone; may be repeated")
    arguments = parser.parse_args()
    systems = {
        "word overlap": by_threshold(word_overlap),
        "cosine": by_threshold(cosine),
        "rules alone": product(Auditor(model=False)),
        "model alone": model_alone(),
        "product": product(Auditor()),
    }
    for path in arguments.files:
        found = list(rows(path, arguments.limit))
        for name in arguments.system or systems:
            system = systems[name]
            shown = "  ".join(f"{k} {v:.3f}" for k, v in figures(system, found).items())
            print(f"{path.name.split('.')[0]:20} {name:13} {shown}", flush=True)


if __name__ == "__main__":
    main()
