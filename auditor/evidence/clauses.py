"""The clauses of a sentence that could be false by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.language.tree import below
from auditor.language.words import Term, terms_of
from auditor.model.text import Sentence, Token

HEADS = frozenset({"relcl", "acl", "advcl", "conj", "appos", "ccomp", "pcomp", "xcomp", "prep"})
"""Dependents that can carry a statement of their own."""

CARRIERS = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADP"})
"""Parts of speech that such a dependent has."""

LEAST_TERMS = 3
"""A clause of fewer content words says too little to be looked for. A guess."""

LEAST_IN_PHRASE = 4
"""A prepositional phrase needs one more: `in separate road accidents` sums up what stands there."""

MOST_OF_SENTENCE = 0.7
"""A clause that is more of the sentence than this share is as good as the sentence."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause at ``start:end`` of the document, with its content words in text order."""

    start: int
    end: int
    terms: tuple[Term, ...]


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """Return the clauses and long phrases of a sentence in text order, the outer before the inner.

    They may lie in one another. () where the sentence is one simple statement.
    """
    cut = []
    for n, token in enumerate(sentence.tokens):
        if token.dep not in HEADS or token.pos not in CARRIERS:
            continue
        inside = _trimmed(_stretch(sentence.tokens, n))
        words = terms_of(inside)
        least = LEAST_IN_PHRASE if token.dep == "prep" else LEAST_TERMS
        if len(words) >= least and len(inside) <= MOST_OF_SENTENCE * len(sentence.tokens):
            cut.append(Clause(inside[0].start, inside[-1].end, words))
    return tuple(sorted(set(cut), key=lambda clause: (clause.start, -clause.end)))


def _stretch(tokens: Sequence[Token], root: int) -> list[Token]:
    """Return the tokens from the first to the last that hangs from `root`."""
    inside = below(tokens, root)
    return list(tokens[inside[0] : inside[-1] + 1])


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Leave out the punctuation and conjunctions around a clause."""
    edge = {"PUNCT", "CCONJ", "SPACE"}
    while tokens and tokens[0].pos in edge:
        tokens = tokens[1:]
    while tokens and tokens[-1].pos in edge:
        tokens = tokens[:-1]
    return tokens
