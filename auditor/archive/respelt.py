"""Words that are the same in another spelling: ``hezbolah`` and ``hezbollah``."""

from collections.abc import Iterable

from rapidfuzz.distance import DamerauLevenshtein

SHORTEST = 5
"""Letters of the shortest word that may be spelt otherwise: shorter ones are other words."""

LONG = 8
"""Letters from which two of them may differ instead of one. A guess."""

MOST = 3
"""Spellings of one word that are looked for. A guess."""

SAME_START = 2
"""Letters in which spellings agree at their beginning. A guess."""


def may_vary(key: str) -> bool:
    """Tell whether a word is long enough and no figure."""
    return len(key) >= SHORTEST and key.isalpha()


def spellings(key: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return which of the words known may be the same, the nearest first."""
    apart = 2 if len(key) >= LONG else 1
    near = (
        (DamerauLevenshtein.distance(key, word, score_cutoff=apart), word)
        for word in known
        if abs(len(word) - len(key)) <= apart and word.isalpha()
    )
    return tuple(word for distance, word in sorted(near) if distance <= apart)[:MOST]
