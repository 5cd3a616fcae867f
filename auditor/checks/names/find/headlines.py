"""Names in lines that capitalise every word: those that the text's prose has, and known places."""

from collections.abc import Iterable, Iterator

from auditor.checks.names.find.cutting import CutName
from auditor.knowledge.places import is_known
from auditor.language.words import fold
from auditor.model.text import Sentence

LONGEST_NAME = 8
"""Tokens of the longest name looked for in a headline."""


def spellings(names: Iterable[tuple[Sentence, CutName]]) -> frozenset[tuple[str, ...]]:
    """Return names as their folded tokens, and the last word of each name of several."""
    whole = [
        tuple(
            word
            for token in sentence.tokens[name.first : name.last + 1]
            if (word := fold(token.text))
        )
        for sentence, name in names
    ]
    return frozenset([*whole, *(words[-1:] for words in whole if len(words) > 1)])


def headline_names(sentence: Sentence, known: frozenset[tuple[str, ...]]) -> Iterator[CutName]:
    """Yield the longest known names of a headline, in text order."""
    tokens = sentence.tokens
    n = 0
    while n < len(tokens):
        last = _end_of_name(sentence, n, known)
        if last is None:
            n += 1
            continue
        words = tuple(token.text for token in tokens[n : last + 1] if fold(token.text))
        yield CutName(n, last, words, "", "", "")
        n = last + 1


def _end_of_name(sentence: Sentence, n: int, known: frozenset[tuple[str, ...]]) -> int | None:
    """Return where the longest name that begins at token `n` ends, None where none begins."""
    tokens = sentence.tokens
    if not tokens[n].text[0].isupper():
        return None
    for last in range(min(n + LONGEST_NAME, len(tokens)) - 1, n - 1, -1):
        if not tokens[last].text[-1].isalnum() and tokens[last].text[-1] != ".":
            continue
        part = tokens[n : last + 1]
        words = tuple(word for token in part if (word := fold(token.text)))
        if words in known or (len(part) < 4 and is_known(" ".join(token.text for token in part))):
            return last
    return None
