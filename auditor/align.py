"""Linking each article sentence with the passages of the references that are closest to it.

Candidates are ranked by BM25 over all sentences of all references (Robertson and Zaragoza 2009),
then scored by how much of the sentence they cover: the share of its information (inverse document
frequency) whose words stand in the passage, words of the neighbouring sentences counting half. A
near-verbatim passage (rapidfuzz) scores by its likeness. Ties go to the earlier passage.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz

from auditor.model.case import Case, Evidence, Link
from auditor.model.text import Sentence, Text
from auditor.model.words import SentenceKind, Stance
from auditor.terms import terms

PASSAGES = 6
"""Passages kept for a sentence. Gold sentences have up to three; a guess that leaves room."""

CANDIDATES = 40
"""Passages scored for a sentence after the first ranking. A guess."""

FLOOR = 0.12
"""A passage that covers less of the sentence is about something else. A guess."""

NEIGHBOUR = 0.5
"""What a word counts that stands only in the sentence before or after the passage. A guess."""

SUPPORTING = 0.6
"""A passage that covers this share supports the sentence, unless a finding denies it. A guess."""

K1, B = 1.2, 0.75
"""BM25's usual constants (Robertson and Zaragoza 2009)."""


@dataclass(frozen=True, slots=True)
class _Passage:
    reference: str
    sentence: Sentence
    own: Counter[str]
    near: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Index:
    """All passages, which of them hold a term, and how much each term tells."""

    passages: tuple[_Passage, ...]
    postings: Mapping[str, tuple[int, ...]]
    mean_length: float

    def weight(self, term: str) -> float:
        """Return the inverse document frequency of a term over the passages, always above 0."""
        n = len(self.postings.get(term, ()))
        return math.log(1 + (len(self.passages) - n + 0.5) / (n + 0.5))


def align(article: Text, references: Sequence[Text]) -> Case:
    """Return the case: a link for each article sentence, its evidence best first."""
    index = _index(references)
    links = tuple(Link(sentence, _evidence(sentence, index)) for sentence in article.sentences)
    return Case(article, tuple(references), links)


def _index(references: Sequence[Text]) -> _Index:
    passages = tuple(chain.from_iterable(_passages(text) for text in references))
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for n, passage in enumerate(passages):
        for term in passage.own:
            postings[term].append(n)
    total = sum(passage.own.total() for passage in passages)
    return _Index(
        passages,
        {term: tuple(places) for term, places in postings.items()},
        total / len(passages) if passages else 1.0,
    )


def _passages(text: Text) -> list[_Passage]:
    found = [s for s in text.sentences if s.kind is not SentenceKind.BOILERPLATE]
    words = [terms(sentence) for sentence in found]
    return [
        _Passage(
            text.document.id,
            sentence,
            Counter(words[n]),
            frozenset(chain.from_iterable(words[max(0, n - 1) : n + 2])),
        )
        for n, sentence in enumerate(found)
    ]


def _evidence(sentence: Sentence, index: _Index) -> tuple[Evidence, ...]:
    if sentence.kind is SentenceKind.BOILERPLATE:
        return ()
    wanted = Counter(terms(sentence))
    scored = [
        (_score(sentence, wanted, index.passages[n], index), n) for n in _candidates(wanted, index)
    ]
    best = sorted(
        (pair for pair in scored if pair[0] >= FLOOR), key=lambda pair: (-pair[0], pair[1])
    )
    return tuple(_as_evidence(score, index.passages[n]) for score, n in best[:PASSAGES])


def _candidates(wanted: Counter[str], index: _Index) -> list[int]:
    """Return the places of the passages that BM25 ranks highest, best first."""
    scores: defaultdict[int, float] = defaultdict(float)
    for term in wanted:
        for n in index.postings.get(term, ()):
            own = index.passages[n].own
            count, length = own[term], own.total() / index.mean_length
            scores[n] += index.weight(term) * count * (K1 + 1) / (count + K1 * (1 - B + B * length))
    return sorted(scores, key=lambda n: (-scores[n], n))[:CANDIDATES]


def _score(sentence: Sentence, wanted: Counter[str], passage: _Passage, index: _Index) -> float:
    """Return how much of the sentence the passage covers, in [0, 1]."""
    whole = sum(index.weight(term) for term in wanted)
    covered = sum(
        index.weight(term) * (1.0 if term in passage.own else NEIGHBOUR)
        for term in wanted
        if term in passage.near
    )
    likeness = fuzz.ratio(sentence.text.casefold(), passage.sentence.text.casefold()) / 100
    return round(max(covered / whole if whole else 0.0, likeness if likeness > 0.8 else 0.0), 4)


def _as_evidence(score: float, passage: _Passage) -> Evidence:
    return Evidence(
        reference=passage.reference,
        start=passage.sentence.start,
        end=passage.sentence.end,
        text=passage.sentence.text,
        stance=Stance.SUPPORTS if score >= SUPPORTING else Stance.MENTIONS,
        score=score,
    )
