"""How well the references bear a sentence out."""

import math
from collections.abc import Sequence

from auditor.evidence.missing import worst
from auditor.model.evidence import Evidence, Link
from auditor.model.reading import Reading
from auditor.model.text import Sentence

COVERING_PASSAGES = 3
"""Passages whose coverage counts; more only add words by chance. A guess."""

SUPPORTS, BORNE_OUT, COMPANY = 0.75, 0.4, 0.15
"""Weights of what support weighs. ``python -m benchmarks.quality.calibrate`` fits them to all
development material, as 0.65, 0.12 and -0.01, and leaves each source out in turn: either order its
rows alike."""

DOUBTED = 0.15
"""Below this support a sentence is doubted: one threshold for all texts. From .1 to it 84 of 100 of
those that it adds are wrong, from it to .2 no more than 67; and of true sentences it doubts one or
two in a hundred (``python -m benchmarks.quality.calibrate``)."""

BELIEVED = 0.4
"""From this support on, words that no passage holds are said in other words: of such sentences from
.4 to .5 35 are wrong and 31 true on eight sources, with one wrong in nine on our stories; of those
below it 54 are and 35."""

WEAK = 0.5
"""Below this support a sentence that nothing contradicts is no more than weakly supported: there
lie 83 of 207 errors of our stories and 160 of 1,484 true sentences, 483 of 1,083 of the twins and
190 of 946
(``python -m benchmarks.quality.calibrate``)."""

NEAR_CERTAIN = 0.001
"""Probabilities nearer to 0 or 1 than this count as this, so that none outweighs all others."""


def support(sentence: Sentence, reading: Reading) -> float:
    """Return the probability that the references support the whole sentence, in [0, 1]."""
    weighed = zip((SUPPORTS, BORNE_OUT, COMPANY), signals(sentence, reading), strict=True)
    odds = sum(weight * signal for weight, signal in weighed)
    return round(1 / (1 + math.exp(-odds)), 4)


def is_doubted(link: Link) -> bool:
    """Tell whether the model doubts that the references support a sentence; False if unread."""
    return link.reading is not None and link.support < DOUBTED


def is_borne_out(link: Link) -> bool:
    """Tell whether the model finds a sentence supported, in whatever words; False if unread."""
    return link.reading is not None and link.support >= BELIEVED


def is_weak(link: Link) -> bool:
    """Tell whether the model finds it likelier that a sentence is not supported; False if unread.

    Without the model this can't be told: words in common lie as thick in wrong sentences.
    """
    return link.reading is not None and link.support < WEAK


def signals(sentence: Sentence, reading: Reading) -> tuple[float, float, float]:
    """Return what support weighs, in the order of its weights.

    The log odds that the passages support the sentence; those that its content word most in doubt
    is borne out; the mean of the first over the article, because who errs once errs again.
    """
    return (
        log_odds(reading.supports),
        log_odds(1 - worst(sentence, reading)),
        reading.company,
    )


def coverage(evidence: Sequence[Evidence]) -> float:
    """Return how well the best passages cover a sentence, in [0, 1]; 0 where there are none.

    Each further passage fills a third of what the better ones left open, weighed by its own score.
    """
    covered = 0.0
    for passage in evidence[:COVERING_PASSAGES]:
        covered += (1 - covered) * passage.score * (1.0 if not covered else 1 / 3)
    return round(covered, 4)


def log_odds(probability: float) -> float:
    """Return the log odds of a probability, bounded by NEAR_CERTAIN."""
    bounded = min(1 - NEAR_CERTAIN, max(NEAR_CERTAIN, probability))
    return math.log(bounded / (1 - bounded))
