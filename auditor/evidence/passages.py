"""The passages of all references, and which of them are closest to a sentence."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

import numpy as np
import numpy.typing as npt

from auditor.language.vectors import vectors
from auditor.language.words import Term, terms
from auditor.model.text import Sentence, Text
from auditor.model.words import SentenceKind

CANDIDATES = 30
"""Passages that each of the two rankings names. A guess."""

LEAST_LIKENESS = 0.5
"""Words less alike than this have nothing to do with each other: `shop` and `store` are at .60,
`blaze` and `fire` at .46, `killed` and `injured` at .15."""

NEIGHBOUR = 0.5
"""What a word counts that stands only in the sentence before or after the passage. A guess."""

MEANING = 0.25
"""What the likeness of whole meanings counts beside coverage when passages are ranked. Of 0 to 3
tried on the bundles to develop on, .25 and .5 find most gold passages (.745 against .706)."""

K1, B = 1.2, 0.75
"""BM25's usual constants (Robertson and Zaragoza 2009)."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a reference; `near` holds the keys of its own and its neighbours' words."""

    reference: str
    sentence: Sentence
    own: Counter[str]
    near: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """All passages in loading order, searchable.

    Attributes:
        postings: which passages hold a key.
        words: a row of word vectors for each word of each passage, passage after passage.
        starts: where the rows of each passage begin.
        meanings: a unit row for each passage: the weighted mean of its words' vectors.
    """

    passages: tuple[Passage, ...]
    postings: Mapping[str, tuple[int, ...]]
    words: Floats
    starts: npt.NDArray[np.intp]
    meanings: Floats

    def weight(self, key: str) -> float:
        """Return the inverse document frequency of a key over the passages, always above 0.

        A word that no passage holds tells as much as one that a single passage holds.
        """
        n = max(1, len(self.postings.get(key, ())))
        return math.log(1 + (len(self.passages) - n + 0.5) / (n + 0.5))

    def held(self, words: Iterable[Term]) -> float:
        """Return the share of the words that any passage holds, 1 where there are no words."""
        keys = {term.key for term in words}
        return round(sum(key in self.postings for key in keys) / len(keys), 4) if keys else 1.0

    def closest(self, words: Iterable[Term]) -> list[tuple[Passage, float]]:
        """Return passages with the share of the words' information each covers, best first."""
        wanted = tuple(dict.fromkeys(words))
        if not wanted or not self.passages:
            return []
        weights = [self.weight(term.key) for term in wanted]
        likeness = self._likeness(wanted).T.tolist()
        scores = [
            _covered(wanted, weights, passage, alike)
            for passage, alike in zip(self.passages, likeness, strict=True)
        ]
        drift = self.meanings @ _meaning(vectors().of([term.word for term in wanted]), weights)
        rank = {n: -scores[n] - MEANING * float(drift[n]) for n in range(len(scores))}
        by_meaning = sorted(rank, key=lambda n: (rank[n], n))[:CANDIDATES]
        ranked = sorted({*by_meaning, *self._by_words(wanted)}, key=lambda n: (rank[n], n))
        return [(self.passages[n], scores[n]) for n in ranked]

    def _likeness(self, wanted: Sequence[Term]) -> Floats:
        """Return how alike each wanted word is to the likest word of each passage."""
        sought = vectors().of([term.word for term in wanted])
        alike = np.maximum.reduceat(sought @ self.words.T, self.starts, axis=1)
        alike[[term.exact for term in wanted]] = 0
        return np.where(alike >= LEAST_LIKENESS, alike, 0).astype(np.float32)

    def _by_words(self, wanted: Sequence[Term]) -> list[int]:
        """Return the places of the passages that BM25 ranks highest, best first."""
        mean = sum(p.own.total() for p in self.passages) / len(self.passages)
        scores: defaultdict[int, float] = defaultdict(float)
        for key in dict.fromkeys(term.key for term in wanted):
            for n in self.postings.get(key, ()):
                own = self.passages[n].own
                count, length = own[key], own.total() / mean
                scores[n] += (
                    self.weight(key) * count * (K1 + 1) / (count + K1 * (1 - B + B * length))
                )
        return sorted(scores, key=lambda n: (-scores[n], n))[:CANDIDATES]


def _covered(
    wanted: Sequence[Term], weights: Sequence[float], passage: Passage, likeness: Sequence[float]
) -> float:
    """Return the share of the wanted words' weight that the passage covers."""
    covered = 0.0
    for term, weight, alike in zip(wanted, weights, likeness, strict=True):
        if term.key in passage.own:
            covered += weight
        else:
            covered += weight * max(NEIGHBOUR if term.key in passage.near else 0.0, alike)
    return covered / sum(weights)


def index(references: Sequence[Text]) -> Passages:
    """Return the passages of the references: every sentence with a content word, no boilerplate."""
    pairs = [pair for text in references for pair in _passages(text)]
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for n, (passage, _) in enumerate(pairs):
        for key in passage.own:
            postings[key].append(n)
    counts = [len(own) for _, own in pairs]
    words = vectors().of([term.word for _, own in pairs for term in own])
    starts = np.array([0, *accumulate(counts)][:-1], dtype=np.intp)
    bare = Passages(
        tuple(passage for passage, _ in pairs),
        {key: tuple(holding) for key, holding in postings.items()},
        words,
        starts,
        np.zeros((0, words.shape[1]), dtype=np.float32),
    )
    meanings = [
        _meaning(words[start : start + len(own)], [bare.weight(term.key) for term in own])
        for start, (_, own) in zip(starts, pairs, strict=True)
    ]
    return replace(bare, meanings=np.array(meanings, dtype=np.float32))


def _meaning(rows: Floats, weights: Sequence[float]) -> Floats:
    """Return the weighted mean of word vectors at unit length, zeros where none has a vector."""
    mean: Floats = np.array(weights, dtype=np.float32) @ rows
    length = float(np.linalg.norm(mean))
    return mean / length if length else mean


def _passages(text: Text) -> list[tuple[Passage, tuple[Term, ...]]]:
    news = [s for s in text.sentences if s.kind is not SentenceKind.BOILERPLATE]
    pairs = [(sentence, own) for sentence in news if (own := terms(sentence))]
    keys = [[term.key for term in own] for _, own in pairs]
    return [
        (
            Passage(
                text.document.id,
                sentence,
                Counter(keys[n]),
                frozenset(chain.from_iterable(keys[max(0, n - 1) : n + 2])),
            ),
            own,
        )
        for n, (sentence, own) in enumerate(pairs)
    ]
