"""Why something happened, as a sentence tells it outright: ``because …``, ``owing to …``."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from auditor.knowledge.lexicon import lexicon
from auditor.language.tree import below, children
from auditor.language.words import terms_of
from auditor.model.text import Sentence, Token

_TIMES = frozenset({"DATE", "TIME"})


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason at ``start:end`` of the document, with the word that leads it.

    Attributes:
        keys: the content words in it, by `auditor.language.words.Term.key`.
    """

    start: int
    end: int
    keys: frozenset[str]


def reasons(sentence: Sentence) -> Iterator[Reason]:
    """Yield each reason of a sentence in text order, none where nothing says that it is one.

    ``Since`` before a clause with a time in it tells a time.
    """
    tokens = sentence.tokens
    for n, token in enumerate(tokens):
        if token.dep == "mark" and token.text.lower() in lexicon("reasons")["clauses"]:
            inside = below(tokens, token.head)
            if token.text.lower() != "since" or not _tells_time(tokens, inside):
                yield from _reason(tokens, n, inside)
        elif last := _leads(tokens, n):
            nouns = (k for m in range(n, last) for k in children(tokens, m, "pobj", "pcomp"))
            noun = next((k for k in nouns if k >= last), None)
            if noun is not None:
                yield from _reason(tokens, n, below(tokens, noun))


def _leads(tokens: tuple[Token, ...], n: int) -> int:
    """Return where the noun of a reason begins that token `n` leads to, 0 where it leads to none.

    An adverb may stand before the last word: ``due partly to``.
    """
    for phrase in lexicon("reasons")["phrases"]:
        *before, joint = phrase.split()
        last = n + len(before)
        if [token.text.lower() for token in tokens[n:last]] != before:
            continue
        last += last < len(tokens) and tokens[last].pos == "ADV"
        if last < len(tokens) and tokens[last].text.lower() == joint:
            return last + 1
    return 0


def _tells_time(tokens: tuple[Token, ...], inside: Collection[int]) -> bool:
    return any(tokens[k].entity in _TIMES for k in inside)


def _reason(tokens: tuple[Token, ...], first: int, inside: Collection[int]) -> Iterator[Reason]:
    """Yield the words from `first` on, less the marks at their end; nothing if they say nothing."""
    words = [k for k in inside if k > first]
    while words and tokens[words[-1]].pos == "PUNCT":
        words.pop()
    keys = frozenset(term.key for term in terms_of(tokens[k] for k in words))
    if keys:
        yield Reason(tokens[first].start, tokens[words[-1]].end, keys)
