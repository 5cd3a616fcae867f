"""How much of a sentence its passages cover, without a model."""

from collections.abc import Sequence

from auditor.model.case import Evidence

PASSAGES = 3
"""Passages whose coverage counts; more only add words by chance. A guess."""


def coverage(evidence: Sequence[Evidence]) -> float:
    """Return how well the best passages cover a sentence, in [0, 1]; 0 where there are none.

    Each further passage fills a third of what the better ones left open, weighed by its own score.
    """
    covered = 0.0
    for passage in evidence[:PASSAGES]:
        covered += (1 - covered) * passage.score * (1.0 if not covered else 1 / 3)
    return round(covered, 4)
