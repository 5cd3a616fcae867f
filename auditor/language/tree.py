"""Walking a sentence's dependency tree: all the walks there are.

A token is known by its index in the sentence's tokens; the root's head is the root itself.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from auditor.model.text import Sentence, Spanned, Token

VERBS = frozenset({"VERB", "AUX"})
"""Parts of speech of verbs."""


class Tie(NamedTuple):
    """How a token hangs in its sentence.

    Attributes:
        label: its dependency label; ``pobj`` behind a preposition.
        preposition: the base form of that preposition, "" where none stands between.
        head: what it hangs on, over the preposition; the token itself for a root.
    """

    label: str
    preposition: str
    head: int


def tokens_in(sentence: Sentence, span: Spanned) -> tuple[int, ...]:
    """Return the tokens that overlap a span, in text order."""
    tokens = sentence.tokens
    first = bisect_right(tokens, span.start, key=lambda token: token.end)
    last = bisect_left(tokens, span.end, key=lambda token: token.start)
    return tuple(range(first, last))


def root_of(tokens: Sequence[Token], inside: Collection[int]) -> int | None:
    """Return the first of the tokens `inside` that hangs on no other of them, None without one."""
    return next((n for n in inside if tokens[n].head not in inside or tokens[n].head == n), None)


def hangs_on(sentence: Sentence, span: Spanned) -> Tie | None:
    """Return how the words of a span hang in their sentence, None where it has none of them."""
    top = root_of(sentence.tokens, tokens_in(sentence, span))
    return None if top is None else tie(sentence.tokens, top)


def tie(tokens: Sequence[Token], n: int) -> Tie:
    """Return how a token hangs in its sentence."""
    label, head = tokens[n].dep, tokens[n].head
    if label == "pobj":
        return Tie(label, tokens[head].lemma, tokens[head].head)
    return Tie(label, "", head)


def climb(tokens: Sequence[Token], n: int) -> Iterator[int]:
    """Yield a token and those above it, up to the root."""
    yield n
    yield from above(tokens, n)


def above(tokens: Sequence[Token], n: int) -> Iterator[int]:
    """Yield the heads of a token up to the root; nothing for a root."""
    while tokens[n].head != n:
        n = tokens[n].head
        yield n


def verb_above(tokens: Sequence[Token], n: int) -> int | None:
    """Return a token that is a verb, else the nearest verb above it, None where there is none."""
    return next((one for one in climb(tokens, n) if tokens[one].pos in VERBS), None)


def children(tokens: Sequence[Token], head: int, *labels: str) -> Iterator[int]:
    """Yield the dependents of a token in text order, all of them where no label is given."""
    for n, token in enumerate(tokens):
        if token.head == head and n != head and (not labels or token.dep in labels):
            yield n


def has_child(tokens: Sequence[Token], head: int, *labels: str) -> bool:
    """Tell whether a token has a dependent, of one of the labels where any is given."""
    return next(children(tokens, head, *labels), None) is not None


def below(tokens: Sequence[Token], root: int) -> tuple[int, ...]:
    """Return a token and all that hang from it, in text order."""
    hangs = {root: True}
    for n in range(len(tokens)):
        path = []
        while n not in hangs:
            path.append(n)
            hangs[n] = False  # what ends here, at a root, does not hang from the token
            n = tokens[n].head  # climbing
        hangs.update(dict.fromkeys(path, hangs[n]))
    return tuple(n for n in range(len(tokens)) if hangs[n])


def conjuncts(tokens: Sequence[Token], first: int) -> tuple[int, ...]:
    """Return a token and those that `and` or a comma joins to it, each by the one before it."""
    return (first, *(n for one in children(tokens, first, "conj") for n in conjuncts(tokens, one)))


def joined(tokens: Sequence[Token], head: int) -> Iterator[int]:
    """Yield a token and those that `and` or `along with` joins to it, in text order."""
    yield head
    for n in children(tokens, head, "conj"):
        yield from joined(tokens, n)
    for along in children(tokens, head, "prep"):
        if tokens[along].lemma in {"along", "together"}:
            for n in children(tokens, along, "prep"):
                yield from children(tokens, n, "pobj")


def objects(tokens: Sequence[Token], head: int, *labels: str) -> Iterator[tuple[str, int]]:
    """Yield each preposition under a token, with its noun: ``("in", 7)``."""
    for preposition in children(tokens, head, *(labels or ("prep", "agent", "dative"))):
        for noun in children(tokens, preposition, "pobj"):
            yield tokens[preposition].lemma, noun
        for inner in children(tokens, preposition, "prep"):
            for noun in children(tokens, inner, "pobj"):
                yield tokens[inner].lemma, noun
