"""How much of what is said of a name the references say of it or of a pronoun near it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from auditor.evidence.case import Case, once
from auditor.evidence.passages import Passages
from auditor.language.vectors import vectors
from auditor.language.words import Term, stem, terms, terms_of
from auditor.model.entity import Entity
from auditor.model.text import RECALLED, Sentence, Token, within

SAID_OF_BOTH = 0.6
"""What is said of one to this share of what is said of another is said of both. A guess."""

ONE_MEANING = 0.6
"""Words less alike than this say different things: `theft` and `fraud` are at .54, `shop` and
`store` at .60."""

Key = tuple[str, str]
"""The ids of a text and of a sentence of it."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Whom sentences are looked for about.

    Attributes:
        descriptions: the stems of each description that the article has of him. A sentence with
            all of one may mean him: ``the former dancer has signed a deal``.
    """

    entity: Entity
    descriptions: frozenset[frozenset[str]] = frozenset()


def topic_of(entity: Entity, words: Iterable[Token]) -> Topic:
    """Return whom to look for: an entity with its roles in the article, and `words` about it."""
    every = {frozenset(map(stem, name.role.split())) for name in entity.within("article")}
    every.add(frozenset(term.key for term in terms_of(words)))
    return Topic(entity, frozenset(description for description in every if description))


def connection(
    case: Case,
    topic: Topic,
    wanted: Sequence[Term],
    but: Sentence,
    others: Collection[Sentence] = (),
) -> float:
    """Return the largest share of the wanted words that a sentence on a topic has.

    `but` counts only where it names the entity itself; `others`, which say it of something else,
    do not.
    """
    shares = (
        share_of(wanted, _terms(case)[key], case.passages)
        for key, sentence in _sentences_on(case, topic, but)
        if sentence not in others
    )
    return max(shares, default=0.0)


def _sentences_on(case: Case, topic: Topic, but: Sentence) -> Iterator[tuple[Key, Sentence]]:
    """Yield the sentences that name an entity, describe it, or may mean it by a pronoun."""
    for text in case.references:
        names = topic.entity.within(text.document.id)
        if not names:
            continue
        naming = {s.id for name in names for s in within(text.sentences, name)}
        for n, sentence in enumerate(text.sentences):
            key = text.document.id, sentence.id
            if sentence.id in naming:
                yield key, sentence
            elif sentence is not but:
                before = text.sentences[max(0, n - RECALLED) : n]
                meant = key in _with_pronoun(case) and any(near.id in naming for near in before)
                keys = _keys(case)[key]
                if meant or any(description <= keys for description in topic.descriptions):
                    yield key, sentence


@once
def _terms(case: Case) -> Mapping[Key, tuple[Term, ...]]:
    """Return the content words of each sentence of the references."""
    return {
        (text.document.id, sentence.id): terms(sentence)
        for text in case.references
        for sentence in text.sentences
    }


@once
def _keys(case: Case) -> Mapping[Key, frozenset[str]]:
    """Return the keys of those words."""
    return {key: frozenset(term.key for term in own) for key, own in _terms(case).items()}


@once
def _with_pronoun(case: Case) -> frozenset[Key]:
    """Return the sentences of the references with a pronoun for a person."""
    return frozenset(
        (text.document.id, sentence.id)
        for text in case.references
        for sentence in text.sentences
        if _has_pronoun(sentence)
    )


def _has_pronoun(sentence: Sentence) -> bool:
    """Tell whether a sentence has a pronoun for a person."""
    return any(
        token.tag in {"PRP", "PRP$"} and token.lemma not in {"i", "we", "you", "it", "its"}
        for token in sentence.tokens
    )


def share(wanted: Sequence[Term], sentence: Sentence, passages: Passages, held: str = "") -> float:
    """Return the share of the wanted words' information that a sentence itself has.

    A like word counts by its likeness, those of other sentences do not; the key `held` counts as
    there in other words.
    """
    return share_of(wanted, terms(sentence), passages, held)


def share_of(
    wanted: Sequence[Term], own: Sequence[Term], passages: Passages, held: str = ""
) -> float:
    """Return the share of the wanted words' information that the words `own` have."""
    weights = [passages.weight(term.key) for term in wanted]
    if not own or not sum(weights):
        return 0.0
    keys = {held, *(term.key for term in own)}
    rows = vectors().of([term.word for term in own])
    alike = np.max(vectors().of([term.word for term in wanted]) @ rows.T, axis=1).tolist()
    shared = 0.0
    for term, weight, like in zip(wanted, weights, alike, strict=True):
        if term.key in keys:
            shared += weight
        elif not term.exact and like >= ONE_MEANING:
            shared += weight * like
    return shared / sum(weights)
