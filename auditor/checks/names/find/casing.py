"""Which words a text writes small and which it writes with a capital where it need not."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.names.find.capitals import is_emphasised
from auditor.model.text import Sentence, Text, Token
from auditor.model.words import SentenceKind

TITLE_CASE = 0.6
"""Share of capitalised words, the first left out, from which a line is in title case. A guess."""

_OPENERS = frozenset("“”\"'‘’([*•-–—:…|")
"""Marks after which a word owes its capital to its place."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a text's prose, lower case.

    Attributes:
        small: those written without a capital somewhere.
        names: those written with a capital where a sentence does not begin.
    """

    small: frozenset[str]
    names: frozenset[str]


def vocabulary(text: Text) -> Vocabulary:
    """Return the vocabulary of a text; title-case lines tell nothing and are left out."""
    small: set[str] = set()
    names: set[str] = set()
    for sentence in text.sentences:
        if is_title_case(sentence):
            continue
        for n, token in enumerate(sentence.tokens):
            if token.text[:1].islower():
                small.add(token.text)
            elif token.text[:1].isupper() and not (
                begins(sentence, n) or is_emphasised(sentence, n)
            ):
                names.add(token.text.lower())
    return Vocabulary(frozenset(small), frozenset(names))


def begins(sentence: Sentence, n: int) -> bool:
    """Tell whether token `n` opens the sentence, a quote in it, or what follows a colon."""
    before = sentence.tokens[n - 1].text if n else "."
    return before in _OPENERS or before in {".", "!", "?", ";"} or _is_after_bullet(sentence, n)


def _is_after_bullet(sentence: Sentence, n: int) -> bool:
    return n == 1 and not any(char.isalnum() for char in sentence.tokens[0].text)


def is_title_case(sentence: Sentence) -> bool:
    """Tell whether a line capitalises words regardless of whether they are names."""
    if sentence.kind is SentenceKind.TABLE_ROW:
        return False
    words = list(_long_words(sentence))
    if len(words) < 3:
        return sentence.kind is SentenceKind.HEADING
    share = sum(token.text[0].isupper() for token in words) / len(words)
    return share > TITLE_CASE and (sentence.kind is SentenceKind.HEADING or _is_bare(sentence))


def _is_bare(sentence: Sentence) -> bool:
    """Tell whether a line has no closing mark, as headlines have none."""
    return sentence.tokens[-1].text not in {".", "!", "?", "”", '"', "’"}


def _long_words(sentence: Sentence) -> Iterator[Token]:
    """Yield the words after the first that are long enough for a headline to capitalise."""
    for token in sentence.tokens[1:]:
        if len(token.text) > 3 and token.text[0].isalpha():
            yield token
