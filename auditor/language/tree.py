"""Walking a sentence's dependency tree."""

from collections.abc import Iterator, Sequence

from auditor.model.text import Token


def children(tokens: Sequence[Token], head: int, *labels: str) -> Iterator[int]:
    """Yield the dependents of a token in text order, all of them where no label is given."""
    for n, token in enumerate(tokens):
        if token.head == head and n != head and (not labels or token.dep in labels):
            yield n


def joined(tokens: Sequence[Token], head: int) -> Iterator[int]:
    """Yield a token and those that `and` or `along with` joins to it, in text order."""
    yield head
    for n in children(tokens, head, "conj"):
        yield from joined(tokens, n)
    for along in children(tokens, head, "prep"):
        if tokens[along].lemma in {"along", "together"}:
            for n in children(tokens, along, "prep"):
                yield from children(tokens, n, "pobj")


def above(tokens: Sequence[Token], n: int) -> Iterator[int]:
    """Yield the heads of a token up to the root."""
    while tokens[n].head != n:
        n = tokens[n].head
        yield n


def topmost(tokens: Sequence[Token], inside: Sequence[int]) -> int | None:
    """Return the first of the tokens `inside` that hangs on no other of them, None without one."""
    return next((n for n in inside if tokens[n].head not in inside or tokens[n].head == n), None)


def objects(tokens: Sequence[Token], head: int, *labels: str) -> Iterator[tuple[str, int]]:
    """Yield each preposition under a token, with its noun: ``("in", 7)``."""
    for preposition in children(tokens, head, *(labels or ("prep", "agent", "dative"))):
        for noun in children(tokens, preposition, "pobj"):
            yield tokens[preposition].lemma, noun
        for inner in children(tokens, preposition, "prep"):
            for noun in children(tokens, inner, "pobj"):
                yield tokens[inner].lemma, noun
