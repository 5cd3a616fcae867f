"""How well the references bear a sentence out."""

import math
from collections.abc import Sequence

from auditor.lacking import worst
from auditor.model.case import Evidence, Link
from auditor.model.reading import Reading

PASSAGES = 3
"""Passages whose coverage counts; more only add words by chance. A guess."""

BIAS, SUPPORTS, BORNE_OUT, COVERED = -0.79, 0.35, 0.17, 0.98
"""Weights of what the model reads and of coverage (Platt scaling). Fitted to the development sets
by ``python -m benchmarks.claims.calibrate``, which prints them."""

DOUBTED = 0.4
"""Below this support a sentence is doubted: one threshold for all texts. On the development sets
balanced accuracy hardly rises beyond .40 (mean .669; .675 at .50), while false alarms on the
hand-labelled bundles go from .02 to .12."""

EDGE = 0.001
"""Probabilities nearer to 0 or 1 than this count as this, so that none outweighs all others."""


def support(link: Link) -> float:
    """Return the probability that the references support the whole sentence, in [0, 1].

    Without a reading by the entailment model it is the coverage, which is no probability.
    """
    if link.reading is None:
        return coverage(link.evidence)
    supports, borne_out, covered = signals(link, link.reading)
    odds = BIAS + SUPPORTS * supports + BORNE_OUT * borne_out + COVERED * covered
    return round(_logistic(odds), 4)


def signals(link: Link, reading: Reading) -> tuple[float, float, float]:
    """Return what support weighs, in the order of its weights.

    The log odds that the passages support the sentence, those that its content word most in doubt
    is borne out, and the coverage.
    """
    missing = worst(link.sentence, reading)
    return _log_odds(reading.supports), _log_odds(1 - missing), coverage(link.evidence)


def coverage(evidence: Sequence[Evidence]) -> float:
    """Return how well the best passages cover a sentence, in [0, 1]; 0 where there are none.

    Each further passage fills a third of what the better ones left open, weighed by its own score.
    """
    covered = 0.0
    for passage in evidence[:PASSAGES]:
        covered += (1 - covered) * passage.score * (1.0 if not covered else 1 / 3)
    return round(covered, 4)


def _log_odds(probability: float) -> float:
    """Return the log odds of a probability, bounded by EDGE."""
    bounded = min(1 - EDGE, max(EDGE, probability))
    return math.log(bounded / (1 - bounded))


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
