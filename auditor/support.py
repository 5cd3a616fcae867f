"""How well the references bear a sentence out."""

import math
from collections.abc import Sequence

from auditor.lacking import worst
from auditor.model.case import Evidence, Link
from auditor.model.reading import Reading
from auditor.model.text import Sentence

PASSAGES = 3
"""Passages whose coverage counts; more only add words by chance. A guess."""

BIAS, SUPPORTS, BORNE_OUT = 0.0, 0.3, 0.1
"""Weights of what the model reads (Platt scaling). ``python -m benchmarks.claims.calibrate`` fits
them to the development sets as -0.14, 0.31, 0.06, which decides no better. Coverage beside them is
no help."""

DOUBTED = 0.32
"""Below this support a sentence is doubted: one threshold for all texts. It flags 26 % at most of
the faithful rows of a development set. At .36 one model tried flagged 7 % of the faithful sentences
of the hand-labelled bundles for 2."""

BELIEVED = 0.5
"""From this support on, words that no passage holds are said in other words. On the development
sets, under one model tried, such sentences are of faithful texts in 8 of 12 cases, below in 25 of
82."""

EDGE = 0.001
"""Probabilities nearer to 0 or 1 than this count as this, so that none outweighs all others."""


def support(link: Link) -> float:
    """Return the probability that the references support the whole sentence, in [0, 1].

    Without a reading by the entailment model it is the coverage, which is no probability.
    """
    if link.reading is None:
        return coverage(link.evidence)
    supports, borne_out = signals(link.sentence, link.reading)
    odds = BIAS + SUPPORTS * supports + BORNE_OUT * borne_out
    return round(1 / (1 + math.exp(-odds)), 4)


def signals(sentence: Sentence, reading: Reading) -> tuple[float, float]:
    """Return what support weighs, in the order of its weights.

    The log odds that the passages support the sentence, with the mean of the article's added to
    them, because who errs once errs again; and those that its content word most in doubt is borne
    out.
    """
    return (
        log_odds(reading.supports) + reading.company,
        log_odds(1 - worst(sentence, reading)),
    )


def coverage(evidence: Sequence[Evidence]) -> float:
    """Return how well the best passages cover a sentence, in [0, 1]; 0 where there are none.

    Each further passage fills a third of what the better ones left open, weighed by its own score.
    """
    covered = 0.0
    for passage in evidence[:PASSAGES]:
        covered += (1 - covered) * passage.score * (1.0 if not covered else 1 / 3)
    return round(covered, 4)


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, bounded by EDGE."""
    bounded = min(1 - EDGE, max(EDGE, probability))
    return math.log(bounded / (1 - bounded))
