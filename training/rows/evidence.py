"""Choose the sentences of a text that speak to a hypothesis.

The product hands the model its best passages joined in document order; training and evaluation
build the same kind of passage here, so that the model sees one kind of input everywhere.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence

from training.rows.words import words

PASSAGE_TOKENS = 104
"""Longest passage in estimated word pieces. A guess: of 160 it leaves 50 for the sentence."""
LEAD_BONUS = 0.6
"""Added to the first sentence of a text, in idf units: it names who and what. A guess."""
NEIGHBOUR_SHARE = 0.25
"""Share of a sentence's score lent to the sentences beside it. A guess."""
SEEN_SHARE = 0.3
"""What a term still counts once a chosen sentence holds it. A guess."""

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Hon|St|Jr|Sr|vs|No|Inc|Ltd|"
    r"Corp|Co|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_BREAK = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"'”’)]))\s+(?=[\"'“‘(]?[\w£$€])|\n+")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_PIECE = re.compile(r"\w+|[^\w\s]")
_STOP = frozenset(
    words(
        "a an and are as at be been but by can did do does for from had has have he her his i "
        "if in into is it its mr mrs ms more not of on or our s said say says she so than that "
        "the their them then there they this to up us was we were what when which who will "
        "with would you"
    )
)


def sentences(text: str) -> tuple[str, ...]:
    """Split a text into its sentences, stripped, in order; a line break always ends one."""
    units: list[str] = []
    start = 0
    for gap in _BREAK.finditer(text):
        piece = text[start : gap.start()]
        if "\n" not in gap.group() and _ABBREVIATION.search(piece):
            continue
        units.append(piece.strip())
        start = gap.end()
    units.append(text[start:].strip())
    return tuple(piece for piece in units if piece)


def terms(text: str) -> tuple[str, ...]:
    """Return the content words of a text, folded to a crude stem, in order."""
    words = (word.casefold() for word in _WORD.findall(text))
    return tuple(_stem(word) for word in words if word not in _STOP)


def length(text: str) -> int:
    """Estimate how many word pieces a text takes: long words count twice."""
    return sum(1 + (len(piece) > 8) for piece in _PIECE.findall(text))


def passage(text: str, hypothesis: str, budget: int = PASSAGE_TOKENS) -> str:
    """Join the sentences of a text that speak most to a hypothesis, in document order.

    Sentences are taken greedily by the idf weight of the hypothesis terms they add, until `budget`
    word pieces are full; ties go to the earlier one. The best sentence is always taken.
    """
    units = sentences(text)
    if length(text) <= budget:
        return " ".join(units)
    return " ".join(units[n] for n in sorted(_choose(units, hypothesis, budget)))


def _choose(units: Sequence[str], hypothesis: str, budget: int) -> list[int]:
    held = [frozenset(terms(unit)) for unit in units]
    weights = _weights(held, frozenset(terms(hypothesis)))
    base = _base_scores(held, weights)
    sizes = [length(unit) for unit in units]
    left, room, seen = set(range(len(units))), budget, frozenset[str]()
    chosen: list[int] = []
    while left:
        gains = {n: base[n] + _gain(held[n], weights, seen) for n in left}
        n = max(left, key=lambda at: (gains[at], -at))
        left.discard(n)
        if chosen and (sizes[n] > room or gains[n] <= 0):
            continue
        chosen.append(n)
        room -= sizes[n]
        seen |= held[n]
    return chosen


def _weights(held: Sequence[frozenset[str]], wanted: frozenset[str]) -> dict[str, float]:
    counts = Counter(term for unit in held for term in unit & wanted)
    size = len(held)
    return {term: math.log(1 + (size - n + 0.5) / (n + 0.5)) for term, n in sorted(counts.items())}


def _base_scores(held: Sequence[frozenset[str]], weights: dict[str, float]) -> list[float]:
    own = [_gain(unit, weights, frozenset()) for unit in held]
    beside = [
        max(own[n - 1] if n else 0.0, own[n + 1] if n + 1 < len(own) else 0.0)
        for n in range(len(own))
    ]
    return [
        NEIGHBOUR_SHARE * near + (LEAD_BONUS if n == 0 else 0.0) for n, near in enumerate(beside)
    ]


def _gain(unit: frozenset[str], weights: dict[str, float], seen: frozenset[str]) -> float:
    return sum(
        weight * (SEEN_SHARE if term in seen else 1.0)
        for term, weight in weights.items()
        if term in unit
    )


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
