"""How well scores tell true sentences of the corpus from wrong ones, by kind of error."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from training.measure.metrics import auc, pair_order
from training.rows.corpus import Case

HALF = 0.5
"""From this p(supports) on a sentence is held to be supported."""


def figures(
    cases: Sequence[Case], scores: Mapping[tuple[str, int], float]
) -> dict[str, dict[str, float]]:
    """Return rows, auc, pair and right by kind of error, and of all together as ``all``."""
    true = [
        scores[case.id, n]
        for case in cases
        for n, claim in enumerate(case.sentences)
        if claim.kind is None
    ]
    wrong: dict[str, list[float]] = defaultdict(list)
    pairs: dict[str, dict[str, float]] = defaultdict(dict)
    for case in cases:
        for n, claim in enumerate(case.sentences):
            for kind in (claim.kind.value, "all") if claim.kind else ():
                wrong[kind].append(scores[case.id, n])
                if claim.twin is not None:
                    pairs[kind][f"{case.id}.{n}-ref"] = scores[case.id, claim.twin]
                    pairs[kind][f"{case.id}.{n}-edit"] = scores[case.id, n]
    shown = {
        kind: {
            "rows": float(len(own)),
            "auc": auc([True] * len(true) + [False] * len(own), [*true, *own]),
            "pair": pair_order(pairs[kind]) or 0.0,
            "right": sum(score < HALF for score in own) / len(own),
        }
        for kind, own in sorted(wrong.items())
    }
    kept = sum(score >= HALF for score in true) / len(true) if true else 0.0
    return {**shown, "true": {"rows": float(len(true)), "right": kept}}
