"""What any system must beat: shared words, and the cosine of mean word vectors."""

import re

import numpy as np

from auditor.language.vectors import vectors

_WORD = re.compile(r"\w+")


def word_overlap(premise: str, claim: str) -> float:
    """Return the share of the claim's distinct words that the premise holds."""
    wanted = set(_WORD.findall(claim.casefold()))
    return len(wanted & set(_WORD.findall(premise.casefold()))) / len(wanted) if wanted else 1.0


def cosine(premise: str, claim: str) -> float:
    """Return the cosine of the mean word vectors of both texts, 0 where one has none."""
    means = [vectors().of(_WORD.findall(text.casefold())).sum(0) for text in (premise, claim)]
    sizes = [float(np.linalg.norm(mean)) for mean in means]
    return float(means[0] @ means[1]) / (sizes[0] * sizes[1]) if all(sizes) else 0.0
