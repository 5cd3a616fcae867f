"""Linking each article sentence with the passages of the references that are closest to it.

Two rankings name the candidates: BM25 (Robertson and Zaragoza 2009) and the likeness of word
vectors. A candidate's score is the share of the sentence's information (inverse document
frequency) that it covers: a word that stands in the passage counts whole, a like word by its
likeness, a word of the sentences around it half. A near-verbatim passage (rapidfuzz) scores by
that instead. Ties go to the earlier passage.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from auditor.evidence.case import Case
from auditor.evidence.clauses import clauses
from auditor.evidence.passages import Passage, Passages, index
from auditor.evidence.support import coverage
from auditor.language.words import Term, terms
from auditor.model.evidence import Evidence, Link, Part
from auditor.model.text import Sentence, Text
from auditor.model.words import SentenceKind, Stance

KEPT_PASSAGES = 8
"""Passages kept for a sentence: 6 hold .75 of the gold passages, 8 hold .78, 10 hold .81."""

LEAST_COVERED = 0.15
"""A passage that covers less of the sentence is about something else. A guess."""

SUPPORTING = 0.6
"""A passage that covers this share supports the sentence, unless a finding denies it. A guess."""

ON_THE_SAME = 0.35
"""A passage that covers this share tells of what the sentence tells. A guess."""

REPEATED_RATIO = 85.0
"""Passages of one reference that are this alike say the same thing twice; one is kept. A guess."""


def align(article: Text, references: Sequence[Text]) -> Case:
    """Return the case: a link for each article sentence, its evidence best first."""
    passages = index(references)
    links = tuple(_link(sentence, passages) for sentence in article.sentences)
    return Case(article, tuple(references), links, passages)


def unlinked(article: Text, references: Sequence[Text]) -> Case:
    """Return the case in which no sentence has a passage: what is left where aligning fails."""
    links = tuple(Link(sentence, ()) for sentence in article.sentences)
    return Case(article, tuple(references), links, index(()))


def _link(sentence: Sentence, passages: Passages) -> Link:
    words = terms(sentence)
    evidence = tuple(_evidence(sentence, words, passages))
    return Link(
        sentence,
        evidence,
        support=coverage(evidence),
        parts=tuple(_parts(sentence, passages)),
    )


def _evidence(sentence: Sentence, words: Sequence[Term], passages: Passages) -> Iterator[Evidence]:
    if sentence.kind is SentenceKind.BOILERPLATE:
        return
    kept: list[Passage] = []
    for passage, covered in passages.closest(words):
        score = round(max(covered, _likeness(sentence, passage)), 4)
        if len(kept) == KEPT_PASSAGES or score < LEAST_COVERED:
            return
        if not any(_repeats(passage, other) for other in kept):
            kept.append(passage)
            yield _as_evidence(passage, score)


def _parts(sentence: Sentence, passages: Passages) -> Iterator[Part]:
    """Yield the sentence's clauses, each looked for in all passages by itself."""
    if sentence.kind is SentenceKind.BOILERPLATE:
        return
    for clause in clauses(sentence):
        closest = passages.closest(clause.terms)
        covered = closest[0][1] if closest else 0.0
        yield Part(clause.start, clause.end, round(covered, 4))


def _likeness(sentence: Sentence, passage: Passage) -> float:
    """Return how alike the two are to the letter, 0 unless they nearly are."""
    likeness = fuzz.ratio(sentence.text.casefold(), passage.sentence.text.casefold()) / 100
    return likeness if likeness > 0.8 else 0.0


def _repeats(passage: Passage, other: Passage) -> bool:
    return (
        passage.reference == other.reference
        and fuzz.ratio(passage.sentence.text, other.sentence.text) >= REPEATED_RATIO
    )


def _as_evidence(passage: Passage, score: float) -> Evidence:
    return Evidence(
        reference=passage.reference,
        start=passage.sentence.start,
        end=passage.sentence.end,
        text=passage.sentence.text,
        stance=Stance.SUPPORTS if score >= SUPPORTING else Stance.MENTIONS,
        score=score,
    )
