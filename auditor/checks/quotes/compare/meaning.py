"""Words that turn the meaning of others: denials, doubts, opposites."""

from collections.abc import Sequence
from functools import cache

from auditor.checks.quotes.compare.folded_words import Word, base_of, fold
from auditor.knowledge.lexicon import lexicon

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de")
"""What turns a word into its opposite."""


@cache
def listed(key: str) -> frozenset[str]:
    """Return the folded words of a list of the lexicon ``meaning``."""
    return frozenset(fold(word) for word in lexicon("meaning")[key])


def count_of(words: Sequence[Word], key: str) -> int:
    """Return how many of the words stand in a list."""
    known = listed(key)
    return sum(word.text in known or word.base in known for word in words)


def are_opposite(source: Sequence[Word], article: Sequence[Word]) -> bool:
    """Tell whether a word of one is the opposite of a word of the other."""
    return any(_opposes(before, after) for before in source for after in article)


def _opposes(before: Word, after: Word) -> bool:
    pairs = _opposites()
    for a in {before.text, before.base}:
        for b in {after.text, after.base}:
            if (a, b) in pairs or _negates(a, b) or _negates(b, a):
                return True
    return _rises_and_falls(before, after) or _rises_and_falls(after, before)


def _rises_and_falls(up: Word, down: Word) -> bool:
    rising, falling = listed("rising"), listed("falling")
    return bool({up.text, up.base} & rising) and bool({down.text, down.base} & falling)


def _negates(word: str, other: str) -> bool:
    """Tell whether `word` is `other` with a prefix that denies it."""
    return len(other) > 3 and word in {prefix + other for prefix in _PREFIXES}


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [
        tuple(base_of(fold(word), fold(word)) for word in pair.split())
        for pair in (*lexicon("antonyms")["pairs"], *lexicon("meaning")["opposites"])
    ]
    return frozenset(both for a, b in pairs if a != b for both in ((a, b), (b, a)))


def turns_meaning(word: Word) -> bool:
    """Tell whether the word denies or doubts."""
    return any(
        word.text in listed(key) or word.base in listed(key)
        for key in ("negations", "hedges", "denials")
    )


def is_denial(word: Word) -> bool:
    """Tell whether the word denies: not, never, no."""
    return word.text in listed("negations")


def is_refusal(word: Word) -> bool:
    """Tell whether the word, a verb in any form, denies what follows: refused, denied."""
    return any(word.text.startswith(verb[:-1]) for verb in listed("denials"))
