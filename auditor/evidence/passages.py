"""The passages of all references, and which of them are closest to a sentence."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

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

KEPT_TERMS = 500
"""Terms for which is kept what each passage has of them; a sentence of news has some 20."""

Floats = npt.NDArray[np.float32]
Scores = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a reference."""

    reference: str
    sentence: Sentence


@dataclass(frozen=True, slots=True, eq=False)
class Holding:
    """The passages that hold a key, by their places, and how often each does."""

    places: Places
    times: Scores


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """All passages in loading order, searchable.

    Attributes:
        postings: which passages hold a key.
        near: the passages that hold a key, and those beside them.
        lengths: how many content words each passage has.
        vocabulary: a row of word vectors for each word that any passage has.
        words: the row of each word of each passage, passage after passage.
        starts: where the words of each passage begin.
        meanings: a unit row for each passage: the weighted mean of its words' vectors.
        shares: how far each passage has a term, kept for the terms asked for last: the clauses of a
            sentence ask for its terms again.
        ranks: what BM25 gives for a key to each passage that holds it, kept likewise.
    """

    passages: tuple[Passage, ...]
    postings: Mapping[str, Holding]
    near: Mapping[str, Places]
    lengths: Scores
    vocabulary: Floats
    words: Places
    starts: Places
    meanings: Floats
    shares: dict[Term, Scores] = field(default_factory=dict, repr=False)
    ranks: dict[str, Scores] = field(default_factory=dict, repr=False)

    def weight(self, key: str) -> float:
        """Return the inverse document frequency of a key over the passages, always above 0.

        A word that no passage holds tells as much as one that a single passage holds.
        """
        n = len(self.postings[key].places) if key in self.postings else 1
        return _rarity(n, len(self.passages))

    def closest(self, words: Iterable[Term]) -> list[tuple[Passage, float]]:
        """Return passages with the share of the words' information each covers, best first."""
        wanted = tuple(dict.fromkeys(words))
        if not wanted or not self.passages:
            return []
        weights = [self.weight(term.key) for term in wanted]
        scores = self._covered(wanted, weights)
        drift = self.meanings @ _meaning(vectors().of([term.word for term in wanted]), weights)
        rank = -scores - MEANING * drift.astype(np.float64)
        named = {*_best(rank), *self._by_words(wanted)}
        ranked = sorted(named, key=lambda n: (rank[n], n))
        return [(self.passages[n], float(scores[n])) for n in ranked]

    def _covered(self, wanted: Sequence[Term], weights: Sequence[float]) -> Scores:
        """Return the share of the wanted words' weight that each passage covers."""
        if len(self.shares) > KEPT_TERMS:
            self.shares.clear()
        self._share([term for term in wanted if term not in self.shares])
        covered = np.zeros(len(self.passages))
        for term, weight in zip(wanted, weights, strict=True):
            covered += weight * self.shares[term]
        return covered / sum(weights)

    def _share(self, wanted: Sequence[Term]) -> None:
        """Work out how far each passage has each of the terms."""
        if not wanted:
            return
        for term, alike in zip(wanted, self._likeness(wanted), strict=True):
            share = alike.astype(np.float64)
            if term.key in self.postings:
                near = self.near[term.key]
                share[near] = np.maximum(NEIGHBOUR, share[near])
                share[self.postings[term.key].places] = 1.0
            self.shares[term] = share

    def _likeness(self, wanted: Sequence[Term]) -> Floats:
        """Return how alike each wanted word is to the likest word of each passage."""
        sought = vectors().of([term.word for term in wanted])
        alike = (sought @ self.vocabulary.T)[:, self.words]
        alike = np.maximum.reduceat(alike, self.starts, axis=1)
        alike[[term.exact for term in wanted]] = 0
        return np.where(alike >= LEAST_LIKENESS, alike, 0).astype(np.float32)

    def _by_words(self, wanted: Sequence[Term]) -> list[int]:
        """Return the places of the passages that BM25 ranks highest, best first."""
        if len(self.ranks) > KEPT_TERMS:
            self.ranks.clear()
        scores = np.zeros(len(self.passages))
        for key in dict.fromkeys(term.key for term in wanted):
            if (holding := self.postings.get(key)) is None:
                continue
            if key not in self.ranks:
                self.ranks[key] = self._rank(key, holding)
            scores[holding.places] += self.ranks[key]
        return [n for n in _best(-scores) if scores[n]]

    def _rank(self, key: str, holding: Holding) -> Scores:
        """Return what BM25 gives for a key to each passage that holds it."""
        mean = self.lengths.sum() / len(self.passages)
        times, length = holding.times, self.lengths[holding.places] / mean
        ranks: Scores = self.weight(key) * times * (K1 + 1) / (times + K1 * (1 - B + B * length))
        return ranks


def _rarity(holding: int, passages: int) -> float:
    """Return the inverse document frequency of what so many of the passages hold."""
    return math.log(1 + (passages - holding + 0.5) / (holding + 0.5))


def _best(rank: Scores) -> list[int]:
    """Return the places of the least ranks, least first, of equal ones the earlier."""
    order: list[int] = np.argsort(rank, kind="stable")[:CANDIDATES].tolist()
    return order


def index(references: Sequence[Text]) -> Passages:
    """Return the passages of the references: every sentence with a content word, no boilerplate."""
    pairs = [pair for text in references for pair in _passages(text)]
    own = [Counter(term.key for term in words) for _, words in pairs]
    postings: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    near: defaultdict[str, set[int]] = defaultdict(set)
    for n, (passage, _) in enumerate(pairs):
        beside = [m for m in (n - 1, n + 1) if 0 <= m < len(pairs)]
        places = {n, *(m for m in beside if pairs[m][0].reference == passage.reference)}
        for key, times in own[n].items():
            postings[key].append((n, times))
            near[key] |= places
    rows = {word: n for n, word in enumerate(dict.fromkeys(t.word for _, ws in pairs for t in ws))}
    vocabulary = vectors().of(list(rows))
    words = np.array([rows[term.word] for _, ws in pairs for term in ws], dtype=np.intp)
    starts = np.array([0, *accumulate(len(ws) for _, ws in pairs)][:-1], dtype=np.intp)
    meanings = [
        _meaning(
            vocabulary[words[start : start + len(ws)]],
            [_rarity(len(postings[term.key]), len(pairs)) for term in ws],
        )
        for start, (_, ws) in zip(starts, pairs, strict=True)
    ]
    return Passages(
        tuple(passage for passage, _ in pairs),
        {key: _holding(held) for key, held in postings.items()},
        {key: np.array(sorted(places), dtype=np.intp) for key, places in near.items()},
        np.array([len(ws) for _, ws in pairs], dtype=np.float64),
        vocabulary,
        words,
        starts,
        np.array(meanings, dtype=np.float32),
    )


def _holding(held: Sequence[tuple[int, int]]) -> Holding:
    places, times = zip(*held, strict=True)
    return Holding(np.array(places, dtype=np.intp), np.array(times, dtype=np.float64))


def _meaning(rows: Floats, weights: Sequence[float]) -> Floats:
    """Return the weighted mean of word vectors at unit length, zeros where none has a vector."""
    mean: Floats = np.array(weights, dtype=np.float32) @ rows
    length = float(np.linalg.norm(mean))
    return mean / length if length else mean


def _passages(text: Text) -> Iterator[tuple[Passage, tuple[Term, ...]]]:
    for sentence in text.sentences:
        if sentence.kind is not SentenceKind.BOILERPLATE and (words := terms(sentence)):
            yield Passage(text.document.id, sentence), words
