"""Figures on public sets of claims: ``python -m benchmarks.claims FILE.jsonl.gz ...``.

Rows are `{"premise", "hypothesis", "label": "support" | anything else, "id"}`. Printed for each set
and system: bacc (balanced accuracy of the system's own decision, one fixed threshold for all sets;
for word overlap and cosine .5), auc, fpr (supported rows flagged), pair (minimal pairs in the right
order), rate (rows a second, parsing counted as long as it took when it was done). Parsing is shared
by all systems, and `--keep FOLDER` keeps it for the next time; `--model` judges another exported
model.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from auditor.evidence import entailment
from auditor.evidence.entailment import Entailment
from auditor.evidence.readings import with_readings
from auditor.evidence.support import DOUBTED
from auditor.knowledge.rules import load_rules
from auditor.model.rule import Rule
from auditor.pipeline import audited
from benchmarks.claims.baselines import cosine, word_overlap
from benchmarks.claims.cases import Claim, claims
from training.measure.metrics import auc, balanced_accuracy, false_alarms, pair_order

FLAGGED = frozenset({"contradicted", "unsupported", "partial"})

Decision = tuple[bool, float]
"""Whether a claim passes, and its score."""
System = Callable[[Claim], Decision]


def product(rules: Sequence[Rule], model: Entailment | None, claim: Claim) -> Decision:
    """Return what the product decides: its verdicts, and its least support."""
    sentences = audited(claim.case, rules, entailment=model).sentences
    supports = [s.support for s in sentences if s.support is not None]
    passes = not any(s.verdict in FLAGGED for s in sentences)
    return passes, min(supports, default=1.0)


def model_alone(model: Entailment, claim: Claim) -> Decision:
    """Return what the model decides by itself: the least support, with the product's threshold."""
    case = with_readings(claim.case, model)
    least = min((link.support for link in case.links if link.reading), default=1.0)
    return least >= DOUBTED, least


def by_threshold(score: Callable[[str, str], float], claim: Claim) -> Decision:
    """Return what a score decides that lets pass from .5 on."""
    value = score(claim.row.premise, claim.row.claim)
    return value >= 0.5, value


def figures(system: System, claims: Sequence[Claim], seconds: float) -> dict[str, float]:
    """Return the figures of a system on the claims of a set; `seconds` were spent before."""
    begun = time.perf_counter()
    decisions = [system(claim) for claim in claims]
    spent = time.perf_counter() - begun + seconds
    truth = [claim.row.is_supported for claim in claims]
    passed, scores = [d[0] for d in decisions], [d[1] for d in decisions]
    ids = (claim.row.id for claim in claims)
    pair = pair_order(dict(zip(ids, scores, strict=True)))
    return {
        "bacc": balanced_accuracy(truth, passed),
        "auc": auc(truth, scores),
        "fpr": false_alarms(truth, passed),
        **({"pair": pair} if pair is not None else {}),
        "rate": len(claims) / spent,
    }


def main() -> None:
    """Read the arguments, print a line for each set and system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--system", action="append", help="one of them alone; may be repeated")
    parser.add_argument("--model", type=Path, help="folder of another model than what ships")
    parser.add_argument("--keep", type=Path, help="folder where parsed claims are kept")
    arguments = parser.parse_args()
    rules, model = load_rules(), entailment.load(arguments.model)
    baselines: dict[str, System] = {
        "word overlap": partial(by_threshold, word_overlap),
        "cosine": partial(by_threshold, cosine),
    }
    systems: dict[str, System] = {
        **baselines,
        "rules alone": partial(product, rules, None),
        "model alone": partial(model_alone, model),
        "product": partial(product, rules, model),
    }
    for path in arguments.files:
        prepared = claims(path, arguments.limit, arguments.keep)
        for name in arguments.system or systems:
            parsing = 0.0 if name in baselines else sum(claim.seconds for claim in prepared)
            values = figures(systems[name], prepared, parsing)
            shown = "  ".join(f"{key} {value:.3f}" for key, value in values.items())
            print(f"{path.name.split('.')[0]:20} {name:13} {shown}", flush=True)


if __name__ == "__main__":
    main()
