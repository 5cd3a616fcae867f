"""Names in lines that capitalise every word: those that the text's prose has, and known places."""

from collections.abc import Iterable, Iterator

from auditor.checks.names.find.cutting import NamePiece
from auditor.knowledge.places import is_known
from auditor.language.words import fold
from auditor.model.text import Sentence

LONGEST = 8
"""Tokens of the longest name looked for in a headline."""


def spellings(pairs: Iterable[tuple[Sentence, NamePiece]]) -> frozenset[tuple[str, ...]]:
    """Return names as their folded tokens, and the last word of each name of several."""
    whole = [
        tuple(
            word
            for token in sentence.tokens[piece.first : piece.last + 1]
            if (word := fold(token.text))
        )
        for sentence, piece in pairs
    ]
    return frozenset([*whole, *(words[-1:] for words in whole if len(words) > 1)])


def headline_pieces(sentence: Sentence, known: frozenset[tuple[str, ...]]) -> Iterator[NamePiece]:
    """Yield the longest known names of a headline, in text order."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        last = _last(sentence, i, known)
        if last is None:
            i += 1
            continue
        words = tuple(token.text for token in tokens[i : last + 1] if fold(token.text))
        yield NamePiece(i, last, words, "", "", "")
        i = last + 1


def _last(sentence: Sentence, i: int, known: frozenset[tuple[str, ...]]) -> int | None:
    """Return where the longest name that begins at token `i` ends, None where none begins."""
    tokens = sentence.tokens
    if not tokens[i].text[0].isupper():
        return None
    for j in range(min(i + LONGEST, len(tokens)) - 1, i - 1, -1):
        if not tokens[j].text[-1].isalnum() and tokens[j].text[-1] != ".":
            continue
        part = tokens[i : j + 1]
        words = tuple(word for token in part if (word := fold(token.text)))
        if words in known or (len(part) < 4 and is_known(" ".join(token.text for token in part))):
            return j
    return None
